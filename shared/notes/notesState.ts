// What a private writing step is made of: what everybody may know of it, and what only the server knows.
import { z } from 'zod'
import { noteColours } from '#shared/whiteboard/boardModel.ts'

/** Letters of a note written alone, in UTF-16 units as text fields count them. */
export const longestPrivateNote = 280
export const longestQuestion = 200
export const longestReason = 200
/** Notes a seat may have in one step; notes of a whole step, which a whiteboard can still take. */
export const notesPerSeat = 30
export const notesPerStep = 1000

const frameId = z.string().regex(/^shape:[\w-]{1,80}$/u)

/** What the facilitator decides once, when the step begins. */
export const stepWish = z.object({
  question: z.string().trim().min(1).max(longestQuestion),
  /** Where the notes will land; null for a new frame named after the question. */
  frameId: frameId.nullable(),
  colour: z.enum(noteColours),
  anonymous: z.boolean(),
  moderated: z.boolean(),
  authorsMayReveal: z.boolean(),
})
export type StepWish = z.output<typeof stepWish>

const step = stepWish.extend({
  id: z.string(),
  /** While notes are being read by the facilitators, nothing new is written. */
  stage: z.enum(['writing', 'reviewing']),
})
export type Step = z.output<typeof step>

const ended = z.object({
  stepId: z.string(),
  question: z.string(),
  frameId,
  anonymous: z.boolean(),
  how: z.enum(['revealed', 'closed']),
})
export type EndedStep = z.output<typeof ended>

export const State = z.object({ step: step.nullable(), last: ended.nullable().default(null) })
export type NotesState = z.output<typeof State>
export const nothingYet: NotesState = { step: null, last: null }

const writer = z.object({
  seatId: z.string(),
  /** Drawn by lot for this seat and this step; notes bear it in the seat's place. */
  token: z.string(),
  /** Kept only where names are not promised away. */
  name: z.string(),
})
export type Writer = z.output<typeof writer>

const secretNote = z.object({
  token: z.string(),
  /** Chosen by the author's device. */
  id: z.string(),
  text: z.string(),
  /** How the facilitators' queue names it; null before they read. */
  key: z.string().nullable(),
  verdict: z.enum(['waiting', 'approved', 'aside']),
  /** Why it was set aside. */
  reason: z.string(),
})
export type SecretNote = z.output<typeof secretNote>

export const Secret = z.object({
  stepId: z.string().nullable(),
  writers: z.array(writer),
  notes: z.array(secretNote),
})
export type NotesSecret = z.output<typeof Secret>
export const noSecret: NotesSecret = { stepId: null, writers: [], notes: [] }

/** Secrets of this step; those of another one are nobody's. */
export const secretOfStep = (stepId: string, secret: NotesSecret): NotesSecret =>
  secret.stepId === stepId ? secret : { ...noSecret, stepId }

/** A new frame's record id, the same for everything that one step puts on the board. */
export const frameOfStep = (stepId: string): string => `shape:${stepId}`
