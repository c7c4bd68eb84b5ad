import { expect, test } from 'vitest'
import { learnedLines, learningMarkdown } from '#shared/library/learned.ts'
import { gathered, learnedInMinutes } from '#shared/library/learnedMinutes.ts'
import type { LibraryEntry } from '#shared/library/libraryEntries.ts'
import {
  mayAnswer,
  mayKeepCards,
  mayKeepDocuments,
  mayReadItsDraft,
  mayReadQuestion,
  questionState,
} from '#shared/library/libraryRights.ts'

const who = (
  standing: 'member' | 'team' | 'board' | 'cooperative-life' | 'admin',
  groupIds: string[] = [],
) => ({
  ...{ standing, groupIds },
})
const nobody = undefined
const none: ReadonlySet<string> = new Set()

test.each([
  ['team', true, false],
  ['cooperative-life', true, true],
  ['admin', true, true],
  ['member', false, false],
  ['board', false, false],
] as const)('[L1] [L2] %s', (standing, cards, documents) => {
  expect([mayKeepCards(who(standing)), mayKeepDocuments(who(standing))]).toEqual([cards, documents])
})

test('[L1] [L2] a stranger keeps nothing', () => {
  expect([mayKeepCards(nobody), mayKeepDocuments(nobody)]).toEqual([false, false])
})

const own = { groupId: 'grp-n', published: false }
test.each([
  ['a stranger', nobody, none, false],
  ['a member of another group', who('member', ['grp-l']), none, false],
  ['a board member', who('board'), none, false],
  ['a member', who('member', ['grp-n']), none, true],
  ['whoever answers', who('team'), none, true],
  ['a guest of its room', nobody, new Set(['grp-n']), true],
] as const)('[L3] [L4] an unanswered question and %s', (_name, person, readable, may) => {
  expect(mayReadQuestion(own, person, readable)).toBe(may)
  expect(mayReadItsDraft({ ...own, published: true }, person, readable)).toBe(may)
  expect(mayReadQuestion({ ...own, published: true }, person, readable)).toBe(true)
})

test('[L3] [A9] an invited expert reads and answers the questions of the groups that invited them, and no other', () => {
  const expert = { ...who('team'), readsGroupIds: ['grp-l'] }
  expect([mayReadQuestion(own, expert, none), mayReadItsDraft(own, expert, none)]).toEqual([false, false])
  expect([mayAnswer('grp-n', expert), mayAnswer('grp-l', expert)]).toEqual([false, true])
})

test('[L5] late from the day after', () => {
  const due = { answered: false, due: '2020-04-16' }
  expect(questionState(due, '2020-04-16')).toBe('open')
  expect(questionState(due, '2020-04-17')).toBe('late')
  expect(questionState({ ...due, answered: true }, '2020-05-01')).toBe('answered')
})

const line = (
  subject: string,
  more: Partial<Extract<LibraryEntry<'learned'>['body'], { step: 'said' }>> = {},
) =>
  ({
    ...{
      kind: 'learned',
      subject,
      version: 1,
      groupId: 'grp-n',
      day: '2020-01-23',
      at: 1,
      by: 'account:a',
      byName: 'Inès C.',
    },
    body: {
      ...{
        step: 'said',
        kind: 'learned',
        text: 'Lire un bilan',
        sessionId: 's1',
        sessionDate: '2020-01-23',
        themeId: 'th',
      },
      ...more,
    },
  }) satisfies LibraryEntry<'learned'>

test('lines stand in the order of sessions; one that was withdrawn is gone; only its author owns it', () => {
  const entries: LibraryEntry<'learned'>[] = [
    line('b', { sessionDate: '2020-02-20' }),
    line('a'),
    line('c'),
    { ...line('c'), version: 2, body: { step: 'withdrawn' } },
  ]
  expect(learnedLines(entries, 'account:a').map(({ id, own: mine }) => [id, mine])).toEqual([
    ['a', true],
    ['b', true],
  ])
  expect(learnedLines(entries, 'account:b').some(({ own: mine }) => mine)).toBe(false)
})

test('the report is by theme, names nobody, and a line in it is text', () => {
  const lines = learnedLines(
    [line('a', { text: '# [x](javascript:1) <b>' }), line('b', { kind: 'open', text: 'Qui paie ?' })],
    '',
  )
  const text = learningMarkdown(lines, {
    ...{
      title: 'Appris',
      empty: 'Rien',
      learned: 'Appris',
      open: 'Ouvert',
      placeOf: () => 'Nantes',
      dayOf: (day: string) => day,
    },
    themes: [
      { id: 'th', title: 'Thème' },
      { id: 'th-2', title: 'Vide' },
    ],
  })
  expect(text).toContain('## Thème')
  expect(text).toContain('- \\# \\[x\\](javascript:1) \\<b\\> (Nantes, 2020-01-23)')
  expect(text).toContain('### Ouvert')
  expect(text).not.toMatch(/Vide|Inès/)
})

const block = (type: 'heading' | 'bullet', text: string) => ({ type, level: 1, runs: [{ text }] })
const minutes = (heading: string, more: { closedAt?: number | null } = {}) => ({
  ...{ sessionId: 's1', day: '2020-01-23', closedAt: 5, ...more },
  blocks: [
    block('bullet', 'Avant'),
    block('heading', heading),
    block('bullet', 'Lire un  bilan.'),
    block('bullet', 'lire un bilan'),
    block('bullet', 'Se garder à trois'),
    block('heading', 'Actions'),
    block('bullet', 'Après'),
  ],
})

test('[R1] closed minutes give the lines under that heading, in any of their languages, each once; open ones none', () => {
  const of = (heading: string, closedAt: number | null = 5) =>
    learnedInMinutes({ minutes: minutes(heading, { closedAt }), groupIds: ['g', 'h'], themeId: 'th' })
  expect(of('Wat we leerden').map(({ text }) => text)).toEqual(['lire un bilan', 'Se garder à trois'])
  expect(of('What we learnt')[0]).toMatchObject({ groupIds: ['g', 'h'], own: false, fromMinutes: true })
  expect(of('Ce que nous avons appris', null)).toEqual([])
  expect(of('Notes')).toEqual([])
})

test('[R2] what was also said by hand is told once, for the same session only', () => {
  const said = learnedLines([line('a', { text: 'Se garder à trois.' })], 'account:a')
  const told = learnedInMinutes({
    minutes: minutes('Ce que nous avons appris'),
    ...{ groupIds: ['grp-n'], themeId: 'th' },
  })
  expect(gathered(said, told).map(({ id }) => id)).toEqual(['a', 's1/0'])
  const elsewhere = learnedLines([line('a', { text: 'Se garder à trois.', sessionId: 's0' })], 'account:a')
  expect(gathered(elsewhere, told)).toHaveLength(3)
})
