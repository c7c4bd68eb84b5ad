// The cycle as every page reads it: what was imported, and what people made here since.
import type { AsOf, Cycle } from '#server/ports/cycle.ts'
import type {
  BoardSession,
  ContextCard,
  Decision,
  PlanItem,
  Presentation,
  Ressenti,
} from '#shared/cycle/cycleFile.ts'
import type { RecommendationAsOf } from '#shared/cycle/moment.ts'
import type { PublishedVersion } from '#shared/publication/publishedVersion.ts'

/**
 * Records that were made here. They exist from the instant at which they were made: a demo that stands at an earlier day does not
 * hide what somebody did in it.
 */
export interface MadeHere {
  versions(): Promise<readonly PublishedVersion[]>
  contextCards?(): Promise<readonly ContextCard[]>
  /** Imported cards in their newest words. */
  correctedCards?(): Promise<readonly ContextCard[]>
  presentations?(): Promise<readonly Presentation[]>
  ressentis?(): Promise<readonly Ressenti[]>
  boardSessions?(): Promise<readonly BoardSession[]>
  decisions?(): Promise<readonly Decision[]>
  planItems?(): Promise<readonly PlanItem[]>
}

/** Imports and exports go to the imported cycle alone. */
export function livingCycle(imported: Cycle, made: MadeHere): Cycle {
  const more = async <T>(list: (() => Promise<readonly T[]>) | undefined): Promise<readonly T[]> =>
    (await list?.()) ?? []
  return {
    ...imported,
    recommendations: async (filter = {}) =>
      withVersions(await imported.recommendations(filter), await made.versions()).filter(
        ({ themeId, groupIds }) =>
          (filter.themeId === undefined || themeId === filter.themeId) &&
          (filter.groupId === undefined || groupIds.includes(filter.groupId)),
      ),
    contextCards: async (filter = {}) =>
      joined(
        corrected(await imported.contextCards(filter), await more(made.correctedCards)),
        (await more(made.contextCards)).filter(
          ({ themeIds }) => filter.themeId === undefined || themeIds.includes(filter.themeId),
        ),
      ),
    presentations: async (asOf?: AsOf) =>
      joined(await imported.presentations(asOf), await more(made.presentations)),
    ressentis: async (filter = {}) =>
      joined(
        await imported.ressentis(filter),
        ofRecommendation(await more(made.ressentis), filter.recommendationId),
      ),
    boardSessions: async (filter = {}) =>
      joined(await imported.boardSessions(filter), ofBoard(await more(made.boardSessions), filter.boardId)),
    decisions: async (filter = {}) =>
      joined(
        await imported.decisions(filter),
        ofBoard(ofRecommendation(await more(made.decisions), filter.recommendationId), filter.boardId),
      ),
    planItems: async (filter = {}) =>
      joined(
        await imported.planItems(filter),
        ofRecommendation(await more(made.planItems), filter.recommendationId),
      ),
  }
}

/** Imported texts in their newest version, then those that were published here. A changed text that does not exist yet on the day stays away. */
function withVersions(
  imported: readonly RecommendationAsOf[],
  newest: readonly PublishedVersion[],
): readonly RecommendationAsOf[] {
  const changed = new Map(newest.map(({ recommendation }) => [recommendation.id, recommendation]))
  const published = newest.filter(({ about }) => about !== null).map(({ recommendation }) => recommendation)
  return [
    ...imported.map((one) => ({ ...one, ...changed.get(one.id), status: one.status })),
    ...without(published, imported).map((one) => ({ ...one, final: true })),
  ]
}

/** A card that does not exist yet on the day stays away, whatever was corrected of it since. */
function corrected(imported: readonly ContextCard[], newest: readonly ContextCard[]): ContextCard[] {
  const words = new Map(newest.map((card) => [card.id, card]))
  return imported.map((card) => words.get(card.id) ?? card)
}

type WithId = { readonly id: string }

const without = <T extends WithId>(list: readonly T[], others: readonly WithId[]): T[] => {
  const known = new Set(others.map(({ id }) => id))
  return list.filter(({ id }) => !known.has(id))
}

/** A file that was exported from here and brought back holds what was made here too: each stands once, as it was made. */
const joined = <T extends WithId>(imported: readonly T[], made: readonly T[]): readonly T[] => [
  ...without(imported, made),
  ...made,
]

const ofBoard = <T extends { readonly boardId: string }>(
  list: readonly T[],
  boardId: string | undefined,
): readonly T[] => (boardId === undefined ? list : list.filter((one) => one.boardId === boardId))

const ofRecommendation = <T extends { readonly recommendationId: string }>(
  list: readonly T[],
  id: string | undefined,
): readonly T[] => (id === undefined ? list : list.filter((one) => one.recommendationId === id))
