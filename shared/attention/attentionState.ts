// What the room keeps of where its attention is. Answers of seats stay inside; what is sent of them is counts.
import { z } from 'zod'
import { litPlace, lockedDraft, lockedRecord, lookPlace } from '#shared/attention/lookPlace.ts'

/** A few words, not faces. */
export const reactionKinds = ['agree', 'thanks', 'lost', 'slower'] as const
export type ReactionKind = (typeof reactionKinds)[number]

/** How long a reaction is counted, in milliseconds. */
export const reactionMs = 10_000

/** By whom: the participant's device says it, its first seat's name is shown. */
const by = z.object({ participantId: z.string(), name: z.string() })

export const readyAnswers = ['ready', 'writing'] as const
export type ReadyAnswer = (typeof readyAnswers)[number]

export const AttentionStored = z.object({
  invite: z.object({ id: z.string(), place: lookPlace, label: z.string(), by, at: z.number() }).nullable(),
  spotlight: z.object({ place: litPlace, label: z.string(), by }).nullable(),
  locked: z.object({ records: z.array(lockedRecord), drafts: z.array(lockedDraft) }),
  /** Participants see fewer tools on the board. */
  fewTools: z.boolean(),
  /** Who points at the board with the laser: told to everybody, kept only while it lasts. */
  laser: by.nullable(),
  /** What was said in the last ten seconds, by whole seconds: the journal's instants must not tell whose word it was. */
  reactions: z.array(z.object({ kind: z.enum(reactionKinds), at: z.number() })),
  ready: z.object({ id: z.string(), answers: z.record(z.string(), z.enum(readyAnswers)) }).nullable(),
  /** Seats that have said they are away. */
  away: z.array(z.string()),
})
export type AttentionState = z.output<typeof AttentionStored>

export const calm: AttentionState = {
  invite: null,
  spotlight: null,
  locked: { records: [], drafts: [] },
  fewTools: false,
  laser: null,
  reactions: [],
  ready: null,
  away: [],
}
