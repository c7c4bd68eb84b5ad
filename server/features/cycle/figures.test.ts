// At each moment of the demo the figures of the cycle's page are those that moments.json announces.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cyclePage } from '#server/features/cycle/cyclePage.ts'
import type { CycleDeps, CycleVisitor } from '#server/features/cycle/cycleSource.ts'
import { demoCycleFile, readDemoData } from '#server/features/demo/demoData.ts'
import { demoMomentSetting, ensureDemo } from '#server/features/demo/loadDemo.ts'
import { forgetRoomGroups } from '#server/features/home/roomGroups.ts'
import { type FreshStore, freshStore } from '#server/testing/stores.ts'
import { cycleFile } from '#shared/cycle/cycleFile.ts'
import { otherCooperative } from '#shared/cycle/otherCooperative.ts'

const data = await readDemoData()
const file = cycleFile.parse(await demoCycleFile())
const nobody: CycleVisitor = { account: undefined, author: undefined }
let demo: FreshStore
let other: FreshStore
beforeAll(async () => {
  ;[demo, other] = await Promise.all([freshStore('sqlite'), freshStore('sqlite')])
  await ensureDemo(demo.store)
})
afterAll(() => Promise.all([demo.close(), other.close()]))

const depsOf = ({ store }: FreshStore, more: Partial<CycleDeps> = {}): CycleDeps => ({
  ...{ store, demo: true, now: () => Date.UTC(2023, 5, 1), presence: { people: () => [] } },
  ...more,
})

test.each(data.moments)('$key', async ({ counts, currentStageKey, date, key, listsHandedOver }) => {
  await demo.store.settings.set(demoMomentSetting, key)
  const page = await cyclePage(depsOf(demo), nobody)
  expect(page.today).toBe(date)
  expect(page.cycle?.stage?.key).toBe(currentStageKey)
  expect(page.progress).toMatchObject({
    sessionsHeld: counts.sessionsHeld,
    texts: counts.drafts,
    listsHandedOver: counts.listsHandedOver,
    recommendations: counts.recommendations,
    recommendationsFinal: counts.recommendationsFinal,
    sessionsPlanned: file.sessions?.length,
  })
  expect(page.sessions.filter((one) => one.date === date).map(({ id }) => id)).toEqual(counts.sessionsToday)
  expect(Object.fromEntries(page.groups.map(({ id, texts }) => [id, texts]))).toEqual(counts.draftsByGroup)
  const lists = page.groups.flatMap(({ handedOver, id }) =>
    handedOver
      ? [{ groupId: id, drafts: handedOver.texts, instead: handedOver.note ? 'outcomeNote' : null }]
      : [],
  )
  expect(lists).toEqual(listsHandedOver)
  // Nothing of a later day: neither who came nor what was said of it.
  const meetings = page.withoutGroup.flatMap((one) => one.meetings)
  const known = (file.occasionalMeetings ?? [])
    .flatMap((one) => one.meetings ?? [])
    .filter((one) => one.date < date)
  expect(meetings.map((one) => one.date).sort()).toEqual(known.map((one) => one.date).sort())
  for (const one of page.withoutGroup.filter(({ note }) => note !== ''))
    expect(
      (file.occasionalMeetings ?? []).find(({ id }) => id === one.id)?.meetings?.every((m) => m.date < date),
    ).toBe(true)
  for (const one of page.sessions) expect(one.date >= date).toBe(true)
})

test.each(data.moments)(
  'attendance at $key is what the file says of the sessions before',
  async ({ date, key }) => {
    await demo.store.settings.set(demoMomentSetting, key)
    const { participation } = await cyclePage(depsOf(demo), nobody)
    const held = (file.sessions ?? []).filter((one) => one.date < date)
    for (const side of ['room', 'remote'] as const) {
      const shown = participation.points.reduce((sum, point) => sum + point[side] * point.sessions, 0)
      expect(shown).toBeCloseTo(
        held.reduce((sum, one) => sum + one.attendance[side], 0),
        6,
      )
    }
    expect(participation.points.reduce((sum, { sessions }) => sum + sessions, 0)).toBe(held.length)
  },
)

test('the drop when going online is told once the groups are online', async () => {
  const at = async (key: string) => {
    await demo.store.settings.set(demoMomentSetting, key)
    return (await cyclePage(depsOf(demo), nobody)).participation.online
  }
  expect(await at('joint-evening')).toMatchObject({ since: '2020-03-23', groups: 16, fewer: 16 })
  const { before = 0, after = 0 } = (await at('joint-evening')) ?? {}
  expect([before.toFixed(1), after.toFixed(1)]).toEqual(['10.1', '6.3'])
  await demo.store.settings.set(demoMomentSetting, data.moments[0]?.key ?? '')
  expect((await cyclePage(depsOf(demo), nobody)).participation.online).toBeNull()
})

test('another cooperative: three entities, other stages, other scripts, no hour and no length', async () => {
  const imported = await other.store.cycle.importFile(otherCooperative())
  expect(imported.ok).toBe(true)
  await forgetRoomGroups(other.store)
  const account = {
    ...{ id: 'a', personId: 'm1', displayName: 'Ανδρέας', standing: 'cooperative-life' as const },
    ...{ groupIds: [], facilitatesGroupIds: [] },
  }
  const deps = depsOf(other, { demo: false, now: () => Date.UTC(2023, 0, 31, 12) })
  const page = await cyclePage(deps, { account, author: 'account:a' })
  expect(page.stages.map(({ key, when }) => [key, when])).toEqual([
    ['only other', 'ahead'],
    ['σκέψη', 'now'],
  ])
  expect(page.themes[0]?.parts.map(({ code }) => code)).toEqual(['JP', 'GR'])
  expect(page.antennas).toEqual([
    { id: 'a1', name: 'Αθήνα', part: { code: 'GR', name: 'Ελλάδα' }, place: { lat: -33.000001, lon: 179.5 } },
  ])
  expect(page.groups.map(({ id, online }) => [id, online])).toEqual([
    ['g1', false],
    ['g2', true],
  ])
  expect(page.sessions.map(({ durationMin, id, startTime }) => [id, startTime, durationMin])).toEqual([
    ['s1', '', 0],
    ['s2', '00:00', 90.5],
  ])
  const later = await cyclePage(
    { ...deps, now: () => Date.UTC(2023, 11, 1) },
    { account, author: 'account:a' },
  )
  expect(later.participation.points.map(({ from }) => from)).toEqual(['2023-01', '2023-02'])
  expect(later.withoutGroup).toMatchObject([{ id: 'o1', place: '', antennaId: null }])
  // A stranger learns of the open group only.
  const seen = await cyclePage(deps, nobody)
  expect([seen.groups.map(({ id }) => id), seen.antennas, seen.sessions, seen.people]).toEqual([
    ['g2'],
    [],
    [],
    0,
  ])
})
