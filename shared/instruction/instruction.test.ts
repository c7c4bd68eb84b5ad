// Every rule [I1] to [I8], [V1] to [V6], [T1], [T2], [S1] to [S6], [D1] to [D3], [B1].
import { expect, test } from 'vitest'
import type { Board, Decision, Entity } from '#shared/cycle/cycleFile.ts'
import {
  boardsOf,
  chairIds,
  isChair,
  mayAddNote,
  mayReadDesk,
  mayRecord,
  maySpeakFor,
  rules,
  type Seated,
} from '#shared/instruction/boardSeats.ts'
import type { BodyOf, InstructionBody, KeptInstructionAct } from '#shared/instruction/instructionActs.ts'
import { minutesOf, shortened, wordCount } from '#shared/instruction/readingTime.ts'
import {
  blockMinutes,
  divergenceOf,
  holdsOn,
  isUnanimous,
  minutesInSitting,
  planSittings,
} from '#shared/instruction/sittingPlan.ts'
import { differ, publicPart, standingBlock, standingRulings } from '#shared/instruction/standingRulings.ts'
import { isSentence, verdictFaults } from '#shared/instruction/verdictRules.ts'
import { importedVersion } from '#shared/publication/publishedVersion.ts'

const board = (id: string, entityId: string, members: readonly (readonly [string, string])[]): Board => ({
  ...{ id, entityId, name: id },
  members: members.map(([memberId, role]) => ({
    ...{ id: memberId, displayName: memberId, role, category: null, termEnds: null, volunteer: null },
  })),
})
const north = board('north', 'ent-n', [
  ['n1', 'ondervoorzitter'],
  ['n2', 'voorzitster'],
  ['n3', 'lid'],
])
const south = board('south', 'ent-s', [
  ['s1', 'Member'],
  ['s2', 'Member'],
])
const entities = [
  { id: 'ent-n', name: 'Noord', code: 'NL', boardId: 'north' },
  { id: 'ent-s', name: 'South', code: 'IE', boardId: 'south' },
] as unknown as readonly Entity[] // the fields that the rules read

const person = (more: Partial<Seated>): Seated => ({
  ...{ standing: 'board', personId: 'x', groupIds: [], facilitatesGroupIds: [], grantedBoardIds: [] },
  ...more,
})

test('[I1] a seat is one on the list or one that was given; a member of none, and somebody else of the list’s name, have none', () => {
  expect(boardsOf(person({ personId: 'n3' }), [north, south])).toEqual([north])
  expect(boardsOf(person({ personId: 'n3', grantedBoardIds: ['south'] }), [north, south])).toEqual([
    north,
    south,
  ])
  expect(boardsOf(person({ standing: 'member', personId: 'n3' }), [north])).toEqual([])
  expect(boardsOf(person({ standing: 'cooperative-life', grantedBoardIds: ['north'] }), [north])).toEqual([])
})

test('[I1] where a role for a board was given or ended, roles alone say where the person sits', () => {
  const given = { personId: 'n3', seatsAreGiven: true }
  expect(boardsOf(person(given), [north, south])).toEqual([])
  expect(boardsOf(person({ ...given, grantedBoardIds: ['south'] }), [north, south])).toEqual([south])
})

test('[I7] an invited expert signs notes beside texts of the groups that invited them', () => {
  const expert = person({ standing: 'team', readsGroupIds: ['g'] })
  expect([mayAddNote(expert, ['g', 'h']), mayAddNote(expert, ['h'])]).toEqual([true, false])
  expect(mayAddNote(person({ standing: 'team' }), ['h'])).toBe(true)
})

test('[S7] an avis holds on the words that were read; an interest of one’s own outlives every change', () => {
  expect(holdsOn({ avis: 'agree', version: 1 }, 2)).toBe(false)
  expect(holdsOn({ avis: 'agree', version: 2 }, 2)).toBe(true)
  expect(holdsOn({ avis: 'conflict', version: 1 }, 2)).toBe(true)
})

test('[I2] whoever presides is found in any language, a deputy is no chair, and the first of a list without functions presides', () => {
  expect(chairIds(north)).toEqual({ chair: ['n2'], deputies: ['n1'] })
  expect(chairIds(south)).toEqual({ chair: ['s1'], deputies: [] })
  expect(
    chairIds(
      board('b', 'e', [
        ['a', 'vice-président'],
        ['b', 'Présidente'],
      ]),
    ),
  ).toEqual({ chair: ['b'], deputies: ['a'] })
  expect(chairIds(board('b', 'e', []))).toEqual({ chair: [], deputies: [] })
})

