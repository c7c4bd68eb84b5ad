// The room that an accepted invitation asks for: made step by step under names known beforehand, so that a killed server makes it whole at its next start.
import { createHash } from 'node:crypto'
import { type DayDeps } from '#server/features/home/day.ts'
import type { LiveRooms } from '#server/live/rooms.ts'
import type { DocumentLog } from '#server/ports/documentLog.ts'
import type { JointRecords } from '#server/ports/jointRecords.ts'
import type { Room, Rooms } from '#server/ports/rooms.ts'
import type { DocumentLane } from '#server/transport/documentLane.ts'
import { sessionTemplate } from '#shared/agenda/sessionTemplates.ts'
import { documentName } from '#shared/contract/documentName.ts'
import { readDrafts } from '#shared/draft/draftModel.ts'
import type { Invitation, SessionDay } from '#shared/joint/invitation.ts'
import { graceHours, serverIn } from '#shared/joint/joint.ts'
import { inLaneOrder, type Lane, layLanes } from '#shared/joint/layLanes.ts'
import { canonicalCode } from '#shared/room/door.ts'
import type { RoomGroup } from '#shared/room/join.ts'

export interface JointRoomsDeps extends Pick<DayDeps, 'demo'> {
  readonly rooms: Pick<Rooms, 'room' | 'roomByCode' | 'saveRoom' | 'all'>
  readonly records: Pick<JointRecords, 'roomMade' | 'invitationsWithoutRoom'>
  readonly documentLog: Pick<DocumentLog, 'create' | 'generation'>
  readonly lane: Pick<DocumentLane, 'edit' | 'read'>
  readonly live: Pick<LiveRooms, 'run'>
  readonly groups: (ids: readonly string[]) => Promise<readonly RoomGroup[]>
  /** Group id -> its drafts space, where no room names one: a demo's groups without a room. */
  readonly spaces: () => Promise<Readonly<Record<string, string>>>
}

const digest = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex')

/** « Lanes » as the groups of a room are used to say it. */
const inCommon = { fr: 'En commun', en: 'In common', nl: 'Gezamenlijk' } as const

export const jointRoomId = (invitationId: string): string => `joint-${invitationId}`

/** Makes the room of one accepted invitation; made already, it only says so. */
export async function makeJointRoom(deps: JointRoomsDeps, invitation: Invitation): Promise<Room | undefined> {
  const { agreed, id } = invitation
  if (!agreed) return undefined
  const roomId = jointRoomId(id)
  const groups = await deps.groups(agreed.groupIds)
  const room = (await deps.rooms.room(roomId)) ?? (await plannedRoom(deps, invitation, groups))
  await makeDocuments(deps, room)
  await layBoard(deps, { invitation, room, groups })
  if (!(await deps.rooms.room(roomId))) await deps.rooms.saveRoom(room)
  await prepare(deps, {
    invitation,
    roomId,
    day: agreed.day,
    rightsEndAt: room.jointSession?.rightsEndAt ?? null,
  })
  await deps.records.roomMade(id, roomId)
  return room
}

/** What a killed server left undone. To be called once, at the start. */
export async function makeMissingRooms(deps: JointRoomsDeps): Promise<void> {
  for (const { invitation } of await deps.records.invitationsWithoutRoom())
    await makeJointRoom(deps, invitation)
}

/** Newcomers wait outside until a facilitator opens the door; the groups' own people come in. */
async function plannedRoom(
  deps: JointRoomsDeps,
  invitation: Invitation,
  groups: readonly RoomGroup[],
): Promise<Room> {
  const { agreed, id, subject } = invitation
  const roomId = jointRoomId(id)
  const groupIds = agreed?.groupIds ?? []
  const spaces = await Promise.all(
    groupIds.map(async (groupId) => ({ groupId, spaceId: await spaceOf(deps, groupId) })),
  )
  return {
    ...{
      id: roomId,
      code: await freeCode(deps, invitation, groups),
      title: subject,
      kind: 'joint',
      groupIds,
    },
    spaces: [{ spaceId: digest('space', roomId).slice(0, 26), groupId: null }, ...spaces],
    ...{ doorOpen: false, sessionId: null },
    jointSession: { rightsEndAt: rightsEnd(deps, invitation), endedAt: null, renewedBy: [] },
  }
}

