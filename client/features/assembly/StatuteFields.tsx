// Weights and proxies of a vote: an administrator's, each with the paragraph of the statutes that asks for it.
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '#client/ui/Field.tsx'
import type { DeskAnswer } from '#shared/assembly/assemblyAnswers.ts'

export const emptyStatutes = {
  weightStatute: '',
  weights: [] as readonly { readonly accountId: string; readonly weight: number }[],
  proxyStatute: '',
  most: '2',
  proxies: [] as readonly { readonly giverId: string; readonly holderId: string }[],
  voters: [] as DeskAnswer['voters'],
}
export type Statutes = typeof emptyStatutes

const nameIn = (voters: DeskAnswer['voters'], id: string): string =>
  voters.find(({ accountId }) => accountId === id)?.name ?? id

/** Nothing departs from one member, one vote where no line was added. */
export const statutesOf = ({ most, proxies, proxyStatute, voters, weights, weightStatute }: Statutes) => ({
  weights:
    weights.length === 0
      ? null
      : {
          statute: weightStatute,
          of: weights.map((one) => ({ ...one, name: nameIn(voters, one.accountId) })),
        },
  proxies:
    proxies.length === 0
      ? null
      : {
          ...{ statute: proxyStatute, most: Number(most) },
          given: proxies.map(({ giverId, holderId }) => ({
            ...{
              giverId,
              giverName: nameIn(voters, giverId),
              holderId,
              holderName: nameIn(voters, holderId),
            },
          })),
        },
})

export interface StatuteFieldsProps {
  readonly voters: DeskAnswer['voters']
  readonly statutes: Statutes
  readonly onChange: (statutes: Statutes) => void
  /** A ranking gives everybody the same weight. */
  readonly weighted: boolean
}

export function StatuteFields({ onChange, statutes, voters, weighted }: StatuteFieldsProps) {
  const { t } = useTranslation('assembly')
  const set = (more: Partial<Statutes>): void => onChange({ ...statutes, voters, ...more })
  return (
    <details className="as-more">
      <summary>{t('statutes')}</summary>
      <p className="sm soft">{t('statutesText')}</p>
      <h3>{t('proxies')}</h3>
      <div className="as-two">
        <Field
          label={t('statute')}
          hint={t('statuteHint')}
          maxLength={200}
          value={statutes.proxyStatute}
          onChange={({ target }) => set({ proxyStatute: target.value })}
        />
        <Field
          label={t('proxiesMost')}
          type="number"
          min={1}
          max={20}
          value={statutes.most}
          onChange={({ target }) => set({ most: target.value })}
        />
      </div>
      <Lines
        lines={statutes.proxies.map(({ giverId, holderId }) =>
          t('proxyLine', { giver: nameIn(voters, giverId), holder: nameIn(voters, holderId) }),
        )}
        onRemove={(at) => set({ proxies: statutes.proxies.filter((_, n) => n !== at) })}
      />
      <AddLine
        {...{ voters, labels: [t('giver'), t('holder')] }}
        onAdd={(giverId, holderId) => set({ proxies: [...statutes.proxies, { giverId, holderId }] })}
      />
      {weighted && (
        <>
          <h3>{t('weights')}</h3>
          <Field
            label={t('statute')}
            hint={t('statuteHint')}
            maxLength={200}
            value={statutes.weightStatute}
            onChange={({ target }) => set({ weightStatute: target.value })}
          />
          <Lines
            lines={statutes.weights.map(({ accountId, weight }) =>
              t('weightLine', { name: nameIn(voters, accountId), count: weight }),
            )}
            onRemove={(at) => set({ weights: statutes.weights.filter((_, n) => n !== at) })}
          />
          <AddWeight
            voters={voters}
            onAdd={(accountId, weight) => set({ weights: [...statutes.weights, { accountId, weight }] })}
          />
        </>
      )}
    </details>
  )
}

function Lines({ lines, onRemove }: { lines: readonly string[]; onRemove: (at: number) => void }) {
  const { t } = useTranslation('assembly')
  return (
    <ul className="as-lines">
      {lines.map((line, at) => (
        <li key={line}>
          {line}
          <button
            type="button"
            className="btn quiet icon sm"
            aria-label={t('removeLabel', { name: line })}
            onClick={() => onRemove(at)}
          >
            <X className="i" aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  )
}

interface PickProps {
  readonly label: string
  readonly voters: DeskAnswer['voters']
  readonly value: string
  readonly onChange: (id: string) => void
}

function Pick({ label, onChange, value, voters }: PickProps) {
  return (
    <label className="field">
      <span className="lab">{label}</span>
      <select className="input" value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="" />
        {voters.map(({ accountId, name }) => (
          <option key={accountId} value={accountId}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

function AddLine({
  labels: [one = '', other = ''],
  onAdd,
  voters,
}: {
  labels: readonly string[]
  voters: DeskAnswer['voters']
  onAdd: (one: string, other: string) => void
}) {
  const { t } = useTranslation('assembly')
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  return (
    <div className="as-two">
      <Pick label={one} {...{ voters }} value={first} onChange={setFirst} />
      <Pick label={other} {...{ voters }} value={second} onChange={setSecond} />
      <button
        type="button"
        className="btn"
        aria-disabled={!first || !second}
        onClick={() => {
          if (!first || !second) return
          onAdd(first, second)
          setFirst('')
        }}
      >
        <Plus className="i" aria-hidden="true" />
        {t('add')}
      </button>
    </div>
  )
}

function AddWeight({
  onAdd,
  voters,
}: {
  voters: DeskAnswer['voters']
  onAdd: (id: string, weight: number) => void
}) {
  const { t } = useTranslation('assembly')
  const [who, setWho] = useState('')
  const [weight, setWeight] = useState('2')
  return (
    <div className="as-two">
      <Pick label={t('weightOf')} {...{ voters }} value={who} onChange={setWho} />
      <Field
        label={t('weightCount')}
        type="number"
        min={1}
        max={1000}
        value={weight}
        onChange={({ target }) => setWeight(target.value)}
      />
      <button
        type="button"
        className="btn"
        aria-disabled={!who || !(Number(weight) >= 1)}
        onClick={() => {
          if (!who || !(Number(weight) >= 1)) return
          onAdd(who, Math.round(Number(weight)))
          setWho('')
        }}
      >
        <Plus className="i" aria-hidden="true" />
        {t('add')}
      </button>
    </div>
  )
}
