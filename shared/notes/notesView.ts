// What of a private writing step leaves the server: counts for everybody, one's own notes, and the facilitators' queue without authors.
import type { Viewer } from '#shared/contract/slice.ts'
import {
  type EndedStep,
  type NotesSecret,
  type NotesState,
  type Step,
  secretOfStep,
} from '#shared/notes/notesState.ts'
import { mayFacilitate } from '#shared/people/access.ts'

export interface OwnNote {
  readonly id: string
  readonly text: string
  /** Why the facilitators set it aside; null where they did not. */
  readonly asideBecause: string | null
}

export interface QueuedNote {
  readonly key: string
  readonly text: string
  readonly verdict: 'waiting' | 'approved' | 'aside'
  readonly reason: string
}

export interface NotesView {
  readonly step:
    | (Step & {
        /** Notes of everybody, and seats that have written any. */
        readonly notes: number
        readonly writers: number
      })
    | null
  readonly last: EndedStep | null
  /** Seat behind this device -> its notes, in the order in which they were written. */
  readonly mine: Readonly<Record<string, readonly OwnNote[]>>
  /** Null for whoever does not facilitate, and while people write. */
  readonly queue: readonly QueuedNote[] | null
}

/** [N3] [N6] Others' words never, their names never; the queue to facilitators alone, in an order drawn by lot. */
export function viewOfNotes(
  { step, last }: NotesState,
  { actor, seats, secret }: Viewer<NotesSecret>,
): NotesView {
  if (!step) return { step, last, mine: {}, queue: null }
  const { notes, writers } = secretOfStep(step.id, secret)
  const withNotes = new Set(notes.map(({ token }) => token))
  const mine = seats.map(({ id }): [string, OwnNote[]] => {
    const token = writers.find(({ seatId }) => seatId === id)?.token
    const own = notes.filter((note) => note.token === token)
    return [
      id,
      own.map(({ id: noteId, text, verdict, reason }) => ({
        id: noteId,
        text,
        asideBecause: verdict === 'aside' ? reason : null,
      })),
    ]
  })
  return {
    step: { ...step, notes: notes.length, writers: withNotes.size },
    last,
    mine: Object.fromEntries(mine),
    queue: step.stage === 'reviewing' && mayFacilitate(actor) ? queueOf(notes) : null,
  }
}

/** Keys are drawn by lot when the reading begins: their order is nobody's. */
const queueOf = (notes: NotesSecret['notes']): QueuedNote[] =>
  notes
    .flatMap(({ key, text, verdict, reason }) => (key === null ? [] : [{ key, text, verdict, reason }]))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
