// Inputs, rights, codes, the list's filter and the changes between versions.
import { expect, test } from 'vitest'
import type { TextLine } from '#shared/consultation/consultationAnswers.ts'
import { presentationInput, ressentiInput } from '#shared/consultation/consultationInputs.ts'
import { keepsConsultation, mayAnswerFor, mayDecideFor } from '#shared/consultation/consultationRights.ts'
import { countsOf } from '#shared/consultation/feelings.ts'
import { matchingTexts, noTextFilter } from '#shared/consultation/filterTexts.ts'
import { liveCodeOf, liveCodeShape } from '#shared/consultation/liveRule.ts'
import { textChanges } from '#shared/consultation/textChanges.ts'
import type { Recommendation } from '#shared/cycle/cycleFile.ts'

const felt = { feeling: 'inquiet', version: 1 }
const taken = (more: object): boolean => ressentiInput.safeParse({ ...felt, ...more }).success

test('a ressenti has one of five feelings, sixty words at most, and nothing else', () => {
  expect(taken({})).toBe(true)
  expect(taken({ feeling: 'furieux' })).toBe(false)
  expect(taken({ comment: 'mot '.repeat(60) })).toBe(true)
  expect(taken({ comment: 'mot '.repeat(61) })).toBe(false)
  expect(taken({ voter: 'me' })).toBe(false)
})

test('an open videoconference has a whole day and a secure address', () => {
  const plan = { title: 'Lire ensemble', date: '2020-05-12' }
  const may = (more: object) => presentationInput.safeParse({ ...plan, ...more }).success
  expect(may({})).toBe(true)
  expect(may({ callUrl: 'https://visio.example/a' })).toBe(true)
  for (const callUrl of ['javascript:alert(1)', 'http://visio.example', 'https://a@b.example'])
    expect(may({ callUrl }), callUrl).toBe(false)
  expect(may({ date: '2020-02-31' })).toBe(false)
})

test('moderating is not deciding: a text is its groups’ own', () => {
  const person = { standing: 'member', groupIds: ['a', 'b'], facilitatesGroupIds: ['a'] } as const
  const keeper = { standing: 'admin', groupIds: [], facilitatesGroupIds: [] } as const
  expect(keepsConsultation(keeper)).toBe(true)
  expect(mayDecideFor(keeper, ['a'])).toBe(false)
  expect(mayDecideFor(person, ['a'])).toBe(true)
  expect(mayDecideFor(person, ['b'])).toBe(false)
  expect(mayAnswerFor(person, ['b'])).toBe(true)
  expect([keepsConsultation(undefined), mayAnswerFor(undefined, ['a'])]).toEqual([false, false])
})

test('codes on the wall hold no letters that are mistaken for one another', () => {
  for (let byte = 0; byte < 256; byte++)
    expect(liveCodeOf(new Uint8Array(6).fill(byte))).toMatch(liveCodeShape)
})

test('texts are found without accents and inclusive dots', () => {
  const line = (id: string, title: string): TextLine => ({
    ...{ id, code: id, place: 1, title, summary: '', themeId: 'th', groupIds: [id], version: 1, total: 0 },
    feelings: countsOf([]),
  })
  const texts = [line('A', 'Les sociétaires élu·es'), line('B', 'Un comité')]
  const found = (words: string, more = {}) =>
    matchingTexts(texts, { ...noTextFilter, words, ...more }, ['B']).map(({ id }) => id)
  expect(found('elues societaires')).toEqual(['A'])
  expect(found('COMITÉ')).toEqual(['B'])
  expect(found('', { mine: true })).toEqual(['B'])
  expect(found('', { themeId: 'other' })).toEqual([])
})

test('what changed between two versions is said word by word', () => {
  const text = (proposition: string): Recommendation => ({
    ...{ id: 'r', code: 'R', themeId: 'th', title: 'Un repas', summary: 'Manger', constat: '', proposition },
    ...{ moyens: '', nuances: [], jurisdictions: [], kind: 'tool', maturity: 'ready', contextIds: [] },
    ...{ groupIds: [], provenance: [], status: null, updatedAt: '2020-05-01' },
  })
  expect(textChanges(text('Un repas par mois ici.'), text('Un repas par semaine ici.'))).toEqual([
    { before: 'Un repas par mois ici.', after: 'Un repas par semaine ici.' },
  ])
  expect(textChanges(text('a'), text('a'))).toEqual([])
})
