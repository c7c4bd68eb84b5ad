// Where a draft of the common lane comes from: its frozen parents, and whether their sources have moved on since.
import { useEffect, useState } from 'react'
import type { LiveRoom } from '#client/live/liveRoom.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { draftsOf, readDraft } from '#shared/draft/draftModel.ts'
import { fingerprint } from '#shared/draft/fingerprint.ts'
import { mergesOf, readParents } from '#shared/merge/mergesInDocument.ts'

export interface Source {
  readonly key: string
  /** Null for a draft of the joint room itself. */
  readonly groupId: string | null
  readonly title: string
  readonly version: number
  /** False also where the source may not be read: nothing is known of it then. */
  readonly moved: boolean
}

/** Milliseconds of quiet before it is looked again: nobody who types waits for it. */
const quiet = 600
const none: readonly Source[] = []

/** The draft that a merge makes is named after it. */
const mergeIdOf = (draftId: string): string | undefined =>
  draftId.startsWith('d-') ? draftId.slice(2) : undefined

export function useSources(spaceId: string, draftId: string): readonly Source[] {
  const room = useLiveRoom()
  const mergeId = mergeIdOf(draftId)
  const [sources, setSources] = useState(none)
  useEffect(() => {
    if (mergeId === undefined) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let watched: (() => void)[] = []
    const look = (): void => {
      timer = undefined
      setSources((before) => {
        const now = sourcesOf(room, spaceId, mergeId)
        return JSON.stringify(now) === JSON.stringify(before) ? before : now
      })
      for (const stop of watched) stop()
      watched = watch(room, spaceId, mergeId, later)
    }
    const later = (): void => {
      timer ??= setTimeout(look, quiet)
    }
    look()
    const stop = room.subscribe(later)
    return () => {
      stop()
      clearTimeout(timer)
      for (const end of watched) end()
    }
  }, [room, spaceId, mergeId])
  return sources
}

function sourcesOf(room: LiveRoom, spaceId: string, mergeId: string): readonly Source[] {
  const doc = room.draftsOf(spaceId)?.doc
  if (!doc) return none
  return readParents(doc, mergeId).map(
    ({ key, groupId, title, version, spaceId: from, draftId, ...parent }) => {
      const live = room.draftsOf(from)
      const draft = live?.isReadable() ? readDraft(draftId, draftsOf(live.doc).get(draftId)) : undefined
      const moved = draft !== undefined && fingerprint(draft) !== parent.fingerprint
      return { key, groupId, title, version, moved }
    },
  )
}

/** The document's merges, and the documents of the sources. */
function watch(room: LiveRoom, spaceId: string, mergeId: string, changed: () => void): (() => void)[] {
  const doc = room.draftsOf(spaceId)?.doc
  if (!doc) return []
  const merges = mergesOf(doc)
  merges.observeDeep(changed)
  // Each document once: several parents may come from the same group.
  const sources = new Set(
    readParents(doc, mergeId).flatMap(({ spaceId: from }) => room.draftsOf(from)?.doc ?? []),
  )
  for (const source of sources) draftsOf(source).observeDeep(changed)
  return [
    () => merges.unobserveDeep(changed),
    ...[...sources].map((source) => () => draftsOf(source).unobserveDeep(changed)),
  ]
}
