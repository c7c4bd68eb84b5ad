// The merges of this room, as the room's lane tells them.
import { useMemo, useRef } from 'react'
import { useSlice } from '#client/live/useLiveRoom.tsx'
import type { Merge } from '#shared/merge/mergeState.ts'

/** The same object while nothing of it changed: the lane tells its whole state again with every other slice. */
export function useMerge(mergeId: string): Merge | undefined {
  return useSame(useSlice('merge')?.merges[mergeId])
}

function useSame<T>(value: T): T {
  const kept = useRef({ value, text: JSON.stringify(value) })
  const text = JSON.stringify(value)
  if (kept.current.text !== text) kept.current = { value, text }
  return kept.current.value
}

/** Those that were not given up, the oldest first. */
export function useRunningMerges(): readonly Merge[] {
  const merges = useSame(useSlice('merge')?.merges)
  return useMemo(
    () =>
      Object.values(merges ?? {})
        .filter(({ closed }) => closed === null)
        .sort((a, b) => a.openedAt - b.openedAt),
    [merges],
  )
}

/** A draft takes part as what grows out of the merge, or as one of its parents. */
export const mergesAt = (
  merges: readonly Merge[],
  { spaceId, draftId }: { readonly spaceId: string; readonly draftId: string },
): readonly Merge[] =>
  merges.filter((merge) =>
    [merge, ...merge.parents].some((place) => place.spaceId === spaceId && place.draftId === draftId),
  )
