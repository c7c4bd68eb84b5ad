// A short word to somebody, in a field of its own.
import { useId } from 'react'

export interface WordProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

export function Word({ label, value, onChange }: WordProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="input"
        rows={2}
        maxLength={400}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  )
}
