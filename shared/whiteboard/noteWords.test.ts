import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { caretAfter, fitNote, longestNote, textChange, writeWords } from '#shared/whiteboard/noteWords.ts'

const apply = (before: string, change: { at: number; remove: number; insert: string } | undefined): string =>
  change ? before.slice(0, change.at) + change.insert + before.slice(change.at + change.remove) : before

test('the smallest change leads from one text to the other, wherever the caret is', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '👍', '👎', '\n'), maxLength: 12 })
  fc.assert(
    fc.property(texts, texts, fc.nat(24), (before, after, caret) => {
      expect(apply(before, textChange(before, after, Math.min(caret, after.length)))).toBe(after)
    }),
  )
})

test('the caret tells which of several equal letters was typed', () => {
  expect(textChange('ele', 'elle', 2)).toEqual({ at: 1, remove: 0, insert: 'l' })
  expect(textChange('ele', 'elle', 3)).toEqual({ at: 2, remove: 0, insert: 'l' })
})

test('a pair of surrogates is never cut in two', () => {
  const change = textChange('👍', '👎')
  expect(change).toEqual({ at: 0, remove: 2, insert: '👎' })
  expect(textChange('', '')).toBeUndefined()
})

test('two people who write in one note at once both keep their words', () => {
  const [one, two] = [new Y.Doc(), new Y.Doc()]
  const text = one.getText('t')
  text.insert(0, 'la coopérative')
  Y.applyUpdate(two, Y.encodeStateAsUpdate(one))
  writeWords(text, 'pour la coopérative', 5)
  writeWords(two.getText('t'), 'la coopérative locale')
  Y.applyUpdate(one, Y.encodeStateAsUpdate(two))
  Y.applyUpdate(two, Y.encodeStateAsUpdate(one))
  expect([text.toString(), two.getText('t').toString()]).toEqual(Array(2).fill('pour la coopérative locale'))
})

test('a full note takes no more letters and loses none', () => {
  const doc = new Y.Doc()
  const text = doc.getText('t')
  text.insert(0, 'a'.repeat(longestNote - 1))
  writeWords(text, `${text.toString()}👍`)
  expect(text.toString()).toBe('a'.repeat(longestNote - 1))
  writeWords(text, `b${text.toString()}cc`, 1)
  expect(text.length).toBe(longestNote)
  expect(fitNote('👍'.repeat(1_001)).length).toBe(2_000)
  expect(fitNote(`a${'👍'.repeat(1_000)}`).length).toBe(1_999)
})

test('a caret keeps its letter while somebody else writes and deletes', () => {
  expect(caretAfter(4, [{ insert: 'xx' }])).toBe(6)
  expect(caretAfter(4, [{ retain: 4 }, { insert: 'xx' }])).toBe(4)
  expect(caretAfter(4, [{ delete: 3 }])).toBe(1)
  expect(caretAfter(4, [{ retain: 2 }, { delete: 5 }])).toBe(2)
  expect(caretAfter(0, [{ insert: 'x' }])).toBe(0)
  fc.assert(
    fc.property(fc.nat(10), fc.nat(10), fc.string({ maxLength: 4 }), (at, caret, insert) => {
      expect(caretAfter(caret, [{ retain: at }, { insert }])).toBe(at < caret ? caret + insert.length : caret)
    }),
  )
})
