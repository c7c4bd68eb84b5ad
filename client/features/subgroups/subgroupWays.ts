// What the room's page lends to the sub-groups: ways to its other views, to an aparté, and to a call beside.
import { createContext, useContext } from 'react'

export interface SubgroupWays {
  /** Shows a frame of the whiteboard. */
  readonly onFrame: (frameId: string) => void
  /** Shows the same frame among the list's notes. */
  readonly onFrameInList: (frameId: string) => void
  readonly enterAparte: (groupId: string) => void
  /** False when the browser refused the window. */
  readonly openCall: (url: string) => boolean
}

const Ways = createContext<SubgroupWays | null>(null)
export const SubgroupWaysProvider = Ways.Provider

export function useSubgroupWays(): SubgroupWays {
  const ways = useContext(Ways)
  if (!ways) throw new Error('useSubgroupWays belongs inside a SubgroupWaysProvider')
  return ways
}

/** Inside an aparté: the way back to its parent room. */
export interface AparteWays {
  readonly onBack: () => void
}

const Aparte = createContext<AparteWays | null>(null)
export const AparteProvider = Aparte.Provider

/** Null in an ordinary room. */
export const useAparte = (): AparteWays | null => useContext(Aparte)
