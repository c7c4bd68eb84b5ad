// What travels on the room lane's line, derived from the list of slices.
import type { Slices } from '#shared/app.ts'
import type { RefusalCode } from '#shared/contract/result.ts'
import type { Command, Slice } from '#shared/contract/slice.ts'
import type { PersonPresent } from '#shared/room/people.ts'

type CommandsOf<S> =
  S extends Slice<infer _State, infer Commands, infer _Secret, infer _View> ? Commands : never

/** `call.set`, `seats.add`… */
export type CommandName = {
  [S in keyof Slices & string]: `${S}.${keyof CommandsOf<Slices[S]> & string}`
}[keyof Slices & string]

export type InputOf<N extends CommandName> = N extends `${infer S extends keyof Slices & string}.${infer C}`
  ? C extends keyof CommandsOf<Slices[S]>
    ? CommandsOf<Slices[S]>[C] extends Command<infer _State, infer Input, infer _Secret>
      ? Input
      : never
    : never
  : never

/** The id is chosen by the client, so that a retry is harmless. */
export interface Envelope<Input> {
  readonly id: string
  readonly input: Input
}

export interface AckRefusal {
  readonly code: RefusalCode
  /** An i18n key under `refusal.`. */
  readonly reason: string
  /** The same for people, in the language of the line. */
  readonly message: string
}
export type Ack = (
  answer:
    | { readonly ok: true; readonly value?: unknown }
    | { readonly ok: false; readonly error: AckRefusal },
) => void

/** What a person may see of a slice: its view where it has one, else its state. */
export type ViewOf<S extends keyof Slices> =
  Slices[S] extends Slice<infer _State, infer _Commands, infer _Secret, infer View> ? View : never

export interface Snapshot {
  /** Rises by one with each accepted command; a client drops a snapshot older than the one it holds. */
  readonly version: number
  /** Milliseconds since 1970, server clock, when it was sent. */
  readonly now: number
  /** Slice name -> what this person may see of it. The first of a line holds all; later ones what has changed for this person. */
  readonly state: Readonly<Record<string, unknown>>
  /** Where it has changed since the last one of this line. */
  readonly people?: readonly PersonPresent[]
  /** Names of the documents that the room shows to this person now, where that has changed: unknown ones are reached by joining again. */
  readonly documents?: readonly string[]
}

export type ClientToServer = {
  [N in CommandName]: (envelope: Envelope<InputOf<N>>, ack: Ack) => void
}
/** Something over HTTP is no longer as it was read: read it again. */
export interface Changed {
  readonly resource: ChangedResource
  readonly spaceId: string
  readonly draftId: string
}
export type ChangedResource = 'remarks'

export interface ServerToClient {
  room: (snapshot: Snapshot) => void
  /** To people who may read that draft in their room, and to nobody else. */
  changed: (what: Changed) => void
}
/** `auth` of the handshake. */
export interface HandshakeAuth {
  readonly ticket: string
  /** `fr`, `en` or `nl`: the language of refusals; French by default. */
  readonly lang?: string
}
/** `error.data` of a refused handshake (`connect_error`): join again with the cookie for a fresh ticket. */
export interface HandshakeRefusal {
  readonly code: 'bad-ticket' | 'too-many' | 'unavailable'
}
