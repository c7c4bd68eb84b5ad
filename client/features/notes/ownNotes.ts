// One seat's notes as its author sees them: what the server holds, and over it what still waits on this device.
import type { WaitingNote } from '#client/features/notes/outbox.ts'
import type { OwnNote } from '#shared/notes/notesView.ts'

export interface ShownNote {
  readonly id: string
  readonly text: string
  /** Not with the server yet. */
  readonly waits: boolean
  readonly asideBecause: string | null
}

export function shownNotes(kept: readonly OwnNote[], waiting: readonly WaitingNote[]): ShownNote[] {
  const sending = new Map(waiting.filter(({ kind }) => kind === 'send').map((note) => [note.noteId, note]))
  const here = kept.flatMap(({ id, text, asideBecause }): ShownNote[] => {
    const change = sending.get(id)
    if (!change) return [{ id, text, waits: false, asideBecause }]
    return change.text === null ? [] : [{ id, text: change.text, waits: true, asideBecause: null }]
  })
  const known = new Set(kept.map(({ id }) => id))
  const added = [...sending.values()].flatMap(({ noteId, text }): ShownNote[] =>
    known.has(noteId) || text === null ? [] : [{ id: noteId, text, waits: true, asideBecause: null }],
  )
  return [...here, ...added]
}
