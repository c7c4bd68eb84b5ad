// What the room keeps of its speaking queue: who waits, who speaks, and per side two sums. Nothing of a person outlives the turn.
import { z } from 'zod'
import type { Side } from '#shared/people/actor.ts'

const side = z.enum(['room', 'remote'])

/** Somebody who waits, in a queue or in a round. */
const entry = z.object({
  id: z.string(),
  /** Null for a person without a device, known by name. */
  seatId: z.string().nullable(),
  name: z.string(),
  side,
  groupId: z.string().nullable(),
  /** `back`: put back first by a facilitator. `passed`: let the round go on and comes again at its end. */
  mark: z.enum(['none', 'back', 'passed']).default('none'),
})
export type QueueEntry = z.output<typeof entry>

/** What alternation remembers: turns counted for lanes (sides, antennas), never for people. */
const memory = z.object({
  turn: z.number(),
  /** Lane -> number of the turn in which it last had the floor. */
  served: z.record(z.string(), z.number()),
  /** Turns that went by while somebody of that side waited. */
  waited: z.object({ room: z.number(), remote: z.number() }),
})
export type QueueMemory = z.output<typeof memory>

const turn = z.object({
  id: z.string(),
  entry,
  /** When the floor was given, server milliseconds. */
  since: z.number(),
  /** A facilitator gave the floor out of order: said to everybody. */
  isChosen: z.boolean(),
  isOfRound: z.boolean(),
  /** To be restored when the turn is put back or passed: it then never was. */
  before: memory,
})
export type QueueTurn = z.output<typeof turn>

const sum = z.object({ turns: z.number(), ms: z.number() })

export const QueueStored = z.object({
  /** In order of arrival, always; who passes before whom is worked out of it. */
  waiting: z.array(entry),
  speaking: turn.nullable(),
  alternate: z.object({ sides: z.boolean(), antennas: z.boolean() }),
  /** A facilitator has put off the proposal to alternate, until the side that waits has had the floor. */
  isPutOff: z.boolean().default(false),
  round: z
    .object({
      /** Those who have not had their turn yet, in order of arrival in the round. */
      left: z.array(entry),
      /** Seats that are in the round or were: nobody is added twice. Forgotten with the round. */
      known: z.array(z.string()),
    })
    .nullable(),
  memory,
  /** Turns that have ended and how long they were, by side: those of the session named beside them. */
  sums: z.object({ room: sum, remote: sum }),
  session: z.string().nullable().default(null),
})
export type QueueState = z.output<typeof QueueStored>
export type QueueSums = QueueState['sums']

export const noSums: QueueSums = { room: { turns: 0, ms: 0 }, remote: { turns: 0, ms: 0 } }

export const emptyQueue: QueueState = {
  waiting: [],
  speaking: null,
  alternate: { sides: false, antennas: false },
  isPutOff: false,
  round: null,
  memory: { turn: 0, served: {}, waited: { room: 0, remote: 0 } },
  sums: noSums,
  session: null,
}

/** [Q14] Each session begins with an empty balance: sums of another one count for nothing. */
export const sumsIn = (
  { session, sums }: { readonly session: string | null; readonly sums: QueueSums },
  sessionId: string | null,
): QueueSums => (session === sessionId ? sums : noSums)

/** What the queue reads of the agenda before it decides. */
const facts = z.object({ sessionId: z.string().nullable() })
export type QueueFacts = z.output<typeof facts>

/** The session that is held now; null before the first one begins. */
export function sessionNow(read: unknown): string | null {
  const known = facts.safeParse(read)
  return known.success ? known.data.sessionId : null
}

export const otherSide = (one: Side): Side => (one === 'room' ? 'remote' : 'room')
