// Plan items that cooperative life made here, in the shape of the cycle's own.
import type { Cycle } from '#server/ports/cycle.ts'
import type { FollowUpRecords } from '#server/ports/followUp.ts'
import type { Decision, PlanItem } from '#shared/cycle/cycleFile.ts'
import { madeItems } from '#shared/followUp/standingItem.ts'

/** Later than every day: what was made here exists from the instant at which it was made. */
const anyDay = '9999-12-31'

/** `decisions`: imported ones and those that were taken here. */
export async function plannedHere(
  followUp: Pick<FollowUpRecords, 'acts'>,
  cycle: Pick<Cycle, 'boards'>,
  decisions: () => Promise<readonly Decision[]>,
): Promise<readonly PlanItem[]> {
  const acts = await followUp.acts({ until: anyDay, target: 'item' })
  if (!acts.some(({ body }) => body.kind === 'made')) return []
  const [boards, ruled] = await Promise.all([cycle.boards(), decisions()])
  const entityOfBoard = new Map(boards.map(({ entityId, id }) => [id, entityId]))
  const boardOf = new Map(ruled.map(({ boardId, id }) => [id, boardId]))
  return madeItems(acts, (id) => entityOfBoard.get(boardOf.get(id) ?? ''))
}
