// Everything the follow-up speaks of, as it stood on the day that is looked from.
import { demoSpaces } from '#server/features/demo/loadDemo.ts'
import { todayOf } from '#server/features/home/day.ts'
import { roomGroups } from '#server/features/home/roomGroups.ts'
import type { CycleAbout } from '#server/ports/cycle.ts'
import type { Deps } from '#server/transport/deps.ts'
import { documentName } from '#shared/contract/documentName.ts'
import type { Antenna, Board, Decision, Entity, Group, ShortDraft, Theme } from '#shared/cycle/cycleFile.ts'
import type { RecommendationAsOf } from '#shared/cycle/moment.ts'
import { readDrafts } from '#shared/draft/draftModel.ts'
import type { KeptAct } from '#shared/followUp/acts.ts'
import { type StandingInitiative, standingInitiatives } from '#shared/followUp/standingInitiatives.ts'
import { type Axis, type ShownItem, standingAxes, standingItem } from '#shared/followUp/standingItem.ts'
import type { RoomGroup } from '#shared/room/join.ts'

export type FollowUpDeps = Pick<Deps, 'store' | 'demo' | 'now' | 'lane'>

export interface FollowUpWorld {
  /** `YYYY-MM-DD`: what is dated that day or later does not exist yet; what people do here on that day does. */
  readonly today: string
  readonly about: CycleAbout | undefined
  readonly boards: readonly Board[]
  readonly entities: readonly Entity[]
  readonly themes: readonly Theme[]
  readonly antennas: readonly Antenna[]
  readonly groups: readonly Group[]
  readonly shown: ReadonlyMap<string, RoomGroup>
  readonly recommendations: readonly RecommendationAsOf[]
  readonly drafts: readonly ShortDraft[]
  readonly decisions: readonly Decision[]
  readonly items: readonly ShownItem[]
  readonly initiatives: readonly StandingInitiative[]
  readonly acts: readonly KeptAct[]
  readonly axes: readonly Axis[]
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
  const [recommendations, drafts, decisions, acts] = await Promise.all([
    cycle.recommendations(asOf),
    cycle.drafts(asOf),
    cycle.decisions(asOf),
    followUp.acts({ until: today }),
  ])
  const imported = await cycle.localInitiatives(asOf)
  const begun = await begunInSessions(deps, { groups, recommendations, today })
  return {
    ...{ today, about, boards, entities, themes, antennas, groups, shown },
    ...{ recommendations, drafts, decisions, acts },
    items: await itemsOn(deps, acts, today),
    initiatives: [...standingInitiatives(imported, acts), ...begun].sort((a, b) =>
      a.since + a.id < b.since + b.id ? -1 : 1,
    ),
    axes: about ? standingAxes(acts, about.cycle.id) : [],
  }
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
  readonly groups: readonly Group[]
  readonly recommendations: readonly RecommendationAsOf[]
  readonly today: string
}

/** Initiatives that groups began in their sessions, each with the recommendations that its draft became. */
async function begunInSessions(deps: FollowUpDeps, about: Beginnings): Promise<StandingInitiative[]> {
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
      ...{ id: one.id, title: one.draft.title, text: [one.firstStep, one.who].filter(Boolean).join(', ') },
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
  { lane }: FollowUpDeps,
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
