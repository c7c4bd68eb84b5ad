// What the shapes and menus of one open whiteboard need from around it.
import { createContext, type ReactNode, useContext } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { BoardBinding } from '#client/features/whiteboard/boardBinding.ts'
import type { UploadedImage } from '#client/features/whiteboard/uploadImage.ts'
import type { LiveRoom } from '#client/live/liveRoom.ts'
import type { Language } from '#client/ui/languages.ts'
import { type HeldLocks, noLocks } from '#shared/attention/heldLocks.ts'

export interface DraftPlace {
  readonly spaceId: string
  readonly draftId: string
}

/** How a card is shown: `light` while it is small or out of sight, when no editor should be made. */
export interface DraftView {
  readonly editing: boolean
  readonly detail: 'full' | 'light'
  /** The person is done writing: focus goes back to the canvas. */
  readonly onDone: () => void
}

export type RenderDraft = (spaceId: string, draftId: string, view: DraftView) => ReactNode

/** What the room's attention asks of this person's board. The same object until something of it changes. */
export interface BoardAttention {
  readonly locks: HeldLocks
  readonly fewTools: boolean
  /** The participant who points; null when nobody does. */
  readonly laserOf: string | null
}

export const freeBoard: BoardAttention = { locks: noLocks, fewTools: false, laserOf: null }

/** How drafts come together; each choice is made in the room's own dialogs. */
export interface BoardMerging {
  /** Why nothing may be begun; undefined when it may. */
  readonly blocked: string | undefined
  readonly merge: (drafts: readonly DraftPlace[]) => void
  readonly pull: (draft: DraftPlace) => void
  readonly split: (draft: DraftPlace) => void
  /** The merges that a draft takes part in. */
  readonly running: (draft: DraftPlace) => readonly { readonly label: string; readonly run: () => void }[]
}

export interface BoardHands {
  readonly room: LiveRoom
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly binding: BoardBinding
  readonly lang: Language
  readonly mayWrite: boolean
  /** May open all of tldraw's tools. */
  readonly mayHaveAllTools: boolean
  readonly allTools: boolean
  readonly attention: BoardAttention
  readonly showAllTools: (all: boolean) => void
  readonly renderDraft: RenderDraft
  /** Makes a draft; undefined when the person changed their mind. Absent where nobody may. */
  readonly createDraft?: (() => Promise<DraftPlace | undefined>) | undefined
  readonly draftFromNotes?: ((noteIds: readonly string[]) => Promise<DraftPlace | undefined>) | undefined
  readonly merging?: BoardMerging | undefined
  readonly uploadImage: (file: File) => Promise<UploadedImage>
}

export const BoardContext = createContext<BoardHands | undefined>(undefined)

export function useBoard(): BoardHands {
  const hands = useContext(BoardContext)
  if (!hands) throw new Error('useBoard belongs inside a Whiteboard')
  return hands
}
