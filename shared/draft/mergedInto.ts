// What a draft that was merged says of where it went.
import { z } from 'zod'

export const mergedIntoKey = 'mergedInto'

const MergedInto = z.object({
  /** The joint draft that it was merged in. */
  spaceId: z.string().max(64),
  draftId: z.string().max(160),
  versionId: z.string().max(64),
  title: z.string().max(440),
})
export type MergedInto = z.output<typeof MergedInto>

/** Kept as JSON text, for a plain value of a draft is last writer wins as a whole. Null for a draft that stands alone. */
export function readMergedInto(value: unknown): MergedInto | null {
  if (typeof value !== 'string' || value.length > 2_000) return null
  try {
    return MergedInto.safeParse(JSON.parse(value)).data ?? null
  } catch {
    return null
  }
}

export const isMergedInto = (value: unknown): boolean => value === null || readMergedInto(value) !== null
