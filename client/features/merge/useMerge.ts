// The merges of this room, as the room's lane tells them.
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { LiveRoom } from '#client/live/liveRoom.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import type { Merge, MergeState } from '#shared/merge/mergeState.ts'

type Merges = Readonly<Record<string, Merge>>

interface Told {
  /** As the lane told it last. */
  readonly state: unknown
  readonly merges: Merges
}
const told = new WeakMap<LiveRoom, Told>()
const none: Merges = {}

/** The same objects while nothing of them changed: the lane tells its whole state again with every other slice. */
export function mergesOfRoom(room: LiveRoom): Merges {
  const state = room.state()['merge']
  const before = told.get(room)
  if (before && before.state === state) return before.merges
  const now = (state as MergeState | undefined)?.merges ?? none // what the slice of that name declares
  const merges = sameWhereEqual(before?.merges ?? none, now)
  told.set(room, { state, merges })
  return merges
}

function sameWhereEqual(before: Merges, now: Merges): Merges {
  const entries = Object.entries(now).map(([id, merge]): [string, Merge] => {
    const held = Object.hasOwn(before, id) ? before[id] : undefined
    return [id, held && JSON.stringify(held) === JSON.stringify(merge) ? held : merge]
  })
  const isSame =
    entries.length === Object.keys(before).length && entries.every(([id, merge]) => before[id] === merge)
  return isSame ? before : Object.fromEntries(entries)
}

/** Drawn again when the lane tells something else of a merge, and not when a letter was sent or somebody came in. */
function useMerges<Found>(find: (merges: Merges) => Found): Found {
  const room = useLiveRoom()
  const subscribe = useCallback((changed: () => void) => room.subscribe(changed), [room])
  return useSyncExternalStore(subscribe, () => find(mergesOfRoom(room)))
}

export const useMerge = (mergeId: string): Merge | undefined =>
  useMerges((merges) => (Object.hasOwn(merges, mergeId) ? merges[mergeId] : undefined))

/** Those that were not given up, the oldest first. */
export function useRunningMerges(): readonly Merge[] {
  const merges = useMerges((all) => all)
  return useMemo(
    () =>
      Object.values(merges)
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
