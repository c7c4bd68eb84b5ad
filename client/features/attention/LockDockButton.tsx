// « Verrouiller »: what nobody changes until a facilitator unlocks it, and fewer tools for participants.
import { Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Lookable } from '#client/features/attention/lookable.ts'
import { useAsk, useAttention, useLocks } from '#client/features/attention/useAttention.ts'
import { useLookables } from '#client/features/attention/useLookables.ts'
import { useMayLead } from '#client/live/useLiveRoomLead.ts'
import { DockPopover } from '#client/ui/DockPopover.tsx'
import { Switch } from '#client/ui/Switch.tsx'

export interface LockProps {
  /** Ids of the board's records that this person has selected. */
  readonly getSelection?: (() => readonly string[]) | undefined
}

export function LockDockButton({ getSelection }: LockProps) {
  const { t } = useTranslation('attention')
  const attention = useAttention()
  const leads = useMayLead()
  if (!leads || !attention) return null
  const { locked, fewTools } = attention
  const runs = fewTools || locked.records.length + locked.drafts.length > 0
  return (
    <DockPopover icon={Lock} label={t('lock')} runs={runs}>
      {() => <LockPanel getSelection={getSelection} />}
    </DockPopover>
  )
}

function LockPanel({ getSelection }: LockProps) {
  const { t } = useTranslation('attention')
  const ask = useAsk()
  const attention = useAttention()
  const { frames, drafts } = useLookables()
  if (!attention) return null
  const { locked, fewTools } = attention
  const selected = (getSelection?.() ?? []).filter((id) => !locked.records.includes(id))
  const others = locked.records.filter((id) => !frames.some(({ key }) => key === id)).length
  const some = locked.records.length + locked.drafts.length > 0
  return (
    <>
      <p className="attention-hint">{t('lockText')}</p>
      {selected.length > 0 && (
        <button
          type="button"
          className="btn primary"
          onClick={() => void ask('attention.lock', { records: selected, drafts: [] })}
        >
          {t('lockSelection', { count: selected.length })}
        </button>
      )}
      <Switch
        label={t('fewTools')}
        isOn={fewTools}
        onChange={(isOn) => void ask('attention.fewTools', { isOn })}
      />
      <LockList title={t('frames')} places={frames} kind="records" />
      <LockList title={t('drafts')} places={drafts} kind="drafts" />
      {others > 0 && <p className="attention-hint">{t('otherLocks', { count: others })}</p>}
      {some && (
        <button type="button" className="btn" onClick={() => void ask('attention.unlock', locked)}>
          {t('unlockAll')}
        </button>
      )}
    </>
  )
}

interface LockListProps {
  readonly title: string
  readonly places: readonly Lookable[]
  readonly kind: 'records' | 'drafts'
}

function LockList({ title, places, kind }: LockListProps) {
  const { t } = useTranslation('attention')
  const ask = useAsk()
  const locks = useLocks()
  if (places.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      <ul className="attention-places">
        {places.map(({ key, label }) => {
          const isLocked = locks[kind].has(key)
          const which = { records: [], drafts: [], [kind]: [key] }
          return (
            <li key={key}>
              <span className="grow">
                {isLocked && <Lock className="i" aria-hidden="true" />}
                {label}
                {isLocked && <span className="sr">, {t('locked')}</span>}
              </span>
              <button
                type="button"
                className="btn sm"
                aria-label={t(isLocked ? 'unlockLabel' : 'lockLabel', { label })}
                onClick={() => void ask(isLocked ? 'attention.unlock' : 'attention.lock', which)}
              >
                {t(isLocked ? 'unlock' : 'lock')}
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
