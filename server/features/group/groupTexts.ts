// A group's living drafts and minutes, and what changed in the drafts since a moment.
import { setImmediate as nextTurn } from 'node:timers/promises'
import * as Y from 'yjs'
import { Replays } from '#server/features/history/replays.ts'
import { shallowRow } from '#server/live/shallowRow.ts'
import type { DocumentLog } from '#server/ports/documentLog.ts'
import type { DocumentLane } from '#server/transport/documentLane.ts'
import { documentName } from '#shared/contract/documentName.ts'
import { draftKeys, draftsOf, type ReadDraft, readDrafts } from '#shared/draft/draftModel.ts'
import type { CatchUpLine, DraftPointer, GroupDraft } from '#shared/group/groupPage.ts'
import { draftWords, type WordBag, wordBag, wordsChanged, wordsIn } from '#shared/group/wordsChanged.ts'
import { listMinutes, type ReadMinutes } from '#shared/minutes/minutesModel.ts'

export interface GroupTexts {
  readonly spaceId: string | undefined
  readonly drafts: readonly ReadDraft[]
  /** The newest first. */
  readonly minutes: readonly ReadMinutes[]
}

/** Parts of a draft that are its text; moving it in the list, or its status, changes no word. */
const wordParts: ReadonlySet<string> = new Set([
  ...draftKeys.texts,
  ...draftKeys.fragments,
  draftKeys.passages,
])
const serverAuthor = 'server'
/** Old readings kept in memory: a few numbers for each word of a group's drafts. */
const keptReadings = 24
/** Rows read in one turn of the event loop, so that typing elsewhere is not held up. */
const rowsPerTurn = 200

export class TextReader {
  readonly #lane: Pick<DocumentLane, 'read'>
  readonly #log: DocumentLog
  readonly #replays: Replays
  readonly #readings = new Map<string, Promise<ReadonlyMap<string, WordBag>>>()

  constructor(lane: Pick<DocumentLane, 'read'>, log: DocumentLog) {
    this.#lane = lane
    this.#log = log
    this.#replays = new Replays(log)
  }

  async read(spaceId: string | undefined): Promise<GroupTexts> {
    const texts =
      spaceId === undefined
        ? undefined
        : await this.#lane.read(nameOf(spaceId), (doc) => ({
            drafts: readDrafts(doc),
            minutes: listMinutes(doc),
          }))
    return { spaceId, drafts: texts?.drafts ?? [], minutes: texts?.minutes ?? [] }
  }

  /** When people last changed each draft's words in the room; drafts that were only imported are left out. */
  async changedAt({ spaceId, drafts }: GroupTexts): Promise<ReadonlyMap<string, number>> {
    if (spaceId === undefined || drafts.length === 0) return new Map()
    const replay = await this.#replays.upToDate(nameOf(spaceId))
    const found = drafts.flatMap(({ id }): [string, number][] => {
      const byPeople = (replay?.versionsOf(id) ?? []).filter(
        ({ authors, parts }) =>
          authors.some((author) => author !== serverAuthor) &&
          parts.some((part) => wordParts.has(part) || part === 'draft'),
      )
      const last = byPeople.at(-1)
      return last ? [[id, last.to]] : []
    })
    return new Map(found)
  }

  /** New and changed drafts since a moment (milliseconds since 1970), those with most words first. */
  async changesSince(
    texts: GroupTexts,
    at: number,
    changedAt: ReadonlyMap<string, number>,
  ): Promise<CatchUpLine[]> {
    const touched = texts.drafts.filter(({ id }) => (changedAt.get(id) ?? 0) >= at)
    if (texts.spaceId === undefined || touched.length === 0) return []
    const before = await this.#before(nameOf(texts.spaceId), at)
    return touched
      .map((draft) => {
        const [was, is] = [before.get(draft.id), wordBag(draftWords(draft))]
        return {
          kind: was ? ('text-changed' as const) : ('text-new' as const),
          draft: pointerTo(texts, draft),
          words: was ? wordsChanged(was, is) : wordsIn(is),
        }
      })
      .filter(({ kind, words }) => kind === 'text-new' || words > 0)
      .sort((a, b) => b.words - a.words)
  }

  /** The words of each draft as they stood at a moment. The past does not change: it is read once. */
  async #before(name: string, at: number): Promise<ReadonlyMap<string, WordBag>> {
    const key = JSON.stringify([name, await this.#log.generation(name), at])
    const reading = this.#readings.get(key) ?? this.#readBefore(name, at)
    this.#readings.delete(key)
    this.#readings.set(key, reading)
    reading.catch(() => this.#readings.delete(key))
    const oldest = this.#readings.keys().next()
    if (this.#readings.size > keptReadings && !oldest.done) this.#readings.delete(oldest.value)
    return reading
  }

  async #readBefore(name: string, at: number): Promise<ReadonlyMap<string, WordBag>> {
    const doc = new Y.Doc()
    draftsOf(doc)
    let read = 0
    for await (const row of this.#log.history(name)) {
      if (row.at >= at) break
      Y.applyUpdate(doc, shallowRow(row.update).update)
      read += 1
      if (read % rowsPerTurn === 0) await nextTurn()
    }
    const bags = readDrafts(doc).map((draft): [string, WordBag] => [draft.id, wordBag(draftWords(draft))])
    doc.destroy()
    return new Map(bags)
  }
}

const nameOf = (spaceId: string): string => documentName({ kind: 'drafts', id: spaceId })

export const pointerTo = ({ spaceId }: GroupTexts, { id, code, title }: ReadDraft): DraftPointer => ({
  ...{ spaceId: spaceId ?? '', draftId: id, code, title },
})

/** Undefined for a draft that is not among the group's standing ones. */
export function pointerById(texts: GroupTexts, draftId: string | undefined): DraftPointer | undefined {
  const draft = texts.drafts.find(({ id }) => id === draftId)
  return draft && pointerTo(texts, draft)
}

const statuses = { writing: 'writing', 'to-review': 'toReview', ready: 'ready' } as const

export const shownDraft = (
  texts: GroupTexts,
  draft: ReadDraft,
  changedAt: ReadonlyMap<string, number>,
): GroupDraft => ({
  ...pointerTo(texts, draft),
  status: statuses[draft.status],
  summary: draft.summary,
  nuances: draft.nuances.length,
  questions: draft.questions.length,
  changedAt: changedAt.get(draft.id) ?? null,
})
