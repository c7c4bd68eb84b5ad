// What a screen reader finds on a page: rules that axe finds broken, and names that are read badly.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Finding {
  readonly id: string
  readonly nodes: readonly { readonly html: string }[]
}

interface Axe {
  run(options: object): Promise<{ violations: Finding[] }>
}

/** What is still fading in has not its colours yet. */
const settled = (page: Page): Promise<unknown> =>
  page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
        .map((animation) => animation.finished.catch(() => undefined)),
    ).then(() => undefined),
  )

/** Rules that axe finds broken, with the first place of each; what the content policy forbids a page, the driver may. `without`: rules left out. */
export async function violations(page: Page, without: readonly string[] = []): Promise<string[]> {
  await settled(page)
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe)
  const found = await page.evaluate(
    async (rules) => {
      const { axe: runner } = globalThis as unknown as { axe: Axe } // just injected
      return (await runner.run({ resultTypes: ['violations'], rules })).violations
    },
    Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
  )
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)
}

/** Accessible names that hold a middle dot, which screen readers read aloud. Texts that people wrote are theirs. */
export const dottedNames = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('[aria-label], [title], [alt]')]
      .flatMap((element) => ['aria-label', 'title', 'alt'].map((name) => element.getAttribute(name) ?? ''))
      .filter((name) => /[\u00b7\u2022\u30fb]/.test(name)),
  )
