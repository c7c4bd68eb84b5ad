// The room's drafts documents as they come and go: an aparté brings one along while people write in the others.
import { useMemo } from 'react'
import type { Reading } from '#client/features/list/liveReading.ts'
import { useReading } from '#client/features/list/useReading.ts'
import type { LiveDocument, LiveRoom } from '#client/live/liveRoom.ts'

/** The same array while they are the same documents. */
export const useDraftDocuments = (room: LiveRoom): readonly LiveDocument[] =>
  useReading(useMemo(() => draftDocuments(room), [room]))

function draftDocuments(room: LiveRoom): Reading<readonly LiveDocument[]> {
  let last = room.drafts
  return {
    subscribe: (changed) => room.subscribe(changed),
    current: () => {
      const now = room.drafts
      if (now.length !== last.length || now.some((live, at) => live !== last[at])) last = now
      return last
    },
  }
}
