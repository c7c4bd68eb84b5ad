// Everything the follow-up speaks of, as it stood on the day that is looked from.
import { type AssemblyDay, assemblyDay } from '#server/features/assembly/assemblyDay.ts'
import { moderationSubject, readModerations } from '#server/features/consultation/moderation.ts'
import { demoSpaces } from '#server/features/demo/loadDemo.ts'
import { handedDrafts } from '#server/features/followUp/handedDrafts.ts'
import { todayOf } from '#server/features/home/day.ts'
import { roomGroups } from '#server/features/home/roomGroups.ts'
import type { CycleAbout } from '#server/ports/cycle.ts'
import type { KeptHandover } from '#server/ports/handovers.ts'
import type { Deps } from '#server/transport/deps.ts'
import { documentName } from '#shared/contract/documentName.ts'
import type { Antenna, Board, Decision, Entity, Group, ShortDraft, Theme } from '#shared/cycle/cycleFile.ts'
import type { RecommendationAsOf } from '#shared/cycle/moment.ts'
import { readDrafts } from '#shared/draft/draftModel.ts'
import type { KeptAct } from '#shared/followUp/acts.ts'
import { type StandingInitiative, standingInitiatives } from '#shared/followUp/standingInitiatives.ts'
import { type Axis, type ShownItem, standingAxes, standingItem } from '#shared/followUp/standingItem.ts'
import type { PublishedVersion } from '#shared/publication/publishedVersion.ts'
import type { RoomGroup } from '#shared/room/join.ts'

export type FollowUpDeps = Pick<Deps, 'store' | 'demo' | 'now' | 'lane'>

export interface FollowUpWorld {
  /** `YYYY-MM-DD`: what is dated that day or later does not exist yet; what people do here on that day does. */
  readonly today: string
  readonly about: CycleAbout | undefined
  /** When the assembly meets or met; null where nobody said. */
  readonly assembly: AssemblyDay | null
  readonly boards: readonly Board[]
  readonly entities: readonly Entity[]
  readonly themes: readonly Theme[]
  readonly antennas: readonly Antenna[]
  readonly groups: readonly Group[]
  readonly shown: ReadonlyMap<string, RoomGroup>
  readonly recommendations: readonly RecommendationAsOf[]
  /** Imported ones, and texts of lists that were handed over here. */
  readonly drafts: readonly ShortDraft[]
  /** Of every group the list that stands. */
  readonly handovers: readonly KeptHandover[]
  readonly decisions: readonly Decision[]
  readonly items: readonly ShownItem[]
  readonly initiatives: readonly StandingInitiative[]
  readonly acts: readonly KeptAct[]
  readonly axes: readonly Axis[]
  /** Of texts that were published or changed here, every version, oldest first. */
  readonly versions: readonly PublishedVersion[]
  /** What groups answered to questions about their texts; hidden ones are left out. */
  readonly answers: readonly GroupAnswer[]
}

export interface GroupAnswer {
  readonly id: string
  readonly recommendationId: string
  readonly text: string
  readonly date: string
  readonly at: number
}

export async function readWorld(deps: FollowUpDeps): Promise<FollowUpWorld> {
  const today = await todayOf(deps)
  const asOf = { before: today }
  const { cycle, followUp } = deps.store
  const [about, boards, entities, themes, antennas, groups, shown] = await Promise.all([
    cycle.about(asOf),
    cycle.boards(),
    cycle.entities(),
    cycle.themes(asOf),
    cycle.antennas(),
    cycle.groups(asOf),
    roomGroups(deps.store),
  ])
  const [recommendations, imported, decisions, acts, handovers] = await Promise.all([
    cycle.recommendations(asOf),
    cycle.drafts(asOf),
    cycle.decisions(asOf),
    followUp.acts({ until: today }),
    deps.store.handovers.standingHandovers(),
  ])
  const drafts = [...imported, ...handedDrafts(handovers, { imported, recommendations })]
  const initiatives = await cycle.localInitiatives(asOf)
  const begun = await begunInSessions(deps, { groups, recommendations, today })
  return {
    ...{ today, about, boards, entities, themes, antennas, groups, shown },
    ...{ recommendations, drafts, handovers, decisions, acts },
    assembly: await assemblyDay(deps.store.assembly, about, today),
    items: await itemsOn(deps, acts, today),
    initiatives: [...standingInitiatives(initiatives, acts), ...begun].sort((a, b) =>
      a.since + a.id < b.since + b.id ? -1 : 1,
    ),
    axes: about ? standingAxes(acts, about.cycle.id) : [],
    versions: await everyVersion(deps),
    answers: await answersOf(deps),
  }
}

async function everyVersion({ store }: FollowUpDeps): Promise<PublishedVersion[]> {
  const newest = await store.publications.newestVersions()
  const lists = await Promise.all(
    newest.map(async (one) =>
      one.version === 1 ? [one] : await store.publications.versionsKept(one.recommendation.id),
    ),
  )
  return lists.flat()
}

