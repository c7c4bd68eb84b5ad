// Many notes at once, one a line, as when a wall of paper is copied out.
import type * as Y from 'yjs'
import { addNote, type NewNote } from '#shared/whiteboard/commands.ts'

/** Notes put up by one act: a whole wall, and still one undo. */
export const mostNotesAtOnce = 60

/** One note a line; empty lines and the dashes or dots of a list are left out. */
export const noteLines = (text: string): readonly string[] =>
  text
    .split(/\r?\n/u)
    .map((line) => line.replace(/^\s*[-–—•*·]\s+/u, '').trim())
    .filter((line) => line !== '')

/** Adds them together, in reading order, near one another; returns their record ids. */
export function addNotes(
  doc: Y.Doc,
  lines: readonly string[],
  place: Pick<NewNote, 'frameId' | 'near' | 'author' | 'colour'> & { readonly origin?: unknown } = {},
): string[] {
  const { origin = null, near, ...note } = place
  const ids: string[] = []
  doc.transact(() => {
    for (const text of lines.slice(0, mostNotesAtOnce)) {
      const close = ids[0] ?? near
      ids.push(addNote(doc, { ...note, text, ...(close === undefined ? {} : { near: close }) }, origin))
    }
  }, origin)
  return ids
}
