// The room's drafts by whom they are asked of: read from their documents, and moved there, key by key.
import { useState } from 'react'
import type { LiveRoom } from '#client/live/liveRoom.ts'
import { useChanges, useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { parseDocumentName } from '#shared/contract/documentName.ts'
import { draftsOf, readDrafts } from '#shared/draft/draftModel.ts'
import { type Addressee, addressees } from '#shared/draft/vocabulary.ts'

export interface AskedDraft {
  readonly key: string
  readonly spaceId: string
  readonly draftId: string
  readonly code: string
  readonly title: string
  readonly addressee: Addressee | null
  /** Whether this person may move it. */
  readonly writable: boolean
}

/** Its own origin: the undo of somebody's typing never takes a card back; the trace has its own way back. */
const moving = { origin: 'addressee' } as const

export function useAddressees(): readonly AskedDraft[] {
  const room = useLiveRoom()
  const [follow] = useState(() => (changed: () => void) => watch(room, changed))
  useChanges(follow)
  return readAll(room)
}

export function moveTo(room: LiveRoom, { spaceId, draftId }: AskedDraft, addressee: Addressee | null): void {
  const live = room.draftsOf(spaceId)
  const draft = live?.access === 'write' ? draftsOf(live.doc).get(draftId) : undefined
  if (draft && draft.get('addressee') !== addressee)
    live?.doc.transact(() => void draft.set('addressee', addressee), moving)
}

function readAll(room: LiveRoom): AskedDraft[] {
  return room.drafts.flatMap((live) => {
    const spaceId = parseDocumentName(live.name)?.id
    if (spaceId === undefined || !live.isReadable()) return []
    return readDrafts(live.doc).map(({ id, code, title, addressee }) => ({
      ...{ key: `${spaceId}/${id}`, spaceId, draftId: id, code, title, writable: live.access === 'write' },
      addressee: addressees.find((one) => one === addressee) ?? null,
    }))
  })
}

/** Milliseconds: letters of others' typing are gathered, a moved card is seen at once by its mover. */
const gatherMs = 100

function watch(room: LiveRoom, changed: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const later = (_update: unknown, origin: unknown): void => {
    if (origin === moving) return changed()
    timer ??= setTimeout(() => {
      timer = undefined
      changed()
    }, gatherMs)
  }
  const watched = new Map<LiveRoom['drafts'][number]['doc'], true>()
  const attach = (): void => {
    for (const { doc } of room.drafts) {
      if (watched.has(doc)) continue
      watched.set(doc, true)
      doc.on('update', later)
    }
    changed()
  }
  attach()
  const stop = room.subscribe(attach)
  return () => {
    clearTimeout(timer)
    stop()
    for (const doc of watched.keys()) doc.off('update', later)
  }
}
