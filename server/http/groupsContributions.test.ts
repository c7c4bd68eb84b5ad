// What arrives between two sessions: kept once, taken back by its author, brought into the room once.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { type GroupBench, groupBoard, groupDrafts, openGroupBench } from '#server/testing/groupBench.ts'
import { draftsOf, readDrafts } from '#shared/draft/draftModel.ts'
import type { Contribution } from '#shared/group/groupPage.ts'
import { noteText, recordsOf } from '#shared/whiteboard/boardModel.ts'
import { boxOf, overlaps } from '#shared/whiteboard/pageGeometry.ts'
import { readRecords } from '#shared/whiteboard/place.ts'

let bench: GroupBench
beforeAll(async () => {
  bench = await openGroupBench()
})
afterAll(() => bench.server.close())

test('the same again is one; the same id of somebody else, or with other words, is refused', async () => {
  const body = bench.fresh()
  const answers = await Promise.all([1, 2, 3].map(() => bench.contribute(bench.inPlace, body)))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect((await bench.page(bench.inPlace)).contributions.filter(({ id }) => id === body.id)).toHaveLength(1)
  expect((await bench.contribute(await bench.signedIn('member-nantes'), body)).status).toBe(409)
  expect((await bench.contribute(bench.inPlace, { ...body, text: 'Autre' })).status).toBe(409)
})

test.each([
  ['no words', { kind: 'note', text: ' ' }],
  ['a nuance of no draft', { kind: 'nuance', text: 'x' }],
  ['a nuance of a draft elsewhere', { kind: 'nuance', text: 'x', spaceId: 'space-l', draftId: 'd1' }],
  ['a nuance of a deleted draft', { kind: 'nuance', text: 'x', spaceId: 'space-n', draftId: 'd2' }],
  ['a sixth degree', { kind: 'position', degree: 6, text: '', spaceId: 'space-n', draftId: 'd1' }],
  ['too many words', { kind: 'note', text: 'x'.repeat(601) }],
])('%s: refused', async (_why, body) => {
  expect((await bench.contribute(bench.inPlace, { ...bench.fresh(), ...body })).status).toBe(422)
})

test('its author takes it back until it is taken up, and nobody else does', async () => {
  const body = bench.fresh()
  await bench.contribute(bench.inPlace, body)
  const path = `/api/groups/NTE/contributions/${body.id}`
  expect((await (await bench.signedIn('member-nantes')).ask('DELETE', path)).status).toBe(404)
  for (let n = 0; n < 2; n++) expect((await bench.inPlace.ask('DELETE', path)).status).toBe(204)
  expect((await bench.take(body.id)).status).toBe(404)
  const other = bench.fresh()
  await bench.contribute(bench.inPlace, other)
  await bench.take(other.id)
  expect((await bench.inPlace.ask('DELETE', `/api/groups/NTE/contributions/${other.id}`)).status).toBe(409)
})

test('[T1] notes become stickies in one frame, over nothing, once, however often they are taken', async () => {
  const bodies = [1, 2, 3, 4].map((n) => bench.fresh('note', { text: `Note ${n} `.repeat(n * 12) }))
  for (const body of bodies) await bench.contribute(bench.inPlace, body)
  const taken = await Promise.all([...bodies, ...bodies].map(({ id }) => bench.take(id)))
  expect(taken.map(({ status }) => status)).toEqual(taken.map(() => 200))
  const first = (await taken[0]?.json()) as Contribution // what the route under test says
  expect(first).toMatchObject({ name: 'Inès Canari' })
  expect(first.takenAt).not.toBeNull()
  await bench.server.serving.deps.lane.read(groupBoard, (doc) => {
    const records = readRecords(doc)
    const frames = [...records.values()].filter((one) => one['type'] === 'frame')
    expect(frames.map((one) => (one['props'] as { name: string }).name)).toEqual([
      'Arrivé entre deux séances',
    ]) // a frame's props
    const notes = [...recordsOf(doc).keys()].filter((id) => noteText(doc, id)?.toString().startsWith('Note '))
    expect(notes).toHaveLength(4)
    const boxes = notes.flatMap((id) => boxOf(records, id) ?? [])
    boxes.forEach((one, n) => expect(boxes.slice(n + 1).some((other) => overlaps(one, other))).toBe(false))
  })
})

test('[T2] a nuance becomes one of the draft, a position too, with their author’s name, once', async () => {
  const about = { spaceId: 'space-n', draftId: 'd1' }
  const nuance = bench.fresh('nuance', { text: 'Ouvert aux nouveaux.', ...about })
  const doubt = bench.fresh('position', { degree: 2, text: '', ...about })
  for (const body of [nuance, doubt]) await bench.contribute(bench.inPlace, body)
  for (const { id } of [nuance, doubt, nuance, doubt]) expect((await bench.take(id)).status).toBe(200)
  const read = await bench.server.serving.deps.lane.read(groupDrafts, (doc) => readDrafts(doc)[0]?.nuances)
  expect(read?.map(({ type, text, groupId }) => [type, text, groupId])).toEqual([
    ['nuance', 'Ouvert aux nouveaux. — Inès Canari', 'grp-n'],
    ['reservation', 'Position\u00a0: j’ai des doutes. — Inès Canari', 'grp-n'],
  ])
})

test('taken twice because the process died in between, it is there once; a removed nuance stays away', async () => {
  const body = bench.fresh('nuance', { text: 'Deux fois', spaceId: 'space-n', draftId: 'd1' })
  await bench.contribute(bench.inPlace, body)
  await bench.take(body.id)
  const { database } = bench.server.store
  const forget = () =>
    database.write.updateTable('contributions').set({ taken_at: null }).where('id', '=', body.id).execute()
  const there = () =>
    bench.server.serving.deps.lane.read(
      groupDrafts,
      (doc) => readDrafts(doc)[0]?.nuances.filter(({ text }) => text.startsWith('Deux fois')).length,
    )
  await forget()
  expect((await bench.take(body.id)).status).toBe(200)
  expect(await there()).toBe(1)
  await bench.server.serving.deps.lane.edit(groupDrafts, (doc) => {
    const nuances = draftsOf(doc).get('d1')?.get('nuances') as Y.Map<Y.Map<unknown>> // the draft's model
    for (const [id, one] of nuances) if (String(one.get('text')).startsWith('Deux')) nuances.delete(id)
  })
  await forget()
  expect((await bench.take(body.id)).status).toBe(200)
  expect(await there()).toBe(0)
})

test('to a draft that was deleted meanwhile nothing is added, and it waits', async () => {
  const body = bench.fresh('nuance', { text: 'x', spaceId: 'space-n', draftId: 'd1' })
  await bench.contribute(bench.inPlace, body)
  const deleted = (at: number | null) =>
    bench.server.serving.deps.lane.edit(
      groupDrafts,
      (doc) => void draftsOf(doc).get('d1')?.set('deletedAt', at),
    )
  await deleted(7)
  expect((await bench.take(body.id)).status).toBe(409)
  await deleted(null)
  expect((await bench.take(body.id)).status).toBe(200)
})
