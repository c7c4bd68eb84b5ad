// Private writing: each seat writes alone, the server keeps it secret, and what is revealed lands on the whiteboard at once.
import { z } from 'zod'
import { ok, type Result, refuse } from '#shared/contract/result.ts'
import { Change, type CommandContext, secretSlice } from '#shared/contract/slice.ts'
import {
  frameOfStep,
  longestPrivateNote,
  longestReason,
  type NotesSecret,
  type NotesState,
  noSecret,
  notesPerSeat,
  notesPerStep,
  nothingYet,
  Secret,
  State,
  type Step,
  secretOfStep,
  stepWish,
  type Writer,
} from '#shared/notes/notesState.ts'
import { viewOfNotes } from '#shared/notes/notesView.ts'
import { drawn, placing } from '#shared/notes/revealNotes.ts'
import { mayFacilitate } from '#shared/people/access.ts'
import type { Actor } from '#shared/people/actor.ts'

const { command, with: withCommands } = secretSlice(State, nothingYet, { schema: Secret, initial: noSecret })

type Decision = Result<NotesState | Change<NotesState, NotesSecret>>
type Context = CommandContext<NotesSecret>

/** Read from outside before a reveal. */
export interface RevealFacts {
  /** Shapes that the whiteboard can still take. */
  readonly shapesLeft: number
}

const stepId = z.string().max(64)
const key = z.string().max(64)
/**
 * [N8] 130 random bits chosen by the author's device: the id of a retry, and the salt of the journal's digest, which nobody can try
 * texts against once the step is over and the id is gone.
 */
const noteId = z.string().regex(/^[0-9a-z]{26}$/u)
const ofStep = z.object({ stepId })
const ofNote = z.object({ stepId, seatId: z.string().max(64), noteId })

/** Observers, boards and the team see; they do not write. */
export const mayWriteNotes = (actor: Pick<Actor, 'role' | 'standing'>): boolean =>
  actor.role !== 'observer' && actor.standing !== 'board' && actor.standing !== 'team'

export const notes = withCommands(
  {
    /** [N1] One step at a time; what was promised is decided here, and no other command touches it. */
    open: command({
      input: stepWish,
      may: mayFacilitate,
      apply: (state, wish, { newId }): Decision => {
        if (state.step) return refuse('conflict', 'notes.alreadyOpen')
        // [N2] A note that leaves alone, when its author acts, is neither anonymous nor read before by anybody.
        if (wish.authorsMayReveal && (wish.anonymous || wish.moderated))
          return refuse('bad-input', 'notes.notAlone')
        const step: Step = { ...wish, id: newId, stage: 'writing' }
        return ok(new Change({ ...state, step }, { secret: { ...noSecret, stepId: newId } }))
      },
    }),
    /** Writes a note or changes it; the same again changes nothing. */
    put: command({
      input: ofNote.extend({ text: z.string().trim().min(1).max(longestPrivateNote) }),
      may: mayWriteNotes,
      isSecret: true,
      apply: (state, input, context): Decision => {
        const step = stepOf(state, input.stepId)
        if (!step) return refuse('wrong-state', 'notes.over')
        if (step.stage === 'reviewing') return refuse('wrong-state', 'notes.beingRead')
        const seat = context.seats.find(({ id }) => id === input.seatId)
        if (!seat) return refuse('not-found', 'notes.notYourSeat')
        const secret = secretOfStep(step.id, context.secret)
        const known = secret.writers.find(({ seatId }) => seatId === seat.id)
        const writer: Writer = {
          seatId: seat.id,
          token: known?.token ?? drawn(context.random),
          name: step.anonymous ? '' : seat.name,
        }
        const written = withNote(secret, writer, { id: input.noteId, text: input.text })
        return written.ok ? ok(new Change(state, { secret: written.value })) : written
      },
    }),
    /** [N5] An author takes a note back until it is revealed, also while it is being read. One that is gone is no mistake. */
    remove: command({
      input: ofNote,
      may: mayWriteNotes,
      isSecret: true,
      apply: (state, input, { seats, secret: kept }): Decision => {
        const step = stepOf(state, input.stepId)
        if (!step) return refuse('wrong-state', 'notes.over')
        if (!seats.some(({ id }) => id === input.seatId)) return refuse('not-found', 'notes.notYourSeat')
        const secret = secretOfStep(step.id, kept)
        const token = secret.writers.find(({ seatId }) => seatId === input.seatId)?.token
        const left = secret.notes.filter((note) => note.id !== input.noteId || note.token !== token)
        return ok(new Change(state, { secret: { ...secret, notes: left } }))
      },
    }),
    /** [N6] Writing stops and the facilitators read, without authors, in an order drawn by lot. */
    review: command({
      input: ofStep,
      may: mayFacilitate,
      apply: (state, { stepId: id }, { secret: kept, random }): Decision => {
        const step = stepOf(state, id)
        if (!step) return refuse('wrong-state', 'notes.over')
        if (!step.moderated) return refuse('wrong-state', 'notes.notModerated')
        if (step.stage === 'reviewing') return ok(state)
        const secret = secretOfStep(step.id, kept)
        const read = secret.notes.map((note) => ({ ...note, key: drawn(random) }))
        return ok(
          new Change(
            { ...state, step: { ...step, stage: 'reviewing' } },
            { secret: { ...secret, notes: read } },
          ),
        )
      },
    }),
    /** Back to writing; verdicts stand, but for notes that are then changed. */
    resume: command({
      input: ofStep,
      may: mayFacilitate,
      apply: (state, { stepId: id }): Decision => {
        const step = stepOf(state, id)
        return step
          ? ok({ ...state, step: { ...step, stage: 'writing' } })
          : refuse('wrong-state', 'notes.over')
      },
    }),
    approve: command({
      input: ofStep.extend({ keys: z.array(key).min(1).max(notesPerStep) }),
      may: mayFacilitate,
      apply: (state, { stepId: id, keys }, context): Decision =>
        judge(state, { stepId: id, keys: new Set(keys), verdict: 'approved', reason: '' }, context),
    }),
    /** [N7] The reason reaches the author's own screen, and goes with the step. */
    setAside: command({
      input: ofStep.extend({ key, reason: z.string().trim().min(1).max(longestReason) }),
      may: mayFacilitate,
      isSecret: true,
      apply: (state, { stepId: id, key: one, reason }, context): Decision =>
        judge(state, { stepId: id, keys: new Set([one]), verdict: 'aside', reason }, context),
    }),
    /** Everything, or what was approved, goes to the board; the step and every tie between seats and notes end with it. */
    reveal: command({
      input: ofStep,
      may: mayFacilitate,
      apply: (state, { stepId: id }, context): Decision => {
        const step = stepOf(state, id)
        if (!step) return refuse('wrong-state', 'notes.over')
        const secret = secretOfStep(step.id, context.secret)
        if (step.moderated && secret.notes.some(({ verdict }) => verdict === 'waiting'))
          return refuse('wrong-state', 'notes.undecided')
        const chosen = secret.notes.filter(({ verdict }) => !step.moderated || verdict === 'approved')
        if (!fits(chosen.length, context)) return refuse('too-large', 'notes.boardFull')
        return ok(end(step, 'revealed', placing(step, secret, chosen, context)))
      },
    }),
    /** [N9] An author puts the notes of one seat on the board, where the step allows it; the step goes on. */
    revealMine: command({
      input: z.object({ stepId, seatId: z.string().max(64) }),
      may: mayWriteNotes,
      apply: (state, input, context): Decision => {
        const step = stepOf(state, input.stepId)
        if (!step) return refuse('wrong-state', 'notes.over')
        if (!step.authorsMayReveal) return refuse('not-allowed', 'notes.facilitatorReveals')
        if (!context.seats.some(({ id }) => id === input.seatId))
          return refuse('not-found', 'notes.notYourSeat')
        const secret = secretOfStep(step.id, context.secret)
        const token = secret.writers.find(({ seatId }) => seatId === input.seatId)?.token
        const own = secret.notes.filter((note) => note.token === token)
        if (!fits(own.length, context)) return refuse('too-large', 'notes.boardFull')
        const left = secret.notes.filter((note) => note.token !== token)
        const effects = placing(step, secret, own, context)
        return ok(new Change(state, { secret: { ...secret, notes: left }, effects }))
      },
    }),
    /** Ends the step without showing anything: what was written is forgotten here, and stays with its authors. */
    close: command({
      input: ofStep,
      may: mayFacilitate,
      apply: (state, { stepId: id }): Decision => {
        const step = stepOf(state, id)
        return step ? ok(end(step, 'closed', [])) : refuse('wrong-state', 'notes.over')
      },
    }),
  },
  viewOfNotes,
)