async function answersOf({ store }: FollowUpDeps): Promise<GroupAnswer[]> {
  const [questions, replies, acts] = await Promise.all([
    store.consultation.entries('question'),
    store.consultation.entries('reply'),
    readModerations(store.consultation),
  ])
  const hides = (target: 'question' | 'reply', id: string): boolean =>
    acts.get(moderationSubject(target, id))?.at(-1)?.body.hide ?? false
  const asked = new Map(questions.map(({ body, subjectId }) => [body.id, subjectId]))
  return replies.flatMap(({ at, body: { date, id, text }, subjectId }): GroupAnswer[] => {
    const recommendationId = asked.get(subjectId)
    if (recommendationId === undefined || hides('question', subjectId) || hides('reply', id)) return []
    return [{ id, recommendationId, text, date, at }]
  })
}

async function itemsOn(
  { store }: FollowUpDeps,
  acts: readonly KeptAct[],
  today: string,
): Promise<ShownItem[]> {
  const items = await store.cycle.planItems({ before: today })
  const memberIds = [...new Set(items.flatMap(({ ownerMemberIds }) => ownerMemberIds))]
  const [team, members] = await Promise.all([
    store.cycle.team(),
    memberIds.length > 0 ? store.cycle.members({ ids: memberIds }) : [],
  ])
  const nameOf = new Map([...team, ...members].map(({ id, displayName }) => [id, displayName]))
  return items.map((item) => {
    const owners = [...(item.ownerTeamId ? [item.ownerTeamId] : []), ...item.ownerMemberIds]
    return standingItem(
      item,
      acts,
      owners.flatMap((id) => ({ id, name: nameOf.get(id) ?? '' })).filter(({ name }) => name !== ''),
    )
  })
}

interface Beginnings {
  readonly groups: readonly Pick<Group, 'id' | 'antennaId'>[]
  readonly recommendations: readonly Pick<RecommendationAsOf, 'id' | 'provenance'>[]
  readonly today: string
}

/** What is read of the documents and of the groups' sessions to know what they began. */
export interface BegunDeps {
  readonly store: Pick<FollowUpDeps['store'], 'sessionRecords'>
  readonly lane: Pick<FollowUpDeps['lane'], 'read'>
}

/** Initiatives that groups began in their sessions, each with the recommendations that its draft became. */
export async function begunInSessions(deps: BegunDeps, about: Beginnings): Promise<StandingInitiative[]> {
  const { groups, recommendations, today } = about
  const lists = await Promise.all(groups.map(({ id }) => deps.store.sessionRecords.initiatives(id)))
  const all = [...new Map(lists.flat().map((one) => [one.id, one])).values()]
  const standing = all.filter(({ since, withdrawnAt }) => withdrawnAt === null && since <= today)
  const shortIds = await shortDraftIds(deps, [...new Set(standing.map(({ draft }) => draft.spaceId))])
  return standing.map((one): StandingInitiative => {
    const [groupId = null] = one.groupIds
    const draftId = shortIds.get(one.draft.draftId) ?? one.draft.draftId
    const became = recommendations.filter(({ provenance }) =>
      provenance.some((from) => from.draftId === draftId),
    )
    return {
      ...{ id: one.id, title: one.draft.title, text: one.firstStep, who: one.who },
      ...{ groupId, antennaId: groups.find(({ id }) => id === groupId)?.antennaId ?? null, draftId },
      ...{ since: one.since, state: 'active', people: null, own: false, version: 0, news: [] },
      recommendationIds: became.map(({ id }) => id),
      adopted: one.groupIds.slice(1).map((id) => ({
        ...{ groupId: id, antennaId: groups.find((group) => group.id === id)?.antennaId ?? null },
        ...{ date: one.since, text: '' },
      })),
    }
  })
}

/** By the id of a draft in one of these spaces, the short draft of the cycle that it elaborates. */
async function shortDraftIds(
  { lane }: Pick<BegunDeps, 'lane'>,
  spaceIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await Promise.all(
    spaceIds.map((id) => lane.read(documentName({ kind: 'drafts', id }), (doc) => readDrafts(doc))),
  )
  return new Map(
    found.flatMap((drafts) =>
      (drafts ?? []).flatMap(({ id, shortDraftId }): [string, string][] =>
        shortDraftId === null ? [] : [[id, shortDraftId]],
      ),
    ),
  )
}

/** The space of a group's own drafts; undefined where it has none yet. */
export async function spaceOfGroup(deps: FollowUpDeps, groupId: string): Promise<string | undefined> {
  const rooms = await deps.store.rooms.all()
  return (
    rooms.flatMap(({ spaces }) => spaces).find((space) => space.groupId === groupId)?.spaceId ??
    (deps.demo ? (await demoSpaces(deps.store.settings))[groupId] : undefined)
  )
}
