// « Je m'absente »: one's own seats, shown in the list of people until back.
import { Coffee } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useAsk, useAway, useOwnSeats } from '#client/features/attention/useAttention.ts'
import { announce } from '#client/ui/announcer.tsx'
import '#client/features/attention/attention.css'

/** Null for observers. `onAway`: somebody has just gone; whatever was open for it may close. */
export function AwayToggle({ onAway }: { onAway?: () => void }) {
  const { t } = useTranslation('attention')
  const ask = useAsk()
  const away = useAway()
  const seats = useOwnSeats()
  const set = async (seatId: string, isAway: boolean): Promise<void> => {
    if (!(await ask('attention.away', { seatId, isAway }))) return
    announce(t(isAway ? 'saidAway' : 'saidBack'))
    if (isAway) onAway?.()
  }
  if (seats.length === 0) return null
  return (
    <div className="attention-away">
      {seats.map(({ id, name }) => {
        const isAway = away.has(id)
        const words =
          seats.length === 1 ? t(isAway ? 'back' : 'away') : t(isAway ? 'backFor' : 'awayFor', { name })
        return (
          <button
            key={id}
            type="button"
            className={`btn ${isAway ? 'primary' : ''}`}
            onClick={() => void set(id, !isAway)}
          >
            <Coffee className="i" aria-hidden="true" />
            {words}
          </button>
        )
      })}
    </div>
  )
}

/** Beside a name in a list of people; null for somebody who is here. */
export function AwayMark({ seatId }: { seatId: string }) {
  const { t } = useTranslation('attention')
  const isAway = useAway().has(seatId)
  if (!isAway) return null
  return (
    <span className="attention-is-away">
      <Coffee className="i" aria-hidden="true" />
      <span aria-hidden="true">{t('isAway')}</span>
      <span className="sr">{t('isAwayLabel')}</span>
    </span>
  )
}
