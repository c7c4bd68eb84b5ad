// Replays a drafts document from its log once, and goes on from there: versions of each draft, and whose words are whose.
import { setImmediate as nextTurn } from 'node:timers/promises'
import * as Y from 'yjs'
import { WordAuthors } from '#server/features/history/wordAuthors.ts'
import { shallowRow } from '#server/live/shallowRow.ts'
import type { DocumentLog, LogRow } from '#server/ports/documentLog.ts'
import { draftsOf, type ReadDraft, readDraft, type SharedType } from '#shared/draft/draftModel.ts'
import { isOfMerges } from '#shared/merge/mergesInDocument.ts'
import { isOfMinutes, minutesOf } from '#shared/minutes/minutesModel.ts'

export interface ReplayedVersion {
  readonly seq: number
  readonly from: number
  readonly to: number
  /** Participant ids, or `server`. */
  readonly authors: readonly string[]
  readonly parts: readonly string[]
}

/** Milliseconds without a change after which a version ends. */
const pause = 2 * 60_000
/** Milliseconds of silence after which somebody else begins a version of their own. */
const handover = 15_000
/** Milliseconds that a version lasts at most. */
const longest = 10 * 60_000
/** Rows read in one turn of the event loop: about 10 ms, so that typing elsewhere is not held up. */
const rowsPerTurn = 200

interface OpenVersion {
  seq: number
  readonly from: number
  to: number
  readonly authors: Map<string, number>
  readonly parts: Set<string>
}

export class DraftReplay {
  readonly doc = new Y.Doc()
  readonly authors = new WordAuthors()
  readonly #versions = new Map<string, OpenVersion[]>()
  #seq = 0
  #touched = new Map<string, Set<string>>()

  constructor() {
    draftsOf(this.doc)
    minutesOf(this.doc)
    this.doc.on('afterTransaction', (transaction: Y.Transaction) => {
      this.authors.follow(transaction)
      for (const type of transaction.changed.keys()) this.#touch(type, transaction.changed.get(type))
    })
  }

  get seq(): number {
    return this.#seq
  }

  /** Reads what the log holds beyond what was read before. */
  async catchUp(log: Pick<DocumentLog, 'history'>, name: string): Promise<void> {
    let read = 0
    for await (const row of log.history(name, this.#seq + 1)) {
      this.#apply(row)
      read += 1
      if (read % rowsPerTurn === 0) await nextTurn()
    }
  }

  versionsOf(draftId: string): readonly ReplayedVersion[] {
    return (this.#versions.get(draftId) ?? []).map(({ seq, from, to, authors, parts }) => ({
      seq,
      from,
      to,
      authors: [...authors.keys()],
      parts: [...parts].sort(),
    }))
  }

  #apply(row: LogRow): void {
    this.#touched = new Map()
    Y.applyUpdate(this.doc, shallowRow(row.update).update)
    this.#seq = row.seq
    for (const [draftId, parts] of this.#touched) this.#note(draftId, parts, row)
  }

  /** Which draft, and which key of it, a changed type belongs to. */
  #touch(changed: SharedType, keys: ReadonlySet<string | null> | undefined): void {
    if (isOfMinutes(changed) || isOfMerges(changed)) return
    const path: string[] = []
    for (
      let item = changed._item;
      item !== null;
      item = item.parent instanceof Y.AbstractType ? item.parent._item : null
    ) {
      if (item.parentSub !== null) path.unshift(item.parentSub)
    }
    const [draftId, part] = path
    const told = [...(keys ?? [])].filter((key) => key !== null)
    if (draftId === undefined) for (const id of told) this.#parts(id).add('draft')
    else for (const key of part === undefined ? told : [part]) this.#parts(draftId).add(key)
  }

  #parts(draftId: string): Set<string> {
    const parts = this.#touched.get(draftId) ?? new Set()
    this.#touched.set(draftId, parts)
    return parts
  }

  #note(draftId: string, parts: ReadonlySet<string>, { seq, at, author }: LogRow): void {
    const list = this.#versions.get(draftId) ?? []
    this.#versions.set(draftId, list)
    const last = list.at(-1)
    if (!last || startsAnew(last, author, at)) {
      list.push({ seq, from: at, to: at, authors: new Map([[author, at]]), parts: new Set(parts) })
      return
    }
    last.seq = seq
    last.to = Math.max(last.to, at)
    last.authors.set(author, at)
    for (const part of parts) last.parts.add(part)
  }
}

/** People who write together make one version together; who comes after them makes another. */
function startsAnew(version: OpenVersion, author: string, at: number): boolean {
  if (at - version.to > pause || at - version.from > longest) return true
  return !version.authors.has(author) && at - version.to > handover
}

/** A draft as it read after row `seq`; undefined where it did not exist yet. Needs the log from the start. */
export async function draftAt(
  log: DocumentLog,
  name: string,
  draftId: string,
  seq: number,
): Promise<ReadDraft | undefined> {
  const updates: Uint8Array[] = []
  for await (const row of log.history(name)) {
    if (row.seq > seq) break
    updates.push(shallowRow(row.update).update)
  }
  if (updates.length === 0) return undefined
  const doc = new Y.Doc()
  draftsOf(doc)
  await nextTurn()
  Y.applyUpdate(doc, Y.mergeUpdates(updates))
  const draft = readDraft(draftId, draftsOf(doc).get(draftId))
  doc.destroy()
  return draft
}
