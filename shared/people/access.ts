// Policies that read like sentences, used by the greyed button and by the refusal.
import type { DocumentRef } from '#shared/contract/documentName.ts'
import type { RoomRole, Standing } from '#shared/people/actor.ts'

export type Access = 'write' | 'read'
/** What a group lets the others of a joint room do to its drafts. `none`: they are not shown at all. */
export const openings = ['none', 'read', 'comment', 'write'] as const
export type Opening = (typeof openings)[number]
export type RoomKind = 'group' | 'joint' | 'convergence'

/** A drafts document that a room shows: a group's own, or (without a group) the joint room's or the convergence's. */
export interface RoomSpace {
  readonly spaceId: string
  readonly groupId: string | null
  /** What the group lets the other groups of a joint room do; they read where it never said. [A5] */
  readonly opened?: Opening
}

export interface RoomShape {
  readonly id: string
  readonly kind: RoomKind
  readonly groupIds: readonly string[]
  readonly spaces: readonly RoomSpace[]
  /** Whether newcomers may enter. Open when it is not said. [A6] */
  readonly doorOpen?: boolean
  /** A room apart from its parent, for the people of one sub-group. [A7] */
  readonly aparte?: Aparte
  /** Of a joint session: whether it is over, and which groups renewed their rights since. Never over where absent. [A8] */
  readonly session?: SessionRights
}

export interface SessionRights {
  readonly over: boolean
  readonly renewedBy: readonly string[]
}

export interface Aparte {
  readonly parentId: string
  /** Ids of the seats whose own it is, as the parent's plan says. */
  readonly seats: readonly string[]
  /** Everybody came back: it is read, and no longer written. */
  readonly closed: boolean
}

export interface Person {
  readonly standing: Standing
  readonly role: RoomRole
  /** Groups this person belongs to: a member's groups, or the one that a guest named when joining. */
  readonly groupIds: readonly string[]
  /** The only groups that this person reads; absent where there is no such limit. [A9] */
  readonly readsGroupIds?: readonly string[] | null
  /** The seats behind the person's device. */
  readonly seats?: readonly { readonly id: string }[]
}

/** Cooperative life and administrators. */
export const runsEverything = (person: Pick<Person, 'standing'>): boolean =>
  person.standing === 'cooperative-life' || person.standing === 'admin'
const onlyReads = (person: Person): boolean =>
  person.role === 'observer' || person.standing === 'board' || person.standing === 'team'
/** [A9] An expert whom one of the room's groups invited. */
const isInvitedTo = (person: Person, room: Pick<RoomShape, 'groupIds'>): boolean =>
  person.readsGroupIds?.some((id) => room.groupIds.includes(id)) ?? false
const isOfRoom = (person: Person, room: RoomShape): boolean =>
  person.standing === 'guest' || person.groupIds.some((id) => room.groupIds.includes(id))

/**
 * Whether a closed door leaves this person inside. [A6] Guests who were let in stay; so do the room's groups, whoever was made
 * its facilitator, cooperative life and administrators. Visitors with an account (another group's members, boards, the team) wait outside.
 */
export const staysBehindClosedDoor = (person: Person, room: RoomShape): boolean =>
  runsEverything(person) ||
  person.role === 'facilitator' ||
  isOfRoom(person, room) ||
  isInvitedTo(person, room)

/**
 * Whether a room lets this person be in it now: its door is open, or leaves them inside. [A7] An aparté knows no door: in it are
 * the people of its sub-group, and nobody else, whatever they facilitate or administer.
 */
export function mayBeInside(person: Person, room: RoomShape): boolean {
  const { aparte } = room
  if (aparte) return (person.seats ?? []).some(({ id }) => aparte.seats.includes(id))
  if (person.readsGroupIds && person.role !== 'facilitator' && !isInvitedTo(person, room)) return false
  return room.doorOpen !== false || staysBehindClosedDoor(person, room)
}

