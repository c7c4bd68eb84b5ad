// A choice of any number out of a list.

export interface SomeOfProps {
  readonly label: string
  readonly chosen: readonly string[]
  readonly options: readonly (readonly [value: string, words: string])[]
  readonly onChange: (chosen: string[]) => void
  /** Of the options' words. */
  readonly lang?: string
}

export function SomeOf({ label, chosen, options, onChange, lang }: SomeOfProps) {
  return (
    <fieldset className="some-of">
      <legend>{label}</legend>
      {options.map(([key, words]) => (
        <label key={key} className="row">
          <input
            type="checkbox"
            checked={chosen.includes(key)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, key] : chosen.filter((one) => one !== key))
            }
          />
          <span lang={lang}>{words}</span>
        </label>
      ))}
    </fieldset>
  )
}
