// The document lane as the rest of the server sees it.
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type * as Y from 'yjs'
import type { Access } from '#shared/people/access.ts'
import type { StampedUser } from '#shared/room/people.ts'

/** The answer of the gate to one ticket and one document name, asked at the handshake and again while the socket lives. */
export type Admission =
  | {
      readonly kind: 'admitted'
      readonly participantId: string
      readonly access: Access
      readonly user: StampedUser
      /** Keys of the document's root that are locked for this participant now; asked at each update. Nothing where absent. */
      readonly barred?: () => ReadonlySet<string>
    }
  | { readonly kind: 'bad-ticket' }
  | { readonly kind: 'not-yours' }

export interface DocumentLane {
  /** Takes over an upgrade request whose path is under `/yjs/`; origin checks were made before. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Asks the gate again for the sockets of these participants (all when absent) and closes those whose rights changed with 4500. */
  recheck(participantIds?: ReadonlySet<string>): Promise<void>
  /** Closes every socket of these documents with 4500 and forgets the documents from memory; used when a demo is started afresh. */
  evict(names: readonly string[]): Promise<void>
  /** Changes a document as the participant `server`: checked, kept, then told. Resolves once on disk. */
  edit(name: string, change: (doc: Y.Doc) => void): Promise<void>
  /** Reads a document as it stands on disk; open or not. Undefined for an unknown name. */
  read<T>(name: string, look: (doc: Y.Doc) => T): Promise<T | undefined>
  /** Flushes what is pending and closes every socket with the code (4503 when shutting down). */
  close(code: number): Promise<void>
}
