// What people may be asked to look at: a frame or anything else on the board, a draft, or a part of the board.
import { z } from 'zod'

const recordId = z.string().regex(/^shape:[\w-]{1,100}$/)
const ref = z.string().min(1).max(64)
/** Board units; tldraw itself keeps far within. */
const length = z.number().min(-1e7).max(1e7)
const extent = z.number().positive().max(1e7)

const frame = z.object({ kind: z.literal('frame'), id: recordId })
const record = z.object({ kind: z.literal('record'), id: recordId })
const draft = z.object({ kind: z.literal('draft'), spaceId: ref, draftId: ref })
/** What somebody's camera shows of a page, in page units. */
const view = z.object({
  kind: z.literal('view'),
  page: z.string().regex(/^page:[\w-]{1,100}$/),
  x: length,
  y: length,
  w: extent,
  h: extent,
})

/** Something that has an outline and a name of its own. */
export const litPlace = z.discriminatedUnion('kind', [frame, record, draft])
export type LitPlace = z.output<typeof litPlace>

export const lookPlace = z.discriminatedUnion('kind', [frame, record, draft, view])
export type LookPlace = z.output<typeof lookPlace>

/** How a place is called for people; shown as text, never as markup. */
export const placeLabel = z.string().trim().max(160)

/** A draft, as one word. */
export const draftRef = (spaceId: string, draftId: string): string => `${spaceId}/${draftId}`
export const lockedRecord = recordId
export const lockedDraft = z.string().regex(/^[^/\s]{1,64}\/[^/\s]{1,64}$/)
