// What a length of time looks and sounds like while it runs out. Pure: the same for the timer and for a step's own time.

/** Something that is said once while time runs out. */
export type TimeMoment = 'five' | 'one' | 'end'

const moments: readonly (readonly [TimeMoment, number])[] = [
  ['end', 0],
  ['one', 60_000],
  ['five', 300_000],
]

/**
 * The moment passed between two looks at what is left, the latest where there were several (a phone that slept). Undefined when
 * none was. Whoever comes later than a moment is not told of it.
 */
export const momentPassed = (beforeMs: number, nowMs: number): TimeMoment | undefined =>
  moments.find(([, at]) => beforeMs > at && nowMs <= at)?.[0]

/** `12:40`; whole minutes beyond the hour (`90:00`). The last second shown is 00:01: at 00:00 the time is over. */
export function clockFace(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000))
  return `${twoDigits(Math.floor(seconds / 60))}:${twoDigits(seconds % 60)}`
}

const twoDigits = (n: number): string => String(n).padStart(2, '0')

/** Whole minutes, rounded up: what a screen reader hears, so that the name of the clock changes once a minute and not each second. */
export const minutesLeft = (leftMs: number): number => Math.max(0, Math.ceil(leftMs / 60_000))
