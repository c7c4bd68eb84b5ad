// The text that a link asks for.
import { expect, test } from 'vitest'
import { textInHash } from '#client/routes/room/useAskedText.ts'

test('a text is named by its space and its draft; any other hash names none', () => {
  expect(textInHash('#texte=abc/wd-nte-01')).toEqual({ spaceId: 'abc', draftId: 'wd-nte-01' })
  expect(textInHash('#texte=a%20b/c%2Fd')).toEqual({ spaceId: 'a b', draftId: 'c/d' })
  for (const other of ['', '#liste', '#texte=abc', '#texte=a/b/c', '#texte=%/b'])
    expect(textInHash(other)).toBeUndefined()
})
