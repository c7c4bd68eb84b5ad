import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MinutesBlock } from '#shared/minutes/minutesBlocks.ts'
import { type MergedBlock, mergeMinutes, type StandingBlock } from '#shared/minutes/minutesMerge.ts'

const block = (key: string, text = key): MinutesBlock => ({ key, type: 'bullet', text })
const textsOf = (merged: readonly MergedBlock[], standing: readonly StandingBlock[]): string[] =>
  merged.map((one) => (one.kind === 'kept' ? (standing[one.at]?.text ?? '') : one.block.text))

test('[M3] untouched blocks get their new words, edited ones stay, deleted ones stay deleted', () => {
  const written = [block('a'), block('b'), block('c')]
  const standing = [
    { key: 'a', text: 'a' },
    { key: 'b', text: 'b, mieux dit' },
  ]
  const fresh = [block('a', 'a neuf'), block('b', 'b neuf'), block('c', 'c neuf')]
  expect(textsOf(mergeMinutes(standing, written, fresh), standing)).toEqual(['a neuf', 'b, mieux dit'])
})

test('[M4] [M5] what people added stays in its place, new blocks come behind the one before them', () => {
  const written = [block('a'), block('c')]
  const standing = [{ key: 'a', text: 'a' }, { text: 'ajouté par Inès' }, { key: 'c', text: 'c' }]
  const fresh = [block('a'), block('b'), block('c'), block('d')]
  expect(textsOf(mergeMinutes(standing, written, fresh), standing)).toEqual([
    'a',
    'ajouté par Inès',
    'b',
    'c',
    'd',
  ])
})

test('what is no longer so goes, unless a person has edited it', () => {
  const written = [block('a'), block('b')]
  const standing = [
    { key: 'a', text: 'a' },
    { key: 'b', text: 'b de Paul' },
  ]
  expect(textsOf(mergeMinutes(standing, written, []), standing)).toEqual(['b de Paul'])
})

test('whatever was edited, no edit is lost and nothing is written twice', () => {
  const keys = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 })
  const edit = fc.constantFrom('keep', 'change', 'delete', 'add')
  fc.assert(
    fc.property(keys, keys, fc.array(edit, { maxLength: 12 }), (before, after, edits) => {
      const written = before.map((key) => block(key))
      const standing: StandingBlock[] = before.flatMap((key, at): StandingBlock[] => {
        const own = { text: `ajout ${at}` }
        if (edits[at] === 'change') return [{ key, text: `${key} de quelqu’un` }]
        if (edits[at] === 'delete') return []
        return edits[at] === 'add' ? [{ key, text: key }, own] : [{ key, text: key }]
      })
      const merged = mergeMinutes(
        standing,
        written,
        after.map((key) => block(key, `${key} neuf`)),
      )
      const texts = textsOf(merged, standing)
      for (const { text, key } of standing)
        if (key === undefined || text !== key) expect(texts.filter((one) => one === text)).toHaveLength(1)
      expect(new Set(texts).size).toBe(texts.length)
      for (const [at, key] of before.entries())
        if (edits[at] === 'delete')
          expect(texts.filter((text) => [key, `${key} neuf`].includes(text))).toEqual([])
    }),
  )
})
