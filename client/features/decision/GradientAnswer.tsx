// A degree of agreement for each item, from yes with all one's heart to no.
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { DegreeSign } from '#client/features/decision/DegreeSign.tsx'
import type { AnswerOf } from '#shared/decision/answer.ts'
import type { OpenView } from '#shared/decision/decision.ts'
import { degrees } from '#shared/decision/gradient.ts'

export interface GradientAnswerProps {
  readonly open: OpenView
  readonly value: AnswerOf<'gradient'>
  readonly onChange: (value: AnswerOf<'gradient'>) => void
}

export function GradientAnswer({ open, value, onChange }: GradientAnswerProps) {
  const { t } = useTranslation('decision')
  const name = useId()
  return (
    <>
      {open.items.map(({ id, text }) => (
        <fieldset key={id} className="decision-options">
          <legend className={text === open.question ? 'sr' : ''}>{text}</legend>
          {degrees.map((degree) => {
            const on = value.degrees[id] === degree
            return (
              <label key={degree} className={`decision-big low ${on ? 'on' : ''}`}>
                <DegreeSign degree={degree} />
                <span>{t(`degree.${degree}`)}</span>
                <input
                  type="radio"
                  name={`${name}-${id}`}
                  checked={on}
                  onChange={() => onChange({ ...value, degrees: { ...value.degrees, [id]: degree } })}
                />
              </label>
            )
          })}
        </fieldset>
      ))}
    </>
  )
}
