import { expect, test } from 'vitest'
import { languageOf } from '#shared/words/languageOf.ts'
import { meaningWords } from '#shared/words/meaningWords.ts'
import { stem } from '#shared/words/stem.ts'
import { wordsOf } from '#shared/words/wordsOf.ts'

const texts = (text: string) => wordsOf(text).map((word) => word.text)

test('words stand where they are said to stand, also with accents written apart', () => {
  for (const text of [
    'L’équipe, c’est nous : 3 salles.',
    'e\u0301quipe re\u0301unie',
    '« één agenda » & 20 h',
    '',
  ])
    for (const { text: found, start, end } of wordsOf(text)) expect(text.slice(start, end)).toBe(found)
  expect(texts('L’équipe, c’est nous : 3 salles.')).toEqual([
    'L',
    'équipe',
    'c',
    'est',
    'nous',
    '3',
    'salles',
  ])
  expect(texts('e\u0301quipe')).toHaveLength(1)
})

test('a word written inclusively is one word', () => {
  for (const word of 'tou·tes sociétaire·s participant.e.s salarié-e-s animateur·rice·s begeleid(st)er'.split(
    ' ',
  ))
    expect(texts(`les ${word} ici`), word).toEqual(['les', word, 'ici'])
  expect(texts('M. Dupont. Es tu là ? rendez-vous, dit-elle. Fin.')).toEqual(
    'M Dupont Es tu là rendez vous dit elle Fin'.split(' '),
  )
})

test.each([
  ['tou·tes les sociétaire·s', 'sociétaires'],
  ['celles et ceux qui animent', 'animent'],
  ['chaque animateur·rice', 'animateurs'],
  ['des participant.e.s', 'participants'],
  ['les salarié-e-s', 'salariés'],
  ['l’animateur(trice)', 'animateur'],
  ['de begeleid(st)er', 'begeleider'],
  ['des cœurs', 'coeur'],
  ['L’ÉQUIPE', 'équipes'],
])('« %s » means what « %s » means', (written, plain) => {
  expect(meaningWords(written)).toEqual(meaningWords(plain))
  expect(meaningWords(written)).toHaveLength(1)
})

test('words keep their order and are repeated as often as they are said', () => {
  expect(meaningWords('Un comité, puis des comités : le budget du comité')).toEqual(
    ['comité', 'comité', 'budget', 'comité'].map((word) => stem(word)),
  )
})

test('a stem is found whatever stands on the word', () => {
  expect(stem('Réunions')).toBe(stem('reunion'))
  expect(stem('vergaderingen', 'nl')).toBe(stem('vergadering', 'nl'))
  expect(stem('meetings', 'en')).toBe(stem('meeting', 'en'))
})

test.each([
  'refus refusé refusée refuser',
  'écrit écrire écrivent ecrites',
  'élu·es élire élection',
  'réunis réunion réunir',
  'accueillir accueil',
  'coopérative coopératif coopérateurs',
  'paie paye payer payé',
])('one stem for « %s »', (forms) => {
  expect(new Set(forms.split(' ').map((form) => stem(form))).size).toBe(1)
})

test.each(['refus reflet', 'lit lieu', 'poste poser', 'élan élu'])('not one stem for « %s »', (forms) => {
  expect(new Set(forms.split(' ').map((form) => stem(form))).size).toBe(2)
})

test.each([
  ['fr', 'Un comité de sociétaires dans chaque antenne, avec un petit budget.'],
  ['fr', 'Tirés au sort'],
  ['fr', 'Forum'],
  ['nl', 'Een lokaal comité per antenne, met een klein budget en de sleutels van de zaal.'],
  ['nl', 'Lokale vergaderingen'],
  ['en', 'A local committee in each branch, with a small budget and the keys of the room.'],
  ['fr', ''],
])('%s: « %s »', (language, text) => {
  expect(languageOf(text)).toBe(language)
})

test('the words of a text are cut by the rules of its language', () => {
  expect(meaningWords('De vergaderingen van het comité')).toEqual(
    meaningWords('de vergadering van een comité'),
  )
  expect(meaningWords('Les réunions du comité')).toEqual(meaningWords('la réunion d’un comité'))
})
