// Two people type at once in one place: both texts stay whole, on both screens and in what is stored.

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { until } from '#e2e/harness/runningServer.ts'
import { bothOpen, eitherOrder, keptBlocks, settled, type TwoWriters } from '#e2e/harness/twoWriters.ts'
import { openWritingTable, type WritingTable } from '#e2e/harness/writingTable.ts'
import type { DraftPage } from '#e2e/pages/draftPage.ts'

/** Of each kind. */
const rounds = Number(process.env['TYPING_ROUNDS'] ?? 6)

let table: WritingTable
let screens: readonly [Page, Page]

beforeAll(async () => {
  table = await openWritingTable()
  screens = [(await table.sit('Ana')).page, (await table.sit('Bob')).page]
})
afterAll(() => table?.close())

/** What a newcomer reads from the server alone. */
async function expectKept(id: string, { ana, bob }: TwoWriters): Promise<void> {
  const kept = await keptBlocks(table, id)
  expect(await ana.blocks()).toEqual(kept)
  expect(await bob.blocks()).toEqual(kept)
  expect(table.complaints()).toEqual([])
}

/** Words that begin or end like what stands beside them: the hardest to put into their place. */
const words = (round: number): readonly [string, string] =>
  round % 4 < 2 ? [`abc${round}`, `XYZ${round}`] : [`essai${round}s`, `emblème${round}e`]

test(`in the same word, ${rounds} rounds`, async () => {
  table.lay({
    id: 'mot',
    title: 'Le même mot',
    proposition: Array.from({ length: rounds }, () => 'ensemble'),
  })
  const two = await bothOpen(screens, 'Le même mot')
  for (let round = 0; round < rounds; round += 1) {
    const [ana, bob] = words(round)
    const samePlace = round % 2 === 0
    await Promise.all([two.ana.caret(round, 3), two.bob.caret(round, samePlace ? 3 : 5)])
    await Promise.all([two.ana.write(ana), two.bob.write(bob)])
    const wanted = samePlace ? eitherOrder([ana, bob], 'ens', 'emble') : [`ens${ana}em${bob}ble`]
    await settled(table, 'mot', two, (blocks) => wanted.includes(blocks[round] ?? ''))
  }
  await expectKept('mot', two)
})

test(`in the same empty paragraph, ${rounds} rounds: one that stood there, a new one, one that was emptied`, async () => {
  table.lay({ id: 'vide', title: 'Le même paragraphe vide' })
  const two = await bothOpen(screens, 'Le même paragraphe vide')
  let block = 0
  for (let round = 0; round < rounds; round += 1) {
    const [ana, bob] = words(round)
    if (round % 3 > 0) {
      const maker = round % 2 === 0 ? two.ana : two.bob
      await maker.caret(block)
      await maker.press('Enter')
      block += 1
      if (round % 3 === 2) {
        await maker.write('à effacer')
        await maker.press('Shift+Home')
        await maker.press('Backspace')
      }
    } else if (round > 0) {
      for (const key of ['Shift+Home', 'Backspace']) await two.ana.press(key)
    }
    await settled(table, 'vide', two, (blocks) => blocks.length === block + 1 && blocks[block] === '')
    await Promise.all([two.ana.caret(block), two.bob.caret(block)])
    await Promise.all([two.ana.write(ana), two.bob.write(bob)])
    await settled(table, 'vide', two, (blocks) => eitherOrder([ana, bob]).includes(blocks[block] ?? ''))
    if (round % 3 === 2) await two.ana.caret(block)
  }
  await expectKept('vide', two)
})

test(`in the same list, ${rounds} rounds: in one empty point, and each adding a point`, async () => {
  table.lay({ id: 'liste', title: 'La même liste' })
  const two = await bothOpen(screens, 'La même liste')
  await two.ana.caret(0)
  await two.ana.tool('Liste à puces')
  let last = 0
  for (let round = 0; round < rounds; round += 1) {
    const [ana, bob] = words(round)
    if (round > 0) {
      await two.bob.caret(last)
      await two.bob.press('Enter')
      last += 1
    }
    await settled(table, 'liste', two, (blocks) => blocks.length === last + 1 && blocks[last] === '')
    await Promise.all([two.ana.caret(last), two.bob.caret(last)])
    await Promise.all([two.ana.write(ana), two.bob.write(bob)])
    await settled(table, 'liste', two, (blocks) => eitherOrder([ana, bob]).includes(blocks[last] ?? ''))
    // Each in a point of their own, and a new one behind it, in the same breath.
    if (round === 0) continue
    await Promise.all([two.ana.caret(last - 1), two.bob.caret(last)])
    const add = async (who: DraftPage, point: string): Promise<void> => {
      await who.press('Enter')
      await who.write(point)
    }
    await Promise.all([add(two.ana, `a ${round}`), add(two.bob, `b ${round}`)])
    last += 2
    await settled(
      table,
      'liste',
      two,
      (blocks) =>
        blocks.length === last + 1 && blocks[last - 2] === `a ${round}` && blocks[last] === `b ${round}`,
    )
  }
  expect(new Set(table.stored('liste').sections.proposition.map(({ type }) => type))).toEqual(
    new Set(['bullet']),
  )
  await expectKept('liste', two)
})

