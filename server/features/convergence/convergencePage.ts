// The page of the convergence for whoever asks: the published document for everybody, before it the desk for those who may.
import { closePairs } from '#server/features/convergence/closePairs.ts'
import { convergedDocument } from '#server/features/convergence/convergedDocument.ts'
import { handedTexts } from '#server/features/convergence/handedTexts.ts'
import { readTogether } from '#server/features/convergence/togetherRoom.ts'
import { withoutNames } from '#server/features/convergence/withoutNames.ts'
import { todayOf } from '#server/features/home/day.ts'
import { roomGroupsOf } from '#server/features/home/roomGroups.ts'
import type { KeptConvergence } from '#server/ports/convergence.ts'
import type { Account } from '#server/ports/people.ts'
import type { Deps } from '#server/transport/deps.ts'
import { isSettledPair } from '#shared/convergence/convergence.ts'
import type { ConvergenceAnswer, ConvergenceDesk } from '#shared/convergence/convergenceAnswers.ts'
import type { ConvergenceState, Item } from '#shared/convergence/convergenceState.ts'
import { coverageOf, fateOf, numbersOf } from '#shared/convergence/coverage.ts'
import type { HandedText } from '#shared/convergence/handedText.ts'
import { mayWriteConvergence, readsTextsOf, reviewsFor } from '#shared/convergence/mayConverge.ts'
import {
  aspectFingerprint,
  groupReviews,
  sourceGroups,
  unreviewedGroups,
} from '#shared/convergence/reviews.ts'

export interface ConvergenceDeps extends Pick<Deps, 'store' | 'demo' | 'now'> {
  /** Where items are written by several people; without it nobody is told of that. */
  readonly lane?: Pick<Deps['lane'], 'read'>
}

/** What the page and its acts stand on. */
export interface ConvergenceGround extends KeptConvergence {
  readonly cycleId: string
  /** `YYYY-MM-DD` */
  readonly today: string
  readonly texts: readonly HandedText[]
  readonly themes: readonly { readonly id: string; readonly title: string }[]
}

/** Undefined where no cycle was imported. */
export async function convergenceGround(deps: ConvergenceDeps): Promise<ConvergenceGround | undefined> {
  const today = await todayOf(deps)
  const about = await deps.store.cycle.about({ before: today })
  if (!about) return undefined
  const [kept, texts, themes] = await Promise.all([
    deps.store.convergence.convergence(about.cycle.id),
    handedTexts(deps, today),
    deps.store.cycle.themes({ before: today }),
  ])
  return { ...kept, cycleId: about.cycle.id, today, texts, themes }
}

export async function convergencePage(
  deps: ConvergenceDeps,
  account: Account | undefined,
): Promise<ConvergenceAnswer> {
  const { cycle } = deps.store
  const today = await todayOf(deps)
  const asOf = { before: today }
  const [ground, document, about, themes, entities, groups] = await Promise.all([
    convergenceGround(deps),
    convergedDocument(deps, asOf),
    ...([cycle.about(asOf), cycle.themes(asOf), cycle.entities(), cycle.groups(asOf)] as const),
  ])
  const texts = ground?.texts ?? []
  const desk = ground && !document && texts.length > 0 ? await deskFor(deps, ground, account) : null
  const named = new Set([
    ...(desk?.texts ?? []).flatMap(({ groupIds }) => groupIds),
    ...Object.values(desk?.sourceGroups ?? {}).flat(),
    ...(document?.annex ?? []).flatMap(({ text }) => text.groupIds),
    ...(document?.families ?? []).flatMap(({ items }) =>
      items.flatMap(({ recommendation }) => [
        ...recommendation.groupIds,
        ...(recommendation.nuances ?? []).flatMap(({ groupId }) => groupId ?? []),
      ]),
    ),
  ])
  const answer: ConvergenceAnswer = {
    phase: document ? 'published' : texts.length > 0 ? 'working' : 'before',
    may: {
      write: mayWriteConvergence(account),
      reviewFor: reviewsFor(account),
    },
    version: ground?.version ?? 0,
    groups: await roomGroupsOf(
      deps.store,
      groups.map(({ id }) => id).filter((id) => named.has(id)),
    ),
    themes: themes.map(({ id, title }) => ({ id, title })),
    entities: entities.map(({ code, name }) => ({ code, name })),
    until: about?.cycle.stages.find(({ end, start }) => start <= today && today <= end)?.end ?? null,
    desk,
    document: document ?? null,
  }
  // The demo's names are nobody's.
  return deps.demo || account ? answer : withoutNames(answer)
}

