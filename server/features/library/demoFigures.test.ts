// The library's figures: equal to the demo's at each of its moments, and right for a cooperative with three entities.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoCycleFile, demoMoments } from '#server/features/demo/demoData.ts'
import { demoMomentSetting, ensureDemo } from '#server/features/demo/loadDemo.ts'
import { forgetRoomGroups } from '#server/features/home/roomGroups.ts'
import { libraryPage, themeBrief } from '#server/features/library/libraryPage.ts'
import type { LibraryVisitor } from '#server/features/library/libraryVisitor.ts'
import { type FreshStore, freshStore } from '#server/testing/stores.ts'
import type { CycleFile } from '#shared/cycle/cycleFile.ts'
import { otherCooperative } from '#shared/cycle/otherCooperative.ts'

const visitor: LibraryVisitor = { account: undefined, by: undefined, readable: new Set() }
let fresh: FreshStore
beforeAll(async () => {
  fresh = await freshStore('sqlite')
  await ensureDemo(fresh.store)
})
afterAll(() => fresh.close())
// No document is open here.
const lane = { read: async () => undefined }
const deps = (demo: boolean) => ({ store: fresh.store, lane, demo, now: () => Date.UTC(2026, 0, 5) })

test('at each moment the library holds the cards that exist then, theme by theme, and nothing dated later', async () => {
  const file = (await demoCycleFile()) as CycleFile // the shipped file, checked by its own import
  const { moments } = await demoMoments()
  expect(moments).toHaveLength(5)
  for (const { key, date, counts } of moments) {
    await fresh.store.settings.set(demoMomentSetting, key)
    const page = await libraryPage(deps(true), visitor)
    expect(page.cards).toHaveLength(counts.contextCards)
    expect(page.cards.every((card) => card.date < date && card.changed === null)).toBe(true)
    expect(page.documents.map(({ id, fictional }) => [id, fictional])).toEqual([
      ['projet-politique', true],
      ['statuts', true],
    ])
    for (const { id } of page.themes) {
      const expected = (file.contextCards ?? []).filter(
        (card) => card.themeIds?.includes(id) && card.date < date,
      )
      const brief = await themeBrief(deps(true), visitor, id)
      expect(brief?.cards.map((card) => card.id).sort()).toEqual(expected.map((card) => card.id).sort())
      expect(brief?.theme.question).not.toBe('')
    }
  }
})

test('of earlier cycles a brief tells what is near to its theme, and of later years nothing', async () => {
  const past = { place: 'Liège', text: '', outcome: 'refused', reason: 'Trop cher', link: '' } as const
  const rows = [
    'Décider ensemble quand on est des milliers de sociétaires',
    'Un four à pain au rez-de-chaussée',
  ].map((title, place) => ({ place, past: { ...past, id: `past-${place}`, title, year: 2017 } }))
  const later = { place: 2, past: { ...past, id: 'past-2', title: rows[0]?.past.title ?? '', year: 2024 } }
  await fresh.store.followUp.addPast({ id: 'imp', name: 'pad.md', byName: 'Nora', at: 1 }, [...rows, later])
  const brief = await themeBrief(deps(true), visitor, 'th-partagee')
  expect(brief?.earlier.map(({ id, outcome }) => [id, outcome])).toEqual([['past-0', 'refused']])
})

test('another cooperative has its own entities and themes, and no founding text of the demo', async () => {
  const other = otherCooperative()
  const imported = await fresh.store.cycle.importFile(other, { replace: true })
  expect(imported.ok).toBe(true)
  await forgetRoomGroups(fresh.store, {})
  const page = await libraryPage(deps(false), visitor)
  expect(page.jurisdictions).toHaveLength(3)
  expect(page.documents).toEqual([])
  expect(page.cards.length).toBeGreaterThan(0)
  for (const { id } of page.themes) expect((await themeBrief(deps(false), visitor, id))?.theme.id).toBe(id)
})
