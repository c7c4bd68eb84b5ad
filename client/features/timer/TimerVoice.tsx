// Says that time runs out: politely at five minutes, one minute and the end; one soft tone at the end where it is wanted. Shows nothing.
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { playTone, prepareTone } from '#client/features/timer/softTone.ts'
import { type StepTime, useClock } from '#client/features/timer/useClock.ts'
import { useSoundWanted } from '#client/features/timer/useSoundWanted.ts'
import { announce } from '#client/ui/announcer.tsx'
import { momentPassed } from '#shared/timer/timeLeft.ts'

/** A phone that wakes long after the end shows it, and does not sound. Milliseconds. */
const soundWithinMs = 10_000

/** Once per page, whichever clocks it shows. `display`: the projector, which sounds unless somebody chose otherwise there. */
export function TimerVoice({ step, display = false }: { step?: StepTime | null; display?: boolean }) {
  const { t } = useTranslation('timer')
  const clock = useClock(step)
  const [sound] = useSoundWanted(display)
  const before = useRef<{ name: string; leftMs: number } | null>(null)
  useEffect(() => (sound ? prepareTone() : undefined), [sound])
  useEffect(() => {
    const last = before.current
    before.current = clock && { name: clock.name, leftMs: clock.leftMs }
    if (!clock || clock.paused || last?.name !== clock.name) return
    const moment = momentPassed(last.leftMs, clock.leftMs)
    if (!moment) return
    announce(t(`said.${moment}`))
    if (moment === 'end' && sound && clock.leftMs > -soundWithinMs) playTone()
  })
  return null
}
