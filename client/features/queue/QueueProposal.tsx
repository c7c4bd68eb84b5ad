// Alternation proposed to facilitators when a side has waited three turns; they decide.
import { useTranslation } from 'react-i18next'
import type { QueuePartProps } from '#client/features/queue/QueueList.tsx'

export function QueueProposal({ queue, acts }: QueuePartProps) {
  const { t } = useTranslation('queue')
  const { proposed, view, leads } = queue
  if (!proposed || !leads) return null
  const where = t(proposed === 'room' ? 'proposalRoom' : 'proposalRemote')
  return (
    <div className="queue-proposal" role="status">
      <p>{t('proposal', { where, count: view.memory.waited[proposed] })}</p>
      <div className="queue-pair">
        <button
          type="button"
          className="btn sm"
          onClick={() => void acts.alternate(true, view.alternate.antennas)}
        >
          {t('proposalYes')}
        </button>
        <button type="button" className="btn sm quiet" onClick={() => void acts.putOff()}>
          {t('proposalNo')}
        </button>
      </div>
    </div>
  )
}
