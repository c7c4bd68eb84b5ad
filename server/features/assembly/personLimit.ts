// How often one person may do something in ten minutes. In memory: a restart forgives.

export interface PersonLimit {
  /** Seconds to wait before the next time; 0 when it may be now. */
  wait(who: string, now: number): number
  did(who: string, now: number): void
}

/** Milliseconds for which a time counts. */
const window = 10 * 60_000
/** People remembered at most; whoever did it longest ago is forgotten first. */
const remembered = 20_000

export function personLimit(allowed: number): PersonLimit {
  const times = new Map<string, readonly number[]>()
  const recent = (who: string, now: number): readonly number[] =>
    (times.get(who) ?? []).filter((at) => at > now - window)
  return {
    wait(who, now) {
      const counted = recent(who, now)
      const oldest = counted[counted.length - allowed]
      return oldest === undefined ? 0 : Math.max(1, Math.ceil((oldest + window - now) / 1000))
    },
    did(who, now) {
      const counted = [...recent(who, now), now].slice(-allowed)
      times.delete(who)
      times.set(who, counted)
      const first = times.keys().next()
      if (times.size > remembered && !first.done) times.delete(first.value)
    },
  }
}
