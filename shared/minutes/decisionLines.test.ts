import { expect, test } from 'vitest'
import type { PastDecision } from '#shared/decision/pastDecision.ts'
import { minutesDecision } from '#shared/minutes/decisionLines.ts'
import { minutesWords } from '#shared/minutes/minutesWords.ts'

const items = ['Comité', 'Forum'].map((text, n) => ({ kind: 'text' as const, id: String(n), text }))
const decision = (outcome: PastDecision['outcome'], more: Partial<PastDecision> = {}): PastDecision => ({
  ...{ id: 'd', question: 'Quoi ?', items, outcome, comments: [], voices: 3, carried: 1, present: 4 },
  ...{ openedBy: 'facilitator', openedAt: 1, at: 2 },
  ...more,
})
const voice = (name: string, position: 'accord' | 'reservation' | 'objection', words = '') => ({
  ...{ name, position, words, carried: false },
})

test.each([
  [
    'dots with their zero',
    {
      kind: 'dots',
      points: 3,
      minus: false,
      totals: [
        { plus: 3, minus: 0 },
        { plus: 0, minus: 0 },
      ],
    },
    ['Comité\u00a0: 3 points', 'Forum\u00a0: 0 point'],
  ],
  [
    'points against',
    {
      kind: 'dots',
      points: 3,
      minus: true,
      totals: [
        { plus: 3, minus: 1 },
        { plus: 0, minus: 2 },
      ],
    },
    ['Comité\u00a0: 3 pour, 1 contre', 'Forum\u00a0: 0 pour, 2 contre'],
  ],
  [
    'a poll',
    { kind: 'poll', multiple: false, totals: [2, 0] },
    ['Comité\u00a0: 2 voix', 'Forum\u00a0: 0 voix'],
  ],
  [
    'five degrees',
    {
      kind: 'gradient',
      totals: [
        [0, 0, 1, 0, 2],
        [1, 0, 0, 0, 0],
      ],
    },
    [
      'Comité\u00a0: oui, de tout cœur 2 · oui 0 · cela peut aller 1 · des doutes 0 · non 0',
      'Forum\u00a0: oui, de tout cœur 0 · oui 0 · cela peut aller 0 · des doutes 0 · non 1',
    ],
  ],
  [
    'a ranking',
    {
      kind: 'ranking',
      totals: [
        { points: 2, rank: 2, firsts: 0 },
        { points: 4, rank: 1, firsts: 2 },
      ],
    },
    ['Comité\u00a0: 2e (2 points)', 'Forum\u00a0: 1er (4 points)'],
  ],
] as const)('[M2] %s', (_name, outcome, lines) => {
  const told = minutesDecision(decision(outcome as unknown as PastDecision['outcome']), minutesWords.fr) // readonly in the table
  expect(told.outcomes).toEqual(lines)
  expect(told.voices).toBe('3 voix, 4 personnes présentes, dont 1 voix portée par l’animation')
})

test('[M7] consent is told with its rounds and reasons, each once, and without a name', () => {
  const rounds = [
    {
      proposal: '',
      voices: [voice('Agathe', 'objection', 'trop fermé'), voice('Bilal', 'reservation', 'un peu court')],
    },
    {
      proposal: 'ouvert',
      voices: [voice('Agathe', 'accord'), voice('Bilal', 'reservation', 'un peu court')],
    },
  ]
  const told = minutesDecision(decision({ kind: 'consent', adopted: true, rounds }), minutesWords.fr)
  expect(told.outcomes).toEqual([
    'adopté par consentement au 2e tour (1 accord, 1 réserve, 0 objection)',
    'texte retenu\u00a0: «\u00a0ouvert\u00a0»',
  ])
  expect(told.reasons).toEqual(['tour 1, objection\u00a0: trop fermé', 'tour 1, réserve\u00a0: un peu court'])
  expect(JSON.stringify(told)).not.toMatch(/Agathe|Bilal/)
})

test.each(['fr', 'en', 'nl'] as const)('in %s every outcome has words', (language) => {
  const never = minutesDecision(
    decision({ kind: 'consent', adopted: false, rounds: [] }),
    minutesWords[language],
  )
  expect(never.outcomes).toEqual([minutesWords[language].notSpoken])
})
