// What this person deleted from a whiteboard during this visit, to be brought back after the toast is gone.
import type * as Y from 'yjs'
import type { Reading } from '#client/features/list/liveReading.ts'
import { recordsOf } from '#shared/whiteboard/boardModel.ts'
import type { Removed } from '#shared/whiteboard/removal.ts'

export interface BinEntry {
  /** The id of the first record taken away. */
  readonly id: string
  /** By what it is called. */
  readonly words: string
  readonly removed: Removed
}

interface Bin {
  entries: readonly BinEntry[]
  readonly listeners: Set<() => void>
}

const bins = new WeakMap<Y.Doc, Bin>()

function binOf(doc: Y.Doc): Bin {
  const known = bins.get(doc)
  if (known) return known
  const made: Bin = { entries: [], listeners: new Set() }
  bins.set(doc, made)
  return made
}

function change(doc: Y.Doc, entries: readonly BinEntry[]): void {
  const bin = binOf(doc)
  bin.entries = entries
  for (const listener of bin.listeners) listener()
}

/** Deletions kept, at most; older ones stay with the board's undo. */
const mostEntries = 50

export const throwIn = (doc: Y.Doc, entry: BinEntry): void =>
  change(doc, [entry, ...binOf(doc).entries].slice(0, mostEntries))

export const takeOut = (doc: Y.Doc, entry: BinEntry): void =>
  change(
    doc,
    binOf(doc).entries.filter((other) => other !== entry),
  )

export const removedReading = (doc: Y.Doc): Reading<readonly BinEntry[]> => ({
  current: () => binOf(doc).entries,
  subscribe: (changed) => {
    const { listeners } = binOf(doc)
    listeners.add(changed)
    return () => listeners.delete(changed)
  },
})

/** Entries that undo has not brought back meanwhile. */
export const stillGone = (doc: Y.Doc, entries: readonly BinEntry[]): readonly BinEntry[] =>
  entries.filter(({ id }) => !recordsOf(doc).has(id))
