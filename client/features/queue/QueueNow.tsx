// The queue as one step on a phone or in the side panel: where I stand, and what I can do about it.
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { HandButton } from '#client/features/queue/HandButton.tsx'
import { NextButton } from '#client/features/queue/NextButton.tsx'
import { QueueList, type QueuePartProps } from '#client/features/queue/QueueList.tsx'
import { QueueProposal } from '#client/features/queue/QueueProposal.tsx'
import { QueueSwitches } from '#client/features/queue/QueueSwitches.tsx'
import { wayWords } from '#client/features/queue/queueWords.ts'
import { SpeakingTime } from '#client/features/queue/SpeakingTime.tsx'
import { placeOf } from '#client/features/queue/useQueue.ts'
import { useQueueHere } from '#client/features/queue/useQueueActs.ts'
import '#client/features/queue/queue.css'

/** Null when nobody speaks, nobody waits and no round runs. `compact` leaves out the list: a phone's own place alone. */
export function QueueNow({ compact }: { compact?: boolean }) {
  const id = useId()
  const { t } = useTranslation('queue')
  const { queue, acts } = useQueueHere()
  if (!queue || (!queue.speaking && !queue.view.round && queue.view.waiting.length === 0)) return null
  return (
    <section className="queue-now" aria-labelledby={id}>
      <h2 id={id}>{t('title')}</h2>
      <OwnPlace queue={queue} acts={acts} />
      {!compact && (
        <>
          <p className="queue-way">{wayWords(t, queue)}</p>
          <QueueList queue={queue} acts={acts} />
          {queue.handsAfter > 0 && (
            <p className="queue-way">{t('handsAfter', { count: queue.handsAfter })}</p>
          )}
        </>
      )}
      {compact && !queue.speaking?.isOwn && (
        <p className="queue-way">
          {queue.speaking ? t('speaks', { name: queue.speaking.name }) : t('nobody')}
        </p>
      )}
      <QueueProposal queue={queue} acts={acts} />
      <div className="queue-acts">
        <NextButton queue={queue} acts={acts} />
        <HandButton look="wide" />
      </div>
      {!compact && queue.leads && <QueueSwitches queue={queue} acts={acts} />}
    </section>
  )
}

/** Large, first on the screen: one's turn, or one's place. */
function OwnPlace({ queue, acts }: QueuePartProps) {
  const { t } = useTranslation('queue')
  const { speaking, view, ownSeats } = queue
  const alone = ownSeats.length === 1
  if (speaking?.isOwn && view.speaking) {
    return (
      <div className="queue-mine now">
        <p className="queue-big">{alone ? t('yourTurn') : t('turnOf', { name: speaking.name })}</p>
        <SpeakingTime since={view.speaking.since} />
        {view.speaking.isOfRound && (
          <button type="button" className="btn" onClick={() => void acts.pass()}>
            {t('pass')}
          </button>
        )}
      </div>
    )
  }
  const places = ownSeats.flatMap(({ id }) => placeOf(queue, id) ?? [])
  if (places.length === 0) return null
  return (
    <ul className="queue-mine">
      {places.map(({ line, n }) => (
        <li key={line.entryId} className="queue-big">
          {queue.next?.entryId === line.entryId
            ? t(alone ? 'youAreNext' : 'isNext', { name: line.name })
            : t(alone ? 'youAre' : 'isPlace', { n, name: line.name })}
        </li>
      ))}
    </ul>
  )
}
