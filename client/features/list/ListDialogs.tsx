// The two small dialogs of the list: choose one of many, and ask for a few words.
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { useList } from '#client/features/list/listContext.ts'
import { wordFilter } from '#client/features/list/wordFilter.ts'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'

export interface Choice {
  readonly id: string
  readonly words: string
  /** Where it stands or what it is, in smaller letters. */
  readonly detail?: string
  readonly icon?: ReactNode
  /** Why it cannot be chosen; it stays focusable. */
  readonly blocked?: string
}

/** From this many choices on, a field to find one. */
const manyChoices = 9

export interface PickDialogProps {
  readonly title: string
  readonly choices: readonly Choice[]
  readonly onPick: (id: string) => void
  readonly onClose: () => void
}

export function PickDialog({ title, choices, onPick, onClose }: PickDialogProps) {
  const { t } = useList()
  const [query, setQuery] = useState('')
  const find = wordFilter(query)
  const shown = choices.filter(({ words, detail }) => find(`${words} ${detail ?? ''}`))
  const pick = (choice: Choice): void => {
    if (choice.blocked) return
    onClose()
    onPick(choice.id)
  }
  return (
    <ModalDialog title={title} onClose={onClose}>
      {choices.length >= manyChoices && (
        <input
          className="input list-pick-find"
          type="search"
          aria-label={t('pick.findLabel')}
          placeholder={t('pick.find')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      )}
      <ul className="list-pick">
        {shown.map((choice, index) => (
          <li key={choice.id}>
            <button
              type="button"
              aria-disabled={choice.blocked ? 'true' : undefined}
              autoFocus={index === 0 && choices.length < manyChoices}
              onClick={() => pick(choice)}
            >
              {choice.icon}
              <span className="grow">
                {choice.words}
                {(choice.blocked ?? choice.detail) && <small>{choice.blocked ?? choice.detail}</small>}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className="soft">{t('pick.none')}</p>}
    </ModalDialog>
  )
}

export interface AskDialogProps {
  readonly title: string
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly confirm: string
  /** Characters. */
  readonly limit: number
  readonly long?: boolean
  /** Whether no words are an answer too. */
  readonly mayBeEmpty?: boolean
  readonly onAnswer: (words: string) => void
  readonly onClose: () => void
}

export function AskDialog(props: AskDialogProps) {
  const { title, label, hint, confirm, limit, long, mayBeEmpty, onAnswer, onClose } = props
  const { t } = useList()
  const id = useId()
  const [value, setValue] = useState(props.value)
  const missing = !mayBeEmpty && value.trim() === ''
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (missing) return
    onClose()
    onAnswer(value.trim())
  }
  const field = {
    id,
    className: 'input',
    value,
    maxLength: limit,
    autoFocus: true,
    'aria-describedby': hint ? `${id}-hint` : undefined,
    onChange: (event: { target: { value: string } }) => setValue(event.target.value),
  }
  return (
    <ModalDialog title={title} onClose={onClose}>
      <form onSubmit={submit}>
        <div className="field">
          <label htmlFor={id}>{label}</label>
          {long ? <textarea rows={4} {...field} /> : <input {...field} />}
          {hint && (
            <p className="sm soft" id={`${id}-hint`}>
              {hint}
            </p>
          )}
        </div>
        <div className="acts">
          <button type="button" className="btn" onClick={onClose}>
            {t('act.cancel')}
          </button>
          <button type="submit" className="btn primary" aria-disabled={missing ? 'true' : undefined}>
            {confirm}
          </button>
        </div>
      </form>
    </ModalDialog>
  )
}
