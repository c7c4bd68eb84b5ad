// When a broken line tries again: soon, but never two hundred people in the same second.
import { closeCode } from '#shared/contract/closeCode.ts'

/** Milliseconds: the least wait and what chance adds to it. */
interface Spread {
  readonly least: number
  readonly chance: number
}

const usual: Spread = { least: 500, chance: 2_000 }
/** The attempt itself has used up the wait: whoever hung for seconds is spread enough. */
const afterHanging: Spread = { least: 100, chance: 500 }
const rightsChanged: Spread = { least: 150, chance: 1_200 }
const tooFast: Spread = { least: 2_000, chance: 3_000 }
/** After many failures: a server that is away for long is not asked more often than needed. */
const patient: Spread = { least: 500, chance: 4_500 }

const many = 60
const hung = 2_000

export interface Failure {
  readonly code: number
  /** Attempts in a row that led to no join, this one included. */
  readonly failures: number
  /** Milliseconds that the attempt took before it failed. */
  readonly took: number
}

/** Milliseconds to wait; `chance` is in [0, 1). */
export function returnDelay({ code, failures, took }: Failure, chance: number): number {
  const spread =
    code === closeCode.slowDown
      ? tooFast
      : code === closeCode.rightsChanged && failures <= 1
        ? rightsChanged
        : failures > many
          ? patient
          : failures > 1 && took >= hung
            ? afterHanging
            : usual
  return spread.least + chance * spread.chance
}

/**
 * Milliseconds that the next attempt may take to be answered. The first has time: the page may still be
 * loading over the same line. The next are short: on a line whose packets vanished a new
 * attempt gets through sooner than an old one's repeats. Every fourth is long, for lines that are merely slow.
 */
export const attemptLimit = (failures: number): number =>
  failures === 0 ? 6_000 : failures % 4 === 0 ? 10_000 : 2_500

/** Gives the lines of one room, when they break together, the same moment to return. */
export function returnSchedule(random: () => number = Math.random): (failure: Failure) => number {
  let due = 0
  return (failure) => {
    const now = Date.now()
    const left = due - now
    if (failure.code < 4400 && left > 0 && left <= usual.least + usual.chance) return left
    const delay = returnDelay(failure, random())
    if (failure.code < 4400) due = now + delay
    return delay
  }
}
