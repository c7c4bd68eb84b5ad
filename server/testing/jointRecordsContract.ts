// What every store of joint sessions must do, whichever database is behind it.
import { beforeEach, describe, expect, test } from 'vitest'
import type { Store } from '#server/adapters/sql/openStore.ts'
import type { Invitation } from '#shared/joint/invitation.ts'

const evening = { date: '2020-03-12', startTime: '19:30' }
const invitation = (more: Partial<Invitation> = {}): Invitation => ({
  ...{ id: 'invitation-1', fromGroupId: 'n', groupIds: ['n', 'l', 'e'], subject: 'Le comité local' },
  ...{ template: 'two-places', durationMin: 120, days: [evening], word: 'À bientôt', language: 'fr' },
  ...{ status: 'open', answers: {}, agreed: null, madeBy: 'Samira', madeAt: 10 },
  ...more,
})
const about = { act: 'invite', groupId: 'n', by: 'account:a', at: 10, homeRoomId: 'home' } as const

/** `fresh` gives a store without invitations. */
export function jointRecordsContract(kind: string, fresh: () => Promise<Store>): void {
  describe(`joint records (${kind})`, () => {
    let store: Store
    beforeEach(async () => {
      store = await fresh()
      const room = { kind: 'group', groupIds: ['n'], spaces: [], doorOpen: true, sessionId: null } as const
      for (const id of ['home', 'joint-1'])
        await store.rooms.saveRoom({ ...room, id, code: id.toUpperCase(), title: id })
    })
    const records = () => store.jointRecords

    test('an invitation is found by each of its groups, newest first, with every act about it', async () => {
      expect(await records().saveInvitation(invitation(), 0, about)).toBe('saved')
      const second = invitation({ id: 'invitation-2', groupIds: ['e', 'n'], fromGroupId: 'e', madeAt: 20 })
      await records().saveInvitation(second, 0, { ...about, homeRoomId: null })
      expect(await records().invitation('invitation-1')).toEqual({ invitation: invitation(), version: 1 })
      const idsOf = async (group: string) =>
        (await records().invitationsOf(group)).map(({ invitation: { id } }) => id)
      expect(await idsOf('n')).toEqual(['invitation-2', 'invitation-1'])
      expect(await idsOf('l')).toEqual(['invitation-1'])
      expect(await idsOf('p')).toEqual([])
      const declined = invitation({ status: 'declined' })
      const act = { ...about, act: 'decline', groupId: 'l', by: 'device:d', at: 30 } as const
      expect(await records().saveInvitation(declined, 1, act)).toBe('saved')
      expect(await records().invitation('invitation-1')).toEqual({ invitation: declined, version: 2 })
      expect(await records().jointActs('invitation-1')).toEqual([
        { invitationId: 'invitation-1', version: 1, act: 'invite', groupId: 'n', by: 'account:a', at: 10 },
        { invitationId: 'invitation-1', version: 2, act: 'decline', groupId: 'l', by: 'device:d', at: 30 },
      ])
    })

    test('of two who act on the same version one is told; the same invitation is made once', async () => {
      await records().saveInvitation(invitation(), 0, about)
      expect(await records().saveInvitation(invitation({ subject: 'Autre' }), 0, about)).toBe('stale')
      const outcomes = await Promise.all(
        ['withdrawn', 'declined'].map((status) =>
          records().saveInvitation(
            invitation({ status: status as Invitation['status'] }), // both are statuses
            1,
            { ...about, act: 'withdraw' },
          ),
        ),
      )
      expect(outcomes.sort()).toEqual(['saved', 'stale'])
      expect((await records().jointActs('invitation-1')).map(({ version }) => version)).toEqual([1, 2])
      expect(await records().saveInvitation(invitation(), 9, about)).toBe('stale')
    })

    test('an accepted one waits for its room until that is there, and goes with it', async () => {
      const agreed = invitation({ status: 'accepted', agreed: { day: evening, groupIds: ['n', 'l'] } })
      await records().saveInvitation(invitation(), 0, about)
      expect(await records().invitationsWithoutRoom()).toEqual([])
      await records().saveInvitation(agreed, 1, { ...about, act: 'accept' })
      expect(await records().invitationsWithoutRoom()).toEqual([{ invitation: agreed, version: 2 }])
      await records().roomMade('invitation-1', 'joint-1')
      expect(await records().invitationsWithoutRoom()).toEqual([])
      expect((await records().invitationOfRoom('joint-1'))?.invitation.id).toBe('invitation-1')
      expect(await records().invitationOfRoom('home')).toBeUndefined()
      await store.rooms.removeRoom('joint-1')
      expect(await records().invitation('invitation-1')).toBeUndefined()
      expect(await records().jointActs('invitation-1')).toEqual([])
    })

    test('it goes with the room that it was sent from', async () => {
      await records().saveInvitation(invitation(), 0, about)
      await store.rooms.removeRoom('home')
      expect(await records().invitationsOf('l')).toEqual([])
    })

    test('a room keeps when its rights end and who renewed them', async () => {
      const session = { rightsEndAt: 5_000_000_000_000, endedAt: null, renewedBy: ['n'] }
      const room = await store.rooms.room('joint-1')
      if (!room) throw new Error('no room')
      await store.rooms.saveRoom({ ...room, jointSession: session })
      expect((await store.rooms.room('joint-1'))?.jointSession).toEqual(session)
      expect((await store.rooms.room('home'))?.jointSession).toBeUndefined()
    })
  })
}
