// The avis that count on a board: of those who sit on it now, on the words that stand now.
import { type InstructionDeps, seatedOf } from '#server/features/instruction/instructionWorld.ts'
import type { KeptAvis } from '#server/ports/instruction.ts'
import type { Board } from '#shared/cycle/cycleFile.ts'
import { boardsOf } from '#shared/instruction/boardSeats.ts'
import { holdsOn } from '#shared/instruction/sittingPlan.ts'
import type { PublishedVersion } from '#shared/publication/publishedVersion.ts'

/** Whoever left the board neither holds a text back nor is read any longer. */
export async function avisNow(
  deps: InstructionDeps,
  board: Board,
  texts: readonly PublishedVersion[],
): Promise<readonly KeptAvis[]> {
  const versionOf = new Map(texts.map(({ recommendation, version }) => [recommendation.id, version]))
  const kept = (await deps.store.instruction.avisOf(board.id)).filter((one) =>
    holdsOn({ avis: one.avis, version: one.avisVersion }, versionOf.get(one.recommendationId) ?? 0),
  )
  const accounts = [...new Set(kept.map(({ accountId }) => accountId))]
  const sits = await Promise.all(accounts.map((id) => sitsNow(deps, board, id)))
  const seated = new Set(accounts.filter((_, n) => sits[n]))
  return kept.filter(({ accountId }) => seated.has(accountId))
}

async function sitsNow(deps: InstructionDeps, board: Board, accountId: string): Promise<boolean> {
  const account = await deps.store.people.account(accountId)
  return account !== undefined && boardsOf(await seatedOf(deps, account), [board]).length > 0
}
