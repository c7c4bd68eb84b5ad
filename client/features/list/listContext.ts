// What every row of the list may call; stable while the room, its rights and the language stay, so that rows stay memoised.
import type { TFunction } from 'i18next'
import { createContext, type ReactNode, useContext } from 'react'
import type * as Y from 'yjs'
import type { OpenMenu } from '#client/features/list/ActionMenu.tsx'
import type { TitleOf } from '#client/features/list/boardLines.ts'
import type { DraftLines } from '#client/features/list/draftLines.ts'
import type { Reading } from '#client/features/list/liveReading.ts'
import type { LiveRoom } from '#client/live/liveRoom.ts'
import type { HeldLocks } from '#shared/attention/heldLocks.ts'
import type { RoomGroup } from '#shared/room/join.ts'
import type { BoardList } from '#shared/whiteboard/listView.ts'

export type ListVariant = 'panel' | 'phone'

/** Renders one draft's editor; the list gives it its row, the draft feature its words. */
export type RenderDraft = (
  spaceId: string,
  draftId: string,
  options: { readonly variant: ListVariant; readonly open: boolean; readonly onDone: () => void },
) => ReactNode

/** How drafts come together, as the room's page lends it. */
export interface Merging {
  /** Why nothing may be begun, in words; undefined when it may. */
  readonly blocked: string | undefined
  readonly merge: (drafts: readonly DraftKey[]) => void
  readonly pull: (draft: DraftKey) => void
  readonly split: (draft: DraftKey) => void
  /** The merges that a draft takes part in. */
  readonly running: (draft: DraftKey) => readonly { readonly label: string; readonly run: () => void }[]
}

/** What the room's page lends to the list, so that features need not know one another. */
export interface ListServices {
  readonly renderDraft: RenderDraft
  /** Makes a draft and returns its id. */
  readonly newDraft: (spaceId: string, title: string) => string
  /** Makes one draft from several notes, linked to them, and returns its id. */
  readonly draftsFromNotes: (noteIds: readonly string[], spaceId: string) => string
  readonly openPasteDialog: () => void
  /** What the room has locked; nothing where absent. */
  readonly locks?: HeldLocks | undefined
  /** What stands under the name of a group whose drafts are listed. */
  readonly renderGroupHead?: ((groupId: string) => ReactNode) | undefined
  /** What stands among the signs of a draft's line. */
  readonly renderDraftSigns?: ((draft: DraftKey) => ReactNode) | undefined
  /** Absent where drafts are not merged. */
  readonly merging?: Merging | undefined
  /** Shows a record of the whiteboard; absent where no whiteboard is on the screen. */
  readonly focusOnBoard?: ((recordId: string) => void) | undefined
}

export interface DraftKey {
  readonly spaceId: string
  readonly draftId: string
}

/** The drafts of one group, or those written together. */
export interface ListSpace {
  readonly spaceId: string
  /** Null for drafts written together. */
  readonly group: RoomGroup | null
  /** The group's place, or the words for texts written together. */
  readonly name: string
  /** Why its drafts may not be changed, in words; undefined when they may. */
  readonly blocked: string | undefined
}

export interface ListHands extends Omit<ListServices, 'locks'> {
  readonly t: TFunction
  readonly room: LiveRoom
  readonly board: Y.Doc
  readonly variant: ListVariant
  readonly boardReading: Reading<BoardList>
  /** By space id, in the order of the room. */
  readonly draftReadings: ReadonlyMap<string, Reading<DraftLines>>
  /** A draft's title, empty when it cannot be read here. */
  readonly titleOf: TitleOf
  readonly spaces: readonly ListSpace[]
  /** Why nothing on the whiteboard may be changed, in words; undefined when it may. */
  readonly boardBlocked: string | undefined
  /** The same for one thing on it, which may be locked. */
  readonly recordBlocked: (id: string) => string | undefined
  /** The same for the drafts of a space. */
  readonly draftsBlocked: (spaceId: string) => string | undefined
  /** The same for one draft, which may be locked. */
  readonly draftBlocked: (draft: DraftKey) => string | undefined
  /** Whether the room has locked a draft, also for whom it does not hold. */
  readonly isDraftLocked: (draft: DraftKey) => boolean
  /** Why no draft may be made in any space; undefined when one may. */
  readonly newDraftBlocked: string | undefined
  /** Says a sentence to those who listen to the page. */
  readonly say: (text: string) => void
  /** Rows that this person took away: their going is no news. */
  readonly ownRemovals: Set<string>
  readonly openMenu: (menu: OpenMenu) => void
  readonly openDialog: (render: (close: () => void) => ReactNode) => void
  /** Shows a draft's text; whatever was open closes. */
  readonly openDraft: (draft: DraftKey) => void
  readonly toggleDraft: (draft: DraftKey) => void
  /** Brings the keyboard to a row, once it is on the screen. */
  readonly focusRow: (row: string, control?: string) => void
}

export const ListContext = createContext<ListHands | undefined>(undefined)

export function useList(): ListHands {
  const hands = useContext(ListContext)
  if (!hands) throw new Error('rows belong inside a RoomList')
  return hands
}