/** In the demo days do not pass: only a facilitator's act ends the rights there. */
function rightsEnd({ demo }: JointRoomsDeps, { agreed, durationMin }: Invitation): number | null {
  if (demo || !agreed) return null
  return startOf(agreed.day) + durationMin * 60_000 + graceHours * 3_600_000
}

/** In the server's own time zone, as every day is counted. */
const startOf = ({ date, startTime }: SessionDay): number => new Date(`${date}T${startTime}:00`).getTime()

/** One drafts space a group, in whichever room: its first one where it never had any. */
async function spaceOf({ rooms, spaces }: JointRoomsDeps, groupId: string): Promise<string> {
  const shown = (await rooms.all()).flatMap((room) => room.spaces).find((space) => space.groupId === groupId)
  return shown?.spaceId ?? (await spaces())[groupId] ?? digest('group', groupId).slice(0, 26)
}

/** « NANTES-LYON 4711 »: read aloud, and not guessed. */
async function freeCode(
  { rooms }: JointRoomsDeps,
  { id }: Invitation,
  groups: readonly RoomGroup[],
): Promise<string> {
  const places = groups.map(({ place }) => place).join('-')
  const name =
    canonicalCode(places.slice(0, 48)) ?? canonicalCode(groups.map(({ code }) => code).join('-')) ?? 'JOINT'
  for (let n = 0; ; n++) {
    const number = (Number.parseInt(digest('code', id, String(n)).slice(0, 8), 16) % 9000) + 1000
    const code = `${name.replaceAll(' ', '-')} ${number}`
    if (!(await rooms.roomByCode(code))) return code
  }
}

async function makeDocuments({ documentLog }: JointRoomsDeps, room: Room): Promise<void> {
  const names = [
    documentName({ kind: 'whiteboard', id: room.id }),
    ...room.spaces.map(({ spaceId }) => documentName({ kind: 'drafts', id: spaceId })),
  ]
  for (const name of names)
    if ((await documentLog.generation(name)) === undefined) await documentLog.create(name)
}

/** Cards of each group's standing drafts in its lane: they hold none of its words, and show them to whom the group shows them. */
async function layBoard(
  { lane }: JointRoomsDeps,
  made: { readonly invitation: Invitation; readonly room: Room; readonly groups: readonly RoomGroup[] },
): Promise<void> {
  const { invitation, room, groups } = made
  const lanes = await Promise.all(
    groups.map(async ({ id, place }): Promise<Lane> => {
      const spaceId = room.spaces.find(({ groupId }) => groupId === id)?.spaceId ?? ''
      const name = documentName({ kind: 'drafts', id: spaceId })
      const ids = (await lane.read(name, (doc) => readDrafts(doc).map((draft) => draft.id))) ?? []
      return { groupId: id, name: place, cards: ids.map((draftId) => ({ spaceId, draftId })) }
    }),
  )
  const common: Lane = { groupId: null, name: inCommon[invitation.language], cards: [] }
  await lane.edit(documentName({ kind: 'whiteboard', id: room.id }), (doc) =>
    layLanes(doc, inLaneOrder(lanes, common)),
  )
}

/** By the server itself, under ids of the invitation: done again, each is the same command. */
async function prepare(
  { live }: JointRoomsDeps,
  asked: {
    readonly invitation: Invitation
    readonly roomId: string
    readonly day: SessionDay
    readonly rightsEndAt: number | null
  },
): Promise<void> {
  const { invitation, roomId, day, rightsEndAt } = asked
  const actor = serverIn(roomId)
  const begun = { invitationId: invitation.id, day, rightsEndAt }
  await live.run(actor, 'joint.begin', { id: `begin-${invitation.id}`, input: begun })
  if (invitation.template === null) return
  const { steps } = sessionTemplate(invitation.template, invitation.language)
  await live.run(actor, 'agenda.lay', { id: `agenda-${invitation.id}`, input: { steps, instead: [] } })
}