const stepOf = ({ step }: NotesState, id: string): Step | undefined => (step?.id === id ? step : undefined)

function withNote(
  secret: NotesSecret,
  writer: Writer,
  { id, text }: { readonly id: string; readonly text: string },
): Result<NotesSecret> {
  const writers = [...secret.writers.filter(({ seatId }) => seatId !== writer.seatId), writer]
  const before = secret.notes.find((note) => note.id === id && note.token === writer.token)
  const fresh = { token: writer.token, id, text, key: null, verdict: 'waiting', reason: '' } as const
  if (before) {
    // What was read before is not what stands there now.
    const now = before.text === text ? before : fresh
    return ok({ ...secret, writers, notes: secret.notes.map((note) => (note === before ? now : note)) })
  }
  const own = secret.notes.filter(({ token }) => token === writer.token)
  if (own.length >= notesPerSeat) return refuse('too-many', 'notes.enough')
  if (secret.notes.length >= notesPerStep) return refuse('too-many', 'notes.full')
  return ok({ ...secret, writers, notes: [...secret.notes, fresh] })
}

interface Verdict {
  readonly stepId: string
  readonly keys: ReadonlySet<string>
  readonly verdict: 'approved' | 'aside'
  readonly reason: string
}

function judge(state: NotesState, said: Verdict, { secret: kept }: Context): Decision {
  const step = stepOf(state, said.stepId)
  if (!step) return refuse('wrong-state', 'notes.over')
  if (step.stage !== 'reviewing') return refuse('wrong-state', 'notes.notModerated')
  const secret = secretOfStep(step.id, kept)
  const judged = secret.notes.map((note) =>
    note.key !== null && said.keys.has(note.key)
      ? { ...note, verdict: said.verdict, reason: said.reason }
      : note,
  )
  return ok(new Change(state, { secret: { ...secret, notes: judged } }))
}

/** [N10] A reveal that the board could not take whole is refused: no note is lost between here and there. */
function fits(count: number, { facts }: Context): boolean {
  const left = (facts as RevealFacts | undefined)?.shapesLeft // what this slice's own server half gathers
  return left === undefined || count + 1 <= left
}

function end(
  { id, question, frameId, anonymous }: Step,
  how: 'revealed' | 'closed',
  effects: NonNullable<Change<NotesState, NotesSecret>['more']['effects']>,
): Change<NotesState, NotesSecret> {
  const last = { stepId: id, question, frameId: frameId ?? frameOfStep(id), anonymous, how }
  return new Change<NotesState, NotesSecret>({ step: null, last }, { secret: noSecret, effects })
}
