// What every keeper of remarks must do, whichever database is behind it.
import { beforeEach, describe, expect, test } from 'vitest'
import type { Store } from '#server/adapters/sql/openStore.ts'
import type { ActLine, KeptReply, NewRemark, Speaker } from '#server/ports/remarks.ts'
import type { RemarkAnchor } from '#shared/remark/remark.ts'

/** Ids are the store's: filled in before each test. */
const by: { -readonly [Key in keyof Speaker]: Speaker[Key] } = {
  ...{ participantId: 'p1', accountId: 'a1', name: 'Zoë', groupId: 'grp-n', standing: 'member' },
}
const guest = { ...by, participantId: 'p2', accountId: null, name: 'Ana', groupId: null }
const anchor: RemarkAnchor = {
  ...{
    place: 'constat',
    start: 'AAAA',
    end: 'AAAB',
    quote: 'huit « places »',
    before: 'compte ',
    after: '.',
  },
}
const place = { spaceId: 'space-n', draftId: 'd1' }
const mention = { kind: 'group', id: 'grp-l', name: 'Groupe Lyon' } as const
const remark = (more: Partial<NewRemark> = {}): NewRemark => ({
  ...{ id: 'remark-1', roomId: 'home', ...place, kind: 'suggestion', anchor, text: 'Été', proposal: 'six' },
  ...{ by, at: 10, mentions: [], ...more },
})
const reply = (id: string, more: Partial<KeptReply> = {}): KeptReply => ({
  ...{ id, by: guest, at: 20, text: 'Oui', mentions: [], ...more },
})
const line = (act: ActLine['act'], at = 30): ActLine => ({ act, participantId: by.participantId, at })

