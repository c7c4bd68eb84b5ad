import { expect, test } from 'vitest'
import { absentNote } from '#shared/group/absentNote.ts'
import type { CatchUpLine } from '#shared/group/groupPage.ts'
import { groupLanguages, groupWords, spoken } from '#shared/group/groupWords.ts'

const draft = { spaceId: 's', draftId: 'd', code: 'R1', title: 'Un comité' }
const lines: CatchUpLine[] = [
  { kind: 'decided', text: 'Huit places' },
  { kind: 'initiative', text: 'Inviter les voisins', when: '2020-02-04T18:30' },
  { kind: 'text-changed', draft, words: 1 },
  { kind: 'question', text: 'Qui garde la clé ?' },
  { kind: 'next', date: '2020-02-06', startTime: '18:30', subject: '' },
]

test.each(groupLanguages)('%s: everything that was decided is in it, and where the link goes', (language) => {
  const text = absentNote({ place: 'Nantes', date: '2020-01-23', lines }, language)
  const link = groupWords[language].note.link
  for (const part of [
    'Nantes',
    'Huit places',
    'Inviter les voisins',
    'R1 Un comité',
    'Qui garde la clé ?',
    '18:30',
    link,
  ])
    expect(text).toContain(part)
  expect(text).not.toMatch(/undefined|NaN|!/)
})

test('days are written out, and a list without entries has no title', () => {
  const text = absentNote({ place: 'Nantes', date: '2020-01-23', lines: [] }, 'fr')
  expect(text).toContain('jeudi 23 janvier 2020')
  expect(text).not.toContain(groupWords.fr.note.decided)
  expect(absentNote({ place: 'Nantes', date: '2020-01-23', lines }, 'fr')).toContain('mardi 4 février 2020')
})

test('the first language that is spoken here, else French', () => {
  expect(spoken(['de', 'nl', 'en'])).toBe('nl')
  expect(spoken(['de'])).toBe('fr')
})
