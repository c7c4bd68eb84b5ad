// The final document as a stranger reads it: groups answer for what they found faithful, and the people in them keep their names.
import type { ConvergenceAnswer } from '#shared/convergence/convergenceAnswers.ts'

/** Whoever wrote a summary, reviewed for a group or published did so within the cooperative. A stranger is given no desk at all. */
export function withoutNames(answer: ConvergenceAnswer): ConvergenceAnswer {
  const { document } = answer
  if (!document) return answer
  return {
    ...answer,
    document: {
      ...document,
      byName: '',
      families: document.families.map((family) => ({
        ...family,
        items: family.items.map((item) => ({
          ...item,
          summaryBy: null,
          reviews: item.reviews.map((review) => ({ ...review, name: null })),
        })),
      })),
    },
  }
}
