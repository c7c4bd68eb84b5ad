// The boards' figures: equal to the demo's file by outcome and board, at each moment those of the moments; right for three entities.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoCycleFile, demoMoments } from '#server/features/demo/demoData.ts'
import { demoMomentSetting, ensureDemo } from '#server/features/demo/loadDemo.ts'
import { forgetRoomGroups } from '#server/features/home/roomGroups.ts'
import { deskOf } from '#server/features/instruction/desk.ts'
import {
  type InstructionDeps,
  readInstruction,
  seatedOf,
} from '#server/features/instruction/instructionWorld.ts'
import { instructionOverview } from '#server/features/instruction/overview.ts'
import { queueHtml } from '#server/features/instruction/queueHtml.ts'
import { instructionWaits } from '#server/features/instruction/waits.ts'
import { type FreshStore, freshStore } from '#server/testing/stores.ts'
import type { Deps } from '#server/transport/deps.ts'
import type { CycleFile } from '#shared/cycle/cycleFile.ts'
import { otherCooperative } from '#shared/cycle/otherCooperative.ts'
import { wordCount } from '#shared/instruction/readingTime.ts'

type DeskDeps = InstructionDeps & Pick<Deps, 'lane'>
const lane = { read: async () => undefined } as unknown as DeskDeps['lane'] // no document is open here
let fresh: FreshStore
beforeAll(async () => {
  fresh = await freshStore('sqlite')
  await ensureDemo(fresh.store)
})
afterAll(() => fresh.close())

const deps = (demo: boolean): DeskDeps => ({
  store: fresh.store,
  demo,
  lane,
  now: () => Date.UTC(2026, 0, 5),
})
const file = async () => {
  const { cycle, decisions = [], recommendations = [], ressentis = [] } = (await demoCycleFile()) as CycleFile // the demo's own, checked when it is loaded
  return { cycle, decisions, recommendations, ressentis }
}
const at = (key: string): Promise<void> => fresh.store.settings.set(demoMomentSetting, key)

test('at each moment each board counts what the demo counts', async () => {
  const { moments } = await demoMoments()
  for (const { counts, key } of moments) {
    await at(key)
    const { boards } = await instructionOverview(deps(true), undefined)
    const said = boards.map(({ counts: { waiting, ...own }, id, total }) => [
      id,
      { ...own, total: total - waiting, toInstruct: waiting },
    ])
    expect(Object.fromEntries(said), key).toEqual(counts.verdicts)
  }
})

test('at the last moment all verdicts of the file are there, by outcome and board', async () => {
  const cycle = await file()
  await at('follow-up')
  const { boards, items } = await instructionOverview(deps(true), undefined)
  const shown = items.flatMap(({ rulings }) => rulings.boards.flatMap(({ verdicts }) => verdicts))
  expect(shown).toHaveLength(cycle.decisions.length)
  for (const { counts, id } of boards) {
    const { waiting, ...own } = counts
    const file = cycle.decisions.filter(({ boardId }) => boardId === id)
    const expected = Object.fromEntries(
      Object.keys(own).map((word) => [word, file.filter(({ decision }) => decision === word).length]),
    )
    expect([own, waiting]).toEqual([expected, 0])
  }
})

test('while the boards rule, the French chair finds a queue that fits, with context, feelings and minutes', async () => {
  const cycle = await file()
  await at('boards-instruct')
  const account = await fresh.store.people.account('demo-board-france')
  if (!account) throw new Error('the persona is gone')
  const world = await readInstruction(deps(true))
  const seated = await seatedOf(deps(true), account)
  const board = world.boards.find(({ members }) => members.some(({ id }) => id === account.personId))
  if (!board) throw new Error('the persona sits nowhere')
  const desk = await deskOf(deps(true), world, { account, board, seated, pdf: true })
  expect(desk.you).toEqual({ seated: true, chair: true, records: true, notes: false, notesFor: null })
  expect(desk.items).toHaveLength(
    cycle.recommendations.filter(({ jurisdictions = [] }) => jurisdictions.includes(desk.board.code)).length,
  )
  for (const item of desk.items) {
    expect(wordCount(item.short), item.code).toBeLessThanOrEqual(60)
    expect(item.felt.total).toBe(
      cycle.ressentis.filter(({ recommendationId }) => recommendationId === item.id).length,
    )
    expect(item.minutes).toBeGreaterThan(0)
  }
  expect(desk.items.some(({ cards }) => cards.length > 0)).toBe(true)
  expect(desk.readBy).toBe(cycle.cycle.stages?.find(({ key }) => key === 'instruction')?.end)
  const toRule = desk.items.filter(({ state }) => state === 'to-rule').length
  expect(await instructionWaits(deps(true), account)).toMatchObject([
    { text: 'instruction:waits.toRead', count: toRule, subject: board.name },
    { text: 'instruction:waits.toRule', count: toRule },
  ])
  const html = queueHtml(desk, 'nl')
  expect(html.match(/<article/gu)).toHaveLength(toRule)
  expect(html).not.toContain('<script')
})

test('another cooperative’s boards each rule on what names their entity', async () => {
  await forgetRoomGroups(fresh.store)
  const imported = await fresh.store.cycle.importFile(otherCooperative(), { replace: true })
  expect(imported.ok).toBe(true)
  await forgetRoomGroups(fresh.store)
  const { boards, items } = await instructionOverview(deps(false), undefined)
  const all = await fresh.store.cycle.boards()
  expect(boards.map(({ id }) => id)).toEqual(all.map(({ id }) => id))
  for (const { id, total } of boards)
    expect(total).toBe(
      items.filter(({ rulings }) => rulings.boards.some(({ boardId }) => boardId === id)).length,
    )
})
