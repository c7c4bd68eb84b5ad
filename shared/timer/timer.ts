// The room's timer: a length of time that a facilitator gives, whose end the server stamps. Nothing fires and nothing closes at the end.
import { z } from 'zod'
import { ok, type Result, refuse } from '#shared/contract/result.ts'
import { slice } from '#shared/contract/slice.ts'
import { mayFacilitate } from '#shared/people/access.ts'

const State = z.discriminatedUnion('status', [
  z.object({ status: z.literal('idle') }),
  /** `endsAt`: milliseconds since 1970, server clock; in the past once the time is over. */
  z.object({ status: z.literal('running'), endsAt: z.number() }),
  z.object({ status: z.literal('paused'), remainingMs: z.number() }),
])
export type TimerState = z.output<typeof State>

export const minuteMs = 60_000
export const timerLimits = { leastMs: 10_000, mostMs: 4 * 60 * minuteMs } as const

/** What facilitators may add at once, in minutes. */
export const extensions = [1, 2, 5] as const
export type Extension = (typeof extensions)[number]
const extension = z.union([z.literal(1), z.literal(2), z.literal(5)])

const { command, with: withCommands } = slice<TimerState>(State, { status: 'idle' })

/** What a person sees that tells one state of the timer from another: its end, or what is left of it while it stands still. */
export const seenOf = (state: TimerState): number | null =>
  state.status === 'running' ? state.endsAt : state.status === 'paused' ? state.remainingMs : null

/**
 * [T1] The server stamps the end; a client sends a length, never a date, so that no clock but the server's matters.
 * [T2] Only facilitators run the timer; everyone sees it.
 * [T3] Whoever acts says what they saw. Of two facilitators who act at the same instant the second is told, and nothing happens twice.
 * [T4] Nothing happens at the end: the timer stays, over, until it is extended, stopped or started anew.
 */
export const timer = withCommands({
  start: command({
    input: z.object({ durationMs: z.number().int().min(timerLimits.leastMs).max(timerLimits.mostMs) }),
    may: mayFacilitate,
    apply: (state, { durationMs }, { now }) =>
      isUnderWay(state, now)
        ? refuse('conflict', 'timer.runs')
        : ok<TimerState>({ status: 'running', endsAt: now + durationMs }),
  }),
  pause: command({
    input: z.object({ seen: z.number() }),
    may: mayFacilitate,
    apply: (state, { seen }, { now }) => {
      if (state.status !== 'running' || state.endsAt <= now) return refuse('wrong-state', 'timer.notRunning')
      if (state.endsAt !== seen) return refuse('conflict', 'timer.changed')
      return ok<TimerState>({ status: 'paused', remainingMs: state.endsAt - now })
    },
  }),
  resume: command({
    input: z.object({ seen: z.number() }),
    may: mayFacilitate,
    apply: (state, { seen }, { now }) => {
      if (state.status !== 'paused') return refuse('wrong-state', 'timer.notPaused')
      if (state.remainingMs !== seen) return refuse('conflict', 'timer.changed')
      return ok<TimerState>({ status: 'running', endsAt: now + state.remainingMs })
    },
  }),
  extend: command({
    input: z.object({ minutes: extension, seen: z.number() }),
    may: mayFacilitate,
    apply: (state, { minutes, seen }, { now }) => {
      if (state.status === 'idle') return refuse('wrong-state', 'timer.none')
      if (seenOf(state) !== seen) return refuse('conflict', 'timer.changed')
      return extended(state, minutes * minuteMs, now)
    },
  }),
  stop: command({
    input: z.object({ seen: z.number() }),
    may: mayFacilitate,
    apply: (state, { seen }) =>
      // Stopped twice is stopped; but not what somebody started or extended meanwhile.
      state.status === 'idle' || seenOf(state) === seen
        ? ok<TimerState>({ status: 'idle' })
        : refuse('conflict', 'timer.changed'),
  }),
})

/** A timer whose time is over may be replaced: it has said what it had to say. */
const isUnderWay = (state: TimerState, now: number): boolean =>
  state.status === 'paused' || (state.status === 'running' && state.endsAt > now)

/** [T5] After the end the minutes count from now, not from the end: « encore 2 min » gives two minutes. */
function extended(
  state: Exclude<TimerState, { status: 'idle' }>,
  addedMs: number,
  now: number,
): Result<TimerState> {
  const left = (state.status === 'paused' ? state.remainingMs : Math.max(0, state.endsAt - now)) + addedMs
  if (left > timerLimits.mostMs) return refuse('too-large', 'timer.tooLong')
  return ok(
    state.status === 'paused' ? { ...state, remainingMs: left } : { status: 'running', endsAt: now + left },
  )
}
