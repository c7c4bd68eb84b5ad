// A labelled text field: the hint and the error are read with it, and an error never takes away what was typed.
import { TriangleAlert } from 'lucide-react'
import { type InputHTMLAttributes, type ReactNode, type Ref, useId } from 'react'

export interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: ReactNode
  readonly hint?: string
  readonly error?: string | undefined
  readonly inputRef?: Ref<HTMLInputElement>
}

export function Field({ label, hint, error, inputRef, className, ...input }: FieldProps) {
  const id = useId()
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className={`field ${className ?? ''}`}>
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        ref={inputRef}
        id={id}
        className={`input ${error ? 'wrong' : ''}`}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={described || undefined}
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
