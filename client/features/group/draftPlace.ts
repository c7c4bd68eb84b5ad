// Where a text of the group is read and written: its place in the room's list.
import type { DraftPointer } from '#shared/group/groupPage.ts'

export const roomAddress = (code: string): string => `/r/${encodeURIComponent(code)}`

/** Undefined where the room may not be entered. */
export const draftAddress = (
  code: string | null,
  { spaceId, draftId }: Pick<DraftPointer, 'spaceId' | 'draftId'>,
): string | undefined =>
  code === null
    ? undefined
    : `${roomAddress(code)}#texte=${encodeURIComponent(spaceId)}/${encodeURIComponent(draftId)}`
