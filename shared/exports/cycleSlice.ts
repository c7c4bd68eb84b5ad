// A part of the cycle as a coop-cycle file: the records that were asked for and every record that they name, without anybody's name.
import type {
  Antenna,
  Board,
  ContextCard,
  CycleFile,
  CycleRecord,
  Decision,
  Entity,
  Group,
  LocalInitiative,
  Organisation,
  PlanItem,
  Recommendation,
  ShortDraft,
  Theme,
} from '#shared/cycle/cycleFile.ts'

export interface SliceRecords {
  readonly language: string
  readonly fictional: boolean
  readonly disclaimer: string | null
  readonly organisation: Organisation
  readonly cycle: CycleRecord
  readonly entities: readonly Entity[]
  readonly boards: readonly Board[]
  readonly antennas: readonly Antenna[]
  readonly themes: readonly Theme[]
  readonly groups: readonly Group[]
  /** Those that are asked for. Recommendations stand with all that they come from. */
  readonly drafts: readonly ShortDraft[]
  readonly recommendations: readonly Recommendation[]
  readonly contextCards: readonly ContextCard[]
  readonly decisions: readonly Decision[]
  readonly planItems: readonly PlanItem[]
  readonly localInitiatives: readonly LocalInitiative[]
}

/**
 * [X5] People stay out of it, and sessions: what is public of a cycle is what it wrote and decided. A reference to what is left out is
 *      left out too, so that the file passes the same check as a whole one.
 */
export function cycleSlice(records: SliceRecords): CycleFile {
  const has = {
    groups: idsOf(records.groups),
    contextCards: idsOf(records.contextCards),
    drafts: idsOf(records.drafts),
    recommendations: idsOf(records.recommendations),
    decisions: idsOf(records.decisions),
  }
  const slice = {
    ...{ format: 'coop-cycle', formatVersion: 1, language: records.language },
    ...{ fictional: records.fictional, disclaimer: records.disclaimer },
    ...{ organisation: records.organisation, entities: records.entities },
    boards: records.boards.map((board) => ({ ...board, members: [] })),
    ...{ team: [], antennas: records.antennas, cycle: records.cycle, members: [], sessions: [] },
    themes: records.themes.map((theme) => ({
      ...theme,
      groupIds: within(theme.groupIds, has.groups),
      contextIds: within(theme.contextIds, has.contextCards),
      // How many came of a theme is counted over the whole cycle, not over a part of it.
      recommendationCount: null,
    })),
    groups: records.groups.map((group) => ({
      ...group,
      ...{ facilitatorIds: [], memberIds: [], sessionIds: [] },
      partnerGroupIds: within(group.partnerGroupIds, has.groups),
    })),
    contextCards: records.contextCards,
    drafts: records.drafts.map((draft) => ({
      ...draft,
      ...{ authorIds: [], sessionId: null },
      recommendationIds: within(draft.recommendationIds, has.recommendations),
    })),
    recommendations: records.recommendations.map((one) => plainRecommendation(one, has)),
    decisions: records.decisions
      .filter(({ recommendationId }) => has.recommendations.has(recommendationId))
      .map((one) => ({ ...one, boardSessionId: null, contextIds: within(one.contextIds, has.contextCards) })),
    planItems: records.planItems
      .filter(({ recommendationId }) => has.recommendations.has(recommendationId))
      .map((item) => ({
        ...item,
        ...{ ownerTeamId: null, ownerMemberIds: [] },
        decisionIds: within(item.decisionIds, has.decisions),
      })),
    localInitiatives: records.localInitiatives.map((one) => ({
      ...one,
      recommendationIds: within(one.recommendationIds, has.recommendations),
    })),
  }
  return slice as unknown as CycleFile // the records have readonly lists where the format has plain ones
}

interface Has {
  readonly contextCards: ReadonlySet<string>
  readonly drafts: ReadonlySet<string>
}

const plainRecommendation = (one: Recommendation, has: Has): object => ({
  ...{ id: one.id, code: one.code, themeId: one.themeId, title: one.title, summary: one.summary },
  ...{ constat: one.constat, proposition: one.proposition, moyens: one.moyens, nuances: one.nuances },
  ...{ jurisdictions: one.jurisdictions, kind: one.kind, maturity: one.maturity },
  contextIds: within(one.contextIds, has.contextCards),
  groupIds: one.groupIds,
  provenance: one.provenance.filter(({ draftId }) => has.drafts.has(draftId)),
  ...{ status: one.status, updatedAt: one.updatedAt },
})

const idsOf = (records: readonly { readonly id: string }[]): ReadonlySet<string> =>
  new Set(records.map(({ id }) => id))
const within = (ids: readonly string[], known: ReadonlySet<string>): string[] =>
  ids.filter((id) => known.has(id))
