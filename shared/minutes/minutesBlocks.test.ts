import { expect, test } from 'vitest'
import { minutesBlocks, twoPages, wordCount } from '#shared/minutes/minutesBlocks.ts'
import type { MinutesFacts } from '#shared/minutes/minutesFacts.ts'

const facts: MinutesFacts = {
  title: 'Une entreprise partagée et participative',
  places: ['Nantes'],
  ...{ day: '2020-01-23', from: '19:00', until: '21:05' },
  outcomes: [{ id: 'o1', text: 'La clé reste chez Yann' }],
  present: { room: 6, remote: 5 },
  facilitators: ['Anouk'],
  secretary: 'Léonie',
  steps: [
    { id: 's1', title: 'Accueil', plannedMinutes: 10, tookMinutes: 14 },
    { id: 's2', title: 'Consentement', plannedMinutes: 20 },
  ],
  decisions: [
    {
      id: 'd1',
      question: 'Que gardons-nous ?',
      outcomes: ['Comité local : 7 points', 'Forum : 0 point'],
      reasons: [],
    },
    {
      id: 'd2',
      question: 'Un comité par antenne',
      outcomes: ['adopté'],
      reasons: ['Prévoir un temps payé.'],
    },
  ],
  agreements: [
    { id: 'v1', kind: 'adopted', title: 'Un comité à nous' },
    { id: 'v1', kind: 'separated', title: 'Un comité à nous', why: 'Lyon veut y revenir' },
    { id: 'h1', kind: 'handed-over', count: 3 },
  ],
  drafts: [{ id: 'r1', code: 'R1', title: 'Un comité local', change: 'changed', added: 40, removed: 12 }],
  frames: [{ title: 'Ce qui nous freine', notes: ['Les réunions sont loin'] }],
  learnt: ['Le comité de Bordeaux a déjà un budget'],
  questions: ['Qui paie les trajets ?'],
  actions: [{ id: 'a1', what: 'Réserver la salle', who: 'Yann', when: '2020-02-03' }],
}

test('everything that happened is told once, in the order of a secretary', () => {
  const texts = minutesBlocks(facts, 'fr').map(({ text }) => text)
  expect(
    texts.filter((text) => ['Déroulé', 'Ce que nous avons décidé', 'Les textes', 'Les notes'].includes(text)),
  ).toEqual(['Déroulé', 'Ce que nous avons décidé', 'Les textes', 'Les notes'])
  const all = texts.join('\n')
  for (const words of [
    'Nantes · jeudi 23 janvier 2020, de 19\u00a0h à 21\u00a0h\u00a005.',
    '11 personnes\u00a0: 6 en salle, 5 à distance. Animation\u00a0: Anouk. Secrétariat\u00a0: Léonie.',
    'La clé reste chez Yann',
    'Texte adopté\u00a0: «\u00a0Un comité à nous\u00a0»',
    'Adoption reprise\u00a0: «\u00a0Un comité à nous\u00a0», Lyon veut y revenir',
    'Liste du groupe remise\u00a0: 3 textes',
    'Accueil\u00a0: 14 min (prévu 10)',
    'Consentement\u00a0: pas tenue',
    'Réserver la salle (Yann, 2020-02-03)',
    'R1 Un comité local\u00a0: retravaillé, 40 mots de plus, 12 de moins',
  ])
    expect(all).toContain(words)
})

test('[M2] an outcome without a voice is told too, and reasons stand with their decision', () => {
  const texts = minutesBlocks(facts, 'fr').map(({ text }) => text)
  expect(texts).toContain('Que gardons-nous ? Comité local : 7 points\u00a0; Forum : 0 point')
  expect(texts).toContain('Raisons\u00a0: Prévoir un temps payé')
})

test('[M1] a long evening still fits on two pages, and keeps every decision and action', () => {
  const long: MinutesFacts = {
    ...facts,
    frames: Array.from({ length: 8 }, (_, n) => ({
      title: `Cadre ${n}`,
      notes: Array.from(
        { length: 40 },
        (_none, m) => `Une note assez longue, la ${m}, avec plusieurs mots dedans`,
      ),
    })),
    decisions: Array.from({ length: 12 }, (_, n) => ({
      ...{ id: `d${n}`, question: `Question ${n}`, outcomes: ['oui : 9', 'non : 0'] },
      reasons: Array.from({ length: 20 }, (_none, m) => `Parce que la raison ${m} compte aussi`),
    })),
  }
  const blocks = minutesBlocks(long, 'fr')
  expect(wordCount(blocks)).toBeLessThanOrEqual(twoPages)
  expect(blocks.filter(({ key }) => /^decision:d\d+$/.test(key))).toHaveLength(12)
  expect(blocks.filter(({ key }) => key.startsWith('frame:'))).toHaveLength(8)
  expect(
    blocks.some(({ text }) => text.includes('et 40 autres, sur le tableau') || text.includes('et 39 autres')),
  ).toBe(true)
})

test.each(['fr', 'en', 'nl'] as const)('in %s no block is empty and no key is used twice', (language) => {
  const blocks = minutesBlocks(facts, language)
  expect(blocks.every(({ text }) => text.trim() !== '')).toBe(true)
  expect(new Set(blocks.map(({ key }) => key)).size).toBe(blocks.length)
})
