// The administration of a cycle, as HTTP says it.
import type { ComparedList } from '#shared/admin/comparedFiles.ts'
import type { EditedKind, EditedRecord } from '#shared/admin/editedRecords.ts'

export interface SeenRecord {
  readonly record: EditedRecord
  /** Goes back with an edit of it. */
  readonly seen: string
}

/** `GET /api/admin/cycle`, and the answer of every edit. */
export interface CycleAdminAnswer {
  /** False where nothing was imported or begun. */
  readonly begun: boolean
  readonly records: Readonly<Record<EditedKind, readonly SeenRecord[]>>
  /** For choosing a group's facilitators. */
  readonly members: readonly {
    readonly id: string
    readonly name: string
    readonly groupIds: readonly string[]
  }[]
  readonly editable: readonly EditedKind[]
  readonly mayMove: boolean
  /** Groups that have a room, so that nobody makes a second. */
  readonly groupsWithRoom: readonly string[]
}

export interface SaidProblem {
  /** The place in the file; empty for the file as a whole. */
  readonly path: string
  /** In the language of the page. */
  readonly words: string
}

/** A refused edit or import says where and what. */
export interface RefusedCycle {
  readonly ok: false
  readonly problems: readonly SaidProblem[]
  readonly total: number
  /** Another organisation or cycle is here: the file may replace it whole. */
  readonly other: boolean
}

/** `PUT`, `DELETE /api/admin/cycle/:kind/:id`, `POST /api/admin/cycle` */
export type EditedAnswer = (CycleAdminAnswer & { readonly ok: true }) | RefusedCycle

/** `POST /api/admin/cycle/import?replace=&write=&over=` */
export type ImportAnswer =
  | {
      readonly ok: true
      readonly written: boolean
      readonly organisation: string
      readonly cycle: string
      readonly lists: readonly ComparedList[]
      readonly replace: boolean
      /** The cycle that steps aside with what was made in it, and how many texts the follow-up keeps of it; null for the same cycle. */
      readonly closes: { readonly cycle: string; readonly past: number } | null
      /** What the store held when this was compared: goes back with `write`. */
      readonly over: string
    }
  | RefusedCycle

/** Bytes of the largest file. */
export const importLimit = 32 * 1024 * 1024
