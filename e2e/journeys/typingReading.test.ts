// What the accessibility tree says of a draft is what is stored, letter for letter, while four people write in it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { until } from '#e2e/harness/runningServer.ts'
import { openWritingTable, type WritingTable } from '#e2e/harness/writingTable.ts'
import { DraftPage } from '#e2e/pages/draftPage.ts'

const title = 'Lu pendant qu’on l’écrit'
/** Bursts of four people's typing: read while they type, and again when all of it has arrived everywhere. */
const bursts = 4

let table: WritingTable
let writers: readonly DraftPage[]
let reader: DraftPage

beforeAll(async () => {
  table = await openWritingTable()
  table.lay({
    id: 'lu',
    title,
    proposition: [
      'Premier paragraphe\u00a0: une question\u00a0?',
      { type: 'heading', level: 2, runs: [{ text: 'Un intertitre' }] },
      {
        type: 'bullet',
        level: 1,
        runs: [{ text: 'Un ' }, { text: 'point', bold: true }, { text: ' de liste' }],
      },
      {
        type: 'bullet',
        level: 1,
        runs: [{ text: 'Un ' }, { text: 'lien', link: 'https://example.org/' }, { text: ' aussi' }],
      },
    ],
  })
  const seats = []
  for (const name of ['Ana', 'Bob', 'Chloé', 'Dries', 'Emma']) seats.push(await table.sit(name))
  const [emma, ...others] = (
    await Promise.all(seats.map(({ page }) => DraftPage.open(page, title)))
  ).reverse()
  if (!emma) throw new Error('five people sat down')
  reader = emma
  writers = others.reverse()
})
afterAll(() => table?.close())

/** Every state that the store went through, as a stock client saw it. */
function storedStates(): ReadonlySet<string> {
  const states = new Set<string>()
  const note = (): void => void states.add(JSON.stringify(table.storedBlocks('lu')))
  note()
  table.drafts.doc.on('afterTransaction', note)
  return states
}

test('the words said are the stored ones, with everybody’s caret in the text', async () => {
  const states = storedStates()
  const said: string[] = []
  await Promise.all(writers.map((who, at) => who.caret(at)))
  for (let burst = 0; burst < bursts; burst += 1) {
    const word = (at: number): string => ` mot${burst}${'abcd'[at]}`
    let typing = true
    const typed = Promise.all(writers.map((who, at) => who.write(word(at)))).finally(() => (typing = false))
    while (typing) said.push(JSON.stringify(await reader.spokenBlocks()))
    await typed
    await until(
      () => writers.every((_, at) => table.storedBlocks('lu')[at]?.endsWith(word(at))),
      'every word to be stored',
    )
    const stored = table.storedBlocks('lu')
    for (const who of [...writers, reader]) {
      await until(
        async () => JSON.stringify(await who.blocks()) === JSON.stringify(stored),
        'the words to arrive',
      )
      // The others' carets and names are drawn, and none of them is said.
      expect(await who.page.locator('.draft-caret').count()).toBe(writers.length)
      expect(await who.spokenBlocks()).toEqual(stored)
    }
  }
  expect(new Set(said).size).toBeGreaterThan(bursts)
  expect(said.filter((state) => !states.has(state))).toEqual([])
  expect(table.complaints()).toEqual([])
})
