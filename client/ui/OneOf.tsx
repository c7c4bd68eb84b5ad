// A choice of one out of a list that is too long for buttons.
import { useId } from 'react'

export interface OneOfProps {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, words: string])[]
  readonly onChange: (value: string) => void
  /** The label is read, not shown. */
  readonly bare?: boolean
}

export function OneOf({ label, value, options, onChange, bare }: OneOfProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id} className={bare ? 'sr' : undefined}>
        {label}
      </label>
      <select id={id} className="input" value={value} onChange={({ target }) => onChange(target.value)}>
        {options.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}
