// The choices around a text: to whom it is asked, its scope, kind, maturity and state. None of them is required.
import { Box, Building2, Globe, House, Users } from 'lucide-react'
import { type ComponentType, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { DetailPartProps } from '#client/features/draft/DraftDetail.tsx'
import { choose } from '#client/features/draft/draftActs.ts'
import {
  type Addressee,
  addressees,
  draftKinds,
  draftStatuses,
  maturities,
  scopes,
} from '#shared/draft/vocabulary.ts'

const icons: Readonly<Record<Addressee, ComponentType<{ className?: string; 'aria-hidden'?: 'true' }>>> = {
  'us-here': House,
  'us-with-other-antennas': Users,
  'shared-team': Box,
  boards: Building2,
  outside: Globe,
}

export function DraftChoices(props: DetailPartProps) {
  const { draft, read, editable } = props
  const { t } = useTranslation('draft')
  if (!editable) return <ChoicesAtRest {...props} />
  return (
    <>
      <AddresseeChoice {...props} />
      <section className="draft-part">
        <h3>{t('choice.heading')}</h3>
        <div className="draft-grid">
          <Choice
            label={t('choice.scope')}
            value={read.scope}
            list={scopes}
            words="scope"
            onChange={(value) => choose(draft, 'scope', value)}
          />
          <Choice
            label={t('choice.kind')}
            value={read.kind}
            list={draftKinds}
            words="kind"
            onChange={(value) => choose(draft, 'kind', value)}
          />
          <Choice
            label={t('choice.maturity')}
            value={read.maturity}
            list={maturities}
            words="maturity"
            onChange={(value) => choose(draft, 'maturity', value)}
          />
          <Choice
            label={t('choice.status')}
            value={read.status}
            list={draftStatuses}
            words="status"
            required
            onChange={(value) => value && choose(draft, 'status', value)}
          />
          <CodeField {...props} />
        </div>
        <label className="draft-check">
          <input
            type="checkbox"
            checked={read.outOfTheBox}
            onChange={(event) => choose(draft, 'outOfTheBox', event.target.checked)}
          />
          <span>
            {t('choice.outOfTheBox')}
            <small>{t('choice.outOfTheBoxHint')}</small>
          </span>
        </label>
      </section>
    </>
  )
}

/** Five answers to one question, the nearest first. */
function AddresseeChoice({ draft, draftId, read }: DetailPartProps) {
  const { t } = useTranslation('draft')
  const id = useId()
  return (
    <fieldset className="draft-part draft-addressee">
      <legend>{t('addressee.heading')}</legend>
      {addressees.map((addressee) => {
        const Icon = icons[addressee]
        return (
          <label key={addressee} className={`draft-radio ${read.addressee === addressee ? 'on' : ''}`}>
            <input
              type="radio"
              name={`${id}-${draftId}`}
              checked={read.addressee === addressee}
              onChange={() => choose(draft, 'addressee', addressee)}
            />
            <Icon className="i" aria-hidden="true" />
            {t(`addressee.${addressee}`)}
          </label>
        )
      })}
      {read.addressee !== null && (
        <button type="button" className="btn quiet sm" onClick={() => choose(draft, 'addressee', null)}>
          {t('addressee.none')}
        </button>
      )}
    </fieldset>
  )
}

interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly value: Value | null
  readonly list: readonly Value[]
  /** Where the words of the values stand in the translations. */
  readonly words: string
  readonly required?: boolean
  readonly onChange: (value: Value | null) => void
}

function Choice<Value extends string>({ label, value, list, words, required, onChange }: ChoiceProps<Value>) {
  const { t } = useTranslation('draft')
  return (
    <label className="field">
      <span className="lab">{label}</span>
      <select
        className="input"
        value={value ?? ''}
        onChange={(event) => onChange(list.find((one) => one === event.target.value) ?? null)}
      >
        {!required && <option value="">{t('choice.open')}</option>}
        {list.map((one) => (
          <option key={one} value={one}>
            {t(`${words}.${one as string}`)}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Characters of the short label on a card. */
const codeLimit = 8

function CodeField({ draft, read }: DetailPartProps) {
  const { t } = useTranslation('draft')
  return (
    <label className="field">
      <span className="lab">{t('choice.code')}</span>
      <input
        className="input"
        maxLength={codeLimit}
        value={read.code}
        onChange={(event) => choose(draft, 'code', event.target.value.replace(/\s/g, '').slice(0, codeLimit))}
      />
    </label>
  )
}

function ChoicesAtRest({ read }: DetailPartProps) {
  const { t } = useTranslation('draft')
  const lines = [
    ['addressee', read.addressee],
    ['scope', read.scope],
    ['kind', read.kind],
    ['maturity', read.maturity],
  ] as const
  const said = lines.filter(([, value]) => value !== null)
  if (said.length === 0 && !read.outOfTheBox) return null
  return (
    <dl className="draft-facts">
      {said.map(([key, value]) => (
        <div key={key}>
          <dt>{t(key === 'addressee' ? 'addressee.heading' : `choice.${key}`)}</dt>
          <dd>{t(`${key}.${value}`)}</dd>
        </div>
      ))}
      {read.outOfTheBox && (
        <div>
          <dt className="sr">{t('choice.outOfTheBox')}</dt>
          <dd>{t('choice.outOfTheBox')}</dd>
        </div>
      )}
    </dl>
  )
}
