// The loop every command goes through: gather, decide, keep, tell.
import { z } from 'zod'
import { inTurns } from '#server/live/inTurns.ts'
import { type RoomReading, readRoom, secretOf, stateOf } from '#server/live/roomReading.ts'
import type { JournalEntry, KeptEffect, MoreToSave, Rooms } from '#server/ports/rooms.ts'
import { randomId } from '#shared/contract/ids.ts'
import { ok, type Result, refuse } from '#shared/contract/result.ts'
import { Change, type Command, type Slice } from '#shared/contract/slice.ts'
import type { Actor, Seat, SeatHere } from '#shared/people/actor.ts'

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the loop serves slices of any state; each is typed where it is declared
export type AnySlice = Slice<any, Record<string, Command<any, any, any>>, any, any>

/** The server's half of a slice, for what needs the outside. */
export interface SliceServer {
  /** Read before deciding. */
  gather?(actor: Actor, input: unknown, command: string): Promise<unknown>
  /** Done once the decision is kept, before it is told; lost when the process dies in between. */
  effect?(state: unknown, actor: Actor): Promise<void>
  /** Does an effect that a decision asked for. After a crash it is done again: by the effect's id it must then change nothing more. */
  perform?(effect: KeptEffect): Promise<void>
}

export interface Company {
  /** The people behind the actor's device. */
  readonly seats: readonly Seat[]
  /** Seats of everybody in the room now. */
  readonly present: readonly SeatHere[]
}

export interface LiveRooms {
  /** `envelope` is what a client sent, unchecked. The same id again gives the first answer again. */
  run(actor: Actor, name: string, envelope: unknown): Promise<Result<unknown>>
  /** The room as it is now, to be shown to several people. */
  read(roomId: string): Promise<RoomReading>
  /** Something of a room changed: its state, or who is in it. */
  tell(roomId: string): void
  /** Returns the way to stop listening. */
  listen(heard: (roomId: string) => void): () => void
  /** Does what decisions asked for before the process ended. To be called once, at the start. */
  resume(): Promise<void>
}

export interface LiveRoomsOptions {
  readonly rooms: Pick<Rooms, 'state' | 'secrets' | 'saveState' | 'pendingEffects' | 'effectDone'>
  readonly slices: Readonly<Record<string, AnySlice>>
  readonly servers: Readonly<Record<string, SliceServer>>
  readonly company: (actor: Actor) => Promise<Company>
  /** A keyed digest of what a journal may not hold. */
  readonly digest: (text: string) => string
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly random: () => number
  readonly warn: (context: Record<string, unknown>, message: string) => void
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
  readonly verb: string
  readonly command: Command<unknown, unknown, unknown>
  /** Made of the participant's id and the client's, so that nobody can ask for another's answer. */
  readonly id: string
  readonly input: unknown
}

export function createLiveRooms(options: LiveRoomsOptions): LiveRooms {
  const listeners = new Set<(roomId: string) => void>()
  const inTurn = inTurns()
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
    const { actor } = asked
    const before = answers.get(`${actor.roomId} ${asked.id}`)
    if (before !== undefined) return ok(before)
    const server = options.servers[asked.slice]
    for (let n = 0; n < tries; n++) {
      const decided = await gatherAndDecide(options, asked)
      if (!decided.ok) return decided
      const { version, state, entry, sliceState } = decided.value
      const outcome = await options.rooms.saveState(actor.roomId, version, state, entry)
      if (outcome.kind === 'stale') continue
      if (outcome.kind === 'duplicate') return ok(outcome.answer)
      remember(asked, entry.answer)
      await server?.effect?.(sliceState, actor)
      for (const effect of entry.more?.effects ?? [])
        await perform(options, { ...effect, roomId: actor.roomId })
      tell(actor.roomId)
      return ok(entry.answer)
    }
    return refuse('unavailable', 'room.busy')
  }

  return {
    async run(actor, name, envelope) {
      const asked = parse(options.slices, actor, { name, envelope })
      return asked.ok ? inTurn(actor.roomId, () => decideAndKeep(asked.value)) : asked
    },
    read: (roomId) => readRoom(options, roomId),
    tell,
    listen(heard) {
      listeners.add(heard)
      return () => listeners.delete(heard)
    },
    async resume() {
      for (const effect of await options.rooms.pendingEffects()) {
        await inTurn(effect.roomId, () => perform(options, effect))
        tell(effect.roomId)
      }
    },
  }
}

interface Decided {
  readonly version: number
  readonly state: Record<string, unknown>
  readonly sliceState: unknown
  readonly entry: JournalEntry & { readonly more?: MoreToSave }
}

async function gatherAndDecide(options: LiveRoomsOptions, asked: Asked): Promise<Result<Decided>> {
  const { actor, command, slice } = asked
  // gather
  const room = await options.rooms.state(actor.roomId)
  const secrets = options.slices[slice]?.secret ? await options.rooms.secrets(actor.roomId) : {}
  const company = await options.company(actor)
  const facts = await options.servers[slice]?.gather?.(actor, asked.input, asked.verb)
  // decide
  const [newId, now] = [randomId(), options.now()]
  const decided = command.apply(stateOf(options.slices, room.state, slice), asked.input, {
    actor,
    ...company,
    now,
    facts,
    newId,
    random: options.random,
    secret: secretOf(options.slices, secrets, slice),
  })
  if (!decided.ok) return decided
  const made = decided.value
  const sliceState: unknown = made instanceof Change ? made.state : made
  // keep
  return ok({
    version: room.version,
    state: { ...room.state, [slice]: sliceState },
    sliceState,
    entry: {
      // [L1] Of what is said in secret neither the words nor the speaker: who spoke how often could be counted.
      commandId: command.isSecret ? options.digest(asked.id) : asked.id,
      command: asked.name,
      participantId: command.isSecret ? '' : actor.participantId,
      input: command.isSecret ? { digest: options.digest(JSON.stringify(asked.input)) } : asked.input,
      answer: { version: room.version + 1, id: newId },
      at: now,
      ...(made instanceof Change ? { more: moreToSave(made, slice, newId) } : {}),
    },
  })
}

function moreToSave({ more }: Change<unknown, unknown>, slice: string, newId: string): MoreToSave {
  return {
    ...(more.secret === undefined ? {} : { secret: { slice, value: more.secret } }),
    effects: (more.effects ?? []).map((effect, place) => ({ ...effect, id: `${newId}.${place}`, slice })),
  }
}

/** An effect that fails waits for the next start: the decision stands, and nobody is told that it does not. */
async function perform({ servers, rooms, warn }: LiveRoomsOptions, effect: KeptEffect): Promise<void> {
  try {
    const server = servers[effect.slice]
    if (!server?.perform) throw new Error(`nobody performs the effects of ${effect.slice}`)
    await server.perform(effect)
    await rooms.effectDone(effect.id)
  } catch (error) {
    warn(
      { error, effect: effect.id, slice: effect.slice, kind: effect.kind },
      'an effect is still to be done',
    )
  }
}

/** Names are looked up among own properties only: `constructor` is no slice. */
function parse(
  slices: Readonly<Record<string, AnySlice>>,
  actor: Actor,
  { name, envelope }: { readonly name: string; readonly envelope: unknown },
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
  return ok({
    ...{ actor, name, slice, verb, command },
    id: `${actor.participantId}:${sent.data.id}`,
    input: input.data,
  })
}
