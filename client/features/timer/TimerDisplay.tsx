// The timer on the projector where no session runs: one yellow block, readable from eight metres. Null when nothing is counted.
import { useTranslation } from 'react-i18next'
import { Face } from '#client/features/timer/TimerClock.tsx'
import { useClock } from '#client/features/timer/useClock.ts'
import '#client/features/timer/timer.css'

export function TimerDisplay() {
  const { t } = useTranslation('timer')
  const clock = useClock()
  if (!clock) return null
  return (
    <section className="timer-block" aria-label={t('timer')}>
      <Face clock={clock} look="display" hidden={false} />
    </section>
  )
}
