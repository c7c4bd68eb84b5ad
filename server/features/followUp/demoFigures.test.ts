// The follow-up's figures: equal to the demo's at each of its moments, and right for a cooperative with three entities.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoMoments } from '#server/features/demo/demoData.ts'
import { demoMomentSetting, ensureDemo } from '#server/features/demo/loadDemo.ts'
import { followUpList } from '#server/features/followUp/followUpList.ts'
import { type FollowUpDeps, readWorld } from '#server/features/followUp/followUpWorld.ts'
import { threadOf } from '#server/features/followUp/thread.ts'
import { subjectOf } from '#server/features/followUp/threadSubject.ts'
import { forgetRoomGroups } from '#server/features/home/roomGroups.ts'
import { type FreshStore, freshStore } from '#server/testing/stores.ts'
import { otherCooperative } from '#shared/cycle/otherCooperative.ts'
import type { FollowUpAnswer } from '#shared/followUp/followUpAnswers.ts'

const asker = { account: undefined, demo: true }
const lane = { read: async () => undefined } as unknown as FollowUpDeps['lane'] // no document is open here
let fresh: FreshStore
beforeAll(async () => {
  fresh = await freshStore('sqlite')
  await ensureDemo(fresh.store)
})
afterAll(() => fresh.close())

const deps = (demo: boolean): FollowUpDeps => ({
  store: fresh.store,
  demo,
  lane,
  now: () => Date.UTC(2026, 0, 5),
})

const verdictsOf = ({ lines }: FollowUpAnswer, boardId: string) => {
  const own = lines.flatMap(({ boards }) => boards.filter((board) => board.boardId === boardId))
  const count = (word: string | null): number => own.filter(({ decision }) => decision === word).length
  const said = { accept: count('accept'), reformulate: count('reformulate'), postpone: count('postpone') }
  const refuse = count('refuse')
  return {
    ...said,
    refuse,
    total: said.accept + said.reformulate + said.postpone + refuse,
    toInstruct: count(null),
  }
}

test('at each moment the page counts what the demo counts, and nothing later exists', async () => {
  const { moments } = await demoMoments()
  expect(moments).toHaveLength(5)
  for (const { key, date, counts } of moments) {
    await fresh.store.settings.set(demoMomentSetting, key)
    const world = await readWorld(deps(true))
    const page = await followUpList(deps(true), world, asker)
    const items = page.lines.flatMap((line) => line.items)
    expect(page.today).toBe(date)
    expect({
      recommendations: page.lines.length,
      planItems: items.length,
      planUpdates: items.flatMap(({ news }) => news).length,
      initiatives: page.initiatives.length,
      verdicts: Object.fromEntries(page.boards.map(({ id }) => [id, verdictsOf(page, id)])),
    }).toEqual({
      recommendations: counts.recommendations,
      planItems: counts.planItems,
      planUpdates: counts.planUpdates,
      initiatives: counts.initiatives,
      verdicts: counts.verdicts,
    })
    const later = page.lines.flatMap(({ boards, items: own }) => [
      ...boards.flatMap((board) => board.date ?? []),
      ...own.flatMap(({ news }) => news.map((one) => one.date)),
    ])
    expect(later.every((day) => day < date)).toBe(true)
  }
}, 120_000)

test('every thread of the last moment ends with what became of it, and its rows stand in the order of their days', async () => {
  const world = await readWorld(deps(true))
  expect(world.recommendations).toHaveLength(53)
  for (const { code } of world.recommendations) {
    const subject = subjectOf(world, code ?? '')
    if (!subject) throw new Error(`no thread ${code}`)
    const thread = await threadOf(deps(true), { world, asker, subject, readable: new Map() })
    const days = thread.rows.map(({ date }) => date)
    expect(days, code ?? '').toEqual([...days].sort())
    const kinds = new Set(thread.rows.map(({ kind }) => kind))
    for (const kind of ['draft', 'handed-over', 'published', 'verdict'] as const)
      expect(kinds.has(kind), `${code} ${kind}`).toBe(true)
    // A stage has a row or is said to be missing, never both and never neither.
    for (const stage of ['felt', 'assembly', 'notes'] as const)
      expect(kinds.has(stage) !== thread.missing.some((one) => one.stage === stage), `${code} ${stage}`).toBe(
        true,
      )
  }
}, 60_000)

test('another cooperative: its own boards, stages and languages', async () => {
  const imported = await fresh.store.cycle.importFile(otherCooperative(), { replace: true })
  expect(imported.ok).toBe(true)
  await forgetRoomGroups(fresh.store)
  const world = await readWorld(deps(false))
  const page = await followUpList(deps(false), world, { account: undefined, demo: false })
  expect(page.boards).toHaveLength(otherCooperative().boards.length)
  expect(page.language).toBe(otherCooperative().language)
  expect(page.lines).toHaveLength(otherCooperative().recommendations?.length ?? 0)
  expect(page.lines.flatMap(({ items }) => items.flatMap(({ owners }) => owners))).toEqual([])
  for (const { code } of page.lines) {
    const subject = subjectOf(world, code)
    expect(
      subject && (await threadOf(deps(false), { world, asker, subject, readable: new Map() })).rows.length,
    ).toBeGreaterThan(0)
  }
})
