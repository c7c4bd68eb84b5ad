// What every keeper of the public debate must do.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Consultation } from '#server/ports/consultation.ts'
import type { OpenPort } from '#server/testing/documentLogContract.ts'
import type { Entry, KeptRessenti } from '#shared/consultation/consultationEntries.ts'

const ressenti = (id: string, more: Partial<KeptRessenti> = {}): KeptRessenti => ({
  ...{ id, recommendationId: 'rec', voter: `voter-${id}`, day: '2026-05-01', date: '2020-05-01', at: 5 },
  ...{ version: 1, feeling: 'favorable', comment: 'Oui', entityId: null, inGroup: false, groupId: null },
  ...{ presentationId: null, ...more },
})
const closing = (subjectId: string, closesOn: string | null): Omit<Entry<'closing'>, 'n'> => ({
  ...{ kind: 'closing', subjectId, at: 5, body: { closesOn, by: 'account', byName: 'Nora' } },
})

export function consultationContract(name: string, open: () => Promise<OpenPort<Consultation>>): void {
  describe(`consultation: ${name}`, () => {
    let port: Consultation
    let close: () => Promise<void>
    beforeEach(async () => {
      const opened = await open()
      port = opened.port
      close = () => opened.close()
    })
    afterEach(() => close())

    test('one of a voter, text and day, which keeps its id when it changes; other days and texts are others', async () => {
      expect(await port.feel(ressenti('a', { recommendationId: 'one' }))).toBe('new')
      const again = ressenti('b', { recommendationId: 'one', voter: 'voter-a', feeling: 'oppose', at: 9 })
      expect(await port.feel(again)).toBe('changed')
      expect(await port.feel({ ...again, id: 'c', day: '2026-05-02', at: 10 })).toBe('new')
      expect(await port.ressentis({ recommendationId: 'one' })).toEqual([
        { ...again, id: 'a' },
        { ...again, id: 'c', day: '2026-05-02', at: 10 },
      ])
      expect(await port.ressentis({ recommendationId: 'one', voter: 'nobody' })).toEqual([])
    })

    test('of twenty at once by one voter one is kept', async () => {
      const all = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          port.feel(ressenti(`t${n}`, { recommendationId: 'two', voter: 'same' })),
        ),
      )
      expect(all.filter((outcome) => outcome === 'new')).toHaveLength(1)
      expect(await port.ressentis({ recommendationId: 'two' })).toHaveLength(1)
    })

    test('lines about a subject follow one another; whoever saw fewer is stale, and of two at once one', async () => {
      expect(await port.addEntry(closing('s1', '2020-05-20'), 0)).toBe('kept')
      expect(await port.addEntry(closing('s1', null), 0)).toBe('stale')
      const both = await Promise.all(
        ['2020-05-21', '2020-05-22'].map((day) => port.addEntry(closing('s1', day), 1)),
      )
      expect([...both].sort()).toEqual(['kept', 'stale'])
      const lines = await port.entries('closing', 's1')
      expect(lines.map(({ n }) => n)).toEqual([1, 2])
      expect(lines[0]).toEqual({ ...closing('s1', '2020-05-20'), n: 1 })
      expect(await port.entries('question', 's1')).toEqual([])
    })

    test('without a number seen, all of many at once are kept', async () => {
      await Promise.all(Array.from({ length: 60 }, () => port.addEntry(closing('s2', null))))
      expect(await port.entries('closing', 's2')).toHaveLength(60)
    })

    test('who comes has one place and one name, until all are taken; who leaves makes one free', async () => {
      expect(await port.register('p1', { author: 'a', name: 'Ana' }, 2)).toBe('kept')
      expect(await port.register('p1', { author: 'a', name: 'Anna' }, 2)).toBe('kept')
      expect(await port.register('p1', { author: 'b', name: 'Bo' }, 2)).toBe('kept')
      expect(await port.register('p1', { author: 'c', name: 'Chris' }, 2)).toBe('full')
      await port.unregister('p1', 'a')
      expect(await port.register('p1', { author: 'c', name: 'Chris' }, 2)).toBe('kept')
      expect(await port.registered('p1')).toEqual([
        { author: 'b', name: 'Bo' },
        { author: 'c', name: 'Chris' },
      ])
    })

    test('a phone is let in once', async () => {
      expect(await port.enter('p2', 'phone', 1)).toBe(true)
      expect(await port.enter('p2', 'phone', 1)).toBe(true)
      expect(await port.enter('p2', 'other', 1)).toBe(false)
      expect([await port.hasEntered('p2', 'phone'), await port.hasEntered('p2', 'other')]).toEqual([
        true,
        false,
      ])
      expect(await port.entered('p2')).toBe(1)
    })
  })
}
