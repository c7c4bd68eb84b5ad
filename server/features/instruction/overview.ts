// What anybody may read of the boards' work: how many texts each ruled upon and how, and every verdict.
import {
  boardName,
  type InstructionDeps,
  publicItem,
  readInstruction,
  seatedOf,
} from '#server/features/instruction/instructionWorld.ts'
import type { Account } from '#server/ports/people.ts'
import { boardsOf, mayReadDesk } from '#shared/instruction/boardSeats.ts'
import type { InstructionAnswer, RulingItem } from '#shared/instruction/instructionAnswers.ts'

export async function instructionOverview(
  deps: InstructionDeps,
  account: Account | undefined,
): Promise<InstructionAnswer> {
  const world = await readInstruction(deps)
  const seated = account && (await seatedOf(deps, account))
  const items = await Promise.all(world.texts.map((one) => publicItem(deps, world, one)))
  return {
    ...{ language: world.language, today: world.today, items, groups: [...world.shown.values()] },
    themes: world.themes.map(({ id, title }) => ({ id, title })),
    speaksFor: seated?.facilitatesGroupIds ?? [],
    boards: world.boards.map((board) => ({
      ...boardName(world, board),
      ...countsFor(items, board.id),
      desk:
        seated && mayReadDesk(seated, board)
          ? boardsOf(seated, [board]).length > 0
            ? 'seat'
            : 'reader'
          : null,
    })),
  }
}

/** Each text once, under the verdict that counts. */
export function countsFor(
  items: readonly Pick<RulingItem, 'rulings'>[],
  boardId: string,
): Pick<InstructionAnswer['boards'][number], 'counts' | 'total'> {
  const counts = { accept: 0, reformulate: 0, postpone: 0, refuse: 0, waiting: 0 }
  const own = items.flatMap(({ rulings }) => rulings.boards.filter((one) => one.boardId === boardId))
  for (const { verdicts } of own) counts[verdicts.at(-1)?.decision ?? 'waiting'] += 1
  return { counts, total: own.length }
}
