// What the clock shows: the timer where there is one, else the time of the step that is now.
import { useSlice } from '#client/live/useLiveRoom.tsx'
import { useServerNow } from '#client/live/useServerNow.ts'
import type { TimerState } from '#shared/timer/timer.ts'

/** The present step's own time, handed in by the page: features do not know one another. */
export interface StepTime {
  /** Milliseconds since 1970, server clock. */
  readonly endsAt: number
  /** Gives the step more minutes; absent for whoever may not. */
  readonly extend?: ((minutes: number) => void) | undefined
}

export interface Clock {
  readonly source: 'timer' | 'step'
  readonly paused: boolean
  /** Milliseconds; negative once the time is over. */
  readonly leftMs: number
  /** Tells one count-down from another: it changes when time is given. */
  readonly name: string
}

/** How often the face is looked at, in milliseconds: twice a second, so that no second is seen to last two. */
const lookMs = 500

/** Null where nothing is counted. Renders again twice a second while it runs: keep it low in the tree. */
export function useClock(step?: StepTime | null): Clock | null {
  const timer = useSlice('timer')
  const runs = timer?.status === 'running' || (timer?.status !== 'paused' && step != null)
  const now = useServerNow(runs ? lookMs : null)
  return clockOf(timer, step, now)
}

export function clockOf(
  timer: TimerState | undefined,
  step: StepTime | null | undefined,
  now: number,
): Clock | null {
  if (timer?.status === 'paused')
    return { source: 'timer', paused: true, leftMs: timer.remainingMs, name: `pause ${timer.remainingMs}` }
  if (timer?.status === 'running')
    return { source: 'timer', paused: false, leftMs: timer.endsAt - now, name: `timer ${timer.endsAt}` }
  if (!step) return null
  return { source: 'step', paused: false, leftMs: step.endsAt - now, name: `step ${step.endsAt}` }
}