async function deskFor(
  { lane }: ConvergenceDeps,
  ground: ConvergenceGround,
  account: Account | undefined,
): Promise<ConvergenceDesk | null> {
  const whose = readsTextsOf(account)
  const isShown = ({ groupIds }: HandedText): boolean =>
    whose === 'all' || groupIds.some((id) => whose.includes(id))
  const texts = ground.texts.filter(isShown)
  if (whose !== 'all' && texts.length === 0) return null
  const { published: _published, ...whole } = ground.state
  const state = whose === 'all' ? whole : onlyOf(ground.state, texts, whose)
  const all = { state: ground.state, texts: ground.texts }
  return {
    ...{ state, texts, coverage: coverageOf(all.texts.map((text) => fateOf(all.state, all.texts, text))) },
    numbers: Object.fromEntries(
      [...numbersOf(ground.state)].filter(([id]) => Object.hasOwn(state.items, id)),
    ),
    close:
      whose === 'all'
        ? closePairs(ground.texts).filter(({ a, b }) => !isSettledPair(ground.state, a, b))
        : [],
    ...ofItems(Object.values(state.items), all, whose),
    together: whose === 'all' && lane ? await readTogether({ lane }, ground.cycleId, ground.state) : {},
    unreviewed: whose === 'all' ? unreviewedGroups(ground.state, ground.texts) : [],
  }
}

function ofItems(
  items: readonly Item[],
  { state, texts }: { readonly state: ConvergenceState; readonly texts: readonly HandedText[] },
  whose: 'all' | readonly string[],
): Pick<ConvergenceDesk, 'fingerprints' | 'reviews' | 'sourceGroups'> {
  const of = <T>(value: (item: Item) => T): Record<string, T> =>
    Object.fromEntries(items.map((item) => [item.id, value(item)]))
  return {
    fingerprints: of((item) => ({
      text: aspectFingerprint(state, texts, { aspect: 'text', item }),
      summary: aspectFingerprint(state, texts, { aspect: 'summary', item }),
    })),
    sourceGroups: of((item) => sourceGroups(state, texts, item.id)),
    // Which groups a text comes from is no secret among them; what another one said of it is theirs.
    reviews: of((item) =>
      groupReviews(state, texts, item).filter(({ groupId }) => whose === 'all' || whose.includes(groupId)),
    ),
  }
}

/** What a group's people see: the items that their texts went into, where their texts stand, what was said for their groups. */
function onlyOf(
  state: ConvergenceState,
  texts: readonly HandedText[],
  groupIds: readonly string[],
): ConvergenceDesk['state'] {
  const own = new Set(texts.map(({ id }) => id))
  const places = Object.entries(state.places).filter(([id]) => own.has(id))
  const shown = new Set(places.flatMap(([, { into }]) => into.map(({ itemId }) => itemId)))
  const families = state.families.map((one) => ({ ...one, items: one.items.filter((id) => shown.has(id)) }))
  return {
    families: families.filter(({ items }) => items.length > 0),
    items: Object.fromEntries(Object.entries(state.items).filter(([id]) => shown.has(id))),
    places: Object.fromEntries(places),
    apart: [],
    reviews: state.reviews.filter(({ groupId, itemId }) => shown.has(itemId) && groupIds.includes(groupId)),
  }
}

/** The groups among these whose facilitators are asked about an item: its source groups. */
export const askedGroups = (
  { state, texts }: Pick<ConvergenceGround, 'state' | 'texts'>,
  itemId: string,
  groupIds: readonly string[],
): string[] => sourceGroups(state, texts, itemId).filter((id) => groupIds.includes(id))
