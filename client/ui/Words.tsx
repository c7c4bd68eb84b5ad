// A field of several lines with its label, and what helps to fill it in.
import { useId } from 'react'

export interface WordsProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly maxLength: number
  /** Of the words that are written. */
  readonly lang?: string | undefined
  /** `data-field` */
  readonly name?: string
  readonly rows?: number
  readonly hint?: string
}

export function Words({ label, value, onChange, maxLength, rows = 4, hint, lang, name }: WordsProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="input"
        rows={rows}
        lang={lang}
        data-field={name}
        maxLength={maxLength}
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={({ target }) => onChange(target.value)}
      />
      {hint && (
        <p className="sm soft" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
