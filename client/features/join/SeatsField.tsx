// Several people behind one device: a named seat each, and a head count for those who give no name.
import { Plus, X } from 'lucide-react'
import { useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '#client/ui/Field.tsx'

export interface SeatsValue {
  readonly names: readonly string[]
  /** As typed; empty when nobody counted. */
  readonly headcount: string
}

const most = 20

/** Names that say something, and how many people that makes with the one who fills in the form. */
export function cleanSeats({ names, headcount }: SeatsValue): { names: string[]; headcount: number } {
  const said = names.map((name) => name.trim()).filter((name) => name !== '')
  const counted = Number.parseInt(headcount, 10)
  return {
    names: said,
    headcount: Math.min(200, Math.max(said.length + 1, Number.isFinite(counted) ? counted : 1)),
  }
}

export interface SeatsFieldProps {
  readonly open: boolean
  /** The room's own device always carries several people: no box to tick. */
  readonly fixed: boolean
  readonly onOpen: (open: boolean) => void
  readonly value: SeatsValue
  readonly onChange: (value: SeatsValue) => void
}

export function SeatsField({ open, fixed, onOpen, value, onChange }: SeatsFieldProps) {
  const { t } = useTranslation('join')
  const hint = useId()
  const box = useRef<HTMLFieldSetElement>(null)
  const rename = (at: number, name: string): void =>
    onChange({ ...value, names: value.names.map((each, index) => (index === at ? name : each)) })
  const focusSeat = (at: number): void => {
    requestAnimationFrame(() => box.current?.querySelectorAll<HTMLInputElement>('.seat input')[at]?.focus())
  }
  const add = (): void => {
    onChange({ ...value, names: [...value.names, ''] })
    focusSeat(value.names.length)
  }
  const remove = (at: number): void => {
    onChange({ ...value, names: value.names.filter((_, index) => index !== at) })
    focusSeat(Math.max(0, at - 1))
  }
  return (
    <fieldset className="seats" ref={box}>
      {fixed ? (
        <legend className="lab">{t('form.several')}</legend>
      ) : (
        <>
          <legend className="sr">{t('form.several')}</legend>
          <label className="tick-row">
            <input
              type="checkbox"
              checked={open}
              onChange={(event) => onOpen(event.target.checked)}
              aria-describedby={hint}
            />
            {t('form.several')}
          </label>
        </>
      )}
      {open && (
        <>
          <p className="sm soft" id={hint}>
            {t('form.severalHint')}
          </p>
          {value.names.map((name, at) => (
            <div className="seat" key={`${at}-of-${value.names.length}`}>
              <Field
                className="grow"
                label={t('form.seat', { number: at + 2 })}
                value={name}
                maxLength={60}
                autoComplete="off"
                onChange={(event) => rename(at, event.target.value)}
              />
              {value.names.length > 1 && (
                <button
                  type="button"
                  className="btn icon quiet"
                  aria-label={t('form.removeSeatLabel', { number: at + 2 })}
                  onClick={() => remove(at)}
                >
                  <X className="i" aria-hidden="true" />
                </button>
              )}
            </div>
          ))}
          {value.names.length < most && (
            <button type="button" className="btn sm add-seat" onClick={add}>
              <Plus className="i" aria-hidden="true" />
              {t('form.addSeat')}
            </button>
          )}
          <Field
            label={t('form.headcount')}
            hint={t('form.headcountHint')}
            inputMode="numeric"
            pattern="[0-9]*"
            maxLength={3}
            className="headcount"
            value={value.headcount}
            onChange={(event) => onChange({ ...value, headcount: event.target.value.replace(/\D/g, '') })}
          />
        </>
      )}
    </fieldset>
  )
}
