// Name, side and number of people of one line: to add it, or to correct it in its place.
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LineWords } from '#client/features/presence/useRecord.ts'
import { Choice } from '#client/ui/Choice.tsx'
import { Field } from '#client/ui/Field.tsx'

export interface LineFormProps {
  /** What is corrected; the focus goes there. */
  readonly line?: LineWords
  readonly confirm: string
  /** Tells whether it was done. */
  readonly onConfirm: (words: LineWords) => Promise<boolean>
  readonly onCancel?: () => void
  /** Ready for the next one when it was done. */
  readonly clears?: boolean
}

const most = 200

export function LineForm({ line, confirm, onConfirm, onCancel, clears }: LineFormProps) {
  const { t } = useTranslation('presence')
  const [name, setName] = useState(line?.name ?? '')
  const [side, setSide] = useState<LineWords['side']>(line?.side ?? 'room')
  const [count, setCount] = useState(String(line?.headcount ?? 1))
  const [wrong, setWrong] = useState<'name' | 'headcount' | null>(null)
  const [busy, setBusy] = useState(false)
  const first = useRef<HTMLInputElement>(null)
  const corrects = line !== undefined
  useEffect(() => {
    if (corrects) first.current?.focus()
  }, [corrects])
  const confirmed = async (): Promise<void> => {
    setBusy(true)
    const done = await onConfirm({ name: name.trim(), side, headcount: Number(count) })
    setBusy(false)
    if (!done || !clears) return
    setName('')
    setCount('1')
    first.current?.focus()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const people = Number(count)
    const lacking =
      name.trim() === ''
        ? 'name'
        : Number.isInteger(people) && people >= 1 && people <= most
          ? null
          : 'headcount'
    setWrong(lacking)
    if (lacking === null && !busy) void confirmed()
  }
  return (
    <form className="presence-form" noValidate onSubmit={submit}>
      <Field
        className="grow"
        label={t('name')}
        inputRef={first}
        value={name}
        maxLength={60}
        autoComplete="off"
        error={wrong === 'name' ? t('nameMissing') : undefined}
        onChange={({ target }) => setName(target.value)}
      />
      <Choice<LineWords['side']>
        look="segments"
        label={t('sideLabel')}
        value={side}
        onChange={setSide}
        options={(['room', 'remote'] as const).map((value) => ({ value, label: t(`side.${value}`) }))}
      />
      <Field
        className="presence-count"
        label={t('headcount')}
        type="number"
        inputMode="numeric"
        min={1}
        max={most}
        value={count}
        error={wrong === 'headcount' ? t('headcountWrong') : undefined}
        onChange={({ target }) => setCount(target.value)}
      />
      <div className="row wrap">
        {onCancel && (
          <button type="button" className="btn" onClick={onCancel}>
            {t('cancel')}
          </button>
        )}
        <button type="submit" className="btn primary">
          {confirm}
        </button>
      </div>
    </form>
  )
}
