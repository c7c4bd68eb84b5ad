// Searches what somebody may read: the shelves that are open to them are put together first, and nothing else is looked at.
import { createHash } from 'node:crypto'
import { seesInitiative } from '#server/features/followUp/followUpAsker.ts'
import { type FollowUpWorld, readWorld } from '#server/features/followUp/followUpWorld.ts'
import { todayOf } from '#server/features/home/day.ts'
import { extraShelves } from '#server/features/search/extraShelves.ts'
import { draftEntries, handedOverEntries } from '#server/features/search/spaceEntries.ts'
import {
  decisionEntries,
  initiativeEntries,
  listEntries,
  pastEntries,
  placeEntries,
  planEntries,
  recommendationEntries,
} from '#server/features/search/worldEntries.ts'
import type { ReadableSpace } from '#server/features/similar/readableSpaces.ts'
import { SpaceReader } from '#server/features/similar/spaceTexts.ts'
import type { Account } from '#server/ports/people.ts'
import type { Deps } from '#server/transport/deps.ts'
import { runsEverything } from '#shared/people/access.ts'
import { findEntries, type Question } from '#shared/search/findEntries.ts'
import { hitOf } from '#shared/search/markedPieces.ts'
import type { SearchAnswer, SearchEntry } from '#shared/search/searchEntry.ts'
import { type SearchShelf, searchShelf } from '#shared/search/searchShelf.ts'

export type SearchDeps = Pick<Deps, 'store' | 'demo' | 'now' | 'lane' | 'logger'>

export interface Searcher {
  readonly account: Account | undefined
  /** Asked afresh for each question, by the rooms' own rules. */
  readonly readable: ReadonlyMap<string, ReadableSpace>
}

/**
 * [Q1] `public`: to anybody. `cooperative`: to its own people, and to anybody in the demo, whose people are nobody's.
 * [Q2] `group:<id>`: to the group's members, to whoever runs everything, and to whoever may read its drafts now.
 * [Q3] A draft that is being written: to whoever may read its space now, as in a room.
 */
type ShelfName = 'public' | 'cooperative' | `group:${string}`

interface Kept {
  readonly day: string
  readonly readAt: number
  readonly shelves: ReadonlyMap<string, SearchShelf>
}

/** Milliseconds during which what was read is not asked for again, and after which a question waits for it. */
const fresh = 2_000
const tooOld = 60_000
/** Spaces kept ready. */
const keptSpaces = 100

export class SearchDesk {
  readonly #deps: SearchDeps
  readonly #spaces: SpaceReader
  readonly #ready = new Map<string, { readonly version: string; readonly shelf: SearchShelf }>()
  #kept: Kept | undefined
  #reading: Promise<Kept> | undefined

  constructor(deps: SearchDeps) {
    this.#deps = deps
    this.#spaces = new SpaceReader(deps.store.documentLog, deps.now)
  }

  async search(searcher: Searcher, question: Question): Promise<Omit<SearchAnswer, 'groups'>> {
    const found = findEntries(await this.#open(searcher), question)
    return {
      ...{ counts: found.counts, total: found.total },
      hits: found.best.map((one) => hitOf(one, found.words)),
      instead: found.words.flatMap(({ instead: [first], plain }) =>
        first === undefined ? [] : [{ asked: plain, found: first }],
      ),
    }
  }

  async #open({ account, readable }: Searcher): Promise<SearchShelf[]> {
    const { shelves } = await this.#upToDate()
    const readableGroups = new Set([...readable.values()].map(({ groupId }) => groupId))
    const opens = (name: ShelfName): boolean => {
      if (name === 'public') return true
      if (name === 'cooperative') return this.#deps.demo || account !== undefined
      const groupId = name.slice('group:'.length)
      return (
        readableGroups.has(groupId) ||
        (account !== undefined && (runsEverything(account) || account.groupIds.includes(groupId)))
      )
    }
    const kept = [...shelves].filter(([key]) => opens(nameOf(key))).map(([, shelf]) => shelf)
    const spaces = await Promise.all([...readable.values()].map((space) => this.#space(space)))
    return [...kept, ...spaces.flatMap((shelf) => shelf ?? [])]
  }

  /** Read again after a while, behind the question that finds it old: nobody waits but the first. */
  async #upToDate(): Promise<Kept> {
    const kept = this.#kept
    const { now } = this.#deps
    if (kept && kept.day === (await todayOf(this.#deps))) {
      const age = now() - kept.readAt
      if (age < fresh) return kept
      const reading = this.#read()
      if (age < tooOld) {
        reading.catch((error: unknown) =>
          this.#deps.logger.warn({ error }, 'the search shows what it read before'),
        )
        return kept
      }
      return reading
    }
    return this.#read()
  }

  /** One reading at a time serves everybody who asks. */
  #read(): Promise<Kept> {
    this.#reading ??= this.#readAll().finally(() => {
      this.#reading = undefined
    })
    return this.#reading
  }

