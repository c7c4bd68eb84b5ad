import { expect, test } from 'vitest'
import type { Outcome } from '#shared/decision/pastDecision.ts'
import { decisionLine } from '#shared/group/decisionLine.ts'

const items = ['Un comité', 'Un forum'].map((text, place) => ({
  kind: 'text' as const,
  id: `${place}`,
  text,
}))
const line = (outcome: Outcome, of = items) =>
  decisionLine({ question: 'Par où ?', items: of, outcome }, 'fr')

test('each kind of decision is told in one line, with what came first', () => {
  const dots = [
    { plus: 5, minus: 4 },
    { plus: 3, minus: 0 },
  ]
  expect(line({ kind: 'dots', points: 3, minus: true, totals: dots })).toBe(
    'Par où ?\u00a0: «\u00a0Un forum\u00a0» en tête',
  )
  expect(line({ kind: 'poll', multiple: false, totals: [4, 1] })).toContain('Un comité')
  const ranked = [
    { points: 2, rank: 2, firsts: 0 },
    { points: 6, rank: 1, firsts: 3 },
  ]
  expect(line({ kind: 'ranking', totals: ranked })).toContain('Un forum')
  const degrees = [
    [1, 0, 0, 2, 1],
    [0, 1, 2, 1, 0],
  ]
  expect(line({ kind: 'gradient', totals: degrees })).toBe('«\u00a0Un comité\u00a0»\u00a0: 3 d’accord sur 4')
})

test('consent is told of the one proposal, adopted or not', () => {
  const [one] = items
  const adopted: Outcome = { kind: 'consent', adopted: true, rounds: [] }
  expect(line(adopted, one ? [one] : [])).toBe('«\u00a0Un comité\u00a0»\u00a0: adopté par consentement')
  expect(line({ ...adopted, adopted: false }, [])).toContain('Par où ?')
})

test('where nobody answered there is nothing to tell', () => {
  expect(line({ kind: 'poll', multiple: false, totals: [0, 0] })).toBeUndefined()
  expect(line({ kind: 'gradient', totals: [] })).toBeUndefined()
})
