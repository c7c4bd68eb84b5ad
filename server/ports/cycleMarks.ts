// What people said of a cycle while it ran: a group opened to all online, a session cancelled. Every act stays.

export type MarkKind = 'open-online' | 'cancelled'

export interface CycleMark {
  readonly kind: MarkKind
  /** The group's id, or the session's. */
  readonly targetId: string
  /** 1 for the first act about this, one more with each. */
  readonly version: number
  /** Set, or taken back. */
  readonly on: boolean
  readonly by: string
  /** `YYYY-MM-DD`, as the demo or the server counts days. */
  readonly day: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** The room with which it goes; null where it outlives every room. */
  readonly roomId: string | null
}

export interface CycleMarks {
  /** `stale` where somebody else has already acted on the version before. */
  mark(mark: CycleMark): Promise<'saved' | 'stale'>
  /** By target, then in the order in which they were made. */
  marks(): Promise<readonly CycleMark[]>
}

/** What stands on a day, by target: since when. An act that is dated later does not exist yet. */
export function standingMarks(
  marks: readonly CycleMark[],
  kind: MarkKind,
  today: string,
): ReadonlyMap<string, string> {
  const standing = new Map<string, string>()
  for (const mark of marks) {
    if (mark.kind !== kind || mark.day > today) continue
    if (mark.on) standing.set(mark.targetId, mark.day)
    else standing.delete(mark.targetId)
  }
  return standing
}