/**
 * What a person may do to one document in one room; undefined when the document is none of that room's.
 *
 * [A1] An observer, a board and the team read everything and write nothing.
 * [A2] Cooperative life and administrators write in every room.
 * [A3] In the convergence everyone else reads.
 * [A4] In a group's room guests and the group's members write; another group's member writes on the whiteboard and reads the drafts.
 * [A5] In a joint room each group's drafts are written by that group; the others read, unless that group opened them. Joint
 *      drafts and the whiteboard are written by all its groups and by guests. A guest without a group reads the groups' drafts.
 *      To comment is to read: remarks are no words of the text. What a group does not show is shown to its own people alone.
 * [A6] Behind a closed door visitors with an account read nothing.
 * [A7] In an aparté its own people write everything until it is closed, then they read; all others find no document.
 * [A8] Once a joint session is over, a group's drafts are its own again: the others find no document, unless that group has
 *      renewed. Whatever they facilitate, whatever they only read; guests too, whose group is only what they said at the door.
 *      The joint drafts and the whiteboard stay as they were.
 * [A9] An invited expert reads in the rooms of the groups that invited them, also behind a closed door; of the other groups there
 *      they read nothing, and in other rooms nothing at all.
 */
export function documentAccess(person: Person, room: RoomShape, document: DocumentRef): Access | undefined {
  const space = document.kind === 'drafts' ? room.spaces.find((s) => s.spaceId === document.id) : undefined
  if (document.kind === 'drafts' ? !space : document.id !== room.id) return undefined
  if (!mayBeInside(person, room)) return undefined
  if (space && !isShown(person, room, space)) return undefined
  if (person.role === 'observer') return 'read'
  if (room.aparte) return room.aparte.closed || onlyReads(person) ? 'read' : 'write'
  if (runsEverything(person)) return 'write'
  if (onlyReads(person) || room.kind === 'convergence') return 'read'
  if (!space) return 'write'
  if (room.kind === 'group') return isOfRoom(person, room) ? 'write' : 'read'
  if (space.groupId === null) return isOfRoom(person, room) ? 'write' : 'read'
  if (person.groupIds.includes(space.groupId)) return 'write'
  return isOfRoom(person, room) && space.opened === 'write' ? 'write' : 'read'
}

/** [A5] [A8] Cooperative life and administrators, who run every room, are shown what a group keeps to itself. */
function isShown(person: Person, { kind, session }: RoomShape, { groupId, opened }: RoomSpace): boolean {
  if (person.readsGroupIds && groupId !== null && !person.readsGroupIds.includes(groupId)) return false
  if (kind !== 'joint' || groupId === null) return true
  if (runsEverything(person)) return true
  const isOver = session?.over === true && !session.renewedBy.includes(groupId)
  // A guest's group is what the guest said at the door of this very session.
  if (person.groupIds.includes(groupId)) return !(isOver && person.standing === 'guest')
  return opened !== 'none' && !isOver
}

/** Every document a room shows to a person, whiteboard first. */
export function documentsFor(
  person: Person,
  room: RoomShape,
): { readonly document: DocumentRef; readonly access: Access }[] {
  const documents: DocumentRef[] = [
    { kind: 'whiteboard', id: room.id },
    ...room.spaces.map((space) => ({ kind: 'drafts' as const, id: space.spaceId })),
  ]
  return documents.flatMap((document) => {
    const access = documentAccess(person, room, document)
    return access ? [{ document, access }] : []
  })
}

/** Facilitators of a room, cooperative life and administrators may prepare it, open its door and remove people. */
export const mayFacilitate = (person: Pick<Person, 'standing' | 'role'>): boolean =>
  person.role === 'facilitator' || runsEverything(person)

/**
 * [A10] A group's secretary writes down what is decided in its own room and in the joint rooms of which it is a group, whoever the
 * room named; the convergence has its own, and who observes writes nothing.
 */
export const keepsMinutesIn = (
  secretaryOfGroupIds: readonly string[],
  { role }: Pick<Person, 'role'>,
  { groupIds, kind }: Pick<RoomShape, 'groupIds' | 'kind'>,
): boolean =>
  role !== 'observer' && kind !== 'convergence' && secretaryOfGroupIds.some((id) => groupIds.includes(id))
