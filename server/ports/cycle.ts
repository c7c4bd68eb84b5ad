// The cycle in the record lane: who the cooperative is, what its groups did, what was recommended and decided; import and export.
import type {
  Antenna,
  Board,
  BoardMember,
  BoardSession,
  ContextCard,
  CycleFile,
  CycleRecord,
  Decision,
  Entity,
  Group,
  LocalInitiative,
  Member,
  OccasionalMeetings,
  Organisation,
  PlanItem,
  Presentation,
  Ressenti,
  ShortDraft,
  TeamMember,
  Theme,
} from '#shared/cycle/cycleFile.ts'
import type { CycleProblem } from '#shared/cycle/cycleProblem.ts'
import type { RecommendationAsOf, SessionAsOf } from '#shared/cycle/moment.ts'
import type { PastRecommendation } from '#shared/pastImport/pastRecommendation.ts'

/**
 * The day, `YYYY-MM-DD`, whose morning is looked from: what is dated that day or later does not exist yet, what only became known later is
 * null or empty. Everything as it stands when absent. A demo passes its moment here; so must every page of it.
 */
export interface AsOf {
  readonly before?: string | undefined
}

export interface CycleAbout {
  readonly organisation: Organisation
  /** `currentStage` is the stage of the day that is looked from. */
  readonly cycle: CycleRecord
  readonly language: string
  readonly fictional: boolean
  readonly disclaimer: string | null
}

/** A person of the cooperative, whichever list holds them. */
export type CyclePerson =
  | { readonly kind: 'member'; readonly id: string; readonly displayName: string; readonly member: Member }
  | {
      readonly kind: 'board'
      readonly id: string
      readonly displayName: string
      readonly boardMember: BoardMember
      readonly board: Board
    }
  | { readonly kind: 'team'; readonly id: string; readonly displayName: string; readonly team: TeamMember }

export interface ImportReport {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** In the store and not in the file: they stay as they are. */
  readonly kept: number
}

/** What is kept of the standing cycle when a file of the next one takes its place. */
export interface ClosingCycle {
  /** Its recommendations, for the follow-up. */
  readonly past: readonly PastRecommendation[]
  readonly byName: string
  /** Milliseconds since 1970. */
  readonly at: number
}

export interface ImportOptions {
  readonly replace?: boolean
  /** Says what would be, and writes nothing. */
  readonly preview?: boolean
  /** The fingerprint of the file that the store must hold still; null for an empty store. Otherwise the outcome is stale. */
  readonly over?: string | null | undefined
  readonly closing?: ClosingCycle
}

export type ImportOutcome =
  | { readonly ok: true; readonly report: ImportReport }
  /** Somebody changed the cycle meanwhile. Nothing was written. */
  | { readonly ok: false; readonly stale: true; readonly problems: readonly []; readonly total: 0 }
  /** Nothing was written. The first twenty problems, and how many there are. */
  | {
      readonly ok: false
      readonly stale?: false
      readonly problems: readonly CycleProblem[]
      readonly total: number
    }

/** Lists keep the order of the file. Undefined or empty where nothing was imported. */
export interface Cycle {
  about(asOf?: AsOf): Promise<CycleAbout | undefined>
  entities(): Promise<readonly Entity[]>
  boards(): Promise<readonly Board[]>
  team(): Promise<readonly TeamMember[]>
  antennas(): Promise<readonly Antenna[]>
  themes(asOf?: AsOf): Promise<readonly Theme[]>
  groups(asOf?: AsOf): Promise<readonly Group[]>
  /** By id, or by code in any case. */
  group(idOrCode: string, asOf?: AsOf): Promise<Group | undefined>
  /** A group's members come in the group's order. */
  members(filter?: {
    groupId?: string
    antennaId?: string
    ids?: readonly string[]
  }): Promise<readonly Member[]>
  person(id: string): Promise<CyclePerson | undefined>

  sessions(filter?: AsOf & { groupId?: string; ids?: readonly string[] }): Promise<readonly SessionAsOf[]>
  occasionalMeetings(asOf?: AsOf): Promise<readonly OccasionalMeetings[]>
  contextCards(filter?: AsOf & { themeId?: string }): Promise<readonly ContextCard[]>
  drafts(filter?: AsOf & { groupId?: string }): Promise<readonly ShortDraft[]>
  recommendations(
    filter?: AsOf & { themeId?: string; groupId?: string },
  ): Promise<readonly RecommendationAsOf[]>
  presentations(asOf?: AsOf): Promise<readonly Presentation[]>
  ressentis(filter?: AsOf & { recommendationId?: string }): Promise<readonly Ressenti[]>
  boardSessions(filter?: AsOf & { boardId?: string }): Promise<readonly BoardSession[]>
  decisions(filter?: AsOf & { boardId?: string; recommendationId?: string }): Promise<readonly Decision[]>
  planItems(filter?: AsOf & { recommendationId?: string }): Promise<readonly PlanItem[]>
  localInitiatives(
    filter?: AsOf & { groupId?: string; antennaId?: string },
  ): Promise<readonly LocalInitiative[]>

  /**
   * Imports a parsed coop-cycle file, all or nothing, by id; nothing that the store alone has is removed, unless `replace` asks for
   * the whole cycle to be taken from the file. A file of another organisation or cycle is refused without `replace`; with it, what
   * was made here in the standing cycle steps aside, and comes back with a file of that cycle.
   */
  importFile(json: unknown, options?: ImportOptions): Promise<ImportOutcome>
  /** The whole cycle as a file, equal as JSON to what was imported; undefined for an empty store. */
  exportFile(): Promise<CycleFile | undefined>
}
