import { expect, test } from 'vitest'
import { readableStretches } from '#client/features/remark/readableStretches.ts'
import { wordStretches } from '#shared/remark/wordEdits.ts'

const shown = (before: string, after: string): string =>
  readableStretches(wordStretches(before, after))
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}]` : `[+${text}]`))
    .join('')

test('words replaced side by side read as one stretch', () => {
  expect(shown('ouverte à tout le monde, ici', 'ouverte à toutes et tous, ici')).toBe(
    'ouverte à [-tout le monde][+toutes et tous], ici',
  )
})

test('a word that stays parts two changes', () => {
  expect(shown('un petit budget annuel', 'un grand budget mensuel')).toBe(
    'un [-petit][+grand] budget [-annuel][+mensuel]',
  )
})

test('nothing is lost of either wording', () => {
  const [before, after] = ['a b c d e f', 'a x c y z f g']
  const stretches = readableStretches(wordStretches(before, after))
  const side = (kind: string): string =>
    stretches
      .filter((one) => one.kind === 'same' || one.kind === kind)
      .map(({ text }) => text)
      .join('')
  expect([side('removed'), side('added')]).toEqual([before, after])
})
