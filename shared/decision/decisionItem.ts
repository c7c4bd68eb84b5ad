// What a decision is about: a draft, a note or free words, with its text as it stood when the question was asked.
import { z } from 'zod'

/** Lengths in characters; how many things may stand in one question. */
export const itemTextLimit = 240
export const itemLimit = 30

const text = z.string().trim().min(1).max(itemTextLimit)
const place = z.string().min(1).max(64)
const recordPlace = z.string().min(1).max(100)

export const itemWish = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('draft'), spaceId: place, draftId: place, text }),
  z.object({ kind: z.literal('note'), recordId: recordPlace, text }),
  z.object({ kind: z.literal('text'), text }),
])
/** Chosen by whoever opens the question. */
export type ItemWish = z.output<typeof itemWish>

/** An item's place in its question, written as a number: `0`, `1`… */
export const itemId = z.string().regex(/^\d{1,2}$/)

export const decisionItem = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('draft'), id: itemId, spaceId: place, draftId: place, text }),
  z.object({ kind: z.literal('note'), id: itemId, recordId: recordPlace, text }),
  z.object({ kind: z.literal('text'), id: itemId, text }),
])
export type DecisionItem = z.output<typeof decisionItem>

export const numbered = (wishes: readonly ItemWish[]): DecisionItem[] =>
  wishes.map((wish, place) => ({ ...wish, id: String(place) }))
