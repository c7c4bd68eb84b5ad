// The convergence at each moment of the demo, and of another cooperative: the figures follow from the files.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ConvergenceDeps, convergencePage } from '#server/features/convergence/convergencePage.ts'
import { convergenceWaits } from '#server/features/convergence/waits.ts'
import { demoCycleFile, readDemoData } from '#server/features/demo/demoData.ts'
import { demoMomentSetting, ensureDemo } from '#server/features/demo/loadDemo.ts'
import { personaAccountId } from '#server/features/demo/personas.ts'
import { forgetRoomGroups } from '#server/features/home/roomGroups.ts'
import { livingStore } from '#server/features/publication/livingStore.ts'
import { type FreshStore, freshStore } from '#server/testing/stores.ts'
import { fates } from '#shared/convergence/coverage.ts'
import { cycleFile } from '#shared/cycle/cycleFile.ts'
import { otherCooperative } from '#shared/cycle/otherCooperative.ts'

const data = await readDemoData()
const file = cycleFile.parse(await demoCycleFile())
let demo: FreshStore
let other: FreshStore
beforeAll(async () => {
  ;[demo, other] = await Promise.all([freshStore('sqlite'), freshStore('sqlite')])
  await ensureDemo(demo.store)
})
afterAll(() => Promise.all([demo.close(), other.close()]))

const depsOf = ({ store }: FreshStore, isDemo = true): ConvergenceDeps => ({
  ...{ store: livingStore(store), demo: isDemo, now: () => Date.UTC(2030, 5, 1) },
})
const texts = file.drafts ?? []

test.each(data.moments)('$key', async ({ counts, key }) => {
  await demo.store.settings.set(demoMomentSetting, key)
  const nora = await demo.store.people.account(personaAccountId('cooperative-life'))
  const deps = depsOf(demo)
  const page = await convergencePage(deps, nora)
  const waits = nora ? await convergenceWaits(deps, nora) : []
  if (counts.listsHandedOver === 0) {
    expect(page).toMatchObject({ phase: 'before', desk: null, document: null })
    expect(waits).toEqual([])
    return
  }
  if (counts.recommendations === 0) {
    expect(page.phase).toBe('working')
    expect(page.desk?.coverage).toMatchObject({ total: counts.drafts, placed: 0 })
    expect(page.desk?.close.length).toBeGreaterThan(10)
    expect(waits).toMatchObject([{ text: 'convergence:waits.toPlace', count: counts.drafts }])
    return
  }
  expect(page).toMatchObject({ phase: 'published', desk: null, document: { origin: 'import' } })
  const items = page.document?.families.flatMap((family) => family.items) ?? []
  expect(items.map(({ number }) => number).sort()).toEqual(
    file.recommendations?.map(({ code }) => code).sort(),
  )
  expect(items).toHaveLength(counts.recommendations)
  const { coverage } = page.document ?? {}
  expect(coverage).toMatchObject({ total: texts.length, placed: texts.length })
  for (const fate of fates)
    expect(coverage?.byFate[fate]).toBe(texts.filter(({ status }) => status === fate).length)
  // The annex is every text word for word, and each names where it went.
  const annex = page.document?.annex ?? []
  for (const draft of texts) {
    const shown = annex.find(({ text }) => text.id === draft.id)
    expect(shown?.text.proposition).toBe(draft.text)
    expect(shown?.numbers).toHaveLength(draft.recommendationIds?.length ?? 0)
  }
  expect(waits).toEqual([])
})

test('at the convergence a group’s facilitator sees the own group’s texts and no other’s', async () => {
  await demo.store.settings.set(demoMomentSetting, 'convergence-begins')
  const account = await demo.store.people.account(personaAccountId('facilitator-nantes'))
  const page = await convergencePage(depsOf(demo), account)
  const own = texts.filter(({ groupId }) => account?.groupIds.includes(groupId))
  expect(page.desk?.texts.map(({ id }) => id).sort()).toEqual(own.map(({ id }) => id).sort())
  expect(own.length).toBeGreaterThan(0)
  const all = texts.filter(({ groupId }) => !account?.groupIds.includes(groupId))
  expect(all.some(({ text }) => JSON.stringify(page).includes(text.slice(0, 40)))).toBe(false)
})

test('another cooperative’s file works: what it recommended is its document', async () => {
  const imported = await other.store.cycle.importFile(otherCooperative())
  expect(imported.ok).toBe(true)
  await forgetRoomGroups(other.store)
  const page = await convergencePage(depsOf(other, false), undefined)
  const its = cycleFile.parse(otherCooperative())
  const items = page.document?.families.flatMap((family) => family.items) ?? []
  expect(items.map(({ recommendation }) => recommendation.id).sort()).toEqual(
    (its.recommendations ?? []).map(({ id }) => id).sort(),
  )
  expect(page.entities).toHaveLength(its.entities.length)
})
