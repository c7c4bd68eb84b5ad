// What every part of the desk reads: the page, the whole state, and how to act.
import { type ComponentType, createContext, type ReactNode, useContext } from 'react'
import type { ConvergenceAct } from '#shared/convergence/convergenceActs.ts'
import type { ConvergenceAnswer, ConvergenceDesk } from '#shared/convergence/convergenceAnswers.ts'
import type { ConvergenceState, Item } from '#shared/convergence/convergenceState.ts'
import type { HandedText, Words } from '#shared/convergence/handedText.ts'
import type { TogetherPlace } from '#shared/convergence/writtenTogether.ts'
import type { RoomGroup } from '#shared/room/join.ts'

export interface TogetherProps {
  readonly place: TogetherPlace
  readonly item: Item
  /** Below the text that is being written: what is said of its words, letter by letter. */
  readonly below: (written: Words) => ReactNode
}

export interface Desk {
  readonly page: ConvergenceAnswer
  readonly desk: ConvergenceDesk
  readonly state: ConvergenceState
  readonly act: (act: ConvergenceAct) => Promise<string | null>
  readonly groupsOf: (ids: readonly string[]) => readonly RoomGroup[]
  /** Opens the dialog that places these texts. */
  readonly place: (texts: readonly HandedText[]) => void
  /** Opens an item. */
  readonly open: (itemId: string) => void
  /** Lent by the page: where an item's text is written by several people at once. */
  readonly Together: ComponentType<TogetherProps>
}

const context = createContext<Desk | null>(null)
export const DeskProvider = context.Provider

export function useDesk(): Desk {
  const desk = useContext(context)
  if (!desk) throw new Error('a part of the desk stands outside of it')
  return desk
}

/** The texts that a drag carries: a kind of their own, so that nothing else can be dropped. */
export const dragged = { texts: 'application/x-faire-texts', item: 'application/x-faire-item' } as const
