// A room's state and secrets as they were read, and what of them each person may see.
import type { AnySlice } from '#server/live/rooms.ts'
import type { Rooms } from '#server/ports/rooms.ts'
import type { Actor, Seat } from '#shared/people/actor.ts'

type Slices = Readonly<Record<string, AnySlice>>

export interface RoomReading {
  readonly version: number
  /** Slice name -> what this person may see of it. */
  view(actor: Actor, seats: readonly Seat[]): Readonly<Record<string, unknown>>
}

export interface RoomSource {
  readonly rooms: Pick<Rooms, 'state' | 'secrets'>
  readonly slices: Slices
}

/** Read and parsed once, however many people look. */
export async function readRoom({ rooms, slices }: RoomSource, roomId: string): Promise<RoomReading> {
  const [room, secrets] = await Promise.all([rooms.state(roomId), rooms.secrets(roomId)])
  const read = Object.entries(slices).map(([name, slice]) => ({
    name,
    slice,
    state: stateOf(slices, room.state, name),
    secret: secretOf(slices, secrets, name),
  }))
  return {
    version: room.version,
    view: (actor, seats) =>
      Object.fromEntries(
        read.map(({ name, slice, state, secret }): [string, unknown] => [
          name,
          slice.view ? (slice.view(state, { actor, seats, secret }) as unknown) : state,
        ]),
      ),
  }
}

/** A slice's kept state, or its first one where nothing, or nothing that it still understands, was kept. */
export function stateOf(slices: Slices, state: Readonly<Record<string, unknown>>, name: string): unknown {
  const slice = slices[name]
  if (!slice) throw new Error(`no slice ${name}`)
  const kept = slice.state.safeParse(state[name])
  return kept.success ? kept.data : slice.initial
}

/** The same for what only the server knows; undefined where the slice has no secrets. */
export function secretOf(slices: Slices, secrets: Readonly<Record<string, unknown>>, name: string): unknown {
  const secret = slices[name]?.secret
  if (!secret) return undefined
  const kept = secret.schema.safeParse(secrets[name])
  return kept.success ? kept.data : secret.initial
}
