// What each room has locked, at hand for every update: kept current by the room's own commands, never read while somebody types.
import type { DocumentAdmission, Gate } from '#server/live/gate.ts'
import type { SliceServer } from '#server/live/rooms.ts'
import type { Rooms } from '#server/ports/rooms.ts'
import { type AttentionState, AttentionStored } from '#shared/attention/attentionState.ts'
import { documentName } from '#shared/contract/documentName.ts'

export interface RoomLocksOptions {
  readonly rooms: Pick<Rooms, 'state'>
  readonly gate: Pick<Gate, 'admit'>
}

type Admitted = Extract<DocumentAdmission, { kind: 'admitted' }>
type Locked = AttentionState['locked']

export interface RoomLocks {
  /** As the gate, and with what is locked for whom it admits. */
  admit(
    ticket: string,
    documentName: string,
  ): Promise<
    | (Admitted & { readonly barred: () => ReadonlySet<string> })
    | Exclude<DocumentAdmission, { kind: 'admitted' }>
  >
  /** The server's half of the slice that locks: before a lock is told, it holds. */
  readonly server: SliceServer
}

interface Room {
  /** Document name -> keys of its root. */
  locked: ReadonlyMap<string, ReadonlySet<string>>
  readAt: number
  /** Rises with each lock that was decided here: a reading begun before it says less. */
  turn: number
}

/** Another process may have locked something: lines are looked at every few seconds, and then this is read again. Milliseconds. */
const freshFor = 5_000
const nothing: ReadonlySet<string> = new Set()

export function createRoomLocks({ rooms, gate }: RoomLocksOptions): RoomLocks {
  const known = new Map<string, Room>()
  const roomOf = (roomId: string): Room => {
    const room = known.get(roomId) ?? { locked: new Map(), readAt: Number.NEGATIVE_INFINITY, turn: 0 }
    known.set(roomId, room)
    return room
  }
  const read = async (roomId: string): Promise<void> => {
    const room = roomOf(roomId)
    const [turn, now] = [room.turn, performance.now()]
    if (now - room.readAt < freshFor) return
    const { state } = await rooms.state(roomId)
    if (room.turn !== turn) return
    const kept = AttentionStored.safeParse(state['attention'])
    room.locked = byDocument(roomId, kept.success ? kept.data.locked : { records: [], drafts: [] })
    room.readAt = now
  }
  return {
    async admit(ticket, name) {
      const admission = await gate.admit(ticket, name)
      if (admission.kind !== 'admitted') return admission
      const { roomId, leads } = admission
      await read(roomId)
      return {
        ...admission,
        barred: () => (leads ? nothing : (known.get(roomId)?.locked.get(name) ?? nothing)),
      }
    },
    server: {
      async effect(state, { roomId }) {
        const room = roomOf(roomId)
        room.turn += 1
        room.readAt = performance.now()
        room.locked = byDocument(roomId, (state as AttentionState).locked) // the slice's own state
      },
    },
  }
}

/** A draft is locked by `<space id>/<draft id>`. */
function byDocument(roomId: string, { records, drafts }: Locked): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  const add = (name: string, key: string): void =>
    void found.set(name, (found.get(name) ?? new Set<string>()).add(key))
  for (const record of records) add(documentName({ kind: 'whiteboard', id: roomId }), record)
  for (const ref of drafts) {
    const [spaceId = '', draftId = ''] = ref.split('/')
    add(documentName({ kind: 'drafts', id: spaceId }), draftId)
  }
  return found
}
