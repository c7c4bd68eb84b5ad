// What every kind of file is read into: rows of cells with the line they stand on, and what is wrong with them.

/** Names of what a past recommendation says, in the order in which people are asked for them. */
export const pastFields = ['title', 'text', 'year', 'place', 'outcome', 'reason', 'link'] as const
export type PastField = (typeof pastFields)[number]

export type PastProblemKind =
  | 'title'
  | 'long-title'
  | 'long-text'
  | 'year'
  | 'outcome'
  | 'link'
  | 'characters'
  | 'columns'
  | 'quote'
  | 'twice'

export interface PastProblem {
  /** Counted from 1 in the file, as an editor shows it. */
  readonly line: number
  readonly kind: PastProblemKind
  /** What stood there, shortened; empty where nothing did. */
  readonly found: string
  /** Whether the line is left out. */
  readonly fatal: boolean
}

export interface Table {
  readonly header: readonly string[]
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
  readonly problems: readonly PastProblem[]
}

/** Beyond this a file is none that somebody wrote: characters of the whole, rows, and columns. */
export const mostOfFile = { characters: 4_000_000, rows: 5_000, columns: 60 } as const
