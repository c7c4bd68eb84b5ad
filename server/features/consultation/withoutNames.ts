// A published text as a stranger reads it: groups answer for their texts, and the people in them keep their names to themselves.
import type { Hidden, TextAnswer } from '#shared/consultation/consultationAnswers.ts'

/** Whoever signed a question chose the name that stands there; whoever answered for a group did so within the cooperative. */
export function withoutNames(answer: TextAnswer): TextAnswer {
  return {
    ...answer,
    versions: answer.versions.map(unsigned),
    kept: answer.kept.map(unsigned),
    comments: answer.comments.map(unnamedHiding),
    questions: answer.questions.map((question) => ({
      ...unnamedHiding(question),
      replies: question.replies.map((reply) => unnamedHiding(unsigned(reply))),
    })),
  }
}

const unsigned = <One extends { readonly byName: string }>(one: One): One => ({ ...one, byName: '' })

const unnamedHiding = <One extends { readonly hidden: Hidden | null }>(one: One): One => ({
  ...one,
  hidden: one.hidden && unsigned(one.hidden),
})
