// What every keeper of assemblies must do.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AssemblyRecords, Casting } from '#server/ports/assembly.ts'
import type { ThemeRecords } from '#server/ports/themes.ts'
import type { OpenPort } from '#server/testing/documentLogContract.ts'
import { type Ballot, ballotInput } from '#shared/assembly/ballot.ts'
import type { ThemeAct } from '#shared/themes/proposal.ts'

const about = { act: 'made', by: 'account:n', at: 5 }
export const smallBallot = (id: string, more: Partial<Ballot> = {}): Ballot => ({
  ...ballotInput.parse({ purpose: 'motion', title: 'Approuver le plan', secret: true }),
  ...{
    id,
    items: [],
    plan: null,
    hand: [],
    state: 'open',
    openedAt: 5,
    closedAt: null,
    day: null,
    presidedBy: '',
  },
  ...more,
})
const casting = (ballotId: string, voterId: string, more: Partial<Casting> = {}): Casting => ({
  ...{ ballotId, voterId, paper: 'for', weight: 1, name: undefined, ...more },
})

export function assemblyContract(name: string, open: () => Promise<OpenPort<AssemblyRecords>>): void {
  describe(`assembly: ${name}`, () => {
    let port: AssemblyRecords
    let close: () => Promise<void>
    beforeEach(async () => {
      const opened = await open()
      port = opened.port
      close = () => opened.close()
    })
    afterEach(() => close())

    test('where everybody looks: dark at first, the last one stands, and each change is a revision', async () => {
      expect(await port.screen('a')).toEqual({ slideId: null, over: null, startedAt: null })
      expect(await port.revision('a')).toBe(0)
      await port.show('a', { slideId: 'title', over: null, startedAt: 7 })
      await port.show('a', { slideId: 'figures', over: { kind: 'ballot', id: 'b' }, startedAt: 7 })
      expect(await port.screen('a')).toEqual({
        slideId: 'figures',
        over: { kind: 'ballot', id: 'b' },
        startedAt: 7,
      })
      expect(await port.revision('a')).toBe(2)
      await port.keepNote('a', 'title', 'Saluer')
      await port.keepNote('a', 'title', 'Saluer la salle')
      expect([...(await port.notes('a'))]).toEqual([['title', 'Saluer la salle']])
    })

    test('questions: support counts once a person, acts are kept in their order', async () => {
      await port.ask('q', { id: 'q1', text: 'Et les frais ?', name: 'Ana', at: 1 }, 'device:1')
      await port.ask('q', { id: 'q1', text: 'Autre', name: '', at: 2 }, 'device:2')
      await Promise.all([1, 1, 2].map((n) => port.support('q1', `device:${n}`, true)))
      expect(await port.support('nothing', 'device:1', true)).toBe(false)
      await port.moderate('q1', { state: 'shown', note: '', byName: 'Nora', at: 3 })
      await port.moderate('q1', { state: 'answered', note: 'En juin', byName: 'Nora', at: 4 })
      const [one] = await port.questions('q')
      expect(one).toMatchObject({ text: 'Et les frais ?', name: 'Ana', support: 2 })
      expect(one?.acts.map(({ state }) => state)).toEqual(['shown', 'answered'])
      expect(await port.supportedBy('q', 'device:2')).toEqual(['q1'])
      expect(await port.questionIdsOf('q', 'device:1')).toEqual(['q1'])
      await port.support('q1', 'device:2', false)
      expect(await port.supportedBy('q', 'device:2')).toEqual([])
    })

    test('a vote changed by two at once is stale for one', async () => {
      const [one, two] = [smallBallot('s1', { state: 'prepared' }), smallBallot('s1', { state: 'open' })]
      expect(await port.saveBallot('s', { ballot: one, version: 0 }, about)).toBe('saved')
      expect(await port.saveBallot('s', { ballot: one, version: 0 }, about)).toBe('stale')
      const both = await Promise.all(
        [1, 1].map((version) => port.saveBallot('s', { ballot: two, version }, about)),
      )
      expect([...both].sort()).toEqual(['saved', 'stale'])
      expect(await port.ballot('s1')).toEqual({ ballot: two, version: 2 })
      expect((await port.ballots('s')).map(({ ballot }) => ballot.id)).toEqual(['s1'])
    })

    test('of papers that one person sends at once, one is counted; none before it opens nor after it closed', async () => {
      const ballot = smallBallot('v1', { state: 'prepared' })
      await port.saveBallot('v', { ballot, version: 0 }, about)
      expect(await port.cast(casting('v1', 'p1'))).toBe('closed')
      await port.saveBallot('v', { ballot: { ...ballot, state: 'open' }, version: 1 }, about)
      const papers = ['for', 'against', 'for', 'abstain', 'against']
      const outcomes = await Promise.all(papers.map((paper) => port.cast(casting('v1', 'p1', { paper }))))
      expect(outcomes.filter((one) => one === 'counted')).toHaveLength(1)
      expect(outcomes.filter((one) => one === 'already')).toHaveLength(4)
      await port.cast(casting('v1', 'p2', { paper: 'against', weight: 3 }))
      await port.cast(casting('v1', 'p3', { paper: 'against' }))
      expect((await port.counted('v1')).reduce((sum, { count }) => sum + count, 0)).toBe(3)
      expect(
        (await port.counted('v1')).find(({ paper }) => paper === 'against')?.weight,
      ).toBeGreaterThanOrEqual(4)
      expect((await port.voterCounts('v')).get('v1')).toBe(3)
      expect([...(await port.votedOf('v1', ['p2', 'p9']))]).toEqual(['p2'])
      const before = await port.counted('v1')
      await port.saveBallot('v', { ballot: { ...ballot, state: 'closed' }, version: 2 }, about)
      expect(await port.cast(casting('v1', 'p4'))).toBe('closed')
      expect(await port.counted('v1')).toEqual(before)
      expect((await port.voterCounts('v')).get('v1')).toBe(3)
    })

    test('a secret vote keeps no name beside a paper, an open one keeps each', async () => {
      await port.saveBallot('o', { ballot: smallBallot('o1', { secret: false }), version: 0 }, about)
      await port.cast(casting('o1', 'p2', { name: 'Zoé', paper: 'against' }))
      await port.cast(casting('o1', 'p1', { name: 'Ana' }))
      expect(await port.openPapers('o1')).toEqual([
        { name: 'Ana', paper: 'for', weight: 1 },
        { name: 'Zoé', paper: 'against', weight: 1 },
      ])
      await port.saveBallot('o', { ballot: smallBallot('o2'), version: 0 }, about)
      await port.cast(casting('o2', 'p1'))
      expect(await port.openPapers('o2')).toEqual([])
    })
  })
}

