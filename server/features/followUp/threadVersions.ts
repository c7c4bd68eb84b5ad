// A thread's rows of what a text was handed over as, published as and changed to.
import { holds } from '#server/features/followUp/handedDrafts.ts'
import type { KeptHandover } from '#server/ports/handovers.ts'
import type { ShortDraft } from '#shared/cycle/cycleFile.ts'
import type { RecommendationAsOf } from '#shared/cycle/moment.ts'
import type { ThreadRow } from '#shared/followUp/followUpAnswers.ts'
import type { PublishedVersion } from '#shared/publication/publishedVersion.ts'

/** One row for each list that holds texts of this thread. */
export const handedRows = (
  handovers: readonly KeptHandover[],
  drafts: readonly ShortDraft[],
): Extract<ThreadRow, { kind: 'handed-over' }>[] =>
  handovers.flatMap((one) => {
    const count = drafts.filter(({ id }) => holds(one, id)).length
    return count === 0
      ? []
      : [{ kind: 'handed-over', id: one.id, date: one.date, groupIds: [one.groupId], count }]
  })

/** `turn`: the day on which an imported cycle's recommendations begin to exist. */
export function versionRows(
  { code, final, groupIds, id, nuances, updatedAt }: RecommendationAsOf,
  versions: readonly PublishedVersion[],
  turn: string | null,
): ThreadRow[] {
  const [first, ...later] = versions
  const madeHere = first !== undefined && first.cause !== 'import'
  const original = first?.date ?? updatedAt
  const published = madeHere ? original : (turn ?? original)
  const text = first?.recommendation.nuances ?? nuances
  return [
    {
      ...{ kind: 'published', id: 'published', date: published, groupIds },
      ...{ code: code ?? id, nuances: text.length },
    },
    ...(!madeHere && final && original > published
      ? [{ kind: 'final', id: 'final', date: original, groupIds } as const]
      : []),
    ...later.flatMap(({ byName, cause, date, version, why }): ThreadRow[] =>
      cause === 'amendment' || cause === 'reformulation'
        ? [{ kind: 'version', id: `version-${version}`, date, groupIds, cause, version, why, byName }]
        : [],
    ),
  ]
}
