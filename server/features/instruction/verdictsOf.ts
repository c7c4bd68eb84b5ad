// The rulings for others: of one recommendation, of a group's texts, and what was ruled since an instant.
import {
  boardName,
  type InstructionDeps,
  publicItem,
  readInstruction,
  seatedOf,
} from '#server/features/instruction/instructionWorld.ts'
import type { Account } from '#server/ports/people.ts'
import { maySpeakFor } from '#shared/instruction/boardSeats.ts'
import { actsOfKind, type Verdict } from '#shared/instruction/instructionActs.ts'
import type { GroupRulingsAnswer, RulingItem } from '#shared/instruction/instructionAnswers.ts'

/** The public part of all rulings on a recommendation, named by id or code; undefined where it does not exist on the day. */
export async function verdictsOf(deps: InstructionDeps, key: string): Promise<RulingItem | undefined> {
  const world = await readInstruction(deps)
  const one = world.texts.find(({ recommendation: { code, id } }) => id === key || code === key)
  return one && publicItem(deps, world, one)
}

/** A verdict that was just written down, for the notices to its authors. */
export interface RuledNow {
  readonly verdictId: string
  readonly boardId: string
  readonly recommendationId: string
  readonly groupIds: readonly string[]
  readonly decision: Verdict
  /** Milliseconds since 1970. */
  readonly at: number
}

/** Verdicts written down here after an instant, oldest first. */
export async function verdictsSince(deps: InstructionDeps, since: number): Promise<readonly RuledNow[]> {
  const { acts, texts } = await readInstruction(deps)
  const groupsOf = new Map(texts.map(({ recommendation }) => [recommendation.id, recommendation.groupIds]))
  return actsOfKind(acts, 'verdict')
    .filter(({ at }) => at > since)
    .map(({ at, body, id }) => ({
      ...{ verdictId: id, boardId: body.boardId, recommendationId: body.recommendationId },
      ...{ groupIds: groupsOf.get(body.recommendationId) ?? [], decision: body.decision, at },
    }))
}

/** What boards said of a group's texts, and what they ask of it. */
export async function groupRulings(
  deps: InstructionDeps,
  groupId: string,
  account: Account | undefined,
): Promise<GroupRulingsAnswer> {
  const world = await readInstruction(deps)
  const own = world.texts.filter(({ recommendation }) => recommendation.groupIds.includes(groupId))
  const items = await Promise.all(own.map((one) => publicItem(deps, world, one)))
  return {
    ...{ language: world.language, groupId, boards: world.boards.map((board) => boardName(world, board)) },
    groups: [...world.shown.values()].filter(({ id }) =>
      own.some(({ recommendation }) => recommendation.groupIds.includes(id)),
    ),
    speaks: account !== undefined && maySpeakFor(await seatedOf(deps, account), groupId),
    items: items.filter(
      ({ rulings }) => rulings.notes.length > 0 || rulings.boards.some(({ verdicts }) => verdicts.length > 0),
    ),
  }
}
