// Finding by words.
import { expect, test } from 'vitest'
import { wordFilter } from './wordFilter.ts'

test('accents, case and order do not matter', () => {
  const find = wordFilter('lyon ETE')
  expect(find('Un été à Lyon')).toBe(true)
  expect(find('Un été à Nantes')).toBe(false)
})

test('every word counts, each may be a part', () => {
  expect(wordFilter('comit loc')('Un comité local')).toBe(true)
  expect(wordFilter('comité fédéral')('Un comité local')).toBe(false)
})

test('the empty question finds everything, and apostrophes are one', () => {
  expect(wordFilter('  ')('anything')).toBe(true)
  expect(wordFilter("l'antenne")('L’antenne de Nantes')).toBe(true)
})
