// The rooms of apartés: made from the plan, opened to whom the plan names, closed and brought back at its end. Each act may be done again.
import type { DocumentLog } from '#server/ports/documentLog.ts'
import type { Room, Rooms } from '#server/ports/rooms.ts'
import type { DocumentLane } from '#server/transport/documentLane.ts'
import { documentName } from '#shared/contract/documentName.ts'
import { bringBack, draftIdsOf, notesOn } from '#shared/subgroups/bringBack.ts'
import type { ToBringBack } from '#shared/subgroups/ending.ts'
import { State, type SubgroupPlan } from '#shared/subgroups/subgroupsState.ts'
import { censusOf } from '#shared/whiteboard/boardCensus.ts'
import { boardLimits } from '#shared/whiteboard/recordForm.ts'

export interface AparteRoomsOptions {
  readonly rooms: Pick<Rooms, 'room' | 'saveRoom' | 'state' | 'apartes'>
  readonly documentLog: Pick<DocumentLog, 'create' | 'generation'>
  readonly lane: () => Pick<DocumentLane, 'edit' | 'read'>
  /** Asks the gate again for every open line. */
  readonly recheck: () => Promise<void>
  /** Which rooms were made and closed, for the incident runbook; no names, no content. */
  readonly audit: (context: Record<string, unknown>, act: string) => void
}

export interface AparteRooms {
  /** Makes the rooms that the running plan names. */
  open(parentId: string): Promise<void>
  /** Gives and withdraws rights as the running plan says now. */
  follow(parentId: string): Promise<void>
  /** Closes the rooms, then puts what they hold on the parent's board and into its drafts. */
  bringBack(parentId: string, groups: readonly ToBringBack[]): Promise<void>
}

const boardOf = (roomId: string): string => documentName({ kind: 'whiteboard', id: roomId })
const draftsIn = (spaceId: string): string => documentName({ kind: 'drafts', id: spaceId })

export function aparteRooms(options: AparteRoomsOptions): AparteRooms {
  const { rooms, recheck, audit } = options
  return {
    async open(parentId) {
      const [parent, plan] = [await rooms.room(parentId), await runningPlan(rooms, parentId)]
      if (!parent || !plan) return
      for (const group of plan.groups) await openOne(options, parent, group)
      audit({ audit: true, roomId: parentId, rooms: plan.groups.length }, 'apartés opened')
    },
    async follow(parentId) {
      const plan = await runningPlan(rooms, parentId)
      let hasLost = false
      for (const { room: named, seats } of plan?.groups ?? []) {
        const room = named && (await rooms.room(named.id))
        if (!room?.aparte) continue
        const ids = seats.map(({ id }) => id)
        hasLost ||= room.aparte.seats.some((id) => !ids.includes(id))
        await rooms.saveRoom({ ...room, aparte: { ...room.aparte, seats: ids } })
      }
      // Who only came in has no line there yet: late comers by the dozen cost the others nothing.
      if (hasLost) await recheck()
    },
    async bringBack(parentId, groups) {
      // Whoever still writes is sent to the gate first: what is on disk after it is all there is.
      for (const { roomId } of groups) await close(rooms, roomId)
      await recheck()
      for (const group of groups) await bringOne(options, parentId, group)
      audit({ audit: true, roomId: parentId, rooms: groups.length }, 'apartés closed')
      // People of the parent learn of the texts that came.
      await recheck()
    },
  }
}

/** The state is the truth, not what an effect was asked for with: effects may come late, or twice. */
async function runningPlan(rooms: Pick<Rooms, 'state'>, parentId: string): Promise<SubgroupPlan | undefined> {
  const { state } = await rooms.state(parentId)
  const kept = State.safeParse(state['subgroups'])
  const plan = kept.success ? kept.data.plan : null
  return plan?.status === 'running' && plan.kind === 'aparte' ? plan : undefined
}

async function openOne(
  { rooms, documentLog }: AparteRoomsOptions,
  parent: Room,
  { name, room: named, seats }: SubgroupPlan['groups'][number],
): Promise<void> {
  if (!named || (await rooms.room(named.id))) return
  for (const document of [boardOf(named.id), draftsIn(named.spaceId)])
    if ((await documentLog.generation(document)) === undefined) await documentLog.create(document)
  await rooms.saveRoom({
    ...{ id: named.id, code: named.code, title: name, kind: parent.kind, groupIds: parent.groupIds },
    spaces: [{ spaceId: named.spaceId, groupId: groupOf(parent) }],
    ...{ doorOpen: false, sessionId: null },
    aparte: { parentId: parent.id, seats: seats.map(({ id }) => id), closed: false },
  })
}

/** In a group's room its texts are that group's; in a room of several they are everybody's. */
const groupOf = (parent: Room): string | null =>
  parent.kind === 'group' ? (parent.groupIds[0] ?? null) : null

async function close(rooms: AparteRoomsOptions['rooms'], roomId: string): Promise<void> {
  const room = await rooms.room(roomId)
  if (room?.aparte) await rooms.saveRoom({ ...room, aparte: { ...room.aparte, closed: true } })
}

async function bringOne(
  options: AparteRoomsOptions,
  parentId: string,
  { name, frameId, roomId, spaceId }: ToBringBack,
): Promise<void> {
  const { rooms } = options
  const lane = options.lane()
  if (!(await rooms.room(roomId))) return
  const draftIds = (await lane.read(draftsIn(spaceId), draftIdsOf)) ?? []
  const notes = (await lane.read(boardOf(roomId), notesOn)) ?? []
  const parent = await rooms.room(parentId)
  if (!parent) return
  if (draftIds.length > 0 && !parent.spaces.some((space) => space.spaceId === spaceId))
    await rooms.saveRoom({ ...parent, spaces: [...parent.spaces, { spaceId, groupId: groupOf(parent) }] })
  await lane.edit(boardOf(parentId), (doc) => {
    const room = boardLimits.shapes - censusOf(doc).shapes.size
    bringBack(doc, { frameId, name, spaceId, draftIds, notes }, room)
  })
}
