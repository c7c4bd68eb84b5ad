// The only access decision: who holds this ticket, and what may they read and write there now.
import type { Account, Participant, People } from '#server/ports/people.ts'
import type { Room, RoomSession, Rooms } from '#server/ports/rooms.ts'
import { parseDocumentName } from '#shared/contract/documentName.ts'
import {
  type Access,
  documentAccess,
  documentsFor,
  keepsMinutesIn,
  mayBeInside,
  mayFacilitate,
  type Person,
  type RoomShape,
  type SessionRights,
} from '#shared/people/access.ts'
import { type Actor, sideOf } from '#shared/people/actor.ts'
import { inkOf, type StampedUser } from '#shared/room/people.ts'

/** What a ticket says, once its signature and its age were found good. */
export interface TicketWords {
  readonly participantId: string
  readonly roomId: string
  readonly epoch: number
  readonly documents: readonly string[]
  readonly session: string | null
}

export interface Holder {
  readonly participant: Participant
  readonly room: Room
  readonly actor: Actor
  /** A `--ink-*` name. */
  readonly ink: string
}

export type DocumentAdmission =
  | {
      readonly kind: 'admitted'
      readonly participantId: string
      readonly access: Access
      readonly user: StampedUser
      /** The room whose ticket it is. */
      readonly roomId: string
      /** Whether this person leads it. */
      readonly leads: boolean
    }
  | { readonly kind: 'bad-ticket' }
  | { readonly kind: 'not-yours' }

export interface Gate {
  /** Undefined when the ticket is not one, is too old, or its rights were withdrawn. */
  holder(ticket: string): Promise<Holder | undefined>
  admit(ticket: string, documentName: string): Promise<DocumentAdmission>
}

export interface GateOptions {
  readonly people: Pick<People, 'participant' | 'sessionAccount' | 'account'>
  readonly rooms: Pick<Rooms, 'room'>
  readonly readTicket: (ticket: string, now: number) => TicketWords | undefined
  /** The ink that a group wears in its cycle. */
  readonly inkOfGroup: (groupId: string) => Promise<string>
  readonly now: () => number
}

export function createGate(options: GateOptions): Gate {
  const held = async (ticket: string): Promise<(Holder & { readonly words: TicketWords }) | undefined> => {
    const words = options.readTicket(ticket, options.now())
    if (!words) return undefined
    const participant = await options.people.participant(words.participantId)
    const room = await options.rooms.room(words.roomId)
    if (!participant || !room || participant.roomId !== room.id) return undefined
    if (participant.removed || participant.epoch !== words.epoch) return undefined
    if (!(await sessionStands(options, participant, words))) return undefined
    if (!mayBeInside(participant, shapeOf(room, options.now()))) return undefined
    const actor = { ...actorOf(participant, room), ...(await minutesOf(options, participant, room)) }
    return { participant, room, actor, ink: await inkIn(options, room, actor), words }
  }
  return {
    holder: held,
    async admit(ticket, documentName) {
      const holder = await held(ticket)
      if (!holder) return { kind: 'bad-ticket' }
      const document = parseDocumentName(documentName)
      if (!document || !holder.words.documents.includes(documentName)) return { kind: 'not-yours' }
      const access = documentAccess(holder.participant, shapeOf(holder.room, options.now()), document)
      if (!access) return { kind: 'not-yours' }
      return {
        kind: 'admitted',
        participantId: holder.participant.id,
        access,
        user: stampOf(holder),
        roomId: holder.room.id,
        leads: holder.actor.role !== 'observer' && mayFacilitate(holder.actor),
      }
    },
  }
}

async function minutesOf(
  { people }: GateOptions,
  participant: Participant,
  room: Room,
): Promise<Pick<Actor, 'keepsMinutes'>> {
  const account = participant.accountId === null ? undefined : await people.account(participant.accountId)
  return keepsMinutesIn(account?.secretaryOfGroupIds ?? [], participant, room) ? { keepsMinutes: true } : {}
}

/** [B4] A ticket asked for with a session dies with that session. */
async function sessionStands(
  { people, now }: GateOptions,
  participant: Participant,
  words: TicketWords,
): Promise<boolean> {
  if (participant.accountId === null) return true
  const account = words.session === null ? undefined : await people.sessionAccount(words.session, now())
  return account?.id === participant.accountId
}

async function inkIn(options: GateOptions, room: Room, actor: Actor): Promise<string> {
  const joint = room.kind !== 'group' && actor.groupId !== null
  return joint ? options.inkOfGroup(actor.groupId) : inkOf(actor.participantId)
}

const stampOf = ({ participant, actor, ink }: Holder): StampedUser => ({
  participantId: participant.id,
  name: participant.name,
  side: sideOf(participant.presence),
  ink,
  groupId: actor.groupId,
  role: participant.role,
})

/** A room as the policies of shared/people see it, at a moment in milliseconds since 1970. */
export const shapeOf = (room: Room, at = Date.now()): RoomShape => ({
  id: room.id,
  kind: room.kind,
  groupIds: room.groupIds,
  spaces: room.spaces,
  doorOpen: room.doorOpen,
  ...(room.aparte ? { aparte: room.aparte } : {}),
  ...(room.jointSession ? { session: rightsAt(room.jointSession, at) } : {}),
})

/** [A8] Ended by somebody, or by its day and the grace after it. */
const rightsAt = ({ endedAt, renewedBy, rightsEndAt }: RoomSession, at: number): SessionRights => ({
  over: endedAt !== null || (rightsEndAt !== null && at >= rightsEndAt),
  renewedBy,
})

/** Who asks, in one room: the group they speak for is one of the room's, or none. */
export function actorOf(participant: Participant, room: Room): Actor {
  const { id, roomId, standing, role } = participant
  return { participantId: id, roomId, standing, role, groupId: groupIn(participant, room) }
}

export const groupIn = (person: Pick<Person, 'groupIds'>, room: Pick<Room, 'groupIds'>): string | null =>
  person.groupIds.find((id) => room.groupIds.includes(id)) ?? null

/** Names of the documents a room shows to somebody, with what they may do there; whiteboard first. */
export const openTo = (person: Person, room: Room): ReturnType<typeof documentsFor> =>
  documentsFor(person, shapeOf(room))

/**
 * What an account brings into a room: its standing, its groups, and the role of facilitator where it facilitates one of the
 * room's groups. The convergence is led by cooperative life alone.
 */
export function personOf(account: Account, room: Room, { observer }: { observer: boolean }): Person {
  const facilitates =
    room.kind !== 'convergence' && account.facilitatesGroupIds.some((id) => room.groupIds.includes(id))
  return {
    standing: account.standing,
    groupIds: account.groupIds,
    ...(account.readsGroupIds && { readsGroupIds: account.readsGroupIds }),
    role: observer ? 'observer' : facilitates ? 'facilitator' : 'participant',
  }
}
