// A sub-group's own time: a clock face for the eyes, whole minutes for the ears. At zero nothing closes.
import { useTranslation } from 'react-i18next'
import { useServerNow } from '#client/live/useServerNow.ts'
import { clockFace, minutesLeft } from '#shared/timer/timeLeft.ts'

/** How often the face is looked at, in milliseconds. */
const lookMs = 500

export function SubgroupTime({ endsAt }: { endsAt: number | null }) {
  const { t } = useTranslation('subgroups')
  const now = useServerNow(endsAt === null ? null : lookMs)
  if (endsAt === null) return null
  const left = endsAt - now
  const isOver = left <= 0
  return (
    <span className={`subgroups-time ${isOver ? 'over' : ''}`}>
      <span className="num" aria-hidden="true">
        {isOver ? t('over') : clockFace(left)}
      </span>
      <span className="sr" role="timer" aria-live="off">
        {isOver ? t('over') : t('leftLabel', { count: minutesLeft(left) })}
      </span>
    </span>
  )
}
