// The list of all recommendations with what became of each, for whoever asks.
import {
  type Asker,
  groupsOf,
  keeps,
  mayTell,
  mayTend,
  seesInitiative,
  seesNames,
} from '#server/features/followUp/followUpAsker.ts'
import type { FollowUpDeps, FollowUpWorld } from '#server/features/followUp/followUpWorld.ts'
import type { RecommendationAsOf } from '#shared/cycle/moment.ts'
import { actsOn, type KeptAct } from '#shared/followUp/acts.ts'
import { type BoardFate, boardFates, itemIsLate, wholeFate } from '#shared/followUp/fate.ts'
import type {
  BoardLine,
  FollowUpAnswer,
  FollowUpBoard,
  FollowUpItem,
  FollowUpLine,
  FollowUpYou,
  ShownInitiative,
} from '#shared/followUp/followUpAnswers.ts'
import { placesUnderWay, type StandingInitiative } from '#shared/followUp/standingInitiatives.ts'

export async function followUpList(
  deps: FollowUpDeps,
  world: FollowUpWorld,
  asker: Asker,
): Promise<FollowUpAnswer> {
  const { about, axes, themes, today } = world
  const initiatives = world.initiatives.filter((one) => seesInitiative(asker, one))
  return {
    ...{ today, axes, language: about?.language ?? 'fr' },
    cycle: about
      ? { id: about.cycle.id, name: about.cycle.name, year: Number(about.cycle.end.slice(0, 4)) }
      : null,
    boards: boardsOf(world),
    themes: themes.map(({ id, title }) => ({ id, title })),
    groups: [...world.shown.values()],
    axesVersion: about ? actsOn(world.acts, 'axes', about.cycle.id).length : 0,
    lines: world.recommendations.map((one) => lineOf(world, asker, one)),
    past: await deps.store.followUp.pastRecommendations(),
    initiatives: initiatives.map((one) => shownInitiative(world, asker, one)),
    places: placesUnderWay(initiatives).size,
    you: await youOf(deps, world, asker),
  }
}

export const boardsOf = ({ boards, entities }: FollowUpWorld): FollowUpBoard[] =>
  boards.map(({ entityId, id, name }) => ({
    ...{ id, name },
    entity: entities.find((entity) => entity.id === entityId)?.name ?? name,
  }))

export async function youOf(
  { store }: FollowUpDeps,
  world: FollowUpWorld,
  asker: Asker,
): Promise<FollowUpYou> {
  const { account } = asker
  const follows = account ? await store.followUp.follows(account.id) : []
  return {
    signedIn: account !== undefined,
    keeps: keeps(asker),
    groupIds: groupsOf(asker, world),
    follows: follows.map(({ target, targetId }) => `${target}:${targetId}`),
  }
}

export const fatesOf = (world: FollowUpWorld, recommendation: RecommendationAsOf): BoardFate[] =>
  boardFates({ ...world, recommendation })

export function lineOf(world: FollowUpWorld, asker: Asker, one: RecommendationAsOf): FollowUpLine {
  const fates = fatesOf(world, one)
  const doing = world.initiatives.filter(({ recommendationIds }) => recommendationIds.includes(one.id))
  const own = actsOn<{ readonly kind: 'news'; readonly text: string }>(world.acts, 'recommendation', one.id)
  return {
    ...{ id: one.id, code: one.code ?? one.id, title: one.title, summary: one.summary, themeId: one.themeId },
    ...{ groupIds: one.groupIds, boards: fates.map(boardLine), fate: wholeFate(fates) },
    late: fates.some(({ late }) => late),
    items: world.items
      .filter(({ recommendationId }) => recommendationId === one.id)
      .map((item) => shownItem(world, asker, item)),
    news: own.map((act) => ({ date: act.day, text: act.body.text, byName: nameFor(asker, act) })),
    places: [...placesUnderWay(doing)],
  }
}

const boardLine = ({ boardId, decision, fate, late }: BoardFate): BoardLine => ({
  ...{ boardId, fate, late, decision: decision?.decision ?? null, reason: decision?.reason ?? '' },
  ...{ date: decision?.date ?? null, postponedUntil: decision?.postponedUntil ?? null },
})

export const nameFor = (asker: Asker, { byName }: Pick<KeptAct, 'byName'>): string =>
  seesNames(asker) ? byName : ''

export function shownItem(
  world: FollowUpWorld,
  asker: Asker,
  item: FollowUpWorld['items'][number],
): FollowUpItem {
  const named = seesNames(asker)
  return {
    ...item,
    ...{ late: itemIsLate(item, world.today), mine: mayTend(asker, item) },
    ...(named
      ? {}
      : {
          owners: [],
          ownerMemberIds: [],
          news: item.news.map((one) => ({ ...one, byName: '' })),
          changes: item.changes
            .filter(({ change }) => change.kind !== 'owners')
            .map((one) => ({ ...one, byName: '' })),
        }),
  }
}

/** An antenna by its name, a group without one by its own. */
export function placeName(
  { antennas, shown }: FollowUpWorld,
  { antennaId, groupId }: { readonly antennaId: string | null; readonly groupId: string | null },
): string {
  const antenna = antennas.find(({ id }) => id === antennaId)?.name
  return antenna ?? (groupId === null ? undefined : shown.get(groupId)?.place) ?? ''
}

export const shownInitiative = (
  world: FollowUpWorld,
  asker: Asker,
  one: StandingInitiative,
): ShownInitiative => ({
  ...one,
  who: seesNames(asker) ? one.who : '',
  place: placeName(world, one),
  adopted: one.adopted.map((adoption) => ({ ...adoption, place: placeName(world, adoption) })),
  news: one.news.map((line) => ({ ...line, byName: nameFor(asker, line) })),
  mine: mayTell(asker, one, world),
})
