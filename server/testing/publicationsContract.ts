// What every keeper of published recommendations must do.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Publications } from '#server/ports/publications.ts'
import type { OpenPort } from '#server/testing/documentLogContract.ts'
import type { Recommendation } from '#shared/cycle/cycleFile.ts'
import { type PublishedVersion, recommendationFingerprint } from '#shared/publication/publishedVersion.ts'

const text = (id: string, proposition: string): Recommendation => ({
  ...{
    id,
    code: id.toUpperCase(),
    themeId: 'th',
    title: 'Un repas par mois',
    summary: '',
    constat: '',
    proposition,
  },
  ...{
    moyens: '',
    nuances: [],
    jurisdictions: ['FR'],
    kind: 'solidarity',
    maturity: 'ready',
    contextIds: [],
  },
  ...{ groupIds: ['grp-n'], provenance: [], status: null, updatedAt: '2020-05-01' },
})

function version(id: string, n: number, proposition = 'Manger ensemble.'): PublishedVersion {
  const recommendation = text(id, proposition)
  return {
    ...{ recommendation, version: n, fingerprint: recommendationFingerprint(recommendation) },
    ...{ cause: n === 1 ? 'publication' : 'amendment', why: '', byName: 'Samira', at: 5, date: '2020-05-01' },
    about: { family: 'Solidarité', place: id.endsWith('2') ? 2 : 1, summaryBy: null, reviews: [] },
  }
}

export function publicationsContract(name: string, open: () => Promise<OpenPort<Publications>>): void {
  describe(`publications: ${name}`, () => {
    let port: Publications
    let close: () => Promise<void>
    beforeEach(async () => {
      const opened = await open()
      port = opened.port
      close = () => opened.close()
    })
    afterEach(() => close())

    /** The store is shared with other tests: their texts are not these. */
    const newest = async (of: string) =>
      (await port.newestVersions()).filter(({ recommendation }) => recommendation.id.startsWith(of))

    test('come back whole, the newest of each in the order of the document, all versions of one from the oldest', async () => {
      expect(await port.addVersions([version('a2', 1), version('a1', 1)])).toBe('kept')
      expect(await port.addVersions([version('a2', 2, 'Cuisiner ensemble.')])).toBe('kept')
      expect(await newest('a')).toEqual([version('a1', 1), version('a2', 2, 'Cuisiner ensemble.')])
      expect(await port.versionsKept('a2')).toEqual([
        version('a2', 1),
        version('a2', 2, 'Cuisiner ensemble.'),
      ])
      expect(await port.versionsKept('a3')).toEqual([])
    })

    test('the same again is kept already; another text under the same number is stale, and nothing beside it is kept', async () => {
      await port.addVersions([version('b1', 1)])
      expect(await port.addVersions([version('b1', 1)])).toBe('kept')
      expect(await port.addVersions([version('b2', 1), version('b1', 1, 'Autre.')])).toBe('stale')
      expect(await port.addVersions([version('b1', 3)])).toBe('stale')
      expect(await newest('b')).toEqual([version('b1', 1)])
    })

    test('of two people who change a text at once, one is stale', async () => {
      await port.addVersions([version('c1', 1)])
      const both = await Promise.all(['A.', 'B.'].map((words) => port.addVersions([version('c1', 2, words)])))
      expect([...both].sort()).toEqual(['kept', 'stale'])
      expect(await port.versionsKept('c1')).toHaveLength(2)
    })
  })
}