  async #readAll(): Promise<Kept> {
    const readAt = this.#deps.now()
    const { store } = this.#deps
    const [world, past] = await Promise.all([readWorld(this.#deps), store.followUp.pastRecommendations()])
    const entries = entriesOf(world)
    entries.set('public past', pastEntries(past))
    for (const one of world.handovers) entries.set(`group:${one.groupId} handed`, handedOverEntries(one))
    for (const [key, more] of await extraShelves(this.#deps, world)) entries.set(key, more)
    const before = this.#kept?.shelves
    const shelves = new Map(
      [...entries].map(([key, list]) => [key, renewed(list, before?.get(key))] as const),
    )
    this.#kept = { day: world.today, readAt, shelves }
    return this.#kept
  }

  async #space(space: ReadableSpace): Promise<SearchShelf | undefined> {
    try {
      const texts = await this.#spaces.read(space.spaceId)
      if (!texts) return undefined
      // Where it is opened depends on who asks: shelves are kept for each of these ways.
      const key = JSON.stringify([space.spaceId, space.groupId, space.roomCode])
      const before = this.#ready.get(key)
      const shelf =
        before?.version === texts.version
          ? before.shelf
          : searchShelf(
              draftEntries(
                texts.drafts.map(({ draft }) => draft),
                space,
              ),
              before?.shelf,
            )
      this.#ready.delete(key)
      this.#ready.set(key, { version: texts.version, shelf })
      const oldest = this.#ready.keys().next()
      if (this.#ready.size > keptSpaces && !oldest.done) this.#ready.delete(oldest.value)
      return shelf
    } catch (error) {
      // What others wrote can still be found.
      this.#deps.logger.warn({ error, spaceId: space.spaceId }, 'drafts could not be read to be searched')
      return undefined
    }
  }
}

/** Keys are `<shelf name> <what>`: small shelves, so that one changed text does not make all of them anew. */
const nameOf = (key: string): ShelfName => key.slice(0, key.lastIndexOf(' ')) as ShelfName // made by the lines below

function entriesOf(world: FollowUpWorld): Map<string, readonly SearchEntry[]> {
  const stranger = { account: undefined, demo: false }
  const isPublic = new Set(
    world.recommendations.flatMap(({ provenance }) => provenance.map(({ draftId }) => draftId)),
  )
  // Whole on a shelf of their own.
  const handed = new Set(world.handovers.flatMap(({ body }) => body.texts.map(({ draftId }) => draftId)))
  const entries = new Map<string, readonly SearchEntry[]>([
    ['public recommendations', recommendationEntries(world)],
    ['public decisions', decisionEntries(world)],
    ['public plan', planEntries(world)],
    ['public places', placeEntries(world)],
    ['public initiatives', initiativeEntries(world, (one) => seesInitiative(stranger, one))],
    ['cooperative initiatives', initiativeEntries(world, (one) => !seesInitiative(stranger, one))],
    ['public lists', listEntries(world, ({ id }) => isPublic.has(id))],
  ])
  for (const { id } of world.groups)
    entries.set(
      `group:${id} lists`,
      listEntries(world, (draft) => draft.groupId === id && !isPublic.has(draft.id) && !handed.has(draft.id)),
    )
  return entries
}

const digests = new WeakMap<SearchShelf, string>()

/** The same shelf where every entry is the same. */
function renewed(entries: readonly SearchEntry[], before: SearchShelf | undefined): SearchShelf {
  const digest = createHash('sha256').update(JSON.stringify(entries)).digest('base64')
  if (before && digests.get(before) === digest) return before
  const shelf = searchShelf(entries, before)
  digests.set(shelf, digest)
  return shelf
}
