// What every part of an open merge may look at and call.
import { createContext, type ReactNode, useContext } from 'react'
import type { Party, PassageName } from '#client/features/merge/mergeNames.ts'
import type { MergeActs } from '#client/features/merge/useMergeActs.ts'
import type { LiveRoom } from '#client/live/liveRoom.ts'
import type { MergeReading } from '#shared/merge/mergeReading.ts'
import type { Merge } from '#shared/merge/mergeState.ts'

export type PassageFilter = 'all' | 'open'

export interface MergeHands {
  readonly room: LiveRoom
  readonly merge: Merge
  readonly reading: MergeReading
  /** By parent, in the order of the reading. */
  readonly parties: readonly Party[]
  readonly names: ReadonlyMap<string, PassageName>
  /** By passage id: the passages of its row, itself included. */
  readonly rowOf: ReadonlyMap<string, readonly string[]>
  readonly acts: MergeActs
  /** Why nothing may be decided now, in words; undefined when it may. */
  readonly blocked: string | undefined
  readonly filter: PassageFilter
  /** The passage that is looked at; its row and its places are shown with it. */
  readonly selected: string | undefined
  readonly select: (passage: string | undefined) => void
  /** The passage whose acts are shown. */
  readonly openPassage: string | undefined
  /** Shows a passage's acts; undefined puts them away. */
  readonly open: (passage: string | undefined) => void
  /** Several, for one act on all of them. */
  readonly chosen: readonly string[]
  readonly choose: (passage: string) => void
  /** Whether each passage carries its check box. */
  readonly choosing: boolean
  readonly openDialog: (render: (close: () => void) => ReactNode) => void
  /** Brings the keyboard and the eye to the passage's place in the joint text. */
  readonly showInJoint: (passage: string) => void
}

/** What a passage may call: the same object as long as the parents stay, so that a reading draws only what changed. */
export type PassageCalls = Pick<MergeHands, 'open' | 'choose' | 'acts' | 'names'>

export const PassageCallsContext = createContext<PassageCalls | undefined>(undefined)

export function usePassageCalls(): PassageCalls {
  const calls = useContext(PassageCallsContext)
  if (!calls) throw new Error('passages belong inside a MergeWorkspace')
  return calls
}

export const MergeContext = createContext<MergeHands | undefined>(undefined)

export function useMergeHands(): MergeHands {
  const hands = useContext(MergeContext)
  if (!hands) throw new Error('parts of a merge belong inside a MergeWorkspace')
  return hands
}
