// What every store of registrations, marks and calendars must do, whichever database is behind it.
import { beforeEach, describe, expect, test } from 'vitest'
import type { Store } from '#server/adapters/sql/openStore.ts'
import type { CycleMark } from '#server/ports/cycleMarks.ts'
import type { Registration } from '#server/ports/registrations.ts'

const coming = (more: Partial<Registration> = {}): Registration => ({
  ...{
    sessionId: 's1',
    groupId: 'n',
    roomId: 'home',
    author: 'account:a',
    name: null,
    answer: 'room',
    at: 10,
  },
  ...more,
})
const opened = (more: Partial<CycleMark> = {}): CycleMark => ({
  ...{
    kind: 'open-online',
    targetId: 'n',
    version: 1,
    on: true,
    by: 'account:v',
    day: '2020-04-14',
    at: 10,
    roomId: null,
  },
  ...more,
})

/** `fresh` gives a store without any of them. */
export function cyclePageContract(kind: string, fresh: () => Promise<Store>): void {
  describe(`the cycle's page (${kind})`, () => {
    let store: Store
    beforeEach(async () => {
      store = await fresh()
      const room = { kind: 'group', groupIds: ['n'], spaces: [], doorOpen: true, sessionId: null } as const
      await store.rooms.saveRoom({ ...room, id: 'home', code: 'HOME', title: 'home' })
    })

    test('one answer a person, the last one; a group’s page and this one share it', async () => {
      const { registrations, sessionRecords } = store
      await registrations.register(coming())
      await registrations.register(coming({ answer: 'remote' }))
      await registrations.register(coming({ author: 'device:d', name: 'Inès', groupId: 'l', roomId: null }))
      expect([...(await sessionRecords.comings('n', 's1'))]).toEqual([['account:a', 'remote']])
      await sessionRecords.answerComing({
        ...{ groupId: 'n', roomId: 'home', sessionId: 's1', author: 'account:b', answer: 'no' },
      })
      const people = (await registrations.registered(['s1', 's2'])).get('s1') ?? []
      expect([...people].sort((a, b) => (a.author < b.author ? -1 : 1))).toEqual([
        { author: 'account:a', name: null, answer: 'remote' },
        { author: 'account:b', name: null, answer: 'no' },
        { author: 'device:d', name: 'Inès', answer: 'room' },
      ])
      expect((await registrations.registered(['s2'])).size).toBe(0)
      expect([...(await registrations.answersOf('account:a'))]).toEqual([['s1', 'remote']])
    })

    test('an answer that is taken back leaves no name behind', async () => {
      const { registrations } = store
      await registrations.register(coming({ author: 'device:d', name: 'Inès' }))
      await registrations.register(coming({ author: 'device:d', name: 'Inès', answer: null }))
      expect((await registrations.registered(['s1'])).size).toBe(0)
      expect(await store.database.read.selectFrom('registration_names').selectAll().execute()).toEqual([])
    })

    test('of two who take the last place at the same instant one is told that it is full', async () => {
      const { registrations } = store
      await registrations.setPlaces('s1', { room: 3, remote: null }, null)
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, (_, n) => registrations.register(coming({ author: `account:${n}` }))),
      )
      expect(outcomes.filter((one) => one === 'saved')).toHaveLength(3)
      expect((await registrations.registered(['s1'])).get('s1')).toHaveLength(3)
      expect(await registrations.register(coming({ author: 'account:9', answer: 'remote' }))).toBe('saved')
      await registrations.setPlaces('s1', { room: 4, remote: 1 }, null)
      expect([...(await registrations.places(['s1', 's2']))]).toEqual([['s1', { room: 4, remote: 1 }]])
      expect(await registrations.register(coming({ author: 'account:10', answer: 'remote' }))).toBe('full')
    })

    test('acts stay in their order; of two about the same version one is told', async () => {
      const { cycleMarks } = store
      expect(await cycleMarks.mark(opened())).toBe('saved')
      const second = [opened({ version: 2, on: false }), opened({ version: 2, on: false, by: 'account:w' })]
      const outcomes = await Promise.all(second.map((one) => cycleMarks.mark(one)))
      expect(outcomes.sort()).toEqual(['saved', 'stale'])
      await cycleMarks.mark(opened({ kind: 'cancelled', targetId: 's1', day: '2020-04-15', at: 30 }))
      expect((await cycleMarks.marks()).map(({ kind, on, version }) => [kind, version, on])).toEqual([
        ['cancelled', 1, true],
        ['open-online', 1, true],
        ['open-online', 2, false],
      ])
    })

    test('what was said in a room’s name goes with it', async () => {
      const { cycleMarks, registrations } = store
      await registrations.register(coming({ author: 'device:d', name: 'Inès' }))
      await registrations.setPlaces('s1', { room: 3, remote: null }, 'home')
      await cycleMarks.mark(opened({ roomId: 'home' }))
      await cycleMarks.mark(opened({ targetId: 'l' }))
      await store.rooms.removeRoom('home')
      expect((await registrations.registered(['s1'])).size).toBe(0)
      expect((await registrations.places(['s1'])).size).toBe(0)
      expect((await cycleMarks.marks()).map(({ targetId }) => targetId)).toEqual(['l'])
      expect(await store.database.read.selectFrom('registration_names').selectAll().execute()).toEqual([])
    })

    test('a calendar opens by its token until its owner revokes it', async () => {
      const { calendars } = store
      const feed = { id: 'f1', author: 'account:a', groupId: 'n', madeAt: 10 }
      await calendars.makeFeed({ ...feed, hash: 'h1' })
      await calendars.makeFeed({ ...feed, id: 'f2', groupId: null, madeAt: 20, hash: 'h2' })
      expect(await calendars.feedByHash('h1')).toEqual(feed)
      expect((await calendars.feeds('account:a')).map(({ id }) => id)).toEqual(['f2', 'f1'])
      expect(await calendars.revokeFeed('account:b', 'f1')).toBe(false)
      expect(await calendars.revokeFeed('account:a', 'f1')).toBe(true)
      expect(await calendars.revokeFeed('account:a', 'f1')).toBe(false)
      expect(await calendars.feedByHash('h1')).toBeUndefined()
      expect(await calendars.feedByHash('f2')).toBeUndefined()
    })

    test('a session’s sequence rises when its time changes, once for all who tell it', async () => {
      const { calendars } = store
      const told = (fingerprint: string, body = '{}') => [{ sessionId: 's1', fingerprint, body }]
      expect([...(await calendars.tell(told('18:30')))]).toEqual([['s1', 0]])
      expect([...(await calendars.tell(told('18:30', '{"title":1}')))]).toEqual([['s1', 0]])
      await Promise.all([1, 2, 3].map(() => calendars.tell(told('19:00'))))
      expect([...(await calendars.tell(told('19:00')))]).toEqual([['s1', 1]])
      expect([...(await calendars.tell(told('18:30')))]).toEqual([['s1', 2]])
      expect(await calendars.told()).toEqual(told('18:30'))
      expect((await calendars.tell([])).size).toBe(0)
    })
  })
}
