// The dock's tool for facilitators: who speaks, how the floor goes round, other people's hands, the balance.
import { Hand } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { NextButton } from '#client/features/queue/NextButton.tsx'
import { QueueBalance } from '#client/features/queue/QueueBalance.tsx'
import { QueueForOthers } from '#client/features/queue/QueueForOthers.tsx'
import { QueueList } from '#client/features/queue/QueueList.tsx'
import { QueueProposal } from '#client/features/queue/QueueProposal.tsx'
import { QueueSwitches } from '#client/features/queue/QueueSwitches.tsx'
import { wayWords } from '#client/features/queue/queueWords.ts'
import { useQueueHere } from '#client/features/queue/useQueueActs.ts'
import { DockPopover } from '#client/ui/DockPopover.tsx'
import '#client/features/queue/queue.css'

export function QueueDockButton() {
  const { t } = useTranslation('queue')
  const { queue, acts } = useQueueHere()
  if (!queue?.leads) return null
  const runs = Boolean(queue.speaking ?? queue.view.round) || queue.view.waiting.length > 0
  return (
    <DockPopover icon={Hand} label={t('title')} runs={runs}>
      {() => (
        <>
          <p className="queue-way">{wayWords(t, queue)}</p>
          <QueueProposal queue={queue} acts={acts} />
          <QueueList queue={queue} acts={acts} />
          <div className="queue-acts">
            <NextButton queue={queue} acts={acts} />
          </div>
          <QueueSwitches queue={queue} acts={acts} />
          <QueueForOthers queue={queue} acts={acts} />
          <QueueBalance queue={queue} acts={acts} />
        </>
      )}
    </DockPopover>
  )
}
