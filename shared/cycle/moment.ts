// The cycle as it stood on the morning of a day: what is dated that day or later does not exist yet.
import type {
  CycleRecord,
  Group,
  LocalInitiative,
  OccasionalMeetings,
  PlanItem,
  Recommendation,
  Session,
  ShortDraft,
  Theme,
} from '#shared/cycle/cycleFile.ts'

/** A session as it can be known on a day. Of a planned one only date, time and groups are told. */
export interface SessionAsOf extends Omit<Session, 'attendance' | 'mode' | 'subject'> {
  readonly when: 'held' | 'today' | 'planned'
  readonly mode: Session['mode']
  readonly subject: string | null
  /** Null before the session was held. */
  readonly attendance: Session['attendance'] | null
}

export interface RecommendationAsOf extends Recommendation {
  /** A project until its last change lies behind. */
  readonly final: boolean
}

/** The days on which parts of a cycle begin to exist, drawn from its stages and milestones. Null where a cycle has no such day. */
export interface Turns {
  /** The groups' lists are handed over. */
  readonly handedOver: string | null
  /** Recommendations exist as projects. */
  readonly recommendations: string | null
  /** The plan exists. */
  readonly plan: string | null
  readonly dataAsOf: string | null
}

/** Cycles of other cooperatives name their stages otherwise: then a record's own date decides alone. */
export function turnsOf(cycle: CycleRecord): Turns {
  const stage = (key: string) => cycle.stages.find((stage) => stage.key === key)
  const handOver = cycle.milestones.find(({ label }) => label.startsWith('Remise des listes'))
  const assembly = stage('assembly')?.end
  const plan = stage('plan')?.start
  return {
    handedOver: handOver?.date ?? stage('groups')?.end ?? null,
    recommendations: stage('convergence')?.end ?? null,
    plan: assembly && plan ? (assembly > plan ? assembly : plan) : (assembly ?? plan ?? null),
    dataAsOf: cycle.dataAsOf,
  }
}

const lies = (day: string | null, before: string): boolean => day === null || day < before

export const stageOn = (cycle: CycleRecord, before: string): string | null =>
  cycle.stages.filter(({ start }) => start <= before).at(-1)?.key ?? null

export const themeAsOf = (theme: Theme, turns: Turns, before: string): Theme => ({
  ...theme,
  recommendationCount: lies(turns.recommendations, before) ? theme.recommendationCount : null,
  outcomeNote: lies(turns.handedOver, before) ? theme.outcomeNote : null,
})

export const groupAsOf = (group: Group, turns: Turns, before: string): Group => ({
  ...group,
  deliveredRecommendations: lies(turns.handedOver, before) ? group.deliveredRecommendations : null,
})

export function sessionAsOf(session: Session, before: string | undefined): SessionAsOf {
  if (before === undefined || session.date < before) return { ...session, when: 'held' }
  const unheld = { ...session, attendance: null, roomMemberIds: [], remoteMemberIds: [] }
  if (session.date === before) return { ...unheld, when: 'today' }
  return { ...unheld, when: 'planned', mode: null, subject: null, antennaIds: [], tools: [] }
}

export const occasionalMeetingsAsOf = (
  occasional: OccasionalMeetings,
  before: string,
): OccasionalMeetings => ({
  ...occasional,
  meetings: occasional.meetings.filter(({ date }) => date < before),
})

/** A draft's fate is known only once the recommendations exist. */
export const draftAsOf = (draft: ShortDraft, turns: Turns, before: string): ShortDraft =>
  lies(turns.recommendations, before) ? draft : { ...draft, status: null, recommendationIds: [] }

/** Undefined when it does not exist yet. */
export function recommendationAsOf(
  recommendation: Recommendation,
  turns: Turns,
  before: string,
): RecommendationAsOf | undefined {
  const final = recommendation.updatedAt < before
  const exists = turns.recommendations === null ? final : turns.recommendations < before
  return exists ? { ...recommendation, final, status: final ? recommendation.status : null } : undefined
}

/** Undefined when it does not exist yet. `decidedOn`: the date of each of its decisions. */
export function planItemAsOf(
  item: PlanItem,
  turns: Turns,
  day: { before: string; decidedOn: ReadonlyMap<string, string> },
): PlanItem | undefined {
  const { before, decidedOn } = day
  const decided = item.decisionIds.every((id) => lies(decidedOn.get(id) ?? null, before))
  if (!lies(turns.plan, before) || !decided) return undefined
  const updates = item.updates.filter(({ date }) => date < before)
  if (turns.dataAsOf === null || before >= turns.dataAsOf) return { ...item, updates }
  return { ...item, updates, status: 'not_started', progress: 0 }
}

/** Undefined when it does not exist yet. */
export function initiativeAsOf(
  initiative: LocalInitiative,
  turns: Turns,
  before: string,
): LocalInitiative | undefined {
  if (initiative.startedOn >= before) return undefined
  const known = turns.dataAsOf === null || before >= turns.dataAsOf
  const named = lies(turns.recommendations, before)
  return {
    ...initiative,
    status: known ? initiative.status : 'active',
    recommendationIds: named ? initiative.recommendationIds : [],
  }
}
