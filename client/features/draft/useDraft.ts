// One draft of a room, as a page shows it: its shared map, its plain reading, and whether it may be changed.
import { useCallback, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import type { LiveDocument, LiveRoom } from '#client/live/liveRoom.ts'
import { useYjs } from '#client/live/useLiveRoom.tsx'
import {
  type DraftMap,
  draftsOf,
  type ReadDraft,
  readDraft,
  type SharedType,
} from '#shared/draft/draftModel.ts'

export interface DraftAddress {
  readonly room: LiveRoom
  readonly spaceId: string
  readonly draftId: string
}

/** The document of a space, re-rendering with its rights and its state; undefined when this room does not show it. */
export function useDraftsDocument(room: LiveRoom, spaceId: string): LiveDocument | undefined {
  // A document may come into a room while it is shown: what an aparté brings back.
  const coming = useCallback((changed: () => void) => room.subscribe(changed), [room])
  const live = useSyncExternalStore(coming, () => room.draftsOf(spaceId))
  const subscribe = useCallback(
    (changed: () => void) => live?.subscribe(changed) ?? (() => undefined),
    [live],
  )
  useSyncExternalStore(subscribe, () => `${live?.access} ${live?.isReadable()}`)
  return live
}

/** The draft's map; re-renders only when drafts come or are replaced, not with their words. */
export function useDraftMap(live: LiveDocument | undefined, draftId: string): DraftMap | undefined {
  const subscribe = useCallback(
    (changed: () => void) => {
      if (!live) return () => undefined
      const drafts = draftsOf(live.doc)
      drafts.observe(changed)
      return () => drafts.unobserve(changed)
    },
    [live],
  )
  return useSyncExternalStore(subscribe, () => (live ? draftsOf(live.doc).get(draftId) : undefined))
}

/** Re-renders with a shared type, whatever events it has. */
export const useShared = <Value>(type: SharedType, read: () => Value): Value =>
  useYjs(type as Y.AbstractType<unknown>, read) // Yjs types are invariant in their events, which nobody reads here

/** The draft as plain data, again after each change in it. */
export const useReadDraft = (draftId: string, draft: DraftMap): ReadDraft | undefined =>
  useShared(draft, () => readDraft(draftId, draft))

/** The group whose draft this is; undefined for joint drafts and the convergence's. */
export const groupOf = ({ join }: LiveRoom, live: LiveDocument) =>
  join.room.groups.find((group) => group.id === live.groupId)
