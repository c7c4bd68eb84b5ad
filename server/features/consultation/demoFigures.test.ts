// The consultation's figures: equal to the demo's at each of its moments and to its file at the last, and no place for three entities is assumed.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { consultationList } from '#server/features/consultation/consultationList.ts'
import { type ConsultationDeps, consultationWorld } from '#server/features/consultation/consultationWorld.ts'
import { textPage } from '#server/features/consultation/textPage.ts'
import { demoMoments } from '#server/features/demo/demoData.ts'
import { demoMomentSetting, ensureDemo } from '#server/features/demo/loadDemo.ts'
import { forgetRoomGroups } from '#server/features/home/roomGroups.ts'
import { livingStore } from '#server/features/publication/livingStore.ts'
import { type FreshStore, freshStore } from '#server/testing/stores.ts'
import { countsOf } from '#shared/consultation/feelings.ts'
import { fewest } from '#shared/consultation/toldInSteps.ts'
import { otherCooperative } from '#shared/cycle/otherCooperative.ts'

const stranger = { account: undefined, token: undefined }
let fresh: FreshStore
beforeAll(async () => {
  fresh = await freshStore('sqlite')
  await ensureDemo(fresh.store)
})
afterAll(() => fresh.close())

const deps = (demo: boolean): ConsultationDeps => ({
  store: livingStore(fresh.store),
  demo,
  now: () => Date.UTC(2026, 0, 5),
})

test('at each moment the page counts what the demo counts, and at the last what its file holds', async () => {
  const { moments } = await demoMoments()
  for (const { counts, key } of moments) {
    await fresh.store.settings.set(demoMomentSetting, key)
    const world = await consultationWorld(deps(true))
    const page = await consultationList(deps(true), world, stranger)
    expect([page.texts.length, page.results.total, page.presentations.length], key).toEqual([
      counts.recommendations,
      counts.ressentis,
      counts.presentations,
    ])
    expect(page.days.status).toBe(counts.recommendations === 0 ? 'before' : 'closed')
  }
  const world = await consultationWorld(deps(true))
  const { results, texts } = await consultationList(deps(true), world, stranger)
  const file = await fresh.store.cycle.exportFile()
  const all = file?.ressentis ?? []
  expect(all.length).toBeGreaterThan(100)
  expect(results.feelings).toEqual(countsOf(all))
  const of = (id: string) => all.filter(({ entityId }) => entityId === id)
  expect(results.byEntity?.parts.length).toBeGreaterThan(1)
  for (const { count, feelings, key } of results.byEntity?.parts ?? []) {
    expect(count).toBe(of(key ?? '').length)
    if (feelings) expect(feelings).toEqual(countsOf(of(key ?? '')))
  }
  for (const { feelings, id } of texts)
    expect(feelings, id).toEqual(countsOf(all.filter(({ recommendationId }) => recommendationId === id)))
})

test('no answer about a text of the demo tells of a part of fewer than five', async () => {
  const world = await consultationWorld(deps(true))
  for (const text of world.texts) {
    const { results } = await textPage(deps(true), { world, text }, stranger)
    for (const split of [results.byEntity, results.byMembership, results.byGroup])
      expect(split?.parts.every(({ count }) => count >= fewest) ?? true, text.recommendation.id).toBe(true)
  }
})

test('another cooperative, with other stages and three entities, has its consultation', async () => {
  const imported = await fresh.store.cycle.importFile(otherCooperative(), { replace: true })
  if (!imported.ok) throw new Error(JSON.stringify(imported.problems))
  await forgetRoomGroups(fresh.store)
  const world = await consultationWorld(deps(false))
  const page = await consultationList(deps(false), world, stranger)
  expect(page.entities).toHaveLength(3)
  expect(page.texts.length).toBe(otherCooperative().recommendations?.length)
  expect(page.days).toEqual({ status: 'open', opensOn: null, closesOn: null })
  const [text] = world.texts
  if (!text) throw new Error('it has no text')
  expect((await textPage(deps(false), { world, text }, stranger)).of).toBe(page.texts.length)
})