const themeAct = (id: string, place: number): ThemeAct => ({
  ...{ id, place, by: 'a', byName: 'Ana', at: 5, day: '2020-06-25' },
  body: { kind: 'proposed', proposalId: `p-${id}`, title: 'T', question: 'Q ?', why: 'W', sources: [] },
})

export function themesContract(name: string, open: () => Promise<OpenPort<ThemeRecords>>): void {
  describe(`themes: ${name}`, () => {
    test('acts come back in their order; of two at once one is stale, and the same again is kept already', async () => {
      const { port, close } = await open()
      expect(await port.addThemeAct('c', themeAct('x1', 1))).toBe('kept')
      expect(await port.addThemeAct('c', themeAct('x1', 1))).toBe('kept')
      const both = await Promise.all(['x2', 'x3'].map((id) => port.addThemeAct('c', themeAct(id, 2))))
      expect([...both].sort()).toEqual(['kept', 'stale'])
      expect(await port.addThemeAct('c', themeAct('x4', 9))).toBe('stale')
      expect(await port.addThemeAct('d', themeAct('x5', 1))).toBe('kept')
      expect((await port.themeActs('c')).map(({ place }) => place)).toEqual([1, 2])
      expect((await port.themeActs('c'))[0]).toEqual(themeAct('x1', 1))
      await close()
    })
  })
}
