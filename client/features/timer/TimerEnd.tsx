// « Le temps est passé »: shown to those who facilitate, with the one thing that is often wanted then. Nothing closes by itself.
import { Hourglass } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type StepTime, useClock } from '#client/features/timer/useClock.ts'
import { useCommand } from '#client/live/useCommand.ts'
import { useSlice } from '#client/live/useLiveRoom.tsx'
import { useMayLead } from '#client/live/useLiveRoomLead.ts'
import '#client/features/timer/timer.css'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import { seenOf } from '#shared/timer/timer.ts'

/** Null before the end. Participants see the sentence, facilitators also « Encore 2 min ». */
export function TimerEnd({ step = null }: { step?: StepTime | null }) {
  const { t } = useTranslation('timer')
  const clock = useClock(step)
  const timer = useSlice('timer')
  const leads = useMayLead()
  const [extend, stop] = [useCommand('timer.extend'), useCommand('timer.stop')]
  if (!clock || clock.paused || clock.leftMs > 0) return null
  const seen = timer ? seenOf(timer) : null
  const more = async (): Promise<void> => {
    if (clock.source === 'step') step?.extend?.(2)
    else if (seen !== null) sayRefusal(await extend({ minutes: 2, seen }))
  }
  const mayExtend = clock.source === 'step' ? step?.extend !== undefined : leads
  return (
    <div className="timer-end">
      <Hourglass className="i" aria-hidden="true" />
      <b className="grow">{t('over')}</b>
      {mayExtend && (
        <button type="button" className="btn sm" onClick={() => void more()}>
          {t('twoMore')}
        </button>
      )}
      {leads && seen !== null && (
        <button
          type="button"
          className="btn sm quiet"
          onClick={async () => void sayRefusal(await stop({ seen }))}
        >
          {t('stop')}
        </button>
      )}
    </div>
  )
}