test('[I3] [I4] the chair leads, a deputy writes down, a member neither; on a board without a list a given seat does', () => {
  const [chair, deputy, member] = ['n2', 'n1', 'n3'].map((personId) => person({ personId }))
  expect([chair, deputy, member].map((one) => one && isChair(one, north))).toEqual([true, false, false])
  expect([chair, deputy, member].map((one) => one && mayRecord(one, north))).toEqual([true, true, false])
  expect(mayRecord(person({ personId: 'n2' }), south)).toBe(false)
  expect(isChair(person({ grantedBoardIds: ['empty'] }), board('empty', 'e', []))).toBe(true)
})

test('[I5] a board rules on what names its entity, and on what names none', () => {
  expect(rules(north, entities, { jurisdictions: ['NL'] })).toBe(true)
  expect(rules(north, entities, { jurisdictions: ['IE'] })).toBe(false)
  expect(rules(north, entities, { jurisdictions: [] })).toBe(true)
})

test('[I6] [I7] [I8] desks are read by their board and by those who sign notes; for a group speaks who facilitates it', () => {
  expect(mayReadDesk(person({ personId: 's1' }), north)).toBe(false)
  expect(mayReadDesk(person({ standing: 'team' }), north)).toBe(true)
  expect(mayReadDesk(person({ standing: 'member', groupIds: ['g'] }), north)).toBe(false)
  expect(mayAddNote(person({ personId: 'n2' }))).toBe(false)
  expect(mayAddNote(person({ standing: 'cooperative-life' }))).toBe(true)
  expect(maySpeakFor(person({ standing: 'member', groupIds: ['g'] }), 'g')).toBe(false)
  expect(maySpeakFor(person({ standing: 'member', facilitatesGroupIds: ['g'] }), 'g')).toBe(true)
  expect(maySpeakFor(person({ standing: 'cooperative-life' }), 'g')).toBe(false)
})

const verdict = (more: Partial<BodyOf<'verdict'>> = {}): BodyOf<'verdict'> => ({
  ...{ kind: 'verdict', boardId: 'north', recommendationId: 'rec', version: 1, decision: 'accept' },
  ...{
    reason: 'Nous le voulons tous ensemble.',
    basis: [],
    contextIds: [],
    rewording: {},
    possibleIf: '',
    hereNow: '',
  },
  ...{ postponedUntil: null, votes: { for: 3, against: 0, abstain: 1 }, sittingId: 'bs-1' },
  ...more,
})
const standing = { today: '2020-06-10', present: 4, text: { proposition: 'Un repas par mois.' } }
const faults = (more: Partial<BodyOf<'verdict'>>, present = 4) =>
  verdictFaults(verdict(more), { ...standing, present })

test('[V1] a sentence has five words and an end', () => {
  expect(['Non.', 'Trois petits mots.', 'Il y en a bien cinq', ''].map(isSentence)).toEqual([
    false,
    false,
    false,
    false,
  ])
  expect(
    [
      'Il y en a bien cinq.',
      '« Faut-il vraiment attendre si longtemps ? »',
      'Dat kunnen wij nu al doen…',
    ].map(isSentence),
  ).toEqual([true, true, true])
})

test('[V2] [V3] [V4] each verdict says what it must', () => {
  expect(faults({})).toEqual([])
  expect(faults({ reason: 'Oui' })).toEqual(['reason'])
  expect(faults({ decision: 'refuse' })).toEqual(['basis', 'possibleIf', 'hereNow'])
  const declined = {
    ...{
      basis: ['means'] as const,
      possibleIf: 'Il faudrait un budget pour cela.',
      hereNow: 'Chaque antenne peut commencer sans attendre.',
    },
  }
  expect(faults({ ...declined, basis: ['means'], decision: 'refuse' })).toEqual([])
  expect(faults({ ...declined, basis: ['means'], decision: 'postpone' })).toEqual(['postponedUntil'])
  expect(
    faults({ ...declined, basis: ['means'], decision: 'postpone', postponedUntil: standing.today }),
  ).toEqual(['postponedUntil'])
  expect(
    faults({ ...declined, basis: ['means'], decision: 'postpone', postponedUntil: '2021-01-01' }),
  ).toEqual([])
  expect(faults({ postponedUntil: '2021-01-01' })).toEqual(['postponedUntil'])
})

test('[V5] a rewording changes a word, and only a rewording does', () => {
  const reword = (proposition: string) => ({
    decision: 'reformulate' as const,
    basis: ['means' as const],
    rewording: { proposition },
  })
  expect(faults(reword('Deux repas par mois.'))).toEqual([])
  expect(faults(reword(' Un repas par mois. '))).toEqual(['rewording'])
  expect(faults({ rewording: { proposition: 'Deux repas par mois.' } })).toEqual(['rewording'])
})

