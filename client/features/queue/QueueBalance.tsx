// A gentle balance: turns and minutes per side, for facilitators; of people there is nothing to show.
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { QueuePartProps } from '#client/features/queue/QueueList.tsx'

export function QueueBalance({ queue, acts }: QueuePartProps) {
  const id = useId()
  const { t } = useTranslation('queue')
  const { sums } = queue.view
  if (!sums) return null
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
