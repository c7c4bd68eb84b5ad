// A token bucket that may be overdrawn once: what was asked for is granted while anything is left, and paid off after.

export interface Bucket {
  /** Takes `amount` at `now` (milliseconds). False while the bucket is overdrawn: nothing is taken then. */
  take(amount: number, now: number): boolean
  /** Milliseconds until `take` would succeed again. */
  wait(now: number): number
  /** Whether at least half of the burst is there: whoever was too fast has calmed down. */
  isCalm(now: number): boolean
}

export function bucket(perSecond: number, burst: number): Bucket {
  let level = burst
  let at = 0
  const refill = (now: number): void => {
    // A clock set back must not freeze the bucket.
    const passed = Math.max(0, now - at)
    level = at === 0 ? burst : Math.min(burst, level + (passed * perSecond) / 1000)
    at = now
  }
  return {
    take(amount, now) {
      refill(now)
      if (level <= 0) return false
      level -= amount
      return true
    },
    wait(now) {
      refill(now)
      return level > 0 ? 0 : Math.ceil((-level * 1000) / perSecond) + 1
    },
    isCalm(now) {
      refill(now)
      return level >= burst / 2
    },
  }
}
