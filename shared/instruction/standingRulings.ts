// What stands after all acts: verdicts with the answers of their groups, notes with their corrections, differences that were signed.
import type { Board, Decision, Entity } from '#shared/cycle/cycleFile.ts'
import { rules } from '#shared/instruction/boardSeats.ts'
import {
  actsOfKind,
  type BodyOf,
  type KeptInstructionAct,
  reworded,
} from '#shared/instruction/instructionActs.ts'
import type {
  PublicRulings,
  ShownBlock,
  ShownDifference,
  ShownNote,
  ShownRewording,
  ShownSitting,
  ShownVerdict,
} from '#shared/instruction/instructionAnswers.ts'
import type { PublishedVersion } from '#shared/publication/publishedVersion.ts'

export interface RulingsAbout {
  readonly boards: readonly Board[]
  readonly entities: readonly Entity[]
  /** Of every recommendation, imported ones and those made here. */
  readonly decisions: readonly Decision[]
  readonly acts: readonly KeptInstructionAct[]
}

const said = ({ byName, day }: KeptInstructionAct, text: string) => ({ text, byName, date: day })

/** `versions`: all of the recommendation, oldest first. */
export function standingRulings(about: RulingsAbout, versions: readonly PublishedVersion[]): PublicRulings {
  const { acts, boards, decisions, entities } = about
  const recommendation = versions.at(-1)?.recommendation
  if (!recommendation) return { boards: [], difference: null, notes: [] }
  const own = decisions.filter(({ recommendationId }) => recommendationId === recommendation.id)
  const made = new Map(actsOfKind(acts, 'verdict').map((act) => [act.id, act]))
  const shown = boards.flatMap((board) => {
    const theirs = inOrder(own.filter(({ boardId }) => boardId === board.id))
    if (theirs.length === 0 && !rules(board, entities, recommendation)) return []
    const verdicts = theirs.map((decision, n) =>
      shownVerdict(decision, { acts, versions, made: made.get(decision.id), last: n === theirs.length - 1 }),
    )
    return [{ boardId: board.id, verdicts }]
  })
  return {
    boards: shown,
    difference: standingDifference(
      acts,
      recommendation.id,
      shown.filter(({ verdicts }) => verdicts.length > 0).map(({ boardId }) => boardId),
    ),
    notes: standingNotes(acts, recommendation.id),
  }
}

/** Of two of one day the later in the list. */
const inOrder = (decisions: readonly Decision[]): Decision[] =>
  decisions
    .map((decision, place) => ({ decision, place }))
    .sort((a, b) =>
      a.decision.date === b.decision.date ? a.place - b.place : a.decision.date < b.decision.date ? -1 : 1,
    )
    .map(({ decision }) => decision)

interface VerdictAbout {
  readonly acts: readonly KeptInstructionAct[]
  readonly versions: readonly PublishedVersion[]
  readonly made: KeptInstructionAct<BodyOf<'verdict'>> | undefined
  readonly last: boolean
}

function shownVerdict(decision: Decision, { acts, last, made, versions }: VerdictAbout): ShownVerdict {
  const { basis, boardId, date, id, newWording, postponedUntil, reason, votes } = decision
  const answers = actsOfKind(acts, 'answer').filter(({ body }) => body.verdictId === id)
  const consenting = new Set(
    answers.filter(({ body }) => body.answer === 'consent').map(({ body }) => body.groupId),
  )
  const read = versions.find(({ version }) => version === made?.body.version)
  // [D4] An imported rewording is one text that replaces none: its groups are asked about it all the same.
  const asked = last && decision.decision === 'reformulate' && (made !== undefined || newWording)
  const first = versions[0]
  return {
    ...{ id, boardId, decision: decision.decision, reason, basis, date, votes, superseded: !last },
    version: made?.body.version ?? null,
    newWording: made ? null : (newWording ?? null),
    rewording: made && read ? rewordings(made.body.rewording, read) : [],
    postponedUntil: postponedUntil ?? null,
    possibleIf: made?.body.possibleIf ?? '',
    hereNow: made?.body.hereNow ?? '',
    answers: answers.map((act) => ({
      ...{ groupId: act.body.groupId, answer: act.body.answer },
      ...said(act, act.body.text),
    })),
    awaiting: asked
      ? ((made ? read : first)?.recommendation.groupIds ?? []).filter((groupId) => !consenting.has(groupId))
      : [],
    replies: actsOfKind(acts, 'reply')
      .filter(({ body }) => body.verdictId === id)
      .map((act) => ({ groupId: act.body.groupId, ...said(act, act.body.text) })),
  }
}