test('[V6] votes add up to those present, and carry', () => {
  expect(faults({}, 5)).toEqual(['votes'])
  expect(faults({ votes: { for: 0, against: 0, abstain: 0 } }, 0)).toEqual(['votes', 'majority'])
  expect(faults({ votes: { for: 2, against: 2, abstain: 0 } })).toEqual(['majority'])
})

test('[T1] [T2] reading takes whole minutes, and a summary never has more than sixty words', () => {
  expect([minutesOf(0), minutesOf(1), minutesOf(200), minutesOf(520)]).toEqual([0, 1, 1, 3])
  const sentence = 'Un deux trois quatre cinq six sept huit neuf dix. '
  expect(shortened(sentence.repeat(2))).toBe(sentence.repeat(2))
  expect(wordCount(shortened(sentence.repeat(9)))).toBe(60)
  expect(wordCount(shortened('mot '.repeat(90)))).toBe(60)
})

const toSit = (id: string, more = {}) => ({
  id,
  themeId: 't',
  minutes: 3,
  divergence: 0,
  inBlock: false,
  ...more,
})

test('[S1] [S5] talk grows with divergence, and the block takes none', () => {
  expect(minutesInSitting(toSit('a'))).toBe(4)
  expect(minutesInSitting(toSit('a', { divergence: 1 }))).toBe(13)
  expect(minutesInSitting(toSit('a', { inBlock: true }))).toBe(0)
  expect([divergenceOf([]), divergenceOf(['agree', 'discuss'])]).toEqual([0.5, 0.5])
})

test('[S2] [S3] [S4] sittings hold the block first, keep themes together, fit their length and lose no text', () => {
  const items = Array.from({ length: 12 }, (_, n) =>
    toSit(`r${n}`, { themeId: `t${n % 2}`, divergence: 1, inBlock: n < 2 }),
  )
  const plan = planSittings(items, 60)
  expect(plan[0]?.items.slice(0, 2)).toEqual([
    { id: 'r0', minutes: 0 },
    { id: 'r1', minutes: 0 },
  ])
  expect(plan.every(({ minutes }) => minutes <= 60)).toBe(true)
  expect(plan.flatMap((one) => one.items.map(({ id }) => id)).sort()).toEqual(
    items.map(({ id }) => id).sort(),
  )
  expect(plan.flatMap((one) => one.items.map(({ id }) => id)).slice(2, 7)).toEqual([
    'r2',
    'r4',
    'r6',
    'r8',
    'r10',
  ])
  expect(plan[0]?.minutes).toBe(blockMinutes + 3 * 13)
  expect(planSittings([toSit('long', { minutes: 600 })], 60)).toHaveLength(1)
})

test('[S6] one who wants to talk, or has an interest, keeps a text out of the block', () => {
  expect([
    isUnanimous([]),
    isUnanimous(['agree']),
    isUnanimous(['agree', 'discuss']),
    isUnanimous(['agree', 'conflict']),
  ]).toEqual([false, true, false, false])
})

let n = 0
const kept = <Body extends InstructionBody>(id: string, body: Body): KeptInstructionAct<Body> => ({
  ...{ id, body, place: 1, day: '2020-06-10', at: n++, by: 'account:a', byName: 'A.' },
})
const recommendation = {
  ...{
    id: 'rec',
    code: 'R1',
    themeId: 't',
    title: 'Repas',
    summary: '',
    constat: '',
    proposition: 'Un repas par mois.',
    moyens: '',
  },
  ...{
    nuances: [],
    jurisdictions: ['NL', 'IE'],
    kind: 'solidarity',
    maturity: 'ready',
    contextIds: [],
    groupIds: ['g', 'h'],
  },
  ...{ provenance: [], status: null, updatedAt: '2020-05-01' },
} as const
const version = importedVersion({
  ...recommendation,
  ...({ kind: 'solidarity', maturity: 'ready' } as const),
  nuances: [],
  jurisdictions: ['NL', 'IE'],
  contextIds: [],
  groupIds: ['g', 'h'],
  provenance: [],
})
const decision = (
  id: string,
  boardId: string,
  word: Decision['decision'],
  date = '2020-06-10',
): Decision => ({
  ...{
    id,
    boardId,
    boardSessionId: null,
    recommendationId: 'rec',
    decision: word,
    reason: 'r',
    basis: [],
    contextIds: [],
  },
  ...{ newWording: null, postponedUntil: null, date, votes: { for: 1, against: 0, abstain: 0 } },
})

