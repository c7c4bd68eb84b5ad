// Which drafts the room has locked, lent by the page around every card.
import { createContext, useContext } from 'react'
import { type HeldLocks, holdsDraft, isDraftLocked, noLocks } from '#shared/attention/heldLocks.ts'

export const DraftLocks = createContext<HeldLocks>(noLocks)

export interface DraftLock {
  readonly isLocked: boolean
  /** This person only reads it while it is locked. */
  readonly holds: boolean
}

export function useDraftLock(spaceId: string, draftId: string): DraftLock {
  const locks = useContext(DraftLocks)
  return { isLocked: isDraftLocked(locks, spaceId, draftId), holds: holdsDraft(locks, spaceId, draftId) }
}
