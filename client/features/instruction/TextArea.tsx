// A labelled field of several lines, with what is wrong with it read along.
import { TriangleAlert } from 'lucide-react'
import { useId } from 'react'

export interface TextAreaProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  readonly maxLength: number
  readonly rows?: number
  readonly error?: string | undefined
  readonly hint?: string | undefined
  readonly lang?: string
}

export function TextArea(props: TextAreaProps) {
  const { error, hint, label, lang, maxLength, onBlur, onChange, rows = 3, value } = props
  const id = useId()
  const said = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        {...{ id, rows, maxLength, value, onBlur, lang }}
        className={`input ${error ? 'wrong' : ''}`}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={said || undefined}
        onChange={({ target }) => onChange(target.value)}
      />
      {hint && (
        <p className="sm soft" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          <TriangleAlert className="i" aria-hidden="true" />
          {error}
        </p>
      )}
    </div>
  )
}
