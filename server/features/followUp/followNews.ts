// What happened to recommendations: for Atom feeds, and for whoever follows them.
import { fatesOf } from '#server/features/followUp/followUpList.ts'
import type { FollowUpWorld } from '#server/features/followUp/followUpWorld.ts'
import type { Decision } from '#shared/cycle/cycleFile.ts'
import type { RecommendationAsOf } from '#shared/cycle/moment.ts'
import { actsOn } from '#shared/followUp/acts.ts'
import type { ItemState } from '#shared/followUp/fate.ts'
import { standingInitiatives } from '#shared/followUp/standingInitiatives.ts'

/** One thing that happened, in parts: each page and feed puts it into words of its language. */
export type Happening = {
  readonly id: string
  readonly date: string
  /** Milliseconds since 1970 where it was done here; null for what was imported. */
  readonly at: number | null
  readonly recommendationId: string
  readonly code: string
  readonly title: string
  readonly themeId: string
  readonly groupIds: readonly string[]
} & (
  | {
      readonly kind: 'verdict'
      readonly board: string
      readonly decision: Decision['decision']
      readonly text: string
    }
  | { readonly kind: 'news'; readonly text: string }
  | { readonly kind: 'state'; readonly state: ItemState; readonly progress: number; readonly text: string }
  | { readonly kind: 'initiative'; readonly text: string }
  | { readonly kind: 'published' | 'amended' | 'reworded' | 'answered'; readonly text: string }
)

/** Newest first. Names of people are no part of it: a feed is read by anybody. */
export function happeningsOf(
  world: FollowUpWorld,
  recommendations: readonly RecommendationAsOf[],
): Happening[] {
  const all = recommendations.flatMap((one) => [
    ...verdictsOf(world, one),
    ...itemsOf(world, one),
    ...initiativesOf(world, one),
    ...versionsHere(world, one),
    ...answersTo(world, one),
  ])
  return all.sort((a, b) => (a.date > b.date ? -1 : a.date < b.date ? 1 : (b.at ?? 0) - (a.at ?? 0)))
}

const headOf = ({ code, groupIds, id, themeId, title }: RecommendationAsOf) => ({
  ...{ recommendationId: id, code: code ?? id, title, themeId, groupIds },
})

function verdictsOf(world: FollowUpWorld, one: RecommendationAsOf): Happening[] {
  const boardName = new Map(world.boards.map(({ id, name }) => [id, name]))
  return fatesOf(world, one).flatMap(({ boardId, decision, earlier }) =>
    [...earlier, ...(decision ? [decision] : [])].map(
      (verdict): Happening => ({
        ...{ ...headOf(one), id: verdict.id, date: verdict.date, at: null, kind: 'verdict' },
        ...{ board: boardName.get(boardId) ?? '', decision: verdict.decision, text: verdict.reason },
      }),
    ),
  )
}

function itemsOf(world: FollowUpWorld, one: RecommendationAsOf): Happening[] {
  const items = world.items.filter(({ recommendationId }) => recommendationId === one.id)
  const imported = items.flatMap(({ id, news }) =>
    news
      .filter(({ byName }) => byName === '')
      .map(({ date, text }, n): Happening => {
        return { ...headOf(one), id: `${id}-${n}`, date, at: null, kind: 'news', text }
      }),
  )
  const targets = new Set([one.id, ...items.map(({ id }) => id)])
  const acted = world.acts
    .filter(
      ({ target, targetId }) => (target === 'item' || target === 'recommendation') && targets.has(targetId),
    )
    .flatMap(({ at, body, day, id }): Happening[] => {
      const head = { ...headOf(one), id, date: day, at }
      if (body.kind === 'news') return [{ ...head, kind: 'news', text: body.text }]
      if (body.kind !== 'state' || !('progress' in body)) return []
      return [{ ...head, kind: 'state', state: body.state, progress: body.progress, text: body.reason }]
    })
  return [...imported, ...acted]
}

const causes = { publication: 'published', amendment: 'amended', reformulation: 'reworded' } as const

/** An imported text was published elsewhere: its first version is no news. */
const versionsHere = (world: FollowUpWorld, one: RecommendationAsOf): Happening[] =>
  world.versions.flatMap(({ at, cause, date, recommendation, version, why }): Happening[] =>
    cause === 'import' || recommendation.id !== one.id
      ? []
      : [{ ...headOf(one), id: `${one.id}-v${version}`, date, at, kind: causes[cause], text: why }],
  )

const answersTo = (world: FollowUpWorld, one: RecommendationAsOf): Happening[] =>
  world.answers
    .filter(({ recommendationId }) => recommendationId === one.id)
    .map(({ at, date, id, text }) => ({ ...headOf(one), id, date, at, kind: 'answered', text }))

function initiativesOf(world: FollowUpWorld, one: RecommendationAsOf): Happening[] {
  const declared = standingInitiatives([], world.acts).filter(({ recommendationIds }) =>
    recommendationIds.includes(one.id),
  )
  return declared.flatMap(({ id, news, since, title }) => {
    const [first] = actsOn(world.acts, 'initiative', id)
    const head = { ...headOf(one), at: first?.at ?? null, kind: 'initiative' as const }
    return [
      { ...head, id, date: since, text: title },
      ...news.map(({ date, text }, n) => ({
        ...head,
        id: `${id}-${n}`,
        date,
        text: `${title}\u00a0: ${text}`,
      })),
    ]
  })
}
