// What is locked in a room, as one person meets it: everybody sees the lock, it holds those who do not lead.

export interface HeldLocks {
  /** Ids of records of the whiteboard. */
  readonly records: ReadonlySet<string>
  /** `<space id>/<draft id>`, as `draftRef` writes it. */
  readonly drafts: ReadonlySet<string>
  /** Whether they hold this person. */
  readonly holds: boolean
}

export const noLocks: HeldLocks = { records: new Set(), drafts: new Set(), holds: false }

export const holdsRecord = ({ holds, records }: HeldLocks, recordId: string): boolean =>
  holds && records.has(recordId)

export const isDraftLocked = ({ drafts }: HeldLocks, spaceId: string, draftId: string): boolean =>
  drafts.has(`${spaceId}/${draftId}`)

export const holdsDraft = (locks: HeldLocks, spaceId: string, draftId: string): boolean =>
  locks.holds && isDraftLocked(locks, spaceId, draftId)
