// Moving along a session's time: keys, marks, and playing that passes over pauses. Pure: the hands and the clock are the client's.
import type { ReplayMark, ReplaySession } from '#shared/replay/replayAnswer.ts'

type Time = Pick<ReplaySession, 'from' | 'to'>

/** Milliseconds that an arrow key moves, and a page key. */
const stride = { arrow: 10_000, page: 5 * 60_000 } as const

export const within = ({ from, to }: Time, at: number): number => Math.min(to, Math.max(from, at))

/** Where a key leads; undefined for keys that mean nothing here. */
export function movedByKey(key: string, at: number, time: Time): number | undefined {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return within(time, at - stride.arrow)
    case 'ArrowRight':
    case 'ArrowUp':
      return within(time, at + stride.arrow)
    case 'PageDown':
      return within(time, at - stride.page)
    case 'PageUp':
      return within(time, at + stride.page)
    case 'Home':
      return time.from
    case 'End':
      return time.to
    default:
      return undefined
  }
}

/** Marks nearer to one another than this are one stop: what one decision did at once. Milliseconds. */
const together = 1_000

export const markAfter = (marks: readonly ReplayMark[], at: number): ReplayMark | undefined =>
  marks.find((mark) => mark.at >= at + together)

/** The last mark well before: pressing again leads further back. */
export const markBefore = (marks: readonly ReplayMark[], at: number): ReplayMark | undefined =>
  marks.findLast((mark) => mark.at < at - together)

/** Where a mark leads: notes lie on the board a moment after it was decided to show them. */
export const seenAt = ({ kind, at }: ReplayMark): number => (kind === 'revealed' ? at + together : at)

/** The last mark at that instant or before it. */
export const markAt = (marks: readonly ReplayMark[], at: number): ReplayMark | undefined =>
  marks.findLast((mark) => mark.at <= at)

/** The step that was then; undefined before the first. */
export const stepAt = (
  marks: readonly ReplayMark[],
  at: number,
): Extract<ReplayMark, { kind: 'step' }> | undefined =>
  marks.findLast(
    (mark): mark is Extract<ReplayMark, { kind: 'step' }> => mark.kind === 'step' && mark.at <= at,
  )

/** With what is compared: the instant just before the mark that leads to this one, else the session's beginning. */
export function baselineOf({ from, marks }: Pick<ReplaySession, 'from' | 'marks'>, at: number): number {
  const mark = markBefore(marks, at)
  return mark ? Math.max(from, mark.at - 1) : from
}

/** The next instant while it plays: where nothing happens for a while, it goes on where something does. */
export function playedOn(session: ReplaySession, at: number, forward: number): number {
  const { from, to, activity, marks } = session
  const next = within(session, at + forward)
  const width = Math.max(1, to - from) / activity.length
  const part = Math.floor((next - from) / width)
  if (part >= activity.length || (activity[part] ?? 0) > 0) return next
  const busy = activity.findIndex((count, i) => i > part && count > 0)
  const wakes = [busy < 0 ? to : from + busy * width, marks.find((mark) => mark.at > at)?.at ?? to]
  return within(session, Math.ceil(Math.max(next, Math.min(...wakes))))
}
