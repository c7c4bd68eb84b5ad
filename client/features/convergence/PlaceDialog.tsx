// Where one or several texts go: the menu's way to everything that a drag does, and to setting aside with a reason.
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '#client/features/convergence/deskContext.ts'
import { Choice } from '#client/ui/Choice.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { type ConvergenceAct, convergenceLimits } from '#shared/convergence/convergenceActs.ts'
import { itemOf, placeOf } from '#shared/convergence/convergenceState.ts'
import type { HandedText } from '#shared/convergence/handedText.ts'
import { type NuanceType, nuanceTypes } from '#shared/draft/vocabulary.ts'

const ways = ['keep', 'begin', 'merge', 'nuance', 'aside', 'out'] as const
type Way = (typeof ways)[number]

export interface PlaceDialogProps {
  readonly texts: readonly HandedText[]
  readonly onClose: () => void
}

export function PlaceDialog({ onClose, texts }: PlaceDialogProps) {
  const { t } = useTranslation('convergence')
  const { act, state } = useDesk()
  const [way, setWay] = useState<Way>('keep')
  const [family, setFamily] = useState('')
  const [item, setItem] = useState('')
  const [nuance, setNuance] = useState<NuanceType>('nuance')
  const [also, setAlso] = useState(false)
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<'itemWanted' | 'reasonWanted' | null>(null)
  const ids = texts.map(({ id }) => id)
  const isPlaced = ids.some((id) => placeOf(state, id) !== undefined)
  const hasItems = Object.keys(state.items).length > 0
  const offered = ways.filter(
    (one) =>
      (one !== 'begin' || texts.length > 1) &&
      ((one !== 'merge' && one !== 'nuance') || hasItems) &&
      (one !== 'out' || isPlaced),
  )
  const asked = (): ConvergenceAct => {
    const familyId = family === '' ? null : family
    switch (way) {
      case 'keep':
        return { act: 'keep', textIds: ids, familyId }
      case 'begin':
        return { act: 'begin', textIds: ids, as: 'text', familyId }
      case 'merge':
        return { act: 'join', textIds: ids, itemId: item, as: 'text', nuanceType: 'nuance', also }
      case 'nuance':
        return { act: 'join', textIds: ids, itemId: item, as: 'nuance', nuanceType: nuance, also }
      case 'aside':
        return { act: 'set-aside', textIds: ids, reason: reason.trim() }
      case 'out':
        return { act: 'take-out', textIds: ids, itemId: null }
    }
  }
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if ((way === 'merge' || way === 'nuance') && !itemOf(state, item)) return setProblem('itemWanted')
    if (way === 'aside' && reason.trim() === '') return setProblem('reasonWanted')
    setProblem(null)
    if ((await act(asked())) === null) onClose()
  }
  const title = texts.length === 1 ? (texts[0]?.title ?? '') : t('placeTitle', { count: texts.length })
  return (
    <ModalDialog title={title} onClose={onClose} width="wide">
      <form className="stack cv-place" noValidate onSubmit={(event) => void submit(event)}>
        <Choice
          label={t('placeAs')}
          look="cards"
          options={offered.map((value) => ({ value, label: t(`way.${value}`, { count: texts.length }) }))}
          value={way}
          onChange={setWay}
        />
        {(way === 'keep' || way === 'begin') && <FamilyField value={family} onChange={setFamily} />}
        {(way === 'merge' || way === 'nuance') && (
          <>
            <ItemField value={item} onChange={setItem} error={problem === 'itemWanted'} />
            {way === 'nuance' && <NuanceField value={nuance} onChange={setNuance} />}
            {isPlaced && (
              <label className="row cv-check">
                <input type="checkbox" checked={also} onChange={({ target }) => setAlso(target.checked)} />
                {t('also')}
              </label>
            )}
          </>
        )}
        {way === 'aside' && (
          <ReasonField value={reason} onChange={setReason} error={problem === 'reasonWanted'} />
        )}
        <div className="acts">
          <button type="button" className="btn" onClick={onClose}>
            {t('cancel')}
          </button>
          <button type="submit" className="btn primary" data-act="do-place">
            {t(`wayDo.${way}`)}
          </button>
        </div>
      </form>
    </ModalDialog>
  )
}

interface FieldProps<T> {
  readonly value: T
  readonly onChange: (value: T) => void
}

export function FamilyField({ onChange, value }: FieldProps<string>) {
  const { t } = useTranslation('convergence')
  const { state } = useDesk()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{t('family')}</label>
      <select id={id} className="input" value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{t('familyOfTheme')}</option>
        {state.families.map((family) => (
          <option key={family.id} value={family.id}>
            {family.title}
          </option>
        ))}
      </select>
    </div>
  )
}

function ItemField({ error, onChange, value }: FieldProps<string> & { readonly error: boolean }) {
  const { t } = useTranslation('convergence')
  const { desk, state } = useDesk()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{t('item')}</label>
      <select
        id={id}
        className="input"
        value={value}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        data-act="into-item"
        onChange={({ target }) => onChange(target.value)}
      >
        <option value="">{t('chooseItem')}</option>
        {state.families.map((family) => (
          <optgroup key={family.id} label={family.title}>
            {family.items.map((one) => (
              <option key={one} value={one}>
                {desk.numbers[one]} {itemOf(state, one)?.title}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {error && (
        <p className="field-error" id={`${id}-error`} role="alert">
          {t('itemWanted')}
        </p>
      )}
    </div>
  )
}

function NuanceField({ onChange, value }: FieldProps<NuanceType>) {
  const { t } = useTranslation('convergence')
  return (
    <Choice
      label={t('nuanceKind')}
      look="segments"
      options={nuanceTypes.map((one) => ({ value: one, label: t(`nuanceType.${one}`) }))}
      value={value}
      onChange={onChange}
    />
  )
}

function ReasonField({ error, onChange, value }: FieldProps<string> & { readonly error: boolean }) {
  const { t } = useTranslation('convergence')
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{t('reason')}</label>
      <textarea
        id={id}
        className="input"
        rows={3}
        value={value}
        maxLength={convergenceLimits.reason}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={`${id}-hint${error ? ` ${id}-error` : ''}`}
        onChange={({ target }) => onChange(target.value)}
      />
      <p className="sm soft" id={`${id}-hint`}>
        {t('reasonHint')}
      </p>
      {error && (
        <p className="field-error" id={`${id}-error`} role="alert">
          {t('reasonWanted')}
        </p>
      )}
    </div>
  )
}
