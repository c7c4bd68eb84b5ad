import { expect, test } from 'vitest'
import { catchUpLines } from '#shared/group/catchUpLines.ts'
import type { CatchUpLine } from '#shared/group/groupPage.ts'

const decided = (n: number): CatchUpLine => ({ kind: 'decided', text: `d${n}` })
const question = (n: number): CatchUpLine => ({ kind: 'question', text: `q${n}` })
const draft = { spaceId: 's', draftId: 'd', code: '', title: 't' }
const changed = (words: number): CatchUpLine => ({ kind: 'text-changed', draft, words })
const next: CatchUpLine = { kind: 'next', date: '2020-01-01', startTime: '', subject: '' }
const many = <T>(make: (n: number) => T): T[] => Array.from({ length: 9 }, (_, n) => make(n))

test('at most seven, of every kind something, the next date always and last', () => {
  const lines = catchUpLines([next, ...many(question), ...many(changed), ...many(decided)])
  expect(lines.map(({ kind }) => kind)).toEqual([
    ...['decided', 'decided', 'text-changed', 'text-changed', 'question', 'question', 'next'],
  ])
  expect(lines[0]).toEqual(decided(0))
})

test('one kind alone fills what there is, but questions, which are read in the drafts', () => {
  expect(catchUpLines(many(decided))).toHaveLength(7)
  expect(catchUpLines(many(question))).toHaveLength(3)
  expect(catchUpLines([])).toEqual([])
})
