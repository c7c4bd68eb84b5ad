// A closed decision as one line for those who were not there.
import type { Outcome, PastDecision } from '#shared/decision/pastDecision.ts'
import { type GroupLanguage, groupWords } from '#shared/group/groupWords.ts'

/** Undefined where nobody answered: there is nothing to tell in one line; the minutes keep it. */
export function decisionLine(
  decision: Pick<PastDecision, 'question' | 'items' | 'outcome'>,
  language: GroupLanguage,
): string | undefined {
  const words = groupWords[language]
  const { items, outcome, question } = decision
  const what = items.length === 1 ? (items[0]?.text ?? question) : question
  if (outcome.kind === 'consent') return outcome.adopted ? words.adopted(what) : words.notAdopted(what)
  const scores = scoresOf(outcome)
  const best = Math.max(0, ...scores)
  const first = items[scores.indexOf(best)]
  if (best === 0 || !first) return undefined
  if (outcome.kind !== 'gradient') return words.first(question, first.text)
  const counts = outcome.totals[scores.indexOf(best)] ?? []
  const all = counts.reduce((sum, count) => sum + count, 0)
  return words.agreed(first.text, best, all)
}

/** Of a gradient: how many say yes, with or without enthusiasm. */
function scoresOf(outcome: Exclude<Outcome, { kind: 'consent' }>): number[] {
  switch (outcome.kind) {
    case 'dots':
      return outcome.totals.map(({ plus, minus }) => plus - minus)
    case 'poll':
      return outcome.totals
    case 'ranking':
      return outcome.totals.map(({ points }) => points)
    case 'gradient':
      return outcome.totals.map((degrees) => (degrees[3] ?? 0) + (degrees[4] ?? 0))
  }
}
