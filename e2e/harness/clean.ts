// A page as a screen reader finds it: nothing that axe refuses, no name that is read badly.
import { expect } from 'vitest'
import { dottedNames, violations } from '#e2e/harness/accessibility.ts'
import type { Person } from '#e2e/harness/browser.ts'

export async function clean(
  { page }: Pick<Person, 'page'>,
  where = new URL(page.url()).pathname,
): Promise<void> {
  expect(await violations(page), where).toEqual([])
  expect(await dottedNames(page), where).toEqual([])
}
