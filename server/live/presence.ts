// Who is where in one document. The server names people; a socket speaks for one client id, its own.
import type { PresenceEntry } from '#server/live/frames.ts'
import * as frames from '#server/live/frames.ts'
import type { StampedUser } from '#shared/room/people.ts'

/** What presence needs of a socket. */
export interface PresencePeer {
  readonly participantId: string
  user(): StampedUser
  sendPresence(bytes: Uint8Array): void
}

interface Shown {
  readonly peer: PresencePeer
  clock: number
  state: string
}

/** A clock that no honest client reaches; beyond it an entry could never be replaced. */
const clockLimit = 2 ** 31

export class Presence {
  readonly #shown = new Map<number, Shown>()
  readonly #idOf = new Map<PresencePeer, number>()
  readonly #changed = new Map<number, PresenceEntry>()
  readonly #peers = new Set<PresencePeer>()
  readonly #stateBytes: number
  #timer: NodeJS.Timeout | undefined

  /** `stateBytes`: how long one person's state may be; longer ones are ignored. */
  constructor(stateBytes: number) {
    this.#stateBytes = stateBytes
  }

  join(peer: PresencePeer): void {
    this.#peers.add(peer)
    if (this.#shown.size > 0) peer.sendPresence(this.everyone())
  }

  everyone(): Uint8Array {
    return frames.presence([...this.#shown].map(([client, { clock, state }]) => ({ client, clock, state })))
  }

  /** Takes from a socket's frame what it says of itself; entries of others are dropped in silence. `own` claims or checks an id. */
  receive(peer: PresencePeer, entries: readonly PresenceEntry[], own: (client: number) => boolean): void {
    for (const entry of entries) {
      const id = this.#idOf.get(peer)
      if (id !== undefined ? id !== entry.client : this.#speaksForAnother(peer, entry.client)) continue
      if (entry.clock > clockLimit || entry.state.length > this.#stateBytes) continue
      if (id === undefined && (entry.state === 'null' || !own(entry.client))) continue
      this.#show(peer, entry)
    }
  }

  /** A tab that comes back takes over from its old socket, which may look alive until the next ping. */
  #speaksForAnother(peer: PresencePeer, client: number): boolean {
    const shown = this.#shown.get(client)
    return shown !== undefined && shown.peer.participantId !== peer.participantId
  }

  #show(peer: PresencePeer, { client, clock, state }: PresenceEntry): void {
    const before = this.#shown.get(client)
    if (before && clock < before.clock) return
    const stamped = stamp(state, peer.user())
    if (stamped === undefined) return
    if (before && before.peer !== peer) this.#idOf.delete(before.peer)
    this.#idOf.set(peer, client)
    if (stamped === 'null') this.#shown.delete(client)
    else this.#shown.set(client, { peer, clock, state: stamped })
    this.#tell({ client, clock, state: stamped })
  }

  leave(peer: PresencePeer): void {
    this.#peers.delete(peer)
    const client = this.#idOf.get(peer)
    this.#idOf.delete(peer)
    const shown = client === undefined ? undefined : this.#shown.get(client)
    // The id may already be shown by the socket with which the same tab came back.
    if (client === undefined || shown?.peer !== peer) return
    this.#shown.delete(client)
    // At its own clock, which y-protocols takes for an end: whoever returns with the next one is seen again.
    this.#tell({ client, clock: shown.clock, state: 'null' })
  }

  /** Sends a socket its own presence again, unchanged: the stock provider leaves a line that is silent for 30 s. */
  reassure(peer: PresencePeer): void {
    const client = this.#idOf.get(peer)
    const shown = client === undefined ? undefined : this.#shown.get(client)
    peer.sendPresence(
      frames.presence(
        client !== undefined && shown ? [{ client, clock: shown.clock, state: shown.state }] : [],
      ),
    )
  }

  /** Twenty times a second at most, everything new in one frame for everybody. */
  #tell(entry: PresenceEntry): void {
    this.#changed.set(entry.client, entry)
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      const bytes = frames.presence([...this.#changed.values()])
      this.#changed.clear()
      for (const peer of this.#peers) peer.sendPresence(bytes)
    }, 50)
  }

  close(): void {
    clearTimeout(this.#timer)
  }
}

/** The client's state with the user as the server knows them; undefined for what is not an object. */
function stamp(state: string, user: StampedUser): string | undefined {
  let parsed: unknown
  try {
    parsed = JSON.parse(state)
  } catch {
    return undefined
  }
  if (parsed === null) return 'null'
  if (typeof parsed !== 'object' || Array.isArray(parsed)) return undefined
  const kept = Object.entries(parsed).filter(([key]) => key !== 'user' && key !== '__proto__')
  return JSON.stringify({ ...Object.fromEntries(kept), user })
}
