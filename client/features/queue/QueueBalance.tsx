// A gentle balance: turns and minutes per side, for facilitators; of people there is nothing to show.
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { QueuePartProps } from '#client/features/queue/QueueList.tsx'
import { useSlice } from '#client/live/useLiveRoom.tsx'
import { sumsIn } from '#shared/queue/queueState.ts'

export function QueueBalance({ queue, acts }: QueuePartProps) {
  const id = useId()
  const { t } = useTranslation('queue')
  const sessionId = useSlice('agenda')?.sessionId ?? null
  const { session, sums: kept } = queue.view
  if (!kept) return null
  const sums = sumsIn({ session, sums: kept }, sessionId)
  return (
    <section className="queue-balance" aria-labelledby={id}>
      <h3 id={id}>{t('balance')}</h3>
      <dl>
        {(['room', 'remote'] as const).map((side) => (
          <div key={side}>
            <dt>{t(side === 'room' ? 'balanceRoom' : 'balanceRemote')}</dt>
            <dd className="num">
              {t('turns', { count: sums[side].turns })},{' '}
              {t('minutes', { n: Math.round(sums[side].ms / 60_000) })}
            </dd>
          </div>
        ))}
      </dl>
      <p className="queue-hint">{t('balanceText')}</p>
      <button type="button" className="btn sm quiet" onClick={() => void acts.resetBalance()}>
        {t('balanceReset')}
      </button>
    </section>
  )
}
