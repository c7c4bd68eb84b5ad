// What every keeper of session records must do, on both databases.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type {
  HeldSession,
  KeptContribution,
  KeptLink,
  SessionRecords,
  StartedInitiative,
} from '#server/ports/sessionRecords.ts'
import { databaseKinds, type FreshStore, freshStore } from '#server/testing/stores.ts'

const session: HeldSession = {
  ...{ id: 's1', roomId: 'nantes', groupIds: ['grp-n', 'grp-l'], title: 'Nantes « & » Lyon' },
  ...{ date: '2020-01-23', cycleSessionId: 'ses-048', startedAt: 1_579_800_000_000, endedAt: null },
  outcomes: [],
}
const line = { id: 'line-one', name: 'Zoë', side: 'room', headcount: 1 } as const
const noticed = { ...line, personId: 'mem-1', groupId: 'grp-n' } as const
const initiative: StartedInitiative = {
  ...{ id: 'i1', roomId: 'nantes', groupIds: ['grp-n', 'grp-l'] },
  draft: { spaceId: 'space', draftId: 'd1', title: 'Un comité' },
  ...{ firstStep: 'Inviter', who: 'Inès', when: '2020-02-04', since: '2020-01-23', withdrawnAt: null },
}
const contribution: KeptContribution = {
  ...{ id: 'contribution-1', groupId: 'grp-n', roomId: 'nantes', kind: 'nuance', text: 'Oui, si…' },
  ...{ degree: null, draft: { spaceId: 'space', draftId: 'd1' }, name: 'Inès', author: 'device:abc' },
  ...{ at: 10, takenAt: null },
}
const link: KeptLink = {
  ...{ id: 'l1', groupId: 'grp-n', roomId: null, hash: 'aa', name: 'Inès', memberId: 'mem-1' },
  ...{ madeAt: 5, expiresAt: 100, lastUsedAt: null },
}