test(`in the same empty heading, ${rounds} rounds`, async () => {
  table.lay({ id: 'titre', title: 'Le même intertitre' })
  const two = await bothOpen(screens, 'Le même intertitre')
  for (let round = 0; round < rounds; round += 1) {
    const [ana, bob] = words(round)
    await two.ana.caret(Math.max(0, round - 1))
    if (round > 0) await two.ana.press('Enter')
    await two.ana.tool('Intertitre')
    await until(() => two.bob.section().locator('h2').nth(round).isVisible(), 'the heading at Bob’s')
    await Promise.all([two.ana.caret(round), two.bob.caret(round)])
    await Promise.all([two.ana.write(ana), two.bob.write(bob)])
    await settled(table, 'titre', two, (blocks) => eitherOrder([ana, bob]).includes(blocks[round] ?? ''))
  }
  expect(new Set(table.stored('titre').sections.proposition.map(({ type }) => type))).toEqual(
    new Set(['heading']),
  )
  await expectKept('titre', two)
})

test(`a paragraph is cut in two, then made one again, while another types at its end, ${rounds} rounds`, async () => {
  const [start, rest] = ['Nous ouvrons le comité. ', 'Il se réunit']
  table.lay({
    id: 'coupe',
    title: 'Couper pendant qu’on écrit',
    proposition: Array.from({ length: rounds / 2 }, () => `${start}${rest}`),
  })
  const two = await bothOpen(screens, 'Couper pendant qu’on écrit')
  for (let block = 0; block < rounds / 2; block += 1) {
    const [ana, bob] = words(block)
    await Promise.all([two.ana.caret(block, start.length), two.bob.caret(block)])
    const cut = async (): Promise<void> => {
      await two.ana.press('Enter')
      await two.ana.write(`${ana} `)
    }
    await Promise.all([cut(), two.bob.write(` ${bob} sans tarder`)])
    const second = `${ana} ${rest} ${bob} sans tarder`
    await settled(
      table,
      'coupe',
      two,
      (blocks) => blocks[block] === start && blocks[block + 1] === second && blocks.length === rounds / 2 + 1,
    )
    await two.ana.caret(block + 1, 0)
    await Promise.all([two.ana.press('Backspace'), two.bob.write(', chaque mois')])
    await settled(
      table,
      'coupe',
      two,
      (blocks) => blocks[block] === `${start}${second}, chaque mois` && blocks.length === rounds / 2,
    )
  }
  await expectKept('coupe', two)
})

test('a caret that was just put elsewhere stays there when others’ words come first', async () => {
  table.lay({ id: 'caret', title: 'Le caret ailleurs', proposition: ['Nous ouvrons le comité.'] })
  const two = await bothOpen(screens, 'Le caret ailleurs')
  await Promise.all([two.ana.caret(0, 5), two.bob.caret(0, 5)])
  // The browser tells the editor of a caret a moment later; here so late that others' words are there before.
  await two.ana.page.evaluate(() => {
    const late = (event: Event): void => event.stopImmediatePropagation()
    window.addEventListener('selectionchange', late, { capture: true })
    Object.assign(window, {
      heardAgain: () => window.removeEventListener('selectionchange', late, { capture: true }),
    })
  })
  await two.ana.caret(0)
  await two.bob.write('tous ')
  await until(async () => (await two.ana.blocks())[0] === 'Nous tous ouvrons le comité.', 'Bob’s word')
  await two.ana.write(' Ici')
  await two.ana.page.evaluate(() => (window as unknown as { heardAgain: () => void }).heardAgain()) // put there above
  await settled(table, 'caret', two, ([line]) => line === 'Nous tous ouvrons le comité. Ici')
  await expectKept('caret', two)
})
