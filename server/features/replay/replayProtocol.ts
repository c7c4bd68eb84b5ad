// What the replay's thread is asked and what it answers.
import type { BegunDrafts } from '#server/features/replay/replayedDocument.ts'

/** A document by its name and generation: a document that was made anew has another past. */
export interface ReplayKey {
  readonly key: string
  readonly name: string
}

/** Rows one after the other in one piece of memory, which moves to the thread whole. */
export interface PackedRows {
  readonly bytes: Uint8Array
  readonly lengths: readonly number[]
  readonly ats: readonly number[]
}

export type ReplayQuestion =
  | ({ readonly kind: 'rows' } & ReplayKey & {
        /** Rows that the thread must have: those that follow are of no use without them. */
        readonly after: number
        readonly rows: PackedRows
      })
  | { readonly kind: 'times'; readonly documents: readonly ReplayKey[] }
  | {
      readonly kind: 'state'
      readonly documents: readonly ReplayKey[]
      readonly at: number
      /** What the asker has already. */
      readonly known: string | undefined
    }
  | { readonly kind: 'forget'; readonly key: string }

export interface ReplayTimes {
  readonly times: Float64Array
  readonly begun: readonly BegunDrafts[]
}

export interface FrameAnswer {
  /** Names the rows that went into the frame. */
  readonly tag: string
  /** Gzipped; undefined where the asker has it already. */
  readonly body: Uint8Array | undefined
}

export type ReplayReply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly message: string }

export function packRows(rows: readonly { readonly at: number; readonly update: Uint8Array }[]): PackedRows {
  const lengths = rows.map(({ update }) => update.length)
  const bytes = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0))
  let at = 0
  for (const { update } of rows) {
    bytes.set(update, at)
    at += update.length
  }
  return { bytes, lengths, ats: rows.map((row) => row.at) }
}

export function unpackRows({ bytes, lengths, ats }: PackedRows): { at: number; update: Uint8Array }[] {
  let from = 0
  return lengths.map((length, i) => {
    const update = bytes.subarray(from, from + length)
    from += length
    return { at: ats[i] ?? 0, update }
  })
}