describe.each(databaseKinds)('%s', (kind) => {
  let fresh: FreshStore
  let records: SessionRecords
  beforeAll(async () => {
    fresh = await freshStore(kind)
    records = fresh.store.sessionRecords
  })
  afterAll(() => fresh.close())
  beforeEach(async () => {
    const { rooms, database } = fresh.store
    for (const id of ['nantes', 'lyon']) {
      await rooms.removeRoom(id)
      const room = { kind: 'group', groupIds: [], spaces: [], doorOpen: true, sessionId: null } as const
      await rooms.saveRoom({ ...room, id, code: id, title: id })
    }
    await database.write.deleteFrom('personal_links').execute()
  })
  const linesOf = async (id: string) => (await records.lines([id])).get(id)

  test('a session is held once; its end and outcomes follow, its beginning stays', async () => {
    await records.hold(session)
    const later = { ...session, title: 'autre', date: '2020-01-24', endedAt: 9, outcomes: ['« Oui »'] }
    await records.hold(later)
    const expected = { ...session, endedAt: 9, outcomes: ['« Oui »'] }
    expect(await records.heldSession('s1')).toEqual(expected)
    expect(await records.heldByGroup('grp-l')).toEqual([expected])
    expect(await records.heldByGroup('grp')).toEqual([])
    expect(await records.heldSession('s2')).toBeUndefined()
    await records.hold({ ...session, endedAt: null })
    expect((await records.heldSession('s1'))?.endedAt).toBeNull()
  })

  test('sessions of a room come oldest first; what another one left open is ended', async () => {
    await records.hold({ ...session, id: 's3', startedAt: 3 })
    await records.hold({ ...session, id: 's2', startedAt: 2, groupIds: [] })
    await records.hold({ ...session, id: 'elsewhere', roomId: 'lyon' })
    await records.endOthers('nantes', 's3', 77)
    expect((await records.heldInRoom('nantes')).map(({ id, endedAt }) => [id, endedAt])).toEqual([
      ['s2', 77],
      ['s3', null],
    ])
    await records.endOthers('nantes', null, 78)
    expect((await records.heldInRoom('nantes')).map(({ endedAt }) => endedAt)).toEqual([77, 78])
    expect((await records.heldSession('elsewhere'))?.endedAt).toBeNull()
  })

  test('a person is noticed once, on the side where they were last', async () => {
    await records.hold(session)
    await records.notice('s1', [noticed])
    await records.notice('s1', [
      { ...noticed, side: 'remote' },
      { ...noticed, id: 'line-two', name: 'Abel' },
    ])
    await records.notice('s1', [])
    expect(await linesOf('s1')).toEqual([
      { ...noticed, id: 'line-two', name: 'Abel', source: 'noticed' },
      { ...noticed, side: 'remote', source: 'noticed' },
    ])
  })

  test('what a person wrote or took away is not noticed over', async () => {
    await records.hold(session)
    await records.notice('s1', [noticed, { ...noticed, id: 'line-two', name: 'Abel' }])
    expect(await records.writeLine('s1', { ...line, headcount: 3 }, line)).toBe(true)
    await records.removeLine('s1', 'line-two')
    await records.removeLine('s1', 'line-nine')
    await records.notice('s1', [noticed, { ...noticed, id: 'line-two', name: 'Abel' }])
    expect(await linesOf('s1')).toEqual([{ ...noticed, headcount: 3, source: 'written' }])
  })

  test('a line that somebody changed meanwhile is not written over; the same again is done already', async () => {
    await records.hold(session)
    expect(await records.writeLine('s1', line, null)).toBe(true)
    expect(await records.writeLine('s1', line, null)).toBe(true)
    expect(await records.writeLine('s1', { ...line, name: 'Zoé' }, null)).toBe(false)
    expect(await records.writeLine('s1', { ...line, name: 'Zoé' }, { ...line, headcount: 2 })).toBe(false)
    expect(await records.writeLine('s1', { ...line, name: 'Zoé' }, line)).toBe(true)
    await records.removeLine('s1', line.id)
    expect(await records.writeLine('s1', line, { ...line, name: 'Zoé' })).toBe(false)
    expect(await records.writeLine('s1', line, undefined)).toBe(true)
    expect(await linesOf('s1')).toMatchObject([{ ...line, source: 'written' }])
  })

  test('an initiative is begun once for each of its groups, and taken back it stays, withdrawn', async () => {
    await records.startInitiative(initiative)
    await records.startInitiative(initiative)
    expect(await records.initiatives('grp-l')).toEqual([initiative])
    await records.withdrawInitiative('i1', 50)
    await records.withdrawInitiative('i1', 60)
    await records.startInitiative(initiative)
    expect(await records.initiatives('grp-n')).toEqual([{ ...initiative, withdrawnAt: 50 }])
    expect(await records.initiatives('grp-x')).toEqual([])
  })

  test('a contribution is kept once, is its author’s until it is taken, and then stays', async () => {
    expect(await records.contribute(contribution)).toBe(true)
    expect(await records.contribute({ ...contribution, at: 11 })).toBe(true)
    expect(await records.contribute({ ...contribution, author: 'device:other' })).toBe(false)
    expect(await records.contribute({ ...contribution, text: 'Non' })).toBe(false)
    expect(await records.contributions('grp-n')).toEqual([contribution])
    expect(await records.contributions('grp-l')).toEqual([])
    await records.contributionTaken('grp-n', contribution.id, 20)
    await records.contributionTaken('grp-n', contribution.id, 30)
    expect((await records.contribution('grp-n', contribution.id))?.takenAt).toBe(20)
    expect(await records.withdrawContribution('grp-n', contribution.id)).toBe(false)
    await records.contribute({ ...contribution, id: 'contribution-2', draft: null, degree: 3 })
    expect(await records.withdrawContribution('grp-n', 'contribution-2')).toBe(true)
    expect(await records.contribution('grp-n', 'contribution-2')).toBeUndefined()
  })

  test('a personal link opens until it is over or revoked, by its hash alone', async () => {
    await records.makeLink(link)
    await records.makeLink({ ...link, id: 'l2', hash: 'bb', madeAt: 6 })
    expect(await records.linkByHash('aa', 99)).toEqual(link)
    expect(await records.linkByHash('aa', 100)).toBeUndefined()
    expect(await records.linkByHash('cc', 99)).toBeUndefined()
    await records.linkUsed('l1', 50)
    expect((await records.links('grp-n', 99)).map(({ id, lastUsedAt }) => [id, lastUsedAt])).toEqual([
      ['l2', null],
      ['l1', 50],
    ])
    await records.revokeLink('grp-l', 'l1')
    expect(await records.linkByHash('aa', 99)).toBeDefined()
    await records.revokeLink('grp-n', 'l1')
    expect(await records.linkByHash('aa', 99)).toBeUndefined()
    expect((await records.links('grp-n', 99)).map(({ id }) => id)).toEqual(['l2'])
  })

  test('each person answers once whether they come, changes it and takes it back', async () => {
    const asked = { groupId: 'grp-n', roomId: 'nantes', sessionId: 'ses-1' }
    await records.answerComing({ ...asked, author: 'account:a', answer: 'room' })
    await records.answerComing({ ...asked, author: 'account:a', answer: 'remote' })
    await records.answerComing({ ...asked, author: 'link:b', answer: 'no' })
    expect(Object.fromEntries(await records.comings('grp-n', 'ses-1'))).toEqual({
      'account:a': 'remote',
      'link:b': 'no',
    })
    await records.answerComing({ ...asked, author: 'link:b', answer: null })
    expect((await records.comings('grp-n', 'ses-1')).size).toBe(1)
    expect((await records.comings('grp-n', 'ses-2')).size).toBe(0)
  })

  test('everything goes with its room', async () => {
    await records.hold(session)
    await records.notice('s1', [noticed])
    await records.startInitiative(initiative)
    await records.contribute(contribution)
    await records.makeLink({ ...link, roomId: 'nantes' })
    await fresh.store.rooms.removeRoom('nantes')
    expect(await records.heldByGroup('grp-n')).toEqual([])
    expect(await linesOf('s1')).toEqual([])
    expect(await records.initiatives('grp-n')).toEqual([])
    expect(await records.contributions('grp-n')).toEqual([])
    expect(await records.links('grp-n', 1)).toEqual([])
  })
})
