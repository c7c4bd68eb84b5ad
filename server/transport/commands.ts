// The room lane's line: Socket.IO with a ticket. People say commands; the server sends a room's whole small state.
import { createServer, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { Server, type Socket } from 'socket.io'
import { type Bucket, bucket } from '#server/live/bucket.ts'
import { type Gate, type Holder, openTo } from '#server/live/gate.ts'
import type { Limits } from '#server/live/limits.ts'
import type { RoomReading } from '#server/live/roomReading.ts'
import type { LiveRooms } from '#server/live/rooms.ts'
import type { RoomsPresence } from '#server/live/roomsPresence.ts'
import { commandWords } from '#server/transport/commandTexts.ts'
import { type Language, languageOf } from '#server/transport/httpProblemTexts.ts'
import { documentName } from '#shared/contract/documentName.ts'
import { type Refusal, type Result, refuse } from '#shared/contract/result.ts'
import type { Seat } from '#shared/people/actor.ts'
import type { PersonPresent } from '#shared/room/people.ts'
import type { Ack, Changed, HandshakeRefusal, Snapshot } from '#shared/wire.ts'

export interface CommandsOptions {
  readonly gate: Gate
  readonly live: LiveRooms
  readonly presence: RoomsPresence
  readonly limits: Limits
  readonly logger: Logger
  readonly command: (outcome: string) => void
  readonly turnedAway: (why: string) => void
  readonly now: () => number
}

export interface CommandsLane {
  /** Takes over an upgrade request under `/socket.io/`; origin checks were made before. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  readonly polling: RequestHandler
  /** Asks the gate again; lines whose rights changed are closed, and come back through the gate with a fresh ticket. */
  recheck(participantIds?: ReadonlySet<string>): Promise<void>
  /** To lines whose person may read that draft in their room now. */
  tellChanged(what: Changed): void
  sockets(): number
  close(): Promise<void>
}

/** A request with the fields that engine.io adds to it itself. */
type EngineRequest = Parameters<Server['engine']['handleUpgrade']>[0]

interface Line {
  readonly socket: Socket
  readonly ticket: string
  readonly language: Language
  holder: Holder
  readonly allowance: Bucket
  /** Commands refused for their number since the line was calm. */
  excess: number
  /** JSON of what this line was last sent: of each slice, and of the people. */
  readonly sent: Map<string, string>
  people: string | undefined
  documents: string | undefined
}

/** A room as all its lines are told of it. */
interface Told {
  readonly reading: RoomReading
  readonly people: readonly PersonPresent[]
  readonly peopleText: string
  readonly seats: ReadonlyMap<string, readonly Seat[]>
  readonly now: number
  /** What is the same for everybody is written out once. */
  readonly texts: Map<unknown, string>
}

function textOf(view: unknown, texts: Map<unknown, string>): string {
  const known = texts.get(view)
  if (known !== undefined) return known
  const text = JSON.stringify(view) ?? ''
  texts.set(view, text)
  return text
}

/** Milliseconds between two snapshots of one room: the first, and the most where telling everybody takes long. */
const snapshotEvery = { least: 50, most: 500 }
/** Of the server's time at most this share goes into telling one room, so that two hundred votes do not hold up anybody's typing. */
const tellingShare = 1 / 10
const recheckEvery = 10_000
/** Bytes of one packet; the largest command is a few hundred. */
const packetLimit = 64 * 1024
/** Commands over the rate after which a line is cut. */
const excessLimit = 500

export function createCommandsLane(options: CommandsOptions): CommandsLane {
  return new Lane(options)
}

class Lane implements CommandsLane {
  readonly #options: CommandsOptions
  readonly #io: Server
  readonly #lines = new Map<string, Line>()
  readonly #due = new Map<string, NodeJS.Timeout>()
  readonly #sentAt = new Map<string, number>()
  /** Milliseconds that the last telling of a room took. */
  readonly #tellingTook = new Map<string, number>()
  readonly #stopListening: () => void
  readonly #timer: NodeJS.Timeout
  #closed = false

  constructor(options: CommandsOptions) {
    this.#options = options
    // Attached to a server that never listens: upgrades are judged by their origin before Socket.IO sees them.
    this.#io = new Server(createServer(), {
      serveClient: false,
      destroyUpgrade: false,
      perMessageDeflate: false,
      httpCompression: false,
      maxHttpBufferSize: packetLimit,
      connectTimeout: 10_000,
      pingInterval: 20_000,
      pingTimeout: 10_000,
    })
    this.#io.use((socket, next) => void this.#admit(socket, next))
    this.#io.on('connection', (socket) => this.#welcome(socket))
    this.#stopListening = options.live.listen((roomId) => this.#roomChanged(roomId))
    this.#timer = setInterval(() => void this.recheck(), recheckEvery)
    this.#timer.unref()
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy())
    if (this.#lines.size >= this.#options.limits.socketsPerProcess) {
      socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n')
      return
    }
    this.#io.engine.handleUpgrade(request as EngineRequest, socket, head)
  }

  readonly polling: RequestHandler = (request, response) => {
    // Express took the mount path away; the engine wants the whole address.
    request.url = request.originalUrl
    this.#io.engine.handleRequest(request as unknown as EngineRequest, response)
  }

  sockets(): number {
    return this.#lines.size
  }

  async #admit(socket: Socket, next: (error?: Error) => void): Promise<void> {
    try {
      const { ticket, lang } = handshakeOf(socket)
      const holder = await this.#options.gate.holder(ticket)
      if (!holder) {
        this.#options.turnedAway('ticket')
        return next(refusal('bad-ticket'))
      }
      const theirs = [...this.#lines.values()].filter(
        (line) => line.holder.participant.id === holder.participant.id,
      )
      if (theirs.length >= this.#options.limits.socketsPerParticipant) return next(refusal('too-many'))
      const { commandsPerSecond, commandBurst } = this.#options.limits
      const language = languageOf(lang, socket.handshake.headers['accept-language'])
      const line: Line = {
        socket,
        ticket,
        language,
        holder,
        allowance: bucket(commandsPerSecond, commandBurst),
        excess: 0,
        sent: new Map(),
        people: undefined,
        documents: undefined,
      }
      socket.data = line
      next()
    } catch (error) {
      this.#options.logger.warn({ error }, 'a room line could not be opened')
      next(refusal('unavailable'))
    }
  }

  #welcome(socket: Socket): void {
    const line = socket.data as Line // set by #admit before any connection
    const { participant, actor, ink } = line.holder
    // A client may name an event `error`; without a listener that would end the process.
    socket.on('error', () => undefined)
    this.#lines.set(socket.id, line)
    void socket.join(roomChannel(actor.roomId))
    const leave = this.#options.presence.enter({ participant, groupId: actor.groupId, ink })
    socket.on('disconnect', () => {
      this.#lines.delete(socket.id)
      leave()
    })
    socket.onAny((name: unknown, ...rest: unknown[]) => void this.#hear(line, name, rest))
    void this.#tell(actor.roomId, [line])
  }

  async #hear(line: Line, name: unknown, rest: readonly unknown[]): Promise<void> {
    const last = rest.at(-1)
    const ack = typeof last === 'function' ? (last as Ack) : undefined // Socket.IO makes it; clients cannot send functions
    const result = await this.#run(line, name, rest[0])
    this.#options.command(result.ok ? 'ok' : result.error.code)
    try {
      ack?.(result.ok ? result : { ok: false, error: this.#words(result.error, line.language) })
    } catch (error) {
      this.#options.logger.debug({ error }, 'an acknowledgement could not be sent')
    }
  }

  async #run(line: Line, name: unknown, envelope: unknown): Promise<Result<unknown>> {
    if (!line.allowance.take(1, this.#options.now())) {
      line.excess++
      if (line.excess > excessLimit) line.socket.disconnect(true)
      return refuse('too-many', 'command.tooMany')
    }
    line.excess = 0
    if (typeof name !== 'string') return refuse('not-found', 'command.unknown')
    try {
      return await this.#options.live.run(line.holder.actor, name, envelope)
    } catch (error) {
      this.#options.logger.error({ error, command: name.slice(0, 80) }, 'command failed')
      return refuse('bug', 'command.bug')
    }
  }

  #words({ code, reason }: Refusal, language: Language): Refusal & { message: string } {
    return { code, reason, message: commandWords(reason, language) }
  }

  /** At once, then gathered: two hundred votes do not become two hundred times two hundred messages. */
  #roomChanged(roomId: string): void {
    if (this.#closed || this.#due.has(roomId)) return
    const now = this.#options.now()
    const since = now - (this.#sentAt.get(roomId) ?? 0)
    const every = Math.min(
      snapshotEvery.most,
      Math.max(snapshotEvery.least, (this.#tellingTook.get(roomId) ?? 0) / tellingShare),
    )
    const wait = since >= every || since < 0 ? 0 : every - since
    const timer = setTimeout(() => {
      this.#due.delete(roomId)
      this.#sentAt.set(roomId, this.#options.now())
      void this.#tell(roomId)
    }, wait)
    this.#due.set(roomId, timer)
  }

  /** Reads the room once, however many people are told. */
  async #tell(roomId: string, only?: readonly Line[]): Promise<void> {
    const lines = only ?? [...this.#lines.values()].filter((line) => line.holder.actor.roomId === roomId)
    if (lines.length === 0) {
      this.#sentAt.delete(roomId)
      this.#tellingTook.delete(roomId)
      return
    }
    try {
      const reading = await this.#options.live.read(roomId)
      const people = this.#options.presence.people(roomId)
      const told: Told = {
        ...{ reading, people, peopleText: JSON.stringify(people), now: this.#options.now() },
        texts: new Map(),
        seats: new Map(people.map(({ participantId, seats }) => [participantId, seats])),
      }
      const began = performance.now()
      for (const line of lines) this.#send(line, told)
      if (!only) this.#tellingTook.set(roomId, performance.now() - began)
    } catch (error) {
      this.#options.logger.warn({ error }, 'a snapshot could not be sent')
    }
  }

  /** Only what has changed for this person; nothing where nothing has. The first one of a line holds everything. */
  #send(line: Line, { reading, people, peopleText, seats, now, texts }: Told): void {
    const { actor, participant } = line.holder
    const isFirst = line.people === undefined
    const state: Record<string, unknown> = {}
    for (const [name, view] of Object.entries(
      reading.view(actor, seats.get(participant.id) ?? participant.seats),
    )) {
      const text = textOf(view, texts)
      if (line.sent.get(name) === text) continue
      line.sent.set(name, text)
      state[name] = view
    }
    const sendsPeople = line.people !== peopleText
    line.people = peopleText
    const documents = documentsOf(line.holder)
    const sendsDocuments = !isFirst && line.documents !== documents.join()
    line.documents = documents.join()
    if (!isFirst && !sendsPeople && !sendsDocuments && Object.keys(state).length === 0) return
    const snapshot: Snapshot = {
      ...{ version: reading.version, now, state },
      ...(sendsPeople ? { people } : {}),
      ...(sendsDocuments ? { documents } : {}),
    }
    line.socket.emit('room', snapshot)
  }

  async recheck(participantIds?: ReadonlySet<string>): Promise<void> {
    const chosen = [...this.#lines.values()].filter(
      (line) => !participantIds || participantIds.has(line.holder.participant.id),
    )
    await Promise.all(chosen.map((line) => this.#recheckOne(line)))
  }

  tellChanged(what: Changed): void {
    const name = documentName({ kind: 'drafts', id: what.spaceId })
    for (const line of this.#lines.values())
      if (documentsOf(line.holder).includes(name)) line.socket.emit('changed', what)
  }

  async #recheckOne(line: Line): Promise<void> {
    try {
      const holder = await this.#options.gate.holder(line.ticket)
      if (holder) {
        line.holder = holder
        return
      }
      // The transport is closed, not the socket: the stock client then comes back by itself, with whatever ticket it now has.
      line.socket.conn.close()
    } catch (error) {
      this.#options.logger.warn({ error }, 'rights could not be checked again')
    }
  }

  async close(): Promise<void> {
    this.#closed = true
    clearInterval(this.#timer)
    this.#stopListening()
    for (const timer of this.#due.values()) clearTimeout(timer)
    for (const { socket } of this.#lines.values()) socket.conn.close()
    await this.#io.close()
  }
}

/** As the room was when the gate was last asked; whoever joins has the list of that moment. */
const documentsOf = ({ participant, room }: Holder): readonly string[] =>
  openTo(participant, room).map(({ document }) => documentName(document))

const roomChannel = (roomId: string): string => `room:${roomId}`

/** Whatever a client put into `auth`; only two strings of it are looked at. */
function handshakeOf(socket: Socket): { ticket: string; lang: unknown } {
  const auth = socket.handshake.auth as unknown // sent by a stranger
  if (typeof auth !== 'object' || auth === null) return { ticket: '', lang: undefined }
  const ticket = 'ticket' in auth && typeof auth.ticket === 'string' ? auth.ticket : ''
  return { ticket, lang: 'lang' in auth ? auth.lang : undefined }
}

function refusal(code: HandshakeRefusal['code']): Error {
  return Object.assign(new Error(code), { data: { code } satisfies HandshakeRefusal })
}
