// One option out of several, or several: native radios and check boxes, so that arrows and space do what people expect.
import { useId } from 'react'
import type { AnswerOf } from '#shared/decision/answer.ts'
import type { OpenView } from '#shared/decision/decision.ts'

export interface PollAnswerProps {
  readonly open: OpenView
  readonly value: AnswerOf<'poll'>
  readonly onChange: (value: AnswerOf<'poll'>) => void
}

export function PollAnswer({ open, value, onChange }: PollAnswerProps) {
  const name = useId()
  const multiple = open.ballot.kind === 'poll' && open.ballot.multiple
  const choose = (id: string, wanted: boolean): void => {
    const others = multiple ? value.chosen.filter((one) => one !== id) : []
    onChange({ ...value, chosen: wanted ? [...others, id] : others })
  }
  return (
    <fieldset className="decision-options">
      <legend className="sr">{open.question}</legend>
      {open.items.map(({ id, text }) => {
        const on = value.chosen.includes(id)
        return (
          <label key={id} className={`decision-big ${on ? 'on' : ''}`}>
            <span>{text}</span>
            <input
              type={multiple ? 'checkbox' : 'radio'}
              name={name}
              checked={on}
              onChange={(event) => choose(id, event.target.checked)}
            />
          </label>
        )
      })}
    </fieldset>
  )
}
