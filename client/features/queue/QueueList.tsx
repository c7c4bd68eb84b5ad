// Who speaks and who waits; for facilitators one tap on a person gives or ends the floor.
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { QueueRow } from '#client/features/queue/QueueRow.tsx'
import { whereWords } from '#client/features/queue/queueWords.ts'
import { SpeakingTime } from '#client/features/queue/SpeakingTime.tsx'
import type { QueueLine, ShownQueue } from '#client/features/queue/useQueue.ts'
import type { QueueActs } from '#client/features/queue/useQueueActs.ts'

export interface QueuePartProps {
  readonly queue: ShownQueue
  readonly acts: QueueActs
}

export function QueueList({ queue, acts }: QueuePartProps) {
  const { t } = useTranslation('queue')
  const { speaking, waiting } = queue
  return (
    <ol className="queue-list">
      {speaking && <SpeakingRow queue={queue} acts={acts} line={speaking} />}
      {waiting.map((line, at) => (
        <WaitingRow key={line.entryId} queue={queue} acts={acts} line={line} at={at} />
      ))}
      {!speaking && waiting.length === 0 && <li className="queue-nobody">{t('nobodyWaits')}</li>}
    </ol>
  )
}

interface RowProps extends QueuePartProps {
  readonly line: QueueLine
}

function SpeakingRow({ queue, acts, line }: RowProps) {
  const { t } = useTranslation('queue')
  const turn = queue.view.speaking
  if (!turn) return null
  const row = (
    <QueueRow line={line}>
      <SpeakingTime since={turn.since} />
    </QueueRow>
  )
  return (
    <li className="queue-on">
      <span className="sr">{t('speakingLabel', { name: line.name, where: whereWords(t, line) })}</span>
      {queue.leads ? (
        <button
          type="button"
          className="queue-tap"
          aria-label={t('endOfLabel', { name: line.name })}
          title={t('end')}
          onClick={() => void acts.end()}
        >
          {row}
        </button>
      ) : (
        <span className="queue-tap">{row}</span>
      )}
      {turn.isChosen && <small className="queue-chosen">{t('chosen')}</small>}
    </li>
  )
}

function WaitingRow({ queue, acts, line, at }: RowProps & { readonly at: number }) {
  const { t } = useTranslation('queue')
  const inRound = queue.view.round !== null
  const isNext = queue.next?.entryId === line.entryId
  const row = (
    <QueueRow line={line}>
      <span className="queue-place">{isNext ? t('next') : t('place', { n: at + 1 })}</span>
    </QueueRow>
  )
  const mayLower = queue.leads || (line.isOwn && !inRound)
  return (
    <li>
      {queue.leads ? (
        <button type="button" className="queue-tap" onClick={() => void acts.give(line.entryId)}>
          <span className="sr">{t('giveTo', { name: line.name })}. </span>
          {row}
        </button>
      ) : (
        <span className="queue-tap">{row}</span>
      )}
      {mayLower && (
        <button
          type="button"
          className="queue-lower"
          aria-label={t(inRound ? 'takeOutLabel' : 'lowerFor', { name: line.name })}
          title={t(inRound ? 'takeOutLabel' : 'lowerFor', { name: line.name })}
          onClick={() => void acts.lower(line.entryId)}
        >
          <X className="i" aria-hidden="true" />
        </button>
      )}
    </li>
  )
}
