// The server's half of private writing: reads how much room the whiteboard has, and puts revealed notes on it.
import type { SliceServer } from '#server/live/rooms.ts'
import type { DocumentLane } from '#server/transport/documentLane.ts'
import { documentName } from '#shared/contract/documentName.ts'
import type { RevealFacts } from '#shared/notes/notes.ts'
import { placeNotes } from '#shared/notes/placeNotes.ts'
import { placement } from '#shared/notes/revealNotes.ts'
import { censusOf } from '#shared/whiteboard/boardCensus.ts'
import { boardLimits } from '#shared/whiteboard/recordForm.ts'

const reveals = new Set(['reveal', 'revealMine'])

/** The lane is asked for at each use: it is opened after the room lane. */
export function notesServer(lane: () => Pick<DocumentLane, 'edit' | 'read'>): SliceServer {
  const boardOf = (roomId: string): string => documentName({ kind: 'whiteboard', id: roomId })
  return {
    async gather({ roomId }, _input, verb): Promise<RevealFacts | undefined> {
      if (!reveals.has(verb)) return undefined
      const shapes = await lane().read(boardOf(roomId), (doc) => censusOf(doc).shapes.size)
      return shapes === undefined ? undefined : { shapesLeft: boardLimits.shapes - shapes }
    },
    // [N11] Ids of notes are part of the effect: done again after a crash it finds them there, or taken away, and adds nothing.
    async perform({ roomId, input }) {
      const notes = placement.parse(input)
      await lane().edit(boardOf(roomId), (doc) => placeNotes(doc, notes))
    },
  }
}
