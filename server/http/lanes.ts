// Opens the document lane and the room lane over one gate.
import { randomInt } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Logger } from 'pino'
import type { Config } from '#server/config.ts'
import { adoptionServer } from '#server/features/adoption/adoptionServer.ts'
import { decisionServer } from '#server/features/decision/decisionServer.ts'
import { listTextOf } from '#server/features/handover/groupList.ts'
import { handoverServer } from '#server/features/handover/handoverServer.ts'
import { todayOf } from '#server/features/home/day.ts'
import { createJointKeeper, type JointKeeper } from '#server/features/joint/jointKeeper.ts'
import { jointServer } from '#server/features/joint/jointServer.ts'
import { mergeServer } from '#server/features/merge/mergeServer.ts'
import { notesServer } from '#server/features/notes/notesServer.ts'
import { opennessServer } from '#server/features/openness/opennessServer.ts'
import { queueServer } from '#server/features/queue/queueServer.ts'
import { seatsServer } from '#server/features/seats/seatsServer.ts'
import { sessionDay } from '#server/features/sessions/sessionDay.ts'
import { createSessionKeeper, type SessionKeeper } from '#server/features/sessions/sessionKeeper.ts'
import { aparteRooms } from '#server/features/subgroups/aparteRooms.ts'
import { subgroupsServer } from '#server/features/subgroups/subgroupsServer.ts'
import type { RoomGuide } from '#server/http/joinAnswer.ts'
import { createGate, type Gate } from '#server/live/gate.ts'
import { createRoomLocks } from '#server/live/roomLocks.ts'
import { createLiveRooms, type LiveRooms } from '#server/live/rooms.ts'
import { createRoomsPresence, type RoomsPresence } from '#server/live/roomsPresence.ts'
import { documentSchemas } from '#server/live/schemas.ts'
import type { Account } from '#server/ports/people.ts'
import { type CommandsLane, createCommandsLane } from '#server/transport/commands.ts'
import type { Store } from '#server/transport/deps.ts'
import { createDocumentLane, type DocumentLaneWithStats } from '#server/transport/documents.ts'
import type { Metrics } from '#server/transport/metrics.ts'
import type { Tickets } from '#server/transport/tickets.ts'
import { slices } from '#shared/app.ts'
import { seatsHere } from '#shared/room/people.ts'

export interface LanesOptions {
  /** Whether this process serves the demo, which has a day of its own. */
  readonly demo: boolean
  readonly config: Config
  readonly store: Store
  readonly logger: Logger
  readonly metrics: Metrics
  readonly tickets: Tickets
  readonly sessionAccount: (hash: string, now: number) => Promise<Account | undefined>
  readonly guide: Pick<RoomGuide, 'groups'> & { inkOfGroup(groupId: string): Promise<string> }
  readonly addressOf: (request: IncomingMessage) => string
  /** A keyed digest of what a journal may not hold. */
  readonly digest: (text: string) => string
  readonly fatal: (error: unknown) => void
  readonly now: () => number
}

export interface Lanes {
  readonly sessions: SessionKeeper
  readonly jointKeeper: JointKeeper
  readonly gate: Gate
  readonly live: LiveRooms
  readonly presence: RoomsPresence
  readonly documents: DocumentLaneWithStats
  readonly commands: CommandsLane
  /** Asks the gate again for both lanes' lines. */
  recheck(participantIds?: ReadonlySet<string>): Promise<void>
}

/** How long somebody whose lines are all gone is still shown as present, in milliseconds. */
const graceMs = 5_000

