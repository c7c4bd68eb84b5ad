// Rules of the assembly's votes, quorum, majority, proxies, questions and slides.
import { expect, test } from 'vitest'
import {
  type Ballot,
  ballotInput,
  countedPaper,
  faultOf,
  isVoter,
  maySettleStatutes,
  presides,
  speaksFor,
  weightOf,
} from '#shared/assembly/ballot.ts'
import { type DeckTheme, moved, slidesOf } from '#shared/assembly/deck.ts'
import { inOrder, moderationInput, type Question } from '#shared/assembly/question.ts'
import { type Counted, isCarried, tally } from '#shared/assembly/tally.ts'

const input = (more: object = {}) =>
  ballotInput.parse({ purpose: 'motion', title: 'Approuver', secret: true, ...more })
const ballot = (more: Partial<Ballot> = {}): Ballot => ({
  ...input(),
  ...{
    id: 'b',
    items: [],
    plan: null,
    hand: [],
    state: 'closed',
    openedAt: 1,
    closedAt: 2,
    day: null,
    presidedBy: '',
  },
  ...more,
})
const given = (giverId: string, holderId: string) => ({
  giverId,
  holderId,
  giverName: giverId,
  holderName: holderId,
})
const counted = (yes: number, no: number, abstain = 0): Counted[] => [
  { paper: 'for', count: yes, weight: yes },
  { paper: 'against', count: no, weight: no },
  { paper: 'abstain', count: abstain, weight: abstain },
]
const hand = (paper: string, count: number, withdrawn = false) => ({
  ...{ id: `${paper}${count}`, paper, count, byName: 'Nora', at: 1 },
  withdrawn: withdrawn ? { byName: 'Nora', at: 2 } : null,
})

test.each([
  ['member', [], true],
  ['board', [], true],
  ['cooperative-life', ['g'], true],
  ['team', [], false],
  ['cooperative-life', [], false],
  ['admin', [], false],
  ['guest', [], false],
] as const)('[V1] %s of groups %j votes: %s', (standing, groupIds, votes) => {
  expect(isVoter({ standing, groupIds })).toBe(votes)
})

test('[V2] [V3] cooperative life holds the assembly; only administrators settle what statutes ask for', () => {
  expect([presides({ standing: 'cooperative-life' }), presides({ standing: 'board' })]).toEqual([true, false])
  expect([
    maySettleStatutes({ standing: 'admin' }),
    maySettleStatutes({ standing: 'cooperative-life' }),
  ]).toEqual([true, false])
})

test('[V4] no weight or proxy without its paragraph, and no holder with more than the statutes allow', () => {
  const proxies = { statute: 'Article 17', most: 2, given: [given('a', 'h'), given('b', 'h')] }
  expect(faultOf(input({ proxies }))).toBeUndefined()
  expect(ballotInput.safeParse({ ...input(), proxies: { ...proxies, statute: ' ' } }).success).toBe(false)
  expect(faultOf(input({ proxies: { ...proxies, most: 1 } }))).toBe('too-many-proxies')
  expect(faultOf(input({ proxies: { ...proxies, given: [given('a', 'a')] } }))).toBe('proxy-of-oneself')
  expect(faultOf(input({ proxies: { ...proxies, given: [given('a', 'h'), given('a', 'i')] } }))).toBe(
    'proxy-given-twice',
  )
  expect(faultOf(input({ quorum: { percent: 20, statute: 'Article 12' } }))).toBe('quorum-without-eligible')
  const weights = { statute: 'Article 18', of: [{ accountId: 'a', name: 'A', weight: 2 }] }
  expect(faultOf(input({ purpose: 'themes', weights }))).toBe('ranking-never-weighted')
  expect([weightOf({ weights }, 'a'), weightOf({ weights }, 'b'), weightOf({ weights: null }, 'a')]).toEqual([
    2, 1, 1,
  ])
  expect(speaksFor({ proxies }, 'h').map(({ accountId }) => accountId)).toEqual(['h', 'a', 'b'])
  expect(speaksFor({ proxies }, 'a').map(({ accountId }) => accountId)).toEqual(['a'])
})

test('[V5] a paper is an answer or a ranking of what stands, never more than asked for', () => {
  const items = ['x', 'y', 'z'].map((id) => ({ id, title: id, question: '' }))
  const ranking = ballot({ purpose: 'themes', items, most: 2 })
  expect(countedPaper(ballot(), 'for')).toBe('for')
  expect(countedPaper(ballot(), ['x'])).toBeUndefined()
  expect(countedPaper(ranking, ['y', 'x'])).toBe('["y","x"]')
  for (const wrong of ['for' as const, ['x', 'y', 'z'], ['x', 'x'], ['w']])
    expect(countedPaper(ranking, wrong)).toBeUndefined()
})

