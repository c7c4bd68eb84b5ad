// One document's log in memory, with states kept along the way, so that any instant of it is near one of them.
import * as Y from 'yjs'
import { plainCopy } from '#server/features/replay/plainCopy.ts'
import { shallowRow } from '#server/live/shallowRow.ts'
import type { DocumentKind } from '#shared/contract/documentName.ts'
import { draftsRoot, readDraft } from '#shared/draft/draftModel.ts'
import { recordsRoot } from '#shared/whiteboard/boardModel.ts'

export interface ReplayedRow {
  readonly at: number
  readonly update: Uint8Array
}

interface Checkpoint {
  /** Rows that went into it. */
  readonly seq: number
  readonly state: Uint8Array
}

/** Rows between two kept states, at first; and how many states, and bytes of them, are kept. Beyond that every second one goes. */
const spacing = { rows: 400, states: 96, bytes: 32 * 1024 * 1024 } as const

export interface BegunDrafts {
  readonly at: number
  readonly titles: readonly string[]
}

export class ReplayedDocument {
  readonly #root: string
  readonly #rows: ReplayedRow[] = []
  readonly #head = new Y.Doc()
  readonly #begun: { readonly at: number; readonly ids: readonly string[] }[] = []
  #checkpoints: Checkpoint[] = []
  #every: number = spacing.rows
  /** The state that was asked for last: going on from there is shorter than from a checkpoint. */
  #warm: { readonly doc: Y.Doc; seq: number } | undefined

  constructor(kind: DocumentKind) {
    this.#root = kind === 'drafts' ? draftsRoot : recordsRoot
    this.#head.getMap(this.#root)
  }

  get seq(): number {
    return this.#rows.length
  }

  /** When each row was kept, ascending: a clock that was set back does not bring an earlier instant back. */
  times(): Float64Array {
    return Float64Array.from(this.#rows, ({ at }) => at)
  }

  /** Takes the rows that follow, in their order. */
  add(rows: readonly ReplayedRow[]): void {
    const known = new Set(this.#head.getMap(this.#root).keys())
    let next = 0
    while (next < rows.length) {
      const part = rows.slice(next, next + this.#every - (this.seq % this.#every))
      next += part.length
      // One transaction for all of them: most of what a small change costs is its end.
      this.#head.transact(() => {
        for (const row of part) this.#take(row, known)
      })
      if (this.seq % this.#every === 0) this.#keep()
    }
  }

  #take({ at, update }: ReplayedRow, known: Set<string>): void {
    const last = this.#rows.at(-1)?.at ?? 0
    const row = { at: Math.max(at, last), update: shallowRow(update).update }
    this.#rows.push(row)
    Y.applyUpdate(this.#head, row.update)
    // What a row has put under the root is there at once, also within a transaction.
    const map = this.#head.getMap(this.#root)
    if (this.#root !== draftsRoot || map.size === known.size) return
    const ids = [...map.keys()].filter((id) => !known.has(id))
    for (const id of ids) known.add(id)
    if (ids.length > 0) this.#begun.push({ at: row.at, ids })
  }

  #keep(): void {
    this.#checkpoints.push({ seq: this.seq, state: Y.encodeStateAsUpdate(this.#head) })
    while (this.#checkpoints.length > spacing.states || this.#size() > spacing.bytes) {
      if (this.#checkpoints.length <= 1) return
      this.#every *= 2
      this.#checkpoints = this.#checkpoints.filter(({ seq }) => seq % this.#every === 0)
    }
  }

  #size(): number {
    return this.#checkpoints.reduce((sum, { state }) => sum + state.length, 0)
  }

  /** How many rows were kept at that instant or before it. */
  seqAt(at: number): number {
    let [low, high] = [0, this.#rows.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#rows[middle]?.at ?? 0) <= at) low = middle + 1
      else high = middle
    }
    return low
  }

  /** The document after its first `seq` rows: a Yjs update, V2 encoding. */
  stateAt(seq: number): Uint8Array {
    if (seq >= this.seq) return plainCopy(this.#head, this.#root)
    const near = this.#checkpoints.findLast((one) => one.seq <= seq)
    if (!this.#warm || this.#warm.seq > seq || this.#warm.seq < (near?.seq ?? 0)) {
      this.#warm?.doc.destroy()
      this.#warm = { doc: new Y.Doc(), seq: near?.seq ?? 0 }
      if (near) Y.applyUpdate(this.#warm.doc, near.state)
    }
    const { doc, seq: from } = this.#warm
    doc.transact(() => {
      for (const { update } of this.#rows.slice(from, seq)) Y.applyUpdate(doc, update)
    })
    this.#warm.seq = seq
    return plainCopy(doc, this.#root)
  }

  /** Drafts in the order in which they were begun, by the titles that they have now; those without one are left out. */
  begun(): BegunDrafts[] {
    const map = this.#head.getMap(draftsRoot)
    if (this.#root !== draftsRoot) return []
    return this.#begun.flatMap(({ at, ids }) => {
      const titles = ids.flatMap((id) => readDraft(id, map.get(id))?.title || [])
      return titles.length > 0 ? [{ at, titles }] : []
    })
  }
}
