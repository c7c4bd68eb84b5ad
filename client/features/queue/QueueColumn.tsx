// The queue in the dark column beside the board.
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { HandButton } from '#client/features/queue/HandButton.tsx'
import { NextButton } from '#client/features/queue/NextButton.tsx'
import { QueueList } from '#client/features/queue/QueueList.tsx'
import { QueueProposal } from '#client/features/queue/QueueProposal.tsx'
import { wayWords } from '#client/features/queue/queueWords.ts'
import { useQueueHere } from '#client/features/queue/useQueueActs.ts'
import '#client/features/queue/queue.css'

export function QueueColumn() {
  const id = useId()
  const { t } = useTranslation('queue')
  const { queue, acts } = useQueueHere()
  if (!queue) return null
  return (
    <section className="queue-column" aria-labelledby={id}>
      <h2 id={id}>{t('title')}</h2>
      <p className="queue-way">{wayWords(t, queue)}</p>
      <QueueList queue={queue} acts={acts} />
      {queue.handsAfter > 0 && <p className="queue-way">{t('handsAfter', { count: queue.handsAfter })}</p>}
      <QueueProposal queue={queue} acts={acts} />
      <div className="queue-acts">
        <NextButton queue={queue} acts={acts} />
        <HandButton look="wide" />
      </div>
    </section>
  )
}
