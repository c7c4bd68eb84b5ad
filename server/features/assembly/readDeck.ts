// The slides' contents, read from the living cycle as it stands on the day that is looked from.
import { assemblyDay } from '#server/features/assembly/assemblyDay.ts'
import { todayOf } from '#server/features/home/day.ts'
import { roomGroups } from '#server/features/home/roomGroups.ts'
import type { Cycle } from '#server/ports/cycle.ts'
import type { Deps } from '#server/transport/deps.ts'
import {
  type Deck,
  type DeckAntenna,
  type DeckBoard,
  type DeckFigures,
  type DeckText,
  type DeckTheme,
  type DeckVerdict,
  type Feeling,
  feelings,
  type Verdict,
  verdicts,
} from '#shared/assembly/deck.ts'
import type { Board, Decision, Entity, Ressenti, Theme } from '#shared/cycle/cycleFile.ts'
import type { RecommendationAsOf } from '#shared/cycle/moment.ts'
import { standingAxes } from '#shared/followUp/standingItem.ts'

export type DeckDeps = Pick<Deps, 'store' | 'demo' | 'now'>

export async function readDeck(deps: DeckDeps): Promise<Deck> {
  const today = await todayOf(deps)
  const asOf = { before: today }
  const { assembly, cycle, followUp } = deps.store
  const about = await cycle.about(asOf)
  const [boards, entities, items, shown, day] = await Promise.all([
    cycle.boards(),
    cycle.entities(),
    cycle.planItems(asOf),
    roomGroups(deps.store),
    assemblyDay(assembly, about, today),
  ])
  const deckBoards = boardsOf(boards, entities)
  const axes = about ? standingAxes(await followUp.acts({ until: today }), about.cycle.id) : []
  return {
    assembly: about
      ? {
          ...{ id: about.cycle.id, cooperative: about.organisation.name, cycle: about.cycle.name },
          date: day?.date ?? null,
        }
      : null,
    ...{ today, language: about?.language ?? 'fr', boards: deckBoards, groups: [...shown.values()] },
    antennas: await antennasOf(cycle, asOf, entities),
    ...(await told(cycle, asOf, deckBoards)),
    axes: axes.map(({ title }) => title),
    planItems: items.length,
  }
}

interface AsOf {
  readonly before: string
}

async function told(
  cycle: Cycle,
  asOf: AsOf,
  boards: readonly DeckBoard[],
): Promise<Pick<Deck, 'themes' | 'figures'>> {
  const [themes, recommendations, decisions, ressentis] = await Promise.all([
    cycle.themes(asOf),
    cycle.recommendations(asOf),
    cycle.decisions(asOf),
    cycle.ressentis(asOf),
  ])
  const all = { boards, recommendations, decisions, ressentis }
  return {
    // Before there are texts there is nothing to be presented; then also a theme without one says why.
    themes: recommendations.length === 0 ? [] : themes.map((theme) => themeOf(theme, all)),
    figures: {
      ...{ recommendations: recommendations.length, ressentis: ressentis.length, felt: feltOf(ressentis) },
      groups: new Set(recommendations.flatMap(({ groupIds }) => groupIds)).size,
      verdicts: boards.map(({ id }) => verdictsOf(id, decisions)),
      ...(await comings(cycle, asOf)),
    },
  }
}

function boardsOf(boards: readonly Board[], entities: readonly Entity[]): readonly DeckBoard[] {
  return boards.map(({ entityId, id, name }) => {
    const entity = entities.find((one) => one.id === entityId)
    return { id, name, code: entity?.code ?? '', place: entity?.name ?? name }
  })
}

async function antennasOf(
  cycle: Cycle,
  asOf: AsOf,
  entities: readonly Entity[],
): Promise<readonly DeckAntenna[]> {
  const [antennas, groups] = await Promise.all([cycle.antennas(), cycle.groups(asOf)])
  return antennas.map(({ entityId, id, lat, lon, name }) => {
    const entity = entities.find((one) => one.id === entityId)
    return {
      ...{ id, name, part: entity?.country ?? entity?.code ?? '' },
      place: typeof lat === 'number' && typeof lon === 'number' ? { lat, lon } : null,
      groupIds: groups.flatMap((group) => (group.antennaId === id ? group.id : [])),
    }
  })
}

