// What people add to the library: every entry stays, the last one of a subject stands.
import type { EntryKind, LibraryEntry } from '#shared/library/libraryEntries.ts'

export interface NewLibraryEntry<K extends EntryKind = EntryKind> extends Omit<LibraryEntry<K>, 'version'> {
  /** The room with which it goes; null for what stays when rooms go. */
  readonly roomId: string | null
}

/** `stale`: somebody else added to the subject since the version that was seen. */
export type LibraryOutcome = 'kept' | 'stale'

export interface LibraryRecords {
  /** Appends after the version that was seen (0 for a new subject). Nothing is ever changed or removed. */
  addEntry<K extends EntryKind>(entry: NewLibraryEntry<K>, seen: number): Promise<LibraryOutcome>
  /** In the order in which they were made, of one subject or one group where it is asked for. */
  entries<K extends EntryKind>(
    kind: K,
    filter?: { readonly subject?: string; readonly groupId?: string },
  ): Promise<readonly LibraryEntry<K>[]>
}
