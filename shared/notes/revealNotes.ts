// From secret notes to sticky notes: shuffled, renamed, and put beside those that say something similar.
import { z } from 'zod'
import type { CommandContext, Effect } from '#shared/contract/slice.ts'
import {
  frameOfStep,
  longestPrivateNote,
  longestQuestion,
  type NotesSecret,
  type SecretNote,
  type Step,
} from '#shared/notes/notesState.ts'
import { inSimilarOrder } from '#shared/notes/similarNotes.ts'
import { noteColours } from '#shared/whiteboard/boardModel.ts'

/** The input of the effect `place`: what is to stand on the whiteboard. */
export const placement = z.object({
  frameId: z.string().nullable(),
  newFrame: z.object({ id: z.string(), name: z.string().max(longestQuestion) }),
  colour: z.enum(noteColours),
  notes: z.array(z.object({ id: z.string(), text: z.string().max(longestPrivateNote), author: z.string() })),
})
export type Placement = z.output<typeof placement>

const letters = '0123456789abcdefghjkmnpqrstvwxyz'

/** A token or key of 130 bits from the server's own source, which no journal line has ever held. */
export function drawn(random: () => number): string {
  let id = ''
  for (let i = 0; i < 26; i++) id += letters[Math.floor(random() * letters.length)] ?? '0'
  return id
}

/** Fisher and Yates: every order is as likely as any other. */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const order = [...items]
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const [a, b] = [order[i], order[j]]
    if (a !== undefined && b !== undefined) [order[i], order[j]] = [b, a]
  }
  return order
}

/**
 * [N4] The order is drawn by lot before notes are put beside similar ones, ids are new, the colour is the step's: nothing of
 * who, when or where is left. The author's name goes with the note only where no anonymity was promised.
 */
export function placing(
  step: Step,
  secret: NotesSecret,
  chosen: readonly SecretNote[],
  { newId, random }: Pick<CommandContext, 'newId' | 'random'>,
): Effect[] {
  if (chosen.length === 0) return []
  const nameOf = (token: string): string =>
    step.anonymous ? '' : (secret.writers.find((writer) => writer.token === token)?.name ?? '')
  const ordered = inSimilarOrder(shuffled(chosen, random), ({ text }) => text)
  const input: Placement = {
    frameId: step.frameId,
    newFrame: { id: frameOfStep(step.id), name: step.question },
    colour: step.colour,
    notes: ordered.map(({ text, token }, place) => ({
      ...{ id: `shape:${newId}-${place}`, text, author: nameOf(token) },
    })),
  }
  return [{ kind: 'place', input }]
}
