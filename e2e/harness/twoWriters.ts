// Two people with the same draft open, and the wait until their screens and the store say the same.
import type { Page } from 'playwright-core'
import { until } from '#e2e/harness/runningServer.ts'
import { freshlyRead, type WritingTable } from '#e2e/harness/writingTable.ts'
import { DraftPage } from '#e2e/pages/draftPage.ts'
import { blockText } from '#shared/draft/draftModel.ts'

export interface TwoWriters {
  readonly ana: DraftPage
  readonly bob: DraftPage
}

export async function bothOpen(screens: readonly [Page, Page], title: string): Promise<TwoWriters> {
  const [ana, bob] = await Promise.all(screens.map((page) => DraftPage.open(page, title)))
  if (!ana || !bob) throw new Error('two screens were given')
  return { ana, bob }
}

/** Waits until two screens and the store say the same, and that is `whole`; says what each said where it never is. */
export async function untilSame<T>(
  what: string,
  read: () => Promise<readonly [T, T, T]>,
  whole: (stored: T) => boolean,
): Promise<void> {
  let seen: unknown
  await until(
    async () => {
      const [left, right, stored] = await read()
      seen = { left, right, stored }
      return same(left, right) && same(left, stored) && whole(stored)
    },
    what,
    10_000,
  ).catch((error: Error) => {
    throw new Error(`${error.message}\n${JSON.stringify(seen)}`)
  })
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The same for the proposal of a draft, block by block. */
export const settled = (
  table: WritingTable,
  id: string,
  { ana, bob }: TwoWriters,
  whole: (blocks: readonly string[]) => boolean,
): Promise<void> =>
  untilSame(
    `both texts whole in ${id}`,
    async () => [await ana.blocks(), await bob.blocks(), table.storedBlocks(id)] as const,
    whole,
  )

/** Two people's words in one place, each unbroken, in either order. */
export const eitherOrder = ([one, other]: readonly [string, string], before = '', after = ''): string[] => [
  `${before}${one}${other}${after}`,
  `${before}${other}${one}${after}`,
]

/** The blocks of a proposal as a newcomer reads them from the server alone. */
export const keptBlocks = async (table: WritingTable, id: string): Promise<string[] | undefined> =>
  (await freshlyRead(table, id))?.sections.proposition.map(blockText)
