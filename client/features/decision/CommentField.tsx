// A few words beside an answer; in the anonymous kinds they are read without a name.
import { useId } from 'react'

export interface CommentFieldProps {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly limit: number
  readonly wanted?: boolean
  readonly onChange: (words: string) => void
}

export function CommentField({ label, hint, value, limit, wanted, onChange }: CommentFieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="input"
        rows={2}
        maxLength={limit}
        value={value}
        aria-required={wanted ? 'true' : undefined}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint && (
        <p className="sm soft" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
