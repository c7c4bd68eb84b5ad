// What the public debate is about on the day that is looked from, read once for an answer.
import { type Moderations, readModerations } from '#server/features/consultation/moderation.ts'
import { feltDay } from '#server/features/consultation/voter.ts'
import { todayOf } from '#server/features/home/day.ts'
import { roomGroups } from '#server/features/home/roomGroups.ts'
import { standingTexts } from '#server/features/publication/texts.ts'
import type { CycleAbout } from '#server/ports/cycle.ts'
import type { Account } from '#server/ports/people.ts'
import type { Deps } from '#server/transport/deps.ts'
import type { ConsultationYou, ShownEntity } from '#shared/consultation/consultationAnswers.ts'
import { type ConsultationDays, consultationDays } from '#shared/consultation/consultationDays.ts'
import { keepsConsultation } from '#shared/consultation/consultationRights.ts'
import type { Ressenti, Theme } from '#shared/cycle/cycleFile.ts'
import type { PublishedVersion } from '#shared/publication/publishedVersion.ts'
import type { RoomGroup } from '#shared/room/join.ts'

export type ConsultationDeps = Pick<Deps, 'store' | 'demo' | 'now'>

export interface ConsultationAsker {
  readonly account: Account | undefined
  /** The browser's own token, which is kept nowhere; undefined for one that never answered. */
  readonly token: string | undefined
}

export interface ConsultationWorld {
  readonly today: string
  readonly about: CycleAbout | undefined
  readonly days: ConsultationDays
  readonly texts: readonly PublishedVersion[]
  readonly ressentis: readonly FeltHere[]
  /** The first day that is not over, on the server's clock. */
  readonly feltDay: string
  readonly themes: readonly Theme[]
  readonly groups: ReadonlyMap<string, RoomGroup>
  readonly entities: readonly ShownEntity[]
  readonly moderations: Moderations
}

/** `day`: of the server's clock, of what was said here; nothing of what came with a file. */
export type FeltHere = Ressenti & { readonly day: string | null }

/** The subject of entries about the consultation as a whole. */
export const wholeConsultation = 'cycle'

export async function consultationWorld(deps: ConsultationDeps): Promise<ConsultationWorld> {
  const { store } = deps
  const today = await todayOf(deps)
  const asOf = { before: today }
  const [about, texts, ressentis, themes, groups, entities, made] = await Promise.all([
    store.cycle.about(asOf),
    standingTexts(deps, asOf),
    store.cycle.ressentis(asOf),
    store.cycle.themes(asOf),
    roomGroups(store),
    store.cycle.entities(),
    store.consultation.ressentis(),
  ])
  const dayOf = new Map(made.map(({ day, id }) => [id, day]))
  const existing = new Set(texts.map(({ recommendation }) => recommendation.id))
  return {
    ...{ today, about, texts, themes, groups },
    // What was felt of a text that does not exist yet on this day is not told either.
    ressentis: ressentis
      .filter(({ recommendationId }) => existing.has(recommendationId))
      .map((one) => ({ ...one, day: dayOf.get(one.id) ?? null })),
    feltDay: feltDay(deps.now()),
    days: await daysOn(deps, today, { about, published: texts.length > 0 }),
    entities: entities.map(({ id, name }) => ({ id, name })),
    moderations: await readModerations(store.consultation),
  }
}

async function daysOn(
  { store }: ConsultationDeps,
  today: string,
  { about, published }: { readonly about: CycleAbout | undefined; readonly published: boolean },
): Promise<ConsultationDays> {
  const set = (await store.consultation.entries('closing', wholeConsultation)).at(-1)
  return consultationDays(about?.cycle, today, { published, setTo: set?.body.closesOn })
}

export const youIn = ({ account }: ConsultationAsker): ConsultationYou => ({
  signedIn: account !== undefined,
  keeps: keepsConsultation(account),
  groupIds: account?.groupIds ?? [],
})

/** A permalink holds the id; a code in any case leads to the same text. */
export const textNamed = ({ texts }: ConsultationWorld, key: string): PublishedVersion | undefined =>
  texts.find(({ recommendation }) => recommendation.id === key) ??
  texts.find(({ recommendation }) => recommendation.code?.toLowerCase() === key.toLowerCase())

export const ressentisOf = (
  { ressentis }: Pick<ConsultationWorld, 'ressentis'>,
  recommendationId: string,
): readonly FeltHere[] => ressentis.filter((one) => one.recommendationId === recommendationId)

/** Milliseconds for which phones that look at one wall share what was read. */
const glance = 1_000

/** For the many who look at one thing at once; never for what is decided by it. */
export function sharedWorld(deps: ConsultationDeps): () => Promise<ConsultationWorld> {
  let read: { readonly at: number; readonly world: Promise<ConsultationWorld> } | undefined
  return () => {
    const now = deps.now()
    if (read && Math.abs(now - read.at) < glance) return read.world
    const world = consultationWorld(deps)
    read = { at: now, world }
    // A failed read is not kept.
    world.catch(() => {
      read = undefined
    })
    return world
  }
}
