// What boards, chairs, source groups and the team write down while recommendations are ruled upon: acts that are only ever appended.
import { z } from 'zod'
import { date, filled, id, text } from '#shared/cycle/scalars.ts'

export const verdicts = ['accept', 'reformulate', 'postpone', 'refuse'] as const
export type Verdict = (typeof verdicts)[number]
export const grounds = ['object', 'means', 'priorities', 'ongoing-projects'] as const
export type Ground = (typeof grounds)[number]
export const reworded = ['title', 'summary', 'constat', 'proposition', 'moyens'] as const
export type RewordedPart = (typeof reworded)[number]

const words = (most: number) => filled.max(most).transform((value) => value.trim())
const maybeWords = (most: number) =>
  text
    .max(most)
    .transform((value) => value.trim())
    .default('')
const people = z.number().int().min(0).max(500)

export const rewording = z.partialRecord(z.enum(reworded), words(6000))
export type Rewording = z.output<typeof rewording>

const verdict = z.object({
  kind: z.literal('verdict'),
  boardId: id,
  recommendationId: id,
  /** The version that was read. */
  version: z.number().int().min(1),
  decision: z.enum(verdicts),
  reason: maybeWords(1200),
  basis: z.array(z.enum(grounds)).max(4),
  contextIds: z.array(id).max(12).default([]),
  rewording: rewording.default({}),
  /** What would make it possible; with a postponed or refused one. */
  possibleIf: maybeWords(800),
  /** What can be done here without waiting; the same. */
  hereNow: maybeWords(800),
  postponedUntil: date.nullable().default(null),
  votes: z.object({ for: people, against: people, abstain: people }),
  sittingId: id,
})

const sitting = z.object({
  kind: z.literal('sitting'),
  boardId: id,
  sittingId: id,
  date,
  mode: z.enum(['in-person', 'hybrid', 'online']),
  minutes: z.number().int().min(15).max(600),
  /** Empty while it is only planned. */
  presentIds: z.array(id).max(200),
})

/** Those proposed for one vote; naming them again replaces the list, and what was pulled out comes back only by it. */
const block = z.object({
  kind: z.literal('block'),
  boardId: id,
  recommendationIds: z.array(id).max(400),
})
const pulled = z.object({ kind: z.literal('pulled'), boardId: id, recommendationId: id })

const answer = z.object({
  kind: z.literal('answer'),
  recommendationId: id,
  verdictId: id,
  groupId: id,
  answer: z.enum(['consent', 'comment']),
  text: maybeWords(1200),
})
const reply = z.object({
  kind: z.literal('reply'),
  recommendationId: id,
  verdictId: id,
  groupId: id,
  text: words(1200),
})
const note = z.object({
  kind: z.literal('note'),
  recommendationId: id,
  about: z.enum(['context', 'summary']),
  text: words(1200),
})
const correction = z.object({
  kind: z.literal('correction'),
  recommendationId: id,
  noteId: id,
  groupId: id,
  text: words(1200),
})
const difference = z.object({
  kind: z.literal('difference'),
  recommendationId: id,
  boardId: id,
  text: words(600),
})
const signed = z.object({
  kind: z.literal('signed'),
  recommendationId: id,
  boardId: id,
  differenceId: id,
})

export const instructionBody = z.discriminatedUnion('kind', [
  verdict,
  sitting,
  block,
  pulled,
  answer,
  reply,
  note,
  correction,
  difference,
  signed,
])
export type InstructionBody = z.output<typeof instructionBody>
export type BodyOf<Kind extends InstructionBody['kind']> = Extract<InstructionBody, { kind: Kind }>

/** Acts on one target stand in a row: of two people who act on what both saw, one is told. */
export function targetOf(body: InstructionBody): string {
  switch (body.kind) {
    case 'verdict':
      return verdictTarget(body.boardId, body.recommendationId)
    case 'sitting':
      return `sitting/${body.boardId}`
    case 'block':
    case 'pulled':
      return blockTarget(body.boardId)
    case 'answer':
    case 'reply':
      return `${body.kind}/${body.verdictId}/${body.groupId}`
    case 'note':
    case 'correction':
      return `note/${body.recommendationId}`
    case 'difference':
    case 'signed':
      return `difference/${body.recommendationId}`
  }
}
export const verdictTarget = (boardId: string, recommendationId: string): string =>
  `verdict/${boardId}/${recommendationId}`
export const blockTarget = (boardId: string): string => `block/${boardId}`

export interface KeptInstructionAct<Body extends InstructionBody = InstructionBody> {
  readonly id: string
  readonly body: Body
  /** From 1, within its target. */
  readonly place: number
  /** `YYYY-MM-DD` */
  readonly day: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** `account:…` */
  readonly by: string
  readonly byName: string
}

export const actsOfKind = <Kind extends InstructionBody['kind']>(
  acts: readonly KeptInstructionAct[],
  kind: Kind,
): KeptInstructionAct<BodyOf<Kind>>[] =>
  acts.filter((act): act is KeptInstructionAct<BodyOf<Kind>> => act.body.kind === kind)

const uuid = z.string().regex(/^[\w-]{8,64}$/)
/** `seen`: how many acts stood on the target when the person looked. */
const sent = z.object({ id: uuid, seen: z.number().int().min(0).optional(), body: instructionBody })
/** Several verdicts in one vote are kept together or not at all; `block`: how many acts stood on the block. */
export const sentActs = z.object({
  acts: z.array(sent).min(1).max(400),
  block: z.number().int().min(0).optional(),
})
export type SentInstructionActs = z.input<typeof sentActs>

export const avis = ['agree', 'discuss', 'conflict'] as const
export type Avis = (typeof avis)[number]

/** What one member keeps beside a recommendation: nobody else's, save the avis for the chair who gave theirs. */
export const ownInput = z.object({
  avis: z.enum(avis).nullable().optional(),
  /** The version that the avis is about; the one that stands where it is not said. */
  avisVersion: z.number().int().min(1).optional(),
  /** One line beside the avis. */
  line: text.max(200).optional(),
  note: text.max(4000).optional(),
  /** The version that was read; 0 takes it back. */
  readVersion: z.number().int().min(0).optional(),
  /** Whether it is the one that lies open. */
  opened: z.boolean().optional(),
})
export type OwnInput = z.output<typeof ownInput>