test('a corrected verdict keeps both lines, the later one counts, and a rewording waits for every source group', () => {
  const acts = [
    kept('dec-1', verdict({ decision: 'reformulate', rewording: { proposition: 'Deux repas par mois.' } })),
    kept('a1', {
      ...{ kind: 'answer', recommendationId: 'rec', verdictId: 'dec-1', groupId: 'g', answer: 'consent' },
      text: '',
    }),
  ]
  const about = { boards: [north, south], entities, acts }
  const one = standingRulings({ ...about, decisions: [decision('dec-1', 'north', 'reformulate')] }, [version])
  expect(one.boards[0]?.verdicts[0]).toMatchObject({
    awaiting: ['h'],
    rewording: [{ part: 'proposition', before: 'Un repas par mois.' }],
  })
  const decisions = [decision('dec-1', 'north', 'reformulate'), decision('dec-2', 'north', 'accept')]
  const both = standingRulings({ ...about, decisions }, [version])
  expect(both.boards[0]?.verdicts.map(({ id, superseded }) => [id, superseded])).toEqual([
    ['dec-1', true],
    ['dec-2', false],
  ])
  expect(both.boards[0]?.verdicts[0]?.awaiting).toEqual([])
  expect(both.boards[1]).toEqual({ boardId: 'south', verdicts: [] })
})

test('[D4] an imported rewording waits for its groups; only the newest verdict asks, and an answer settles it', () => {
  const imported = { ...decision('d1', 'north', 'reformulate'), newWording: 'Deux repas par mois.' }
  const rulings = (decisions: readonly Decision[], acts: readonly KeptInstructionAct[] = []) =>
    standingRulings({ boards: [north, south], entities, decisions, acts }, [version]).boards[0]?.verdicts[0]
  expect(rulings([imported])).toMatchObject({
    ...{ version: null, awaiting: ['g', 'h'], newWording: 'Deux repas par mois.', rewording: [] },
  })
  const answer = kept('a9', {
    ...{ kind: 'answer', recommendationId: 'rec', verdictId: 'd1', groupId: 'h', answer: 'consent' },
    text: '',
  })
  expect(rulings([imported], [answer])?.awaiting).toEqual(['g'])
  expect(rulings([imported, decision('d2', 'north', 'accept')])?.awaiting).toEqual([])
  expect(rulings([{ ...imported, newWording: null }])?.awaiting).toEqual([])
})

test('[D1] [D2] [D3] an explanation is public once every board that ruled has signed; a newer text asks again', () => {
  const decisions = [decision('d1', 'north', 'accept'), decision('d2', 'south', 'refuse')]
  const wrote = kept('x1', {
    ...{ kind: 'difference', recommendationId: 'rec', boardId: 'north' },
    text: 'Le droit diffère.',
  })
  const signed = kept('x2', { kind: 'signed', recommendationId: 'rec', boardId: 'south', differenceId: 'x1' })
  const rulings = (acts: readonly KeptInstructionAct[]) =>
    standingRulings({ boards: [north, south], entities, decisions, acts }, [version])
  expect(differ(rulings([]))).toBe(true)
  expect(rulings([wrote]).difference).toMatchObject({ whole: false, signedBy: ['north'] })
  expect(publicPart(rulings([wrote])).difference).toBeNull()
  expect(publicPart(rulings([wrote, signed])).difference).toMatchObject({
    whole: true,
    text: 'Le droit diffère.',
  })
  const newer = kept('x3', {
    ...{ kind: 'difference', recommendationId: 'rec', boardId: 'south' },
    text: 'Autrement dit.',
  })
  expect(publicPart(rulings([wrote, signed, newer])).difference).toBeNull()
})

test('[B1] what was pulled out or ruled upon leaves the block; a new proposal begins anew', () => {
  const block = kept('b1', { kind: 'block', boardId: 'north', recommendationIds: ['a', 'b', 'c'] })
  const pulled = kept('b2', { kind: 'pulled', boardId: 'north', recommendationId: 'b' })
  const ruled = kept('dec-9', verdict({ recommendationId: 'c' }))
  expect(standingBlock([], 'north')).toBeNull()
  expect(standingBlock([block, pulled, ruled], 'north')).toEqual({
    ids: ['a'],
    pulled: [{ id: 'b', byName: 'A.' }],
    seen: 2,
  })
  expect(standingBlock([block], 'south')).toBeNull()
  const again = kept('b3', { kind: 'block', boardId: 'north', recommendationIds: ['a', 'b'] })
  expect(standingBlock([block, pulled, again], 'north')?.ids).toEqual(['a', 'b'])
})
