import { expect, test } from 'vitest'
import { wordBag, wordsChanged, wordsIn } from '#shared/group/wordsChanged.ts'

const changed = (before: string, after: string): number => wordsChanged(wordBag(before), wordBag(after))

test('a word in the place of another is one change; order and punctuation are none', () => {
  expect(changed('un comité de huit', 'un comité de neuf')).toBe(1)
  expect(changed('un comité, de huit.', 'De huit : un comité'.toLowerCase())).toBe(0)
  expect(changed('a a b', 'a b')).toBe(1)
  expect(changed('', 'l’élan naît')).toBe(3)
  expect(changed('trois mots ici', '')).toBe(3)
})

test('words are counted, numbers too', () => {
  expect(wordsIn(wordBag('600 € dans un cahier'))).toBe(4)
  expect(wordsIn(wordBag(''))).toBe(0)
})
