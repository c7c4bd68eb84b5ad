// Items that several people write at once: drafts in a room of the convergence's own, that cooperative life alone enters.
import { type ConvergenceDeps, convergenceGround } from '#server/features/convergence/convergencePage.ts'
import { draftsIn, roomIdOf, spaceIdOf, togetherCode } from '#server/features/convergence/togetherRoom.ts'
import type { DocumentLog } from '#server/ports/documentLog.ts'
import type { Room, Rooms } from '#server/ports/rooms.ts'
import type { DocumentLane } from '#server/transport/documentLane.ts'
import { documentName } from '#shared/contract/documentName.ts'
import { itemOf } from '#shared/convergence/convergenceState.ts'
import { type TogetherPlace, togetherDraft, togetherDraftId } from '#shared/convergence/writtenTogether.ts'
import { createDraft, draftsOf } from '#shared/draft/draftModel.ts'

export interface TogetherDeps extends ConvergenceDeps {
  readonly store: ConvergenceDeps['store'] & {
    readonly rooms: Pick<Rooms, 'room' | 'roomByCode' | 'saveRoom'>
    readonly documentLog: Pick<DocumentLog, 'create' | 'generation'>
  }
  readonly lane: Pick<DocumentLane, 'edit' | 'read'>
}

/** Opens an item to be written by several people; opened already, it says where. Undefined for an item that is not there, or published. */
export async function writeTogether(deps: TogetherDeps, itemId: string): Promise<TogetherPlace | undefined> {
  const ground = await convergenceGround(deps)
  const item = ground && !ground.state.published ? itemOf(ground.state, itemId) : undefined
  if (!ground || !item) return undefined
  const { code } = await ownRoom(deps, ground.cycleId)
  const draftId = togetherDraftId(itemId)
  await deps.lane.edit(draftsIn(ground.cycleId), (doc) => {
    const draft = draftsOf(doc).get(draftId)
    if (!draft) createDraft(doc, togetherDraft(item))
    // Somebody put it away from within the room.
    else if ((draft.get('deletedAt') ?? null) !== null) draft.set('deletedAt', null)
  })
  return { code, spaceId: spaceIdOf(ground.cycleId), draftId }
}

/**
 * Nobody's group is named by it and its door is shut: before the document is published boards, the team and other groups read
 * nothing of it, and a source group reads the words that it is asked about.
 */
async function ownRoom({ store }: TogetherDeps, cycleId: string): Promise<Room> {
  const { documentLog, rooms } = store
  const id = roomIdOf(cycleId)
  for (const name of [documentName({ kind: 'whiteboard', id }), draftsIn(cycleId)])
    if ((await documentLog.generation(name)) === undefined) await documentLog.create(name)
  const there = await rooms.room(id)
  if (there) return there
  const room: Room = {
    ...{ id, code: await freeCode(rooms, cycleId), title: 'Convergence', kind: 'convergence', groupIds: [] },
    ...{ spaces: [{ spaceId: spaceIdOf(cycleId), groupId: null }], doorOpen: false, sessionId: null },
  }
  await rooms.saveRoom(room)
  return room
}

/** The same for two who open it at the same instant. */
async function freeCode(rooms: Pick<Rooms, 'roomByCode'>, cycleId: string): Promise<string> {
  for (let n = 0; ; n++) {
    const code = togetherCode(cycleId, n)
    const taken = await rooms.roomByCode(code)
    if (!taken || taken.id === roomIdOf(cycleId)) return code
  }
}
