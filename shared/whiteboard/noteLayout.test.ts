import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  noteFoot,
  noteLayout,
  noteLineHeight,
  notePadding,
  wrapWords,
} from '#shared/whiteboard/noteLayout.ts'

const size = { w: 180, h: 150 }

test('short words are large, long ones small, very long ones make the note grow', () => {
  expect(noteLayout('Se voir en vrai', size)).toEqual({
    fontSize: 20,
    height: 150,
    lines: ['Se voir en vrai'],
  })
  const long = noteLayout(
    'Demander à la coopérative, c’est nous demander à nous-mêmes, et cela prend du temps',
    size,
  )
  expect(long.fontSize).toBeLessThan(20)
  expect(long.height).toBe(150)
  expect(noteLayout('mot '.repeat(500), size).height).toBeGreaterThan(400)
})

test('every word is on some line, in order, and the lines fit between the edges', () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 60 }), fc.integer({ min: 1, max: 40 }), (words, letters) => {
      const lines = wrapWords(words, letters)
      expect(lines.join('').replaceAll(' ', '')).toBe(words.replaceAll(' ', ''))
      expect(lines.every((line) => line.length <= letters)).toBe(true)
      const { height, fontSize, lines: laid } = noteLayout(words, size)
      expect(laid.length * fontSize * noteLineHeight + notePadding + noteFoot).toBeLessThanOrEqual(
        height + 0.001,
      )
    }),
  )
})
