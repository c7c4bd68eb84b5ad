// From a room's past and the hours of its changes to the sessions that can be seen again.
import { activityParts, type ReplayMark, type ReplaySession } from '#shared/replay/replayAnswer.ts'
import type { RoomPast } from '#shared/replay/roomPast.ts'

/** Milliseconds without any change between two stretches of work. */
const restMs = 4 * 3_600_000
/** Sessions told at most, the newest. */
const sessionLimit = 60
const markLimit = 500

export interface PastChanges {
  /** When something was kept, ascending, of all documents that may be read. */
  readonly changes: ArrayLike<number>
  readonly begun: readonly Extract<ReplayMark, { kind: 'begun' }>[]
  readonly now: number
}

interface Span {
  readonly id: string
  readonly kind: ReplaySession['kind']
  readonly from: number
  readonly to: number
}

/** Newest first. Work outside every session of the agenda makes stretches of its own. */
export function replaySessions(past: RoomPast, { changes, begun, now }: PastChanges): ReplaySession[] {
  const held = past.sessions.map(({ id, from, to }): Span => ({ id, kind: 'session', from, to: to ?? now }))
  const spans = [...held, ...stretches(changes, held)].sort((a, b) => b.from - a.from).slice(0, sessionLimit)
  const marks = [...past.marks, ...begun].sort((a, b) => a.at - b.at)
  return spans.map((span) => ({
    ...span,
    activity: activityIn(changes, span),
    marks: marks.filter(({ at }) => at >= span.from && at <= span.to).slice(0, markLimit),
  }))
}

function stretches(changes: ArrayLike<number>, held: readonly Span[]): Span[] {
  const found: Span[] = []
  let from: number | undefined
  let last = 0
  const close = (): void => {
    if (from !== undefined) found.push({ id: `work-${from}`, kind: 'work', from, to: last })
    from = undefined
  }
  for (let i = 0; i < changes.length; i++) {
    const at = changes[i] as number // below length
    const inSession = held.some((span) => at >= span.from && at <= span.to)
    if (inSession || (from !== undefined && at - last > restMs)) close()
    if (inSession) continue
    from ??= at
    last = at
  }
  close()
  return found
}

/** Changes in each part of a span; the last instant belongs to the last part. */
export function activityIn(
  changes: ArrayLike<number>,
  { from, to }: { readonly from: number; readonly to: number },
): number[] {
  const parts = new Array<number>(activityParts).fill(0)
  const width = Math.max(1, to - from) / activityParts
  for (let i = 0; i < changes.length; i++) {
    const at = changes[i] as number // below length
    if (at < from || at > to) continue
    const part = Math.min(activityParts - 1, Math.floor((at - from) / width))
    parts[part] = (parts[part] ?? 0) + 1
  }
  return parts
}