export function openLanes(options: LanesOptions): Lanes {
  const { config, logger, metrics, now, store } = options
  const { people, rooms } = store
  const gate = createGate({
    people: {
      participant: (id) => people.participant(id),
      account: (id) => people.account(id),
      sessionAccount: options.sessionAccount,
    },
    rooms,
    readTicket: (ticket, at) => options.tickets.read(ticket, at),
    inkOfGroup: (groupId) => options.guide.inkOfGroup(groupId),
    now,
  })
  const locks = createRoomLocks({ rooms, gate })
  const presence: RoomsPresence = createRoomsPresence({ graceMs, tell: (roomId) => live.tell(roomId) })
  const sessions: SessionKeeper = createSessionKeeper({
    ...{ rooms, people, presence, now, records: store.sessionRecords },
    dayOf: (room) => sessionDay(options, room),
    warn: (context, message) => logger.error(context, message),
  })
  const live: LiveRooms = createLiveRooms({
    rooms,
    slices,
    company: async (actor) => ({
      seats: (await people.participant(actor.participantId))?.seats ?? [],
      present: seatsHere(presence.people(actor.roomId)),
    }),
    digest: options.digest,
    random: () => randomInt(2 ** 40) / 2 ** 40,
    warn: (context, message) => logger.error(context, message),
    servers: {
      attention: locks.server,
      agenda: sessions.server,
      decision: decisionServer({
        ...{ rooms, now, records: store.sessionRecords },
        today: () => todayOf(options),
      }),
      adoption: adoptionServer({
        ...{
          rooms,
          people,
          now,
          versions: store.versions,
          records: store.sessionRecords,
          cycle: store.cycle,
        },
        lane: () => documents,
        present: (roomId) => presence.people(roomId),
        groups: (ids) => options.guide.groups(ids),
        today: () => todayOf(options),
        listText: (room, spaceId) =>
          listTextOf({ rooms, versions: store.versions, lane: () => documents }, room, spaceId),
      }),
      handover: handoverServer({
        ...{ rooms, people, now, versions: store.versions, records: store.sessionRecords },
        ...{ cycle: store.cycle, handovers: store.handovers },
        lane: () => documents,
        present: (roomId) => presence.people(roomId),
        groups: (ids) => options.guide.groups(ids),
        today: () => todayOf(options),
      }),
      notes: notesServer(() => documents),
      merge: mergeServer({ ...{ people, rooms, now }, lane: () => documents }),
      queue: queueServer(rooms),
      openness: opennessServer({
        ...{ people, rooms },
        recheck: () => recheck(),
        audit: (context, act) => logger.info(context, act),
      }),
      joint: jointServer({
        ...{ people, rooms },
        recheck: () => recheck(),
        audit: (context, act) => logger.info(context, act),
      }),
      subgroups: subgroupsServer({
        rooms,
        apartes: aparteRooms({
          ...{ rooms, documentLog: store.documentLog, lane: () => documents },
          recheck: () => recheck(),
          audit: (context, act) => logger.info(context, act),
        }),
        lane: () => documents,
        groups: (ids) => options.guide.groups(ids),
      }),
      // A new seat may sign its notes at once, not only when its line is looked at again.
      seats: seatsServer(people, presence, (id) => documents.recheck(new Set([id]))),
    },
    now,
  })
  live.listen(sessions.heard)
  const jointKeeper: JointKeeper = createJointKeeper({
    rooms,
    lane: () => documents,
    run: (actor, name, envelope) => live.run(actor, name, envelope),
    warn: (context, message) => logger.error(context, message),
  })
  live.listen(jointKeeper.heard)
  const commands = createCommandsLane({
    gate,
    live,
    presence,
    limits: config.limits,
    logger,
    command: metrics.command,
    turnedAway: metrics.turnedAway,
    now,
  })
  const documents: DocumentLaneWithStats = createDocumentLane({
    log: store.documentLog,
    admit: (ticket, name) => locks.admit(ticket, name),
    namesOf: (participantId) => namesOf(people, participantId),
    addressOf: options.addressOf,
    limits: config.limits,
    schemas: documentSchemas,
    count: metrics.documents,
    fatal: options.fatal,
    warn: (context, message) => logger.warn(context, message),
  })
  const recheck: Lanes['recheck'] = async (participantIds) => {
    await Promise.all([documents.recheck(participantIds), commands.recheck(participantIds)])
  }
  metrics.watch({
    roomSockets: () => commands.sockets(),
    rooms: () => presence.roomCount(),
    documentSockets: () => documents.stats().sockets,
    documents: () => documents.stats().documents,
  })
  return { gate, live, presence, sessions, jointKeeper, documents, commands, recheck }
}

/** Names that somebody may sign with: their own and those of the seats behind their device. */
async function namesOf(people: Store['people'], participantId: string): Promise<readonly string[]> {
  const participant = await people.participant(participantId)
  return participant ? [...new Set([participant.name, ...participant.seats.map(({ name }) => name)])] : []
}