test('[V7] [V8] hands of the room are added and said apart; a withdrawn line counts nowhere; the quorum counts people', () => {
  const asked = ballot({
    ...{ eligible: 21, quorum: { percent: 50, statute: 'Article 12' } },
    hand: [hand('for', 4), hand('against', 30, true)],
  })
  const result = tally(asked, counted(4, 1, 2), 7)
  expect(result).toMatchObject({
    voters: { account: 7, room: 4 },
    answers: { for: { votes: 8, room: 4 }, against: { votes: 1, room: 0 }, abstain: { votes: 2 } },
    quorum: { needed: 11, reached: true },
    outcome: 'adopted',
  })
  expect(tally({ ...asked, eligible: 23 }, counted(4, 1, 2), 7)).toMatchObject({
    quorum: { needed: 12, reached: false },
    outcome: 'void',
  })
})

test.each([
  ['half', 5, 5, false],
  ['half', 6, 5, true],
  ['half', 0, 0, false],
  ['two-thirds', 2, 1, true],
  ['two-thirds', 66, 34, false],
  ['two-thirds', 0, 0, false],
] as const)('[V9] %s with %i for and %i against: %s', (majority, yes, no, carried) => {
  expect(isCarried(majority, yes, no)).toBe(carried)
})

test('a ranking sums papers that say the same, from accounts and from the room', () => {
  const asked = ballot({ purpose: 'themes', hand: [hand('["x","y"]', 2), hand('["y"]', 1)] })
  const { orders, outcome } = tally(asked, [{ paper: '["x","y"]', count: 3, weight: 3 }], 3)
  expect(orders).toEqual([
    { order: ['x', 'y'], count: 5 },
    { order: ['y'], count: 1 },
  ])
  expect(outcome).toBeNull()
})

test('[Q1] [Q2] questions by support, answered ones after; nothing is set aside without a reason', () => {
  const question = (id: string, support: number, state?: 'shown' | 'answered' | 'aside'): Question => ({
    ...{ id, text: id, name: '', at: 1, support },
    acts: state ? [{ state, note: '', byName: 'Nora', at: 2 }] : [],
  })
  const all = [
    question('a', 1, 'shown'),
    question('b', 5, 'shown'),
    question('c', 9, 'answered'),
    question('d', 9),
  ]
  expect(inOrder(all).map(({ id }) => id)).toEqual(['b', 'a', 'c'])
  expect(moderationInput.safeParse({ state: 'aside' }).success).toBe(false)
  expect(moderationInput.safeParse({ state: 'aside', note: 'Hors sujet' }).success).toBe(true)
})

const deckText = (more: { readonly id: string }): DeckTheme['texts'][number] => ({
  ...{ code: '', title: 'Titre', summary: '', groupIds: [], nuances: [], verdicts: [] },
  felt: { enthousiaste: 0, favorable: 0, interrogatif: 0, inquiet: 0, oppose: 0 },
  ...more,
})

test('[D1] a theme of nine texts is told in two slides of five and four; a theme without a text says what stays open', () => {
  const theme = (id: string, count: number): DeckTheme => ({
    ...{ id, title: id, question: '', open: '', groupIds: [] },
    texts: Array.from({ length: count }, (_, n) => deckText({ id: `${id}${n}` })),
  })
  const figures = { ressentis: 1 } as Parameters<typeof slidesOf>[0]['figures'] // the only figure that decides
  const rest = { figures, planItems: 0, antennas: [], axes: [] }
  const slides = slidesOf({ themes: [theme('t', 9), theme('u', 0)], ...rest })
  expect(slides.flatMap((slide) => (slide.kind === 'theme' ? slide.texts.length : []))).toEqual([5, 4])
  expect(slides.map(({ id }) => id).filter((id) => !id.startsWith('text:'))).toEqual([
    ...['title', 'figures', 'felt', 'theme:t', 'theme:t:2', 'theme:u', 'end'],
  ])
  expect(moved(slides, 'theme:t', 'next-theme')?.id).toBe('theme:u')
  expect(moved(slides, 'text:t3', 'former-theme')?.id).toBe('theme:t')
  expect(moved(slides, 'end', 'next')?.id).toBe('end')
  expect(moved(slides, 'gone', 'next')?.id).toBe('figures')
  expect(slidesOf({ themes: [], ...rest }).map(({ id }) => id)).toEqual(['title'])
})
