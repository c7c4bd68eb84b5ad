// What the rest of the client sees of a live room. Only client/live opens sockets; features receive these.
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { FrameRefusal } from '#shared/contract/acknowledgement.ts'
import type { Access } from '#shared/people/access.ts'
import type { JoinAnswer, RoomDocument } from '#shared/room/join.ts'
import type { PersonPresent } from '#shared/room/people.ts'
import type { Changed } from '#shared/wire.ts'

/**
 * The honest badge, for one document or a whole room.
 * `saved` only when the server has acknowledged every local change; `sending` while some are under way;
 * `offline` when the line is gone (also within 5 s of a half-open one); `back` for a few seconds after a return
 * that brought offline changes; `connecting` before anything was read; `refused` when the server refused a change.
 */
export type SaveState = 'connecting' | 'saved' | 'sending' | 'offline' | 'back' | 'refused'

export interface SaveStatus {
  readonly state: SaveState
  /** Local changes (update frames) that the server has not acknowledged. */
  readonly unsaved: number
  /** With `back`: how many changes made offline were sent. */
  readonly sentOnReturn: number
  /** Whether what is unsaved would survive closing this tab: false when the browser gives no storage. */
  readonly keptOnDevice?: boolean
  /** Words that the server refused, to be shown to their author for copying out. Present only when there are some. */
  readonly refused?: readonly RefusedChange[]
}

/** What a person wrote and the server would not keep. */
export interface RefusedChange {
  readonly documentName: string
  readonly code: FrameRefusal | 'rights' | 'ticket' | 'replaced'
  /** The texts that hold the refused words, as this device last showed them; may be empty (a move, a deletion). */
  readonly text: string
}

export interface LiveDocument extends RoomDocument {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly access: Access
  /** True once the copy kept on this device, or the server's, has been read: the document may be shown. */
  isReadable(): boolean
  save(): SaveStatus
  /** Called after any change of isReadable, save or access. Returns the way to stop. */
  subscribe(changed: () => void): () => void
}

export type CommandAnswer =
  | { readonly ok: true; readonly value?: unknown }
  | {
      readonly ok: false
      /** `message` is in the person's language; absent where no server answered. */
      readonly error: { readonly code: string; readonly reason: string; readonly message?: string }
    }

export interface LiveRoom {
  readonly join: JoinAnswer
  /** All that are open to this person now. */
  readonly documents: readonly LiveDocument[]
  readonly whiteboard: LiveDocument
  /** Drafts documents by space id, the room's own first. */
  readonly drafts: readonly LiveDocument[]
  draftsOf(spaceId: string): LiveDocument | undefined
  people(): readonly PersonPresent[]
  /** The room lane's state as this person sees it: slice name -> view; empty until the first snapshot. */
  state(): Readonly<Record<string, unknown>>
  /** Server clock minus this device's, in milliseconds. */
  clockOffset(): number
  save(): SaveStatus
  /** Sends an acknowledged command; a retry with the same id is harmless. Offline it answers `unavailable` at once. */
  command(name: string, input: unknown): Promise<CommandAnswer>
  subscribe(changed: () => void): () => void
  /**
   * Told when something over HTTP is no longer as it was read; without an argument after a return, when anything may have changed.
   * Returns the way to stop.
   */
  onChanged?(told: (what?: Changed) => void): () => void
  /**
   * The author has copied the refused words out: forgets them and opens that document afresh from the server
   * (`whiteboard` and `drafts` then hold another LiveDocument, with another Y.Doc).
   */
  dismissRefused?(documentName: string): void
  close(): void
}
