// Keeps the record of sessions as rooms live them: when one begins and ends, what was decided, and who took part.
import { createHash } from 'node:crypto'
import { inTurns } from '#server/live/inTurns.ts'
import type { SliceServer } from '#server/live/rooms.ts'
import type { RoomsPresence } from '#server/live/roomsPresence.ts'
import type { People } from '#server/ports/people.ts'
import type { Room, Rooms } from '#server/ports/rooms.ts'
import type { HeldSession, PresenceKept, SessionRecords } from '#server/ports/sessionRecords.ts'
import { AgendaState, emptyAgenda } from '#shared/agenda/agendaState.ts'
import { noticedPeople } from '#shared/group/noticedPeople.ts'
import type { PersonPresent } from '#shared/room/people.ts'

export interface SessionKeeperOptions {
  readonly rooms: Pick<Rooms, 'room' | 'all' | 'state'>
  readonly records: Pick<SessionRecords, 'hold' | 'endOthers' | 'notice'>
  readonly people: Pick<People, 'account'>
  readonly presence: Pick<RoomsPresence, 'people' | 'participants'>
  /** The day that a session begins on, and which one of the cycle it is. */
  readonly dayOf: (room: Room) => Promise<Pick<HeldSession, 'date' | 'cycleSessionId'>>
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly warn: (context: Record<string, unknown>, message: string) => void
}

export interface SessionKeeper {
  /** The agenda's half on the server: a beginning or an end is recorded before anybody is told of it. */
  readonly server: SliceServer
  /** Something happened in a room: whoever came is noted within a moment. */
  heard(roomId: string): void
  /** Records what happened while no process looked. To be called once, at the start. */
  start(): Promise<void>
  /** Resolves when nothing is left to be written. */
  close(): Promise<void>
}

/** Milliseconds in which everything that happens in a room is looked at once. */
const pause = 150

/** Lines of two sessions cannot be joined by their ids, nor to a seat of a vote. */
const lineId = (sessionId: string, seatId: string): string =>
  createHash('sha256').update(`${sessionId} ${seatId}`).digest('hex').slice(0, 32)

export function createSessionKeeper(options: SessionKeeperOptions): SessionKeeper {
  const inTurn = inTurns()
  const waiting = new Map<string, NodeJS.Timeout>()
  const running = new Set<Promise<void>>()
  const written = new Map<string, Written>()

  const keep = async (roomId: string): Promise<void> => {
    try {
      await inTurn(roomId, () => keepRoom(options, roomId, written))
    } catch (error) {
      // What could not be kept is written at the next thing that happens, or at the next start.
      written.delete(roomId)
      options.warn({ error, roomId }, 'a session could not be recorded')
    }
  }
  const track = (work: Promise<void>): Promise<void> => {
    running.add(work)
    return work.finally(() => running.delete(work))
  }

  return {
    server: { effect: (_state, { roomId }) => track(keep(roomId)) },
    heard(roomId) {
      if (waiting.has(roomId)) return
      const look = (): void => {
        waiting.delete(roomId)
        void track(keep(roomId))
      }
      waiting.set(roomId, setTimeout(look, pause).unref())
    },
    start: () =>
      track(
        (async () => {
          for (const { id } of await options.rooms.all()) await keep(id)
        })(),
      ),
    async close() {
      for (const timer of waiting.values()) clearTimeout(timer)
      waiting.clear()
      await Promise.all(running)
    },
  }
}

/** What this process has last written of a room, so that the same is not written again at each keystroke of an agenda. */
interface Written {
  readonly session: string
  readonly lines: string
}

async function keepRoom(
  options: SessionKeeperOptions,
  roomId: string,
  written: Map<string, Written>,
): Promise<void> {
  const [room, { state }] = await Promise.all([options.rooms.room(roomId), options.rooms.state(roomId)])
  // Of an aparté nothing is told outside it.
  if (!room || room.aparte) return void written.delete(roomId)
  const agenda = AgendaState.safeParse(state['agenda']).data ?? emptyAgenda
  const before = written.get(roomId) ?? { session: '', lines: '' }
  const session = JSON.stringify([agenda.sessionId, agenda.endedAt, agenda.outcomes])
  if (session !== before.session) await keepSession(options, room, agenda)
  const here = agenda.status === 'running' ? options.presence.people(roomId) : []
  const lines = JSON.stringify([agenda.sessionId, here])
  // Most of what happens in a room changes nobody: then no account is asked for and nothing is written.
  if (lines !== before.lines && here.length > 0 && agenda.sessionId !== null)
    await options.records.notice(agenda.sessionId, await linesOf(options, agenda.sessionId, { roomId, here }))
  written.set(roomId, { session, lines })
}

async function keepSession(options: SessionKeeperOptions, room: Room, agenda: AgendaState): Promise<void> {
  const { sessionId, startedAt, endedAt } = agenda
  await options.records.endOthers(room.id, sessionId, options.now())
  if (sessionId === null || startedAt === null) return
  await options.records.hold({
    ...{ id: sessionId, roomId: room.id, groupIds: room.groupIds, title: room.title },
    ...(await options.dayOf(room)),
    ...{ startedAt, endedAt, outcomes: agenda.outcomes.map(({ text }) => text) },
  })
}

async function linesOf(
  { presence, people }: SessionKeeperOptions,
  sessionId: string,
  { roomId, here }: { readonly roomId: string; readonly here: readonly PersonPresent[] },
): Promise<Omit<PresenceKept, 'source'>[]> {
  const accountOf = new Map(presence.participants(roomId).map(({ id, accountId }) => [id, accountId]))
  const named = await Promise.all(
    here.map(async (person) => {
      const accountId = accountOf.get(person.participantId) ?? null
      const account = accountId === null ? undefined : await people.account(accountId)
      return { ...person, personId: account?.personId ?? null }
    }),
  )
  return noticedPeople(named).map(({ seatId, ...line }) => ({ ...line, id: lineId(sessionId, seatId) }))
}
