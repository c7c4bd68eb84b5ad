// Says which texts are close to a draft, among those that the asker may read now: nothing else is ever looked at for them.

import { todayOf } from '#server/features/home/day.ts'
import { roomGroups } from '#server/features/home/roomGroups.ts'
import { type Known, knownOn, type PastRecommendation } from '#server/features/similar/pastRecommendations.ts'
import type { ReadableSpace } from '#server/features/similar/readableSpaces.ts'
import { type ComparedDraft, SpaceReader, textKey } from '#server/features/similar/spaceTexts.ts'
import type { Deps } from '#server/transport/deps.ts'
import { plainSection } from '#shared/draft/draftModel.ts'
import { closeWords } from '#shared/similar/closeWords.ts'
import type { CloseDraft, CloseRecommendation, SimilarAnswer } from '#shared/similar/similarAnswer.ts'
import { type SimilarIndex, similarIndex } from '#shared/similar/similarIndex.ts'

export type SimilarDeps = Pick<Deps, 'store' | 'demo' | 'now' | 'logger'>
type Readable = ReadonlyMap<string, ReadableSpace>

/** What can be found by people who may read the same spaces. */
interface Shelf {
  readonly readable: Readable
  readonly drafts: ReadonlyMap<string, ComparedDraft>
  readonly recommendations: ReadonlyMap<string, PastRecommendation>
  readonly amongDrafts: SimilarIndex
  readonly amongRecommendations: SimilarIndex
}

/** Shelves kept in memory; people of one group share one. */
const keptShelves = 12
/** A draft with fewer different words is no proposal yet. */
const fewestWords = 4

export class SimilarDesk {
  readonly #deps: SimilarDeps
  readonly #spaces: SpaceReader
  readonly #shelves = new Map<string, Omit<Shelf, 'readable'>>()
  #known: { readonly day: string; readonly until: number; readonly known: Promise<Known> } | undefined

  constructor(deps: SimilarDeps) {
    this.#deps = deps
    this.#spaces = new SpaceReader(deps.store.documentLog, deps.now)
  }

  /** Undefined where there is no such draft among what may be read. */
  async closeTo(readable: Readable, spaceId: string, draftId: string): Promise<SimilarAnswer | undefined> {
    const shelf = await this.#shelf(readable)
    const asked = shelf.drafts.get(textKey(spaceId, draftId))
    return asked && this.#answer(shelf, asked)
  }

  /** Of every draft of a space that has any, what is close to it beyond that space. */
  async closeToSpace(
    readable: Readable,
    spaceId: string,
  ): Promise<readonly { readonly asked: ComparedDraft; readonly close: SimilarAnswer }[]> {
    const shelf = await this.#shelf(readable)
    const own = [...shelf.drafts.values()].filter((one) => one.spaceId === spaceId)
    const answers = await Promise.all(
      own.map(async (asked) => {
        const { drafts, recommendations } = await this.#answer(shelf, asked)
        const elsewhere = drafts.filter((one) => one.spaceId !== spaceId)
        return { asked, close: { drafts: elsewhere, recommendations } }
      }),
    )
    return answers.filter(({ close }) => close.drafts.length + close.recommendations.length > 0)
  }

  async #answer(shelf: Shelf, asked: ComparedDraft): Promise<SimilarAnswer> {
    if (asked.described.counts.size < fewestWords) return { drafts: [], recommendations: [] }
    const groups = await roomGroups(this.#deps.store)
    const drafts = shelf.amongDrafts.closeTo(asked.described).flatMap(({ id }): CloseDraft[] => {
      const found = shelf.drafts.get(id)
      const space = found && shelf.readable.get(found.spaceId)
      if (!found || !space || areOneFamily(asked, found)) return []
      const { code, id: draftId, title, summary, sections } = found.draft
      const proposition = plainSection(sections.proposition)
      const group = space.groupId === null ? null : (groups.get(space.groupId) ?? null)
      const words = closeWords(asked.described, found.described, shelf.amongDrafts.rarity)
      return [
        {
          ...{ spaceId: found.spaceId, draftId, code, title, summary, proposition },
          ...{ group, roomCode: space.roomCode, words },
        },
      ]
    })
    const recommendations = shelf.amongRecommendations
      .closeTo(asked.described)
      .flatMap(({ id }): CloseRecommendation[] => {
        const found = shelf.recommendations.get(id)
        if (!found) return []
        const { described, draftIds, ...shown } = found
        const fromThis = [asked.draft.id, asked.draft.shortDraftId].some((one) =>
          draftIds.includes(one ?? ''),
        )
        const words = closeWords(asked.described, described, shelf.amongRecommendations.rarity)
        return [{ ...shown, fromThis, words }]
      })
    return { drafts, recommendations }
  }

  async #shelf(readable: Readable): Promise<Shelf> {
    const day = await todayOf(this.#deps)
    const [known, ...spaces] = await Promise.all([
      this.#knownOn(day),
      ...[...readable.keys()].sort().map((spaceId) => this.#texts(spaceId)),
    ])
    const key = JSON.stringify([known.version, ...spaces.map((one) => one?.version ?? '')])
    const shelf =
      this.#shelves.get(key) ??
      filled(
        known,
        spaces.flatMap((one) => one?.drafts ?? []),
      )
    this.#shelves.delete(key)
    this.#shelves.set(key, shelf)
    const oldest = this.#shelves.keys().next()
    if (this.#shelves.size > keptShelves && !oldest.done) this.#shelves.delete(oldest.value)
    return { ...shelf, readable }
  }

  /** A space whose log is damaged is left out: what others wrote can still be found. */
  async #texts(spaceId: string): Promise<Awaited<ReturnType<SpaceReader['read']>>> {
    try {
      return await this.#spaces.read(spaceId)
    } catch (error) {
      this.#deps.logger.warn({ error, spaceId }, 'drafts could not be read to be compared')
      return undefined
    }
  }

  /** The cycle, and earlier ones, change by an import or another day of the demo: read again after a minute. */
  #knownOn(day: string): Promise<Known> {
    const now = this.#deps.now()
    if (this.#known?.day === day && now < this.#known.until) return this.#known.known
    const { cycle, followUp } = this.#deps.store
    const known = knownOn(cycle, followUp, day)
    this.#known = { day, until: now + 60_000, known }
    known.catch(() => {
      this.#known = undefined
    })
    return known
  }
}

function filled(known: Known, drafts: readonly ComparedDraft[]): Omit<Shelf, 'readable'> {
  const compared = drafts.filter(({ described }) => described.counts.size >= fewestWords)
  const [own, past] = [compared, known.recommendations].map((list) => list.map((one) => one.described))
  return {
    drafts: new Map(drafts.map((one) => [textKey(one.spaceId, one.draft.id), one])),
    recommendations: new Map(known.recommendations.map((one) => [one.id, one])),
    amongDrafts: similarIndex(own ?? [], [...(past ?? []), ...known.background]),
    amongRecommendations: similarIndex(past ?? [], [...(own ?? []), ...known.background]),
  }
}

/** A merged draft and what it was merged in are close of course. */
function areOneFamily(a: ComparedDraft, b: ComparedDraft): boolean {
  const grew = (from: ComparedDraft, into: ComparedDraft): boolean =>
    from.draft.mergedInto?.spaceId === into.spaceId && from.draft.mergedInto.draftId === into.draft.id
  const { mergedInto } = a.draft
  const sameJoint = mergedInto !== undefined && mergedInto.draftId === b.draft.mergedInto?.draftId
  return grew(a, b) || grew(b, a) || sameJoint
}
