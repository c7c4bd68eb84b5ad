// Verdicts and sittings that were written down here, in the shape of the cycle's file: every page of the year shows them.
import type { InstructionRecords } from '#server/ports/instruction.ts'
import type { BoardSession, Decision } from '#shared/cycle/cycleFile.ts'
import { actsOfKind, reworded } from '#shared/instruction/instructionActs.ts'
import { standingSittings } from '#shared/instruction/standingRulings.ts'

type Records = Pick<InstructionRecords, 'acts'>

export const decisionsHere = async (records: Records): Promise<readonly Decision[]> =>
  actsOfKind(await records.acts(), 'verdict').map(
    ({ body, day, id }): Decision => ({
      ...{ id, boardId: body.boardId, boardSessionId: body.sittingId, date: day },
      ...{ recommendationId: body.recommendationId, decision: body.decision, reason: body.reason },
      ...{ basis: body.basis, contextIds: body.contextIds, votes: body.votes },
      newWording:
        body.decision === 'reformulate'
          ? reworded.flatMap((part) => body.rewording[part] ?? []).join('\n\n')
          : null,
      postponedUntil: body.postponedUntil,
    }),
  )

/** Those that were held: a planned one has nobody present yet. */
export async function boardSessionsHere(records: Records): Promise<readonly BoardSession[]> {
  const acts = await records.acts()
  const boardIds = [...new Set(actsOfKind(acts, 'sitting').map(({ body }) => body.boardId))]
  return boardIds.flatMap((boardId) =>
    standingSittings(acts, boardId)
      .filter(({ presentIds }) => presentIds.length > 0)
      .map(
        ({ date, id, mode, presentIds }): BoardSession => ({
          ...{ id, boardId, date, mode, presentIds: [...presentIds], subject: null },
        }),
      ),
  )
}
