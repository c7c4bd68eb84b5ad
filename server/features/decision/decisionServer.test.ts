// What a session begins is kept for the group whose draft it is, once, also where the effect is done again or late.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { decisionServer } from '#server/features/decision/decisionServer.ts'
import type { Room } from '#server/ports/rooms.ts'
import { type FreshStore, freshStore } from '#server/testing/stores.ts'

let fresh: FreshStore
beforeAll(async () => {
  fresh = await freshStore('sqlite')
})
afterAll(() => fresh.close())

const joint: Room = {
  ...{ id: 'joint', code: 'JOINT', title: 'Séance commune', kind: 'joint', groupIds: ['n', 'l'] },
  spaces: [
    { spaceId: 'space-j', groupId: null },
    { spaceId: 'space-n', groupId: 'n' },
  ],
  ...{ doorOpen: true, sessionId: null },
}
beforeEach(async () => {
  await fresh.store.rooms.removeRoom('joint')
  await fresh.store.rooms.saveRoom(joint)
})

async function perform(kind: string, id: string, spaceId: string): Promise<void> {
  const { rooms, sessionRecords } = fresh.store
  const server = decisionServer({
    ...{ rooms, records: sessionRecords, now: () => 50, today: async () => '2020-01-23' },
  })
  const draft = { spaceId, draftId: 'd1', title: 'Un comité' }
  const input = { id, draft, firstStep: 'Inviter', who: 'Inès', when: '2020-02-04', at: 7 }
  await server.perform?.({ id: `${id}.0`, roomId: 'joint', slice: 'decision', kind, input })
}
const kept = async (groupId: string) =>
  (await fresh.store.sessionRecords.initiatives(groupId)).map(({ id, withdrawnAt }) => [id, withdrawnAt])

test('[I4] a group’s draft is that group’s initiative in a joint room too; a joint draft’s is everybody’s', async () => {
  await perform('keep-initiative', 'own', 'space-n')
  await perform('keep-initiative', 'together', 'space-j')
  expect(await kept('n')).toEqual([
    ['own', null],
    ['together', null],
  ])
  expect(await kept('l')).toEqual([['together', null]])
})

test('[I4] done again it is one, and taken back it stays so, whichever comes first', async () => {
  await perform('keep-initiative', 'one', 'space-n')
  await perform('keep-initiative', 'one', 'space-n')
  await perform('withdraw-initiative', 'one', 'space-n')
  await perform('withdraw-initiative', 'late', 'space-n')
  await perform('keep-initiative', 'late', 'space-n')
  await perform('keep-initiative', 'one', 'space-n')
  expect(await kept('n')).toEqual([
    ['late', 50],
    ['one', 50],
  ])
})

test('[I4] what an aparté begins stays in it', async () => {
  await fresh.store.rooms.saveRoom({ ...joint, aparte: { parentId: 'nantes', seats: [], closed: false } })
  await perform('keep-initiative', 'apart', 'space-n')
  expect(await kept('n')).toEqual([])
})