const rewordings = (
  to: BodyOf<'verdict'>['rewording'],
  { recommendation }: PublishedVersion,
): ShownRewording[] =>
  reworded.flatMap((part) => {
    const after = to[part]
    return after === undefined ? [] : [{ part, before: recommendation[part], after }]
  })

/** [D1] The newest text counts; it is public once the chair of every board that ruled has signed it. Whoever wrote it signed by it. */
function standingDifference(
  acts: readonly KeptInstructionAct[],
  recommendationId: string,
  ruled: readonly string[],
): ShownDifference | null {
  const newest = actsOfKind(acts, 'difference')
    .filter(({ body }) => body.recommendationId === recommendationId)
    .at(-1)
  if (!newest) return null
  const signedBy = [
    newest.body.boardId,
    ...actsOfKind(acts, 'signed')
      .filter(({ body }) => body.differenceId === newest.id)
      .map(({ body }) => body.boardId),
  ]
  return {
    ...{ id: newest.id, boardId: newest.body.boardId, signedBy: [...new Set(signedBy)] },
    ...said(newest, newest.body.text),
    whole: ruled.length > 1 && ruled.every((boardId) => signedBy.includes(boardId)),
  }
}

function standingNotes(acts: readonly KeptInstructionAct[], recommendationId: string): ShownNote[] {
  const corrections = actsOfKind(acts, 'correction')
  return actsOfKind(acts, 'note')
    .filter(({ body }) => body.recommendationId === recommendationId)
    .map((act) => ({
      ...{ id: act.id, about: act.body.about, ...said(act, act.body.text) },
      corrections: corrections
        .filter(({ body }) => body.noteId === act.id)
        .map((one) => ({ groupId: one.body.groupId, ...said(one, one.body.text) })),
    }))
}

/** [D2] What the chair of one board wrote and the other did not sign is theirs alone; the public is told what all signed. */
export const publicPart = (rulings: PublicRulings): PublicRulings =>
  rulings.difference?.whole === false ? { ...rulings, difference: null } : rulings

/** [D3] Boards that ruled, and not alike. */
export const differ = ({ boards }: PublicRulings): boolean =>
  new Set(boards.flatMap(({ verdicts }) => verdicts.at(-1)?.decision ?? [])).size > 1

/** Of one sitting the newest line counts: planned first, held later. */
export function standingSittings(acts: readonly KeptInstructionAct[], boardId: string): ShownSitting[] {
  const own = actsOfKind(acts, 'sitting').filter(({ body }) => body.boardId === boardId)
  const byId = new Map(own.map(({ body }) => [body.sittingId, body]))
  return [...byId.values()]
    .map(({ date, minutes, mode, presentIds, sittingId }) => ({
      id: sittingId,
      date,
      mode,
      minutes,
      presentIds,
    }))
    .sort((a, b) => (a.date < b.date ? -1 : 1))
}

/** [B1] The block as the chair proposed it last, without what was ruled since; whoever pulled one out takes it out for everybody. */
export function standingBlock(acts: readonly KeptInstructionAct[], boardId: string): ShownBlock | null {
  const own = acts.filter(
    ({ body }) => (body.kind === 'block' || body.kind === 'pulled') && body.boardId === boardId,
  )
  const last = own.findLastIndex(({ body }) => body.kind === 'block')
  const proposed = own[last]?.body
  if (proposed?.kind !== 'block') return null
  const after = own.slice(last + 1)
  const pulled = actsOfKind(after, 'pulled').map(({ body, byName }) => ({
    id: body.recommendationId,
    byName,
  }))
  const out = new Set(pulled.map(({ id }) => id))
  const since = acts.slice(acts.findLastIndex(({ id }) => id === own[last]?.id) + 1)
  for (const { body } of actsOfKind(since, 'verdict'))
    if (body.boardId === boardId) out.add(body.recommendationId)
  return {
    ids: proposed.recommendationIds.filter((id) => !out.has(id)),
    pulled,
    seen: own.length,
  }
}
