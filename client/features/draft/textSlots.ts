// What a page puts beside the texts of drafts: lent by it, so that features need not know one another.
import { type ComponentType, createContext, type ReactNode, type RefObject } from 'react'
import type * as Y from 'yjs'
import type { LiveDocument } from '#client/live/liveRoom.ts'
import type { RoomGroup } from '#shared/room/join.ts'

/** One text of a draft on the screen, in an editor, in a plain field or as it stands. */
export interface ShownText {
  readonly live: LiveDocument
  readonly draftId: string
  /** A section, `title`, `summary`, `nuance:<id>`… */
  readonly place: string
  readonly shared: Y.XmlFragment | Y.Text
  /** Holds the blocks of a section, or is the field itself. */
  readonly text: RefObject<HTMLElement | null>
}

export interface DraftOnScreen {
  readonly live: LiveDocument
  readonly draftId: string
}

/** What stands beside a draft as context, and the draft that it stands beside. */
export interface FramedDraft extends DraftOnScreen {
  /** Whose draft it is; absent for one of several groups. */
  readonly group: RoomGroup | undefined
  readonly children: ReactNode
}

export interface TextSlots {
  /** Over the words of one text, inside the box that they stand in. */
  readonly Words?: ComponentType<ShownText>
  /** One more tool beside those of a text being written. */
  readonly Tool?: ComponentType<DraftOnScreen>
  /** Below everything about one draft. */
  readonly Below?: ComponentType<DraftOnScreen>
  /** Around the context of a draft: whether it is shown now. */
  readonly Frame?: ComponentType<FramedDraft>
}

/** Nothing where no page lends anything. */
export const TextSlots = createContext<TextSlots>({})