interface Told {
  readonly boards: readonly DeckBoard[]
  readonly recommendations: readonly RecommendationAsOf[]
  readonly decisions: readonly Decision[]
  readonly ressentis: readonly Ressenti[]
}

function themeOf(theme: Theme, told: Told): DeckTheme {
  const texts = told.recommendations.filter(({ themeId }) => themeId === theme.id)
  return {
    ...{ id: theme.id, title: theme.title, question: theme.question ?? '', open: theme.outcomeNote ?? '' },
    groupIds: theme.groupIds,
    texts: texts.map((text) => textOf(text, told)),
  }
}

function textOf(text: RecommendationAsOf, { boards, decisions, ressentis }: Told): DeckText {
  const { code, groupIds, id, jurisdictions, nuances, summary, title } = text
  return {
    ...{ id, code: code ?? '', title, summary, groupIds, nuances },
    verdicts: boards.map((board) => verdictOf(board, id, { decisions, jurisdictions })),
    felt: feltOf(ressentis.filter(({ recommendationId }) => recommendationId === id)),
  }
}

/** A later verdict of the same board stands before an earlier one, which is kept in the thread. */
function verdictOf(
  { code, id: boardId }: DeckBoard,
  recommendationId: string,
  {
    decisions,
    jurisdictions,
  }: { readonly decisions: readonly Decision[]; readonly jurisdictions: readonly string[] },
): DeckVerdict {
  const last = lastOf(
    decisions.filter((one) => one.boardId === boardId && one.recommendationId === recommendationId),
  )
  return {
    boardId,
    concerned: last !== undefined || jurisdictions.length === 0 || jurisdictions.includes(code),
    verdict: last?.decision ?? null,
    reason: last?.reason ?? '',
    newWording: last?.newWording ?? null,
    postponedUntil: last?.postponedUntil ?? null,
    votes: last?.votes ?? null,
  }
}

const lastOf = (decisions: readonly Decision[]): Decision | undefined =>
  decisions.reduce<Decision | undefined>(
    (last, one) => (last === undefined || one.date >= last.date ? one : last),
    undefined,
  )

const feltOf = (ressentis: readonly Ressenti[]): Readonly<Record<Feeling, number>> =>
  Object.fromEntries(
    feelings.map((feeling) => [feeling, ressentis.filter((one) => one.feeling === feeling).length]),
  ) as Record<Feeling, number> // one entry for each feeling

function verdictsOf(boardId: string, decisions: readonly Decision[]): DeckFigures['verdicts'][number] {
  const own = decisions.filter((one) => one.boardId === boardId)
  const texts = [...new Set(own.map(({ recommendationId }) => recommendationId))]
  const standing = texts.flatMap((id) => lastOf(own.filter((one) => one.recommendationId === id)) ?? [])
  const counts = Object.fromEntries(
    verdicts.map((verdict) => [verdict, standing.filter(({ decision }) => decision === verdict).length]),
  ) as Record<Verdict, number> // one entry for each verdict
  return { boardId, total: standing.length, ...counts }
}

async function comings(
  cycle: Cycle,
  asOf: { readonly before: string },
): Promise<Pick<DeckFigures, 'attendance' | 'presentations'>> {
  const [sessions, groups, presentations] = await Promise.all([
    cycle.sessions(asOf),
    cycle.groups(asOf),
    cycle.presentations(asOf),
  ])
  const held = sessions.filter(({ when }) => when === 'held')
  const sum = <T>(list: readonly T[], of: (one: T) => number): number =>
    list.reduce((total, one) => total + of(one), 0)
  return {
    attendance: {
      room: sum(held, ({ attendance }) => attendance?.room ?? 0),
      remote: sum(held, ({ attendance }) => attendance?.remote ?? 0),
      sessions: held.length,
      people: new Set(groups.flatMap(({ memberIds }) => memberIds)).size,
    },
    presentations: {
      count: presentations.length,
      room: sum(presentations, ({ attendance }) => attendance.room ?? 0),
      remote: sum(presentations, ({ attendance }) => attendance.remote ?? 0),
    },
  }
}
