// One answer out of a few: arrow keys move, the chosen one carries a mark and a border, never colour alone.
import type { ReactNode } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'

export interface ChoiceOption<Value extends string> {
  readonly value: Value
  readonly label: ReactNode
}

export interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly options: readonly ChoiceOption<Value>[]
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly look: 'segments' | 'cards'
}

export function Choice<Value extends string>({ label, options, value, onChange, look }: ChoiceProps<Value>) {
  const pick = (picked: string): void => {
    const option = options.find((each) => each.value === picked)
    if (option) onChange(option.value)
  }
  return (
    <RadioGroup className={`choice ${look}`} value={value} onChange={pick}>
      <Label className="lab">{label}</Label>
      <div className="choice-options">
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className="choice-option">
            {option.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
