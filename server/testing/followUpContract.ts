// What every store of the follow-up must do, whichever database is behind it.
import { beforeEach, describe, expect, test } from 'vitest'
import type { Store } from '#server/adapters/sql/openStore.ts'
import type { KeptAct } from '#shared/followUp/acts.ts'
import type { PastRecommendation } from '#shared/pastImport/pastRecommendation.ts'

const act = (id: string, more: Partial<KeptAct> = {}): Omit<KeptAct, 'place'> => ({
  ...{ id, target: 'item', targetId: 'plan-1', body: { kind: 'news', text: `nouvelle ${id} 🌱` } },
  ...{ day: '2020-12-15', at: 1_800_000_000_000, by: 'account:a', byName: 'Ana' },
  ...more,
})
const past = (id: string, year: number): PastRecommendation => ({
  ...{ id, year, place: 'Liège', title: `=SUM(${id})`, text: '<b>texte</b>', outcome: 'postponed' },
  ...{ reason: 'faute de temps', link: '' },
})

/** `fresh` gives a store without anything of the follow-up. */
export function followUpContract(kind: string, fresh: () => Promise<Store>): void {
  describe(`follow-up (${kind})`, () => {
    let store: Store
    beforeEach(async () => {
      store = await fresh()
      await store.people.saveAccount({
        ...{ id: 'a', personId: 'p', displayName: 'Ana', standing: 'member' },
        ...{ groupIds: [], facilitatesGroupIds: [] },
      })
    })
    const records = () => store.followUp

    test('acts are kept in the order of their target, found by day, and the same one is kept once', async () => {
      expect(await records().appendAct(act('one'))).toBe('kept')
      expect(await records().appendAct(act('one'))).toBe('kept')
      expect(await records().appendAct(act('two', { at: 1_800_000_000_001, day: '2020-12-20' }))).toBe('kept')
      expect(await records().appendAct(act('other', { targetId: 'plan-2' }))).toBe('kept')
      const places = async (until: string) =>
        (await records().acts({ until, target: 'item', targetId: 'plan-1' })).map(({ id, place }) => [
          id,
          place,
        ])
      expect(await places('2020-12-20')).toEqual([
        ['one', 1],
        ['two', 2],
      ])
      expect(await places('2020-12-15')).toEqual([['one', 1]])
      expect(await places('2020-12-14')).toEqual([])
      expect((await records().acts({ until: '9999' }))[0]).toEqual({ ...act('one'), place: 1 })
    })

    test('of two who change what both saw, one is told; news of both are kept', async () => {
      await records().appendAct(act('first'))
      const outcomes = await Promise.all(['a1', 'b1'].map((id) => records().appendAct(act(id), 1)))
      expect(outcomes.sort()).toEqual(['kept', 'stale'])
      expect(await records().appendAct(act('late'), 1)).toBe('stale')
      const news = await Promise.all(['n1', 'n2', 'n3'].map((id) => records().appendAct(act(id))))
      expect(news).toEqual(['kept', 'kept', 'kept'])
      expect((await records().acts({ until: '9999' })).map(({ place }) => place).sort()).toEqual([
        1, 2, 3, 4, 5,
      ])
    })

    test('follows and what was seen belong to an account', async () => {
      const follow = { target: 'theme', targetId: 'th' } as const
      await records().follow('a', follow, 1)
      await records().follow('a', follow, 2)
      await records().follow('a', { target: 'recommendation', targetId: 'r' }, 3)
      expect(await records().follows('a')).toEqual([follow, { target: 'recommendation', targetId: 'r' }])
      await records().unfollow('a', follow)
      expect(await records().follows('a')).toHaveLength(1)
      expect(await records().follows('b')).toEqual([])
      expect(await records().newsSeen('a')).toBe(0)
      await records().sawNews('a', 1_800_000_000_000)
      await records().sawNews('a', 5)
      expect(await records().newsSeen('a')).toBe(1_800_000_000_000)
    })

    test('an import comes in parts, each kept once, and is taken back as a whole', async () => {
      const about = { id: 'import1', name: 'pad 2017', byName: 'Ana', at: 10 }
      await records().addPast(about, [{ place: 0, past: past('p0', 2016) }])
      await records().addPast(about, [
        { place: 0, past: past('p0-again', 2016) },
        { place: 1, past: past('p1', 2018) },
      ])
      expect(await records().pastImports()).toEqual([{ ...about, count: 2 }])
      expect(await records().pastRecommendations()).toEqual([past('p1', 2018), past('p0', 2016)])
      await records().withdrawPast('import1', 20, 'Bo')
      expect(await records().pastImports()).toEqual([])
      expect(await records().pastRecommendations()).toEqual([])
    })
  })
}
