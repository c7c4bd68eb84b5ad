// How long a letter takes from its key to the writer's own screen and to another's, both on this machine's clock.
import type { Page } from 'playwright-core'

declare global {
  interface Window {
    letterTimes?: { keys: number[]; drawn: number[]; lengths: [number, number][] }
  }
}

/** Stands at the open text: keys pressed here, and each time its length has grown on this screen. */
export const witnessLetters = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const at = (): number => performance.timeOrigin + performance.now()
    const seen: NonNullable<Window['letterTimes']> = { keys: [], drawn: [], lengths: [] }
    window.letterTimes = seen
    const text = (): string => document.querySelector('.draft-words')?.textContent ?? ''
    addEventListener(
      'keydown',
      (event) => {
        seen.keys.push(performance.timeOrigin + event.timeStamp)
        const drawn = seen.keys.length
        const before = text().length
        const look = (): void => {
          if (text().length > before) seen.drawn[drawn - 1] = at()
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      },
      true,
    )
    let length = text().length
    const watch = (): void => {
      const now = text().length
      if (now > length) seen.lengths.push([now, at()])
      length = now
      requestAnimationFrame(watch)
    }
    requestAnimationFrame(watch)
  })

export interface LetterDelays {
  /** Milliseconds from the key to one's own screen, a letter each. */
  readonly own: readonly number[]
  /** The same to the other person's screen. */
  readonly other: readonly number[]
}

/** `writer` alone writes in this text while both are watched: the n-th key makes it n letters longer on `reader`'s screen. */
export async function letterDelays(writer: Page, reader: Page): Promise<LetterDelays> {
  const [written, read] = await Promise.all(
    [writer, reader].map((page) => page.evaluate(() => window.letterTimes)),
  )
  if (!written || !read) throw new Error('nobody watched the letters')
  const { keys, drawn } = written
  const last = read.lengths.at(-1)?.[0] ?? 0
  const arrived = keys.map((_, n) => {
    const wanted = last - keys.length + n + 1
    return read.lengths.find(([length]) => length >= wanted)?.[1] ?? Number.NaN
  })
  return {
    own: keys.map((key, n) => (drawn[n] ?? Number.NaN) - key),
    other: keys.map((key, n) => (arrived[n] ?? Number.NaN) - key),
  }
}

/** Of the sorted times the one below which `share` of them lie. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
