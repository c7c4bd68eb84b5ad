// What is said in one breath is all said.
import { expect, test } from 'vitest'
import { addSaid, type SaidLine } from '#client/ui/saidLines.ts'

const words = (lines: readonly SaidLine[]): string[] => lines.map(({ text }) => text)

test('sentences said in the same instant stand one after the other, the same words twice too', () => {
  let lines: readonly SaidLine[] = []
  for (const text of ['Phrase prise', 'Ana est là', 'Ana est là']) lines = addSaid(lines, text, 1_000)
  expect(words(lines)).toEqual(['Phrase prise', 'Ana est là', 'Ana est là'])
  expect(new Set(lines.map(({ id }) => id)).size).toBe(3)
})

test('what has long been read leaves when the next is said, and its number is not given again', () => {
  const lines = addSaid(addSaid([], 'Ancien', 0), 'Récent', 60_000)
  expect(words(lines)).toEqual(['Récent'])
  expect(lines[0]?.id).toBe(2)
})
