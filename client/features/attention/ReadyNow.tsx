// « Êtes-vous prêt·e ? »: each seat answers; everybody sees how many, nobody sees who.
import { useTranslation } from 'react-i18next'
import { type Ask, useAsk, useAttention, useOwnSeats } from '#client/features/attention/useAttention.ts'
import { usePeople } from '#client/live/useLiveRoom.tsx'
import { useMayLead } from '#client/live/useLiveRoomLead.ts'
import type { AttentionView } from '#shared/attention/attention.ts'
import type { Seat } from '#shared/people/actor.ts'
import '#client/features/attention/attention.css'

/** Null while nothing is asked. `compact` leaves out the counts: a phone's question alone. */
export function ReadyNow({ compact }: { compact?: boolean }) {
  const { t } = useTranslation('attention')
  const ready = useAttention()?.ready
  const seats = useOwnSeats()
  const ask = useAsk()
  const leads = useMayLead()
  if (!ready) return null
  return (
    <section className="attention-ready" aria-label={t('readyAskLabel')}>
      <h2 aria-hidden="true">{t('readyAsk')}</h2>
      {seats.map((seat) => (
        <SeatAnswer key={seat.id} seat={seat} alone={seats.length === 1} ready={ready} ask={ask} />
      ))}
      {!compact && <ReadyCounts ready={ready} />}
      {leads && (
        <button
          type="button"
          className="btn quiet"
          onClick={() => void ask('attention.endReady', { id: ready.id })}
        >
          {t('readyEnd')}
        </button>
      )}
    </section>
  )
}

type Ready = NonNullable<AttentionView['ready']>

interface SeatAnswerProps {
  readonly seat: Seat
  readonly alone: boolean
  readonly ready: Ready
  readonly ask: Ask
}

function SeatAnswer({ seat, alone, ready, ask }: SeatAnswerProps) {
  const { t } = useTranslation('attention')
  const said = ready.own[seat.id]
  return (
    <div className="attention-answers" role="group" aria-label={alone ? undefined : seat.name}>
      {!alone && <p aria-hidden="true">{t('readyAskFor', { name: seat.name })}</p>}
      {(['ready', 'writing'] as const).map((answer) => (
        <button
          key={answer}
          type="button"
          className="btn lg"
          aria-pressed={said === answer}
          onClick={() => void ask('attention.answerReady', { id: ready.id, seatId: seat.id, answer })}
        >
          <span aria-hidden="true">{t(answer === 'ready' ? 'readyYes' : 'readyNot')}</span>
          <span className="sr">{t(answer === 'ready' ? 'readyYesLabel' : 'readyNot')}</span>
        </button>
      ))}
    </div>
  )
}

/** The people who were asked are those present who take part; a screen on the wall is nobody. */
export function ReadyCounts({ ready }: { ready: Ready }) {
  const { t } = useTranslation('attention')
  const present = usePeople()
    .filter(({ role }) => role !== 'observer')
    .reduce((sum, { seats }) => sum + seats.length, 0)
  // Somebody may have answered and left.
  const all = Math.max(present, ready.ready + ready.writing)
  return (
    <p className="attention-counts num">
      {t('readyCount', { ready: ready.ready, all })}
      {ready.writing > 0 && <span>{t('readyWriting', { count: ready.writing })}</span>}
    </p>
  )
}
