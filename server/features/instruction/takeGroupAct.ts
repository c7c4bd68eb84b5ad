// What source groups answer to boards, and what the team and the groups write beside a text.
import { type InstructionDeps, versionsFor } from '#server/features/instruction/instructionWorld.ts'
import type { Allowed, Asking } from '#server/features/instruction/takeActs.ts'
import { no, stale, unknown } from '#server/features/instruction/takeBoardAct.ts'
import { ok, refuse } from '#shared/contract/result.ts'
import { mayAddNote, maySpeakFor } from '#shared/instruction/boardSeats.ts'
import { type BodyOf, targetOf } from '#shared/instruction/instructionActs.ts'
import type { PublicRulings, ShownVerdict } from '#shared/instruction/instructionAnswers.ts'
import { standingRulings } from '#shared/instruction/standingRulings.ts'
import { isSentence } from '#shared/instruction/verdictRules.ts'

type GroupBody = BodyOf<'answer' | 'reply' | 'note' | 'correction'>

export async function groupActAllowed(
  deps: InstructionDeps,
  { seated, world }: Asking,
  body: GroupBody,
): Promise<Allowed> {
  const standing = world.texts.find(({ recommendation }) => recommendation.id === body.recommendationId)
  if (!standing) return unknown
  const { groupIds } = standing.recommendation
  if (body.kind === 'note') return mayAddNote(seated, groupIds) ? ok([]) : no
  if (!groupIds.includes(body.groupId) || !maySpeakFor(seated, body.groupId)) return no
  const rulings = standingRulings(world, await versionsFor(deps, standing))
  if (body.kind === 'correction') return correctionAllowed(rulings, body)
  const verdict = rulings.boards.flatMap(({ verdicts }) => verdicts).find(({ id }) => id === body.verdictId)
  if (!verdict) return unknown
  if (verdict.superseded) return stale
  return body.kind === 'answer' ? answerAllowed(verdict, body, standing.version) : replyAllowed(verdict, body)
}

/** A rewording is answered while the text is still the one that the board read. */
function answerAllowed(verdict: ShownVerdict, body: BodyOf<'answer'>, version: number): Allowed {
  if (!verdict.awaiting.includes(body.groupId)) return stale
  // [D4] An imported rewording stands beside every version: no consent to it changes the text.
  if (verdict.version !== null && verdict.version !== version) return stale
  if (body.answer === 'comment' && !isSentence(body.text)) return refuse('bad-input', 'instruction.reason')
  return ok([{ recommendationId: body.recommendationId, version }])
}

/** Once for each group and verdict. */
function replyAllowed({ decision, replies }: ShownVerdict, body: BodyOf<'reply'>): Allowed {
  if (decision !== 'postpone' && decision !== 'refuse') return refuse('wrong-state', 'instruction.noReply')
  if (replies.some(({ groupId }) => groupId === body.groupId))
    return refuse('conflict', 'instruction.replied')
  return ok([{ target: targetOf(body), acts: 0 }])
}

/** While a board that rules on the text has not done so: afterwards it would correct what nobody can read anew. */
function correctionAllowed({ boards, notes }: PublicRulings, { noteId }: BodyOf<'correction'>): Allowed {
  if (!notes.some(({ id }) => id === noteId)) return unknown
  return boards.some(({ verdicts }) => verdicts.length === 0)
    ? ok([])
    : refuse('wrong-state', 'instruction.ruled')
}
