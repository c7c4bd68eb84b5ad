// Stands in a page from its first instant and notes when the room is shown as it truly is: step, clock, vote, who is here.
import type { BrowserContext, Page } from 'playwright-core'

/** What a page must show before the witness calls it right. */
export interface RightState {
  readonly step: string
  /** How many people there are, as the bar counts them, in the room and at a distance. */
  readonly people: readonly [room: number, remote: number]
  /** How many have answered the open question. */
  readonly answered: number
}

export interface ArrivalTimes {
  /** Milliseconds since the navigation began. */
  readonly doorAnswered: number
  readonly right: number
}

declare global {
  interface Window {
    roomRightAt?: number
  }
}

/** Before the page is opened. */
export const witnessState = (context: BrowserContext, state: RightState): Promise<unknown> =>
  context.addInitScript(witness, state)

/** Waits until the page was right. */
export async function arrivalTimes(page: Page): Promise<ArrivalTimes> {
  await page.waitForFunction(() => window.roomRightAt !== undefined, undefined, { polling: 50 })
  return page.evaluate(() => {
    const answers = performance.getEntriesByType('resource') as PerformanceResourceTiming[] // that type's own entries
    const door = answers.find(({ name }) => /\/api\/rooms\/[^/]+\/join$/.test(name))
    return { doorAnswered: door?.responseEnd ?? Number.NaN, right: window.roomRightAt ?? Number.NaN }
  })
}

/** Runs in the page: nothing from outside this function exists there. */
function witness({ step, people, answered }: RightState): void {
  const words = (selector: string): string => document.querySelector(selector)?.textContent ?? ''
  const look = (): void => {
    const counts = [...document.querySelectorAll('.who .num:not(.more-av)')].map((count) =>
      Number(count.textContent),
    )
    const right =
      words('.agenda-strip-words').includes(step) &&
      /^\d\d:\d\d$/.test(words('.timer-digits')) &&
      words('.decision-now .decision-count').startsWith(`${answered} réponse`) &&
      counts[0] === people[0] &&
      counts[1] === people[1]
    if (right) window.roomRightAt = performance.now()
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
