// Looks after joint rooms as they live: a draft that grows out of a merge gets its card in the common lane, and a session that was ended is ended for rights too.
import type { LiveRooms } from '#server/live/rooms.ts'
import type { Room, Rooms } from '#server/ports/rooms.ts'
import type { DocumentLane } from '#server/transport/documentLane.ts'
import { AgendaState } from '#shared/agenda/agendaState.ts'
import { documentName } from '#shared/contract/documentName.ts'
import { draftsOf } from '#shared/draft/draftModel.ts'
import { joint, serverIn } from '#shared/joint/joint.ts'
import { commonLaneId, type LaneCard, layInLane } from '#shared/joint/layLanes.ts'
import { MergeState } from '#shared/merge/mergeState.ts'

export interface JointKeeperOptions {
  readonly rooms: Pick<Rooms, 'room' | 'all' | 'state'>
  readonly lane: () => Pick<DocumentLane, 'edit' | 'read'>
  readonly run: LiveRooms['run']
  readonly warn: (context: Record<string, unknown>, message: string) => void
}

export interface JointKeeper {
  /** Something happened in a room. */
  heard(roomId: string): void
  /** Looks at what happened while no process did. To be called once, at the start. */
  start(): Promise<void>
  /** Resolves when nothing is left to be done. */
  close(): Promise<void>
}

/** Milliseconds in which everything that happens is looked at once; and how often a draft that is still being made is waited for. */
const pause = 150
const mostLooks = 20

export function createJointKeeper(options: JointKeeperOptions): JointKeeper {
  const waiting = new Map<string, NodeJS.Timeout>()
  const running = new Set<Promise<void>>()
  /** Drafts that have their card, or whose card somebody has taken away: they are not looked for again. */
  const settled = new Set<string>()
  const look = async (roomId: string, turn: number): Promise<void> => {
    try {
      if ((await lookAfter(options, roomId, settled)) === 'waits' && turn < mostLooks) later(roomId, turn + 1)
    } catch (error) {
      options.warn({ error, roomId }, 'a joint room could not be looked after')
    }
  }
  const track = (work: Promise<void>): Promise<void> => {
    running.add(work)
    return work.finally(() => running.delete(work))
  }
  const later = (roomId: string, turn: number): void => {
    if (waiting.has(roomId)) return
    const begin = (): void => {
      waiting.delete(roomId)
      void track(look(roomId, turn))
    }
    waiting.set(roomId, setTimeout(begin, pause).unref())
  }
  return {
    heard: (roomId) => later(roomId, 0),
    start: () =>
      track(
        (async () => {
          for (const { id, kind } of await options.rooms.all()) if (kind === 'joint') await look(id, 0)
        })(),
      ),
    async close() {
      for (const timer of waiting.values()) clearTimeout(timer)
      waiting.clear()
      await Promise.all(running)
    },
  }
}

/** `waits` while a draft that was decided is not in its document yet. */
async function lookAfter(
  options: JointKeeperOptions,
  roomId: string,
  settled: Set<string>,
): Promise<'done' | 'waits'> {
  const room = await options.rooms.room(roomId)
  if (room?.kind !== 'joint' || room.aparte) return 'done'
  const { state } = await options.rooms.state(roomId)
  await endWithAgenda(options, roomId, state)
  const cards = grown(room, state).filter((card) => !settled.has(keyOf(roomId, card)))
  let outcome: 'done' | 'waits' = 'done'
  for (const card of cards) {
    const exists = await options
      .lane()
      .read(documentName({ kind: 'drafts', id: card.spaceId }), (doc) => draftsOf(doc).has(card.draftId))
    if (!exists) {
      outcome = 'waits'
      continue
    }
    const board = documentName({ kind: 'whiteboard', id: roomId })
    await options.lane().edit(board, (doc) => void layInLane(doc, { laneId: commonLaneId, card }))
    settled.add(keyOf(roomId, card))
  }
  return outcome
}

const keyOf = (roomId: string, { spaceId, draftId }: LaneCard): string => `${roomId} ${spaceId}/${draftId}`

/** Drafts of the room's own space that grow out of a merge or a pull. */
function grown(room: Room, state: Readonly<Record<string, unknown>>): LaneCard[] {
  const kept = MergeState.safeParse(state['merge'])
  const own = new Set(room.spaces.flatMap(({ groupId, spaceId }) => (groupId === null ? [spaceId] : [])))
  const merges = kept.success ? Object.values(kept.data.merges) : []
  return merges
    .filter(({ closed, spaceId }) => closed === null && own.has(spaceId))
    .map(({ spaceId, draftId }) => ({ spaceId, draftId }))
}

/** [S4] Who ends the session that groups were invited to ends their rights with it. A room that nobody was invited to has no such end. */
async function endWithAgenda(
  { run }: JointKeeperOptions,
  roomId: string,
  state: Readonly<Record<string, unknown>>,
): Promise<void> {
  const agenda = AgendaState.safeParse(state['agenda']).data
  const session = joint.state.safeParse(state['joint']).data
  if (agenda?.status !== 'ended' || !agenda.sessionId || !session?.invitationId || session.endedAt !== null)
    return
  const actor = serverIn(roomId)
  await run(actor, 'joint.end', { id: `end-${agenda.sessionId}`, input: {} })
}
