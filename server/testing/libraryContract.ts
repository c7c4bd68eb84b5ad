// What any store of the library's entries must do.
import { beforeEach, describe, expect, test } from 'vitest'
import type { LibraryRecords, NewLibraryEntry } from '#server/ports/library.ts'
import type { Rooms } from '#server/ports/rooms.ts'

const phase = (subject: string, more: Partial<NewLibraryEntry<'phase'>> = {}): NewLibraryEntry<'phase'> => ({
  ...{ kind: 'phase', subject, groupId: subject, roomId: null, body: { phase: 'framed' } },
  ...{ day: '2020-01-23', at: 1_700_000_000_000, by: 'account:a', byName: 'Emre B.' },
  ...more,
})

export function libraryContract(
  name: string,
  open: () => Promise<{ readonly library: LibraryRecords; readonly rooms: Rooms }>,
): void {
  describe(`library on ${name}`, () => {
    let library: LibraryRecords
    let rooms: Rooms
    beforeEach(async () => {
      ;({ library, rooms } = await open())
    })

    test('entries of a subject stand one after the other, with who and when', async () => {
      expect(await library.addEntry(phase('grp-a'), 0)).toBe('kept')
      expect(
        await library.addEntry(phase('grp-a', { body: { phase: 'free' }, at: 1_700_000_000_001 }), 1),
      ).toBe('kept')
      await library.addEntry(phase('grp-b'), 0)
      const kept = await library.entries('phase', { subject: 'grp-a' })
      expect(kept.map(({ version, body }) => [version, body.phase])).toEqual([
        [1, 'framed'],
        [2, 'free'],
      ])
      expect(kept[0]).toEqual({ ...phase('grp-a'), roomId: undefined, version: 1 })
      expect(await library.entries('phase', { groupId: 'grp-b' })).toHaveLength(1)
      expect(await library.entries('phase')).toHaveLength(3)
      expect(await library.entries('mark')).toEqual([])
    })

    test('of two at once one is kept, and what was there is never changed', async () => {
      const outcomes = await Promise.all(
        ['un', 'deux'].map((byName) => library.addEntry(phase('grp-a', { byName }), 0)),
      )
      expect(outcomes.sort()).toEqual(['kept', 'stale'])
      expect(await library.addEntry(phase('grp-a', { byName: 'trois' }), 0)).toBe('stale')
      const [only, ...others] = await library.entries('phase', { subject: 'grp-a' })
      expect(others).toEqual([])
      expect(only?.byName).not.toBe('trois')
    })

    test('what is said of a group goes with its room', async () => {
      const room = { kind: 'group', groupIds: [], spaces: [], doorOpen: true, sessionId: null } as const
      await rooms.saveRoom({ ...room, id: 'salle', code: 'SALLE', title: 'Salle' })
      await library.addEntry(phase('grp-a', { roomId: 'salle' }), 0)
      await library.addEntry(phase('grp-b'), 0)
      await rooms.removeRoom('salle')
      expect((await library.entries('phase')).map(({ subject }) => subject)).toEqual(['grp-b'])
    })
  })
}
