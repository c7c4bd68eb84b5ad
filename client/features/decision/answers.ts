// Answers as the forms handle them: the empty one of each kind, and whether two say the same.
import type { Answer } from '#shared/decision/answer.ts'
import type { OpenView } from '#shared/decision/decision.ts'

/** Null for a consent: no position is chosen for anybody. */
export function emptyAnswer({ ballot: { kind } }: Pick<OpenView, 'ballot'>): Answer | null {
  switch (kind) {
    case 'dots':
      return { kind, points: {}, comment: '' }
    case 'poll':
      return { kind, chosen: [], comment: '' }
    case 'gradient':
      return { kind, degrees: {}, comment: '' }
    case 'ranking':
      return { kind, order: [], comment: '' }
    case 'consent':
      return null
  }
}

export const saysTheSame = (a: Answer | null, b: Answer | null): boolean => canonical(a) === canonical(b)

function canonical(answer: Answer | null): string {
  if (!answer) return ''
  if (answer.kind === 'dots') {
    const placed = Object.entries(answer.points).filter(([, count]) => count !== 0)
    return JSON.stringify([placed.sort(byId), answer.comment.trim()])
  }
  if (answer.kind === 'gradient')
    return JSON.stringify([Object.entries(answer.degrees).sort(byId), answer.comment.trim()])
  if (answer.kind === 'poll') return JSON.stringify([[...answer.chosen].sort(), answer.comment.trim()])
  if (answer.kind === 'ranking') return JSON.stringify([answer.order, answer.comment.trim()])
  return JSON.stringify([answer.position, answer.position === 'accord' ? '' : answer.words.trim()])
}

const byId = ([a]: readonly [string, number], [b]: readonly [string, number]): number => Number(a) - Number(b)
