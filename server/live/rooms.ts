// The loop every command goes through: gather, decide, keep, tell.
import { z } from 'zod'
import type { RoomState, Rooms } from '#server/ports/rooms.ts'
import { randomId } from '#shared/contract/ids.ts'
import { ok, type Result, refuse } from '#shared/contract/result.ts'
import type { Command, Slice } from '#shared/contract/slice.ts'
import type { Actor } from '#shared/people/actor.ts'

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the loop serves slices of any state; each is typed where it is declared
export type AnySlice = Slice<any, Record<string, Command<any, any>>>

/** The server's half of a slice, for what needs the outside. */
export interface SliceServer {
  /** Read before deciding. */
  gather?(actor: Actor, input: unknown): Promise<unknown>
  /** Done once the decision is kept, before it is told. */
  effect?(state: unknown, actor: Actor): Promise<void>
}

export interface RoomView {
  readonly version: number
  /** Slice name -> what this actor may see of it. */
  readonly state: Readonly<Record<string, unknown>>
}

export interface LiveRooms {
  /** `envelope` is what a client sent, unchecked. The same id again gives the first answer again. */
  run(actor: Actor, name: string, envelope: unknown): Promise<Result<unknown>>
  view(actor: Actor): Promise<RoomView>
  /** Something of a room changed: its state, or who is in it. */
  tell(roomId: string): void
  /** Returns the way to stop listening. */
  listen(heard: (roomId: string) => void): () => void
}

export interface LiveRoomsOptions {
  readonly rooms: Pick<Rooms, 'state' | 'saveState'>
  readonly slices: Readonly<Record<string, AnySlice>>
  readonly servers: Readonly<Record<string, SliceServer>>
  /** Milliseconds since 1970. */
  readonly now: () => number
}

const envelopeOf = z.object({ id: z.string().regex(/^[\w-]{8,64}$/), input: z.unknown() })

/** Tries against other processes that decide in the same room at the same instant. */
const tries = 20
/** Answers remembered a process, for retries of commands that would now be refused. */
const rememberedAnswers = 5000

interface Asked {
  readonly actor: Actor
  readonly name: string
  readonly slice: string
  readonly command: Command<unknown, unknown>
  /** Made of the participant's id and the client's, so that nobody can ask for another's answer. */
  readonly id: string
  readonly input: unknown
}

export function createLiveRooms(options: LiveRoomsOptions): LiveRooms {
  const listeners = new Set<(roomId: string) => void>()
  const turns = new Map<string, Promise<unknown>>()
  const answers = new Map<string, unknown>()

  const tell = (roomId: string): void => {
    for (const heard of listeners) heard(roomId)
  }
  const remember = (asked: Asked, answer: unknown): void => {
    answers.set(`${asked.actor.roomId} ${asked.id}`, answer)
    const oldest = answers.keys().next()
    if (answers.size > rememberedAnswers && !oldest.done) answers.delete(oldest.value)
  }

  const decideAndKeep = async (asked: Asked): Promise<Result<unknown>> => {
    const before = answers.get(`${asked.actor.roomId} ${asked.id}`)
    if (before !== undefined) return ok(before)
    const server = options.servers[asked.slice]
    for (let n = 0; n < tries; n++) {
      // gather
      const room = await options.rooms.state(asked.actor.roomId)
      const facts = await server?.gather?.(asked.actor, asked.input)
      // decide
      const newId = randomId()
      const now = options.now()
      const decided = asked.command.apply(stateOf(options, room, asked.slice), asked.input, {
        actor: asked.actor,
        now,
        facts,
        newId,
      })
      if (!decided.ok) return decided
      // keep
      const answer = { version: room.version + 1, id: newId }
      const outcome = await options.rooms.saveState(
        asked.actor.roomId,
        room.version,
        { ...room.state, [asked.slice]: decided.value },
        {
          commandId: asked.id,
          command: asked.name,
          participantId: asked.actor.participantId,
          input: asked.input,
          answer,
          at: now,
        },
      )
      if (outcome.kind === 'stale') continue
      if (outcome.kind === 'duplicate') return ok(outcome.answer)
      remember(asked, answer)
      await server?.effect?.(decided.value, asked.actor)
      // tell
      tell(asked.actor.roomId)
      return ok(answer)
    }
    return refuse('unavailable', 'room.busy')
  }

  /** One command of a room at a time in this process; other processes are met by the version. */
  const inTurn = (roomId: string, work: () => Promise<Result<unknown>>): Promise<Result<unknown>> => {
    const turn = (turns.get(roomId) ?? Promise.resolve()).then(work, work)
    turns.set(roomId, turn)
    const done = (): void => {
      if (turns.get(roomId) === turn) turns.delete(roomId)
    }
    turn.then(done, done)
    return turn
  }

  return {
    async run(actor, name, envelope) {
      const asked = parse(options.slices, actor, name, envelope)
      return asked.ok ? inTurn(actor.roomId, () => decideAndKeep(asked.value)) : asked
    },
    async view(actor) {
      const room = await options.rooms.state(actor.roomId)
      return { version: room.version, state: viewOf(options, room, actor) }
    },
    tell,
    listen(heard) {
      listeners.add(heard)
      return () => listeners.delete(heard)
    },
  }
}

/** Names are looked up among own properties only: `constructor` is no slice. */
function parse(
  slices: Readonly<Record<string, AnySlice>>,
  actor: Actor,
  name: string,
  envelope: unknown,
): Result<Asked> {
  const [slice = '', verb = '', ...rest] = name.split('.')
  const commands = Object.hasOwn(slices, slice) ? slices[slice]?.commands : undefined
  const command = commands && Object.hasOwn(commands, verb) ? commands[verb] : undefined
  if (!command || rest.length > 0) return refuse('not-found', 'command.unknown')
  const sent = envelopeOf.safeParse(envelope)
  if (!sent.success) return refuse('bad-input', 'command.malformed')
  const input = command.input.safeParse(sent.data.input)
  if (!input.success) return refuse('bad-input', 'command.malformed')
  if (!command.may(actor, input.data)) return refuse('not-allowed', 'command.notAllowed')
  return ok({ actor, name, slice, command, id: `${actor.participantId}:${sent.data.id}`, input: input.data })
}

/** A slice's kept state, or its first one where nothing, or nothing that it still understands, was kept. */
function stateOf({ slices }: LiveRoomsOptions, room: RoomState, name: string): unknown {
  const slice = slices[name]
  if (!slice) throw new Error(`no slice ${name}`)
  const kept = slice.state.safeParse(room.state[name])
  return kept.success ? kept.data : slice.initial
}

function viewOf(options: LiveRoomsOptions, room: RoomState, actor: Actor): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(options.slices).map(([name, slice]) => {
      const state = stateOf(options, room, name)
      return [name, slice.view ? slice.view(state, actor) : state]
    }),
  )
}
