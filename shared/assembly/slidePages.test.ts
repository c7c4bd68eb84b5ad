// Slides hold texts of any length: nothing is lost, nothing is said twice, and what is short stays on one slide.
import { expect, test } from 'vitest'
import type { DeckText } from '#shared/assembly/deck.ts'
import { axisPages, openPages, splitWords, textPages, themePages } from '#shared/assembly/slidePages.ts'

const words = (count: number): string =>
  Array.from({ length: count }, (_, n) => (n % 12 === 11 ? `mot${n}.` : `mot${n}`)).join(' ')
const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ')

const text = (more: Partial<DeckText> = {}): DeckText => ({
  ...{ id: 'r', code: 'R1', title: 'Un titre', summary: words(30), groupIds: ['g'], nuances: [] },
  felt: { enthousiaste: 1, favorable: 0, interrogatif: 0, inquiet: 0, oppose: 0 },
  verdicts: [],
  ...more,
})
const verdict = (boardId: string, reason: string, newWording: string | null = null) => ({
  ...{ boardId, reason, newWording, concerned: true, verdict: 'reformulate' as const },
  ...{ postponedUntil: null, votes: null },
})

test('a recommendation of the usual length is told on one slide, with the reasons of both boards', () => {
  const pages = textPages(text({ verdicts: [verdict('a', words(25)), verdict('b', words(25))] }), 'Thème')
  expect(pages).toHaveLength(1)
  expect(pages[0]).toMatchObject({ felt: true, summary: words(30) })
  expect(pages[0]?.said.map(({ reason }) => reason)).toEqual([words(25), words(25)])
})

test.each([1, 2, 3, 4])('four hundred words and %i boards: every word once, in its order', (boards) => {
  const ids = ['a', 'b', 'c', 'd'].slice(0, boards)
  const long = text({
    summary: words(400),
    title: words(40),
    verdicts: ids.map((id, n) => verdict(id, words(200 - n), words(90))),
  })
  const pages = textPages(long, words(20))
  expect(joined(pages.map(({ summary }) => summary))).toBe(words(400))
  for (const [n, id] of ids.entries()) {
    const own = pages.flatMap(({ said }) => said.filter(({ boardId }) => boardId === id))
    expect(joined(own.map(({ reason }) => reason))).toBe(words(200 - n))
    expect(joined(own.map(({ wording }) => wording))).toBe(words(90))
  }
  expect(pages.filter(({ felt }) => felt)).toEqual([pages.at(-1)])
  expect(Math.max(...pages.map(({ said }) => said.length))).toBeLessThanOrEqual(3)
})

test('a board that has said nothing yet still stands on the slide', () => {
  expect(textPages(text({ verdicts: [verdict('a', '')] }), 'Thème')[0]?.said).toEqual([
    { boardId: 'a', reason: '', wording: '' },
  ])
})

test('a text is parted after a sentence, else between words, and a word without end anywhere', () => {
  expect(splitWords('Un deux trois. Quatre cinq', 18)).toEqual(['Un deux trois.', 'Quatre cinq'])
  expect(splitWords('un deux trois quatre', 10)).toEqual(['un deux', 'trois', 'quatre'])
  expect(splitWords('x'.repeat(25), 10)).toEqual(['x'.repeat(10), 'x'.repeat(10), 'x'.repeat(5)])
  expect(splitWords('', 10)).toEqual([''])
})

test('seven short titles on one slide, nine on two, long titles on more', () => {
  const many = (count: number, title: string): DeckText[] =>
    Array.from({ length: count }, (_, n) => text({ id: `r${n}`, title, verdicts: [verdict('a', '')] }))
  const sizes = (pages: readonly (readonly unknown[])[]): number[] => pages.map(({ length }) => length)
  expect(sizes(themePages(many(7, 'Un comité local dans chaque antenne'), 'Thème'))).toEqual([7])
  expect(sizes(themePages(many(9, 'Court'), 'Thème'))).toEqual([5, 4])
  const long = themePages(many(7, words(30)), 'Thème')
  expect(long.length).toBeGreaterThan(1)
  expect(long.flat().map(({ id }) => id)).toEqual(many(7, '').map(({ id }) => id))
})

test('what stays open and the axes of the plan go on too', () => {
  expect(openPages('', 'Thème')).toEqual([''])
  expect(joined(openPages(words(400), 'Thème'))).toBe(words(400))
  expect(axisPages([])).toEqual([[]])
  expect(axisPages(Array.from({ length: 30 }, (_, n) => words(n))).flat()).toHaveLength(30)
})