/** `fresh` gives a store without remarks. */
export function remarksContract(kind: string, fresh: () => Promise<Store>): void {
  describe(`remarks (${kind})`, () => {
    let store: Store
    beforeEach(async () => {
      store = await fresh()
      const room = {
        kind: 'group',
        groupIds: ['grp-n'],
        spaces: [],
        doorOpen: true,
        sessionId: null,
      } as const
      for (const id of ['home', 'other'])
        await store.rooms.saveRoom({ ...room, id, code: id.toUpperCase(), title: id })
      for (const one of [by, guest]) {
        const kept = await store.people.addParticipant({
          ...{ roomId: 'home', name: one.name, presence: 'remote', standing: 'member', role: 'participant' },
          ...{ groupIds: [], headcount: 1, seats: [], accountId: null, deviceHash: one.name },
        })
        one.participantId = kept.id
      }
    })
    const remarks = () => store.remarks

    test('a remark comes back as it was said, with its answers and whom they name, in order of time', async () => {
      expect(await remarks().add(remark({ mentions: [mention] }), 9)).toBe('kept')
      expect(
        await remarks().add(remark({ id: 'remark-0', kind: 'comment', anchor: null, proposal: null }), 9),
      ).toBe('kept')
      await remarks().addReply('remark-1', reply('reply-2', { at: 25 }), 9)
      await remarks().addReply(
        'remark-1',
        reply('reply-1', { mentions: [mention, { ...mention, id: 'x' }] }),
        9,
      )
      const open = { status: 'open', editedAt: null, closed: null, accepting: null } as const
      const first = { ...remark({ mentions: [mention] }), ...open }
      expect(await remarks().remarksOf(place)).toEqual([
        {
          ...remark({ id: 'remark-0', kind: 'comment', anchor: null, proposal: null }),
          ...open,
          replies: [],
        },
        {
          ...first,
          replies: [
            reply('reply-1', { mentions: [mention, { ...mention, id: 'x' }] }),
            reply('reply-2', { at: 25 }),
          ],
        },
      ])
      expect((await remarks().remark('remark-1'))?.mentions).toEqual([mention])
      expect(await remarks().remark('unknown')).toBeUndefined()
      expect(await remarks().remarksOf({ ...place, draftId: 'd2' })).toEqual([])
    })

    test('the same id again changes nothing, also by two at once; limits hold', async () => {
      const both = [remark(), remark({ text: 'autre' })].map((one) => remarks().add(one, 1))
      expect(await Promise.all(both)).toEqual(['kept', 'kept'])
      expect((await remarks().remarksOf(place)).map(({ text }) => text)).toEqual(['Été'])
      expect(await remarks().add(remark({ id: 'remark-2' }), 1)).toBe('full')
      expect(await remarks().add(remark({ id: 'remark-2', draftId: 'd2' }), 1)).toBe('kept')
      expect(await remarks().addReply('remark-1', reply('reply-1'), 1)).toBe('kept')
      expect(await remarks().addReply('remark-1', reply('reply-1', { text: 'autre' }), 1)).toBe('kept')
      expect(await remarks().addReply('remark-1', reply('reply-2'), 1)).toBe('full')
      expect((await remarks().remark('remark-1'))?.replies).toEqual([reply('reply-1')])
      // A closed one makes room.
      await remarks().change('remark-1', 'open', { status: 'withdrawn' }, line('withdraw'))
      expect(await remarks().add(remark({ id: 'remark-3' }), 1)).toBe('kept')
    })

    test('of two changes from the same state one is made; every act is kept', async () => {
      await remarks().add(remark(), 9)
      const closed = { participantId: by.participantId, by: 'Zoë', at: 30, reason: 'trop long' }
      const both = await Promise.all([
        remarks().change('remark-1', 'open', { status: 'refused', closed }, line('refuse')),
        remarks().change('remark-1', 'open', { status: 'withdrawn', closed }, line('withdraw')),
      ])
      expect([...both].sort()).toEqual([false, true])
      expect((await remarks().remark('remark-1'))?.closed).toEqual(closed)
      const kept = (await remarks().acts('remark-1')).map(({ act }) => act)
      expect(kept).toEqual(['ask', both[0] ? 'refuse' : 'withdraw'])
      const again = {
        status: 'open',
        closed: null,
        anchor: { ...anchor, quote: 'sept' },
        proposal: '',
      } as const
      const from = both[0] ? 'refused' : 'withdrawn'
      expect(await remarks().change('remark-1', from, again, line('reopen', 40))).toBe(true)
      expect(await remarks().remark('remark-1')).toMatchObject(again)
    })

    test('while an acceptance is under way nothing else is changed, and it is found after a stop', async () => {
      await remarks().add(remark(), 9)
      const accepting = { participantId: 'p1', at: 30, place, anchor }
      expect(await remarks().endAccepting('remark-1', { accepting: null }, null)).toBe(false)
      expect(await remarks().change('remark-1', 'open', { accepting }, null)).toBe(true)
      expect(await remarks().change('remark-1', 'open', { accepting }, null)).toBe(false)
      expect(await remarks().change('remark-1', 'open', { status: 'withdrawn' }, line('withdraw'))).toBe(
        false,
      )
      expect((await remarks().accepting()).map(({ id, accepting: found }) => [id, found])).toEqual([
        ['remark-1', accepting],
      ])
      const closed = { participantId: by.participantId, by: 'Zoë', at: 30, reason: '' }
      const done = { status: 'accepted', closed, accepting: null } as const
      expect(await remarks().endAccepting('remark-1', done, line('accept'))).toBe(true)
      expect(await remarks().endAccepting('remark-1', { status: 'open' }, null)).toBe(false)
      expect(await remarks().remark('remark-1')).toMatchObject(done)
      expect(await remarks().accepting()).toEqual([])
    })

    test('open remarks are counted by draft, for the spaces asked for', async () => {
      await remarks().add(remark(), 9)
      await remarks().add(remark({ id: 'remark-2' }), 9)
      await remarks().add(remark({ id: 'remark-3', draftId: 'd2' }), 9)
      await remarks().add(remark({ id: 'remark-4', spaceId: 'space-l' }), 9)
      await remarks().change('remark-3', 'open', { status: 'resolved' }, line('resolve'))
      expect(await remarks().openCounts(['space-n'])).toEqual([{ ...place, open: 2 }])
      expect(await remarks().openCounts([])).toEqual([])
    })

    test('a mention is unseen by each viewer until they look; later ones are new', async () => {
      await remarks().add(remark({ mentions: [mention] }), 9)
      await remarks().addReply('remark-1', reply('reply-1', { mentions: [mention] }), 9)
      const named = [{ kind: 'group', id: 'grp-l' }] as const
      const unseen = async (viewer: string) =>
        (await remarks().unseen(viewer, named, 9)).map(({ replyId, text }) => [replyId, text])
      const both = [
        ['reply-1', 'Oui'],
        [null, 'Été'],
      ]
      expect(await unseen('account:a')).toEqual(both)
      await remarks().see('account:a', [place, { ...place, draftId: 'd2' }], 15)
      expect(await unseen('account:a')).toEqual([['reply-1', 'Oui']])
      await remarks().see('account:a', [place], 20)
      expect(await unseen('account:a')).toEqual([])
      expect(await unseen('account:b')).toEqual(both)
      expect(await remarks().unseen('account:b', [{ kind: 'person', id: 'grp-l' }], 9)).toEqual([])
      expect(await remarks().unseen('account:b', [], 9)).toEqual([])
      const [notice] = await remarks().unseen('account:b', named, 1)
      expect(notice).toEqual({
        ...{ remark: { id: 'remark-1', roomId: 'home', ...place }, replyId: 'reply-1', mention },
        ...{ by: guest, at: 20, text: 'Oui' },
      })
      await remarks().change('remark-1', 'open', { status: 'withdrawn' }, line('withdraw'))
      expect(await unseen('account:b')).toEqual([])
    })

    test('whoever is called otherwise later is called so here', async () => {
      await remarks().add(remark(), 9)
      await store.people.changeParticipant(by.participantId, { name: 'Une personne' })
      expect((await remarks().remark('remark-1'))?.by.name).toBe('Une personne')
    })

    test('all of it goes with its room', async () => {
      await remarks().add(remark({ mentions: [mention] }), 9)
      await remarks().addReply('remark-1', reply('reply-1'), 9)
      await remarks().add(remark({ id: 'remark-2', roomId: 'other' }), 9)
      await store.rooms.removeRoom('home')
      expect((await remarks().remarksOf(place)).map(({ id }) => id)).toEqual(['remark-2'])
      expect(await remarks().acts('remark-1')).toEqual([])
    })
  })
}
