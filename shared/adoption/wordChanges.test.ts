import { expect, test } from 'vitest'
import { formFault, wordChanges } from '#shared/adoption/wordChanges.ts'
import type { FingerprintedDraft } from '#shared/draft/fingerprint.ts'

const text = (...paragraphs: string[]): FingerprintedDraft => ({
  ...{ title: 'Un comité local', summary: '', nuances: [], jurisdictions: ['FR'], countryPassages: {} },
  sections: {
    ...{ constat: [], moyens: [] },
    proposition: paragraphs.map((words) => ({ type: 'paragraph', level: 0, runs: [{ text: words }] })),
  },
})
const before = text(
  'Il se réunit chaque mois, en salle et a distance.',
  'Un budget de 300 euros lui est attribué.',
)
const second = 'Un budget de 300 euros lui est attribué.'
const to = (first: string, rest = second): FingerprintedDraft => text(first, rest)

test('what changed is told with a few words around it', () => {
  expect(wordChanges(before, to('Il se réunit chaque mois, en salle et à distance.'))).toEqual([
    { before: 'en salle et a distance.', after: 'en salle et à distance.' },
  ])
  expect(wordChanges(before, before)).toEqual([])
  expect(wordChanges(before, to(Array.from({ length: 700 }, (_, n) => `mot${n}`).join(' ')))).toBeNull()
})

test('[AD6] accents, capitals, punctuation and a few words are form', () => {
  expect(formFault(before, to('Il se réunit chaque mois en salle et à distance !'))).toBeUndefined()
  expect(formFault(before, to('il se réunira chaque mois, en salle et à distance.'))).toBeUndefined()
  expect(
    formFault(before, to('Le comité local se réunit chaque mois, en salle et à distance.')),
  ).toBeUndefined()
})

test('[AD6] more words, a number in figures or letters, a negation, an obligation, a paragraph are not', () => {
  const many = 'Les membres tiennent une rencontre ouverte chaque mois, en salle et a distance.'
  expect(formFault(before, to(many))).toBe('adoption.formTooMuch')
  const first = 'Il se réunit chaque mois, en salle et a distance.'
  expect(formFault(before, to(first, second.replace('300', '400')))).toBe('adoption.formNumber')
  expect(formFault(before, to(first, second.replace('300', 'trois')))).toBe('adoption.formNumber')
  expect(formFault(before, to('Il ne se réunit pas chaque mois, en salle et a distance.'))).toBe(
    'adoption.formMeaning',
  )
  expect(formFault(before, to('Il doit se réunir chaque mois, en salle et a distance.'))).toBe(
    'adoption.formMeaning',
  )
  expect(formFault(before, text(first, second, 'Et voilà.'))).toBe('adoption.formTooMuch')
  expect(formFault(before, { ...before, jurisdictions: [] })).toBe('adoption.formTooMuch')
})

test('[AD6] words that change places say something else', () => {
  expect(formFault(before, to('En salle et a distance, il se réunit chaque mois.'))).toBe(
    'adoption.formMoved',
  )
  expect(formFault(text('Nantes paie, Lyon anime.'), text('Lyon paie, Nantes anime.'))).toBe(
    'adoption.formMoved',
  )
})
