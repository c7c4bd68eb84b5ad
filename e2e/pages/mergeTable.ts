// The same merge on several screens at once: what all of them show.
import { until } from '#e2e/harness/runningServer.ts'
import type { MergePage, ShownFates } from '#e2e/pages/mergePage.ts'

/** Waits until every screen shows the same joint text, with these words in it, each unbroken. */
export async function sameText(screens: readonly MergePage[], words: readonly string[]): Promise<void> {
  let seen: readonly string[] = []
  await until(async () => {
    seen = await Promise.all(screens.map((one) => one.jointText()))
    return seen.every((text) => text === seen[0] && words.every((some) => text.includes(some)))
  }, 'one text on every screen').catch((error: Error) => {
    throw new Error(`${error.message}\n${seen.join('\n--\n')}`)
  })
}

/** Waits until every screen tells the same of every sentence, and says what. */
export async function sameFates(screens: readonly MergePage[]): Promise<ShownFates> {
  const told = await until(async () => {
    const [first, ...others] = await Promise.all(screens.map((one) => one.fates()))
    return first && others.every((fates) => sorted(fates) === sorted(first)) && first
  }, 'every screen to tell the same of every sentence')
  return told
}

const sorted = (fates: ShownFates): string => JSON.stringify(Object.entries(fates).sort())
