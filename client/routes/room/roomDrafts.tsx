// Lends the drafts to the list and to the whiteboard, which know nothing of one another: cards, new drafts, drafts from notes.
import type { ReactNode } from 'react'
import { DraftResults } from '#client/features/decision/DraftResults.tsx'
import { DraftCard } from '#client/features/draft/DraftCard.tsx'
import { draftsFromNotes, newDraft } from '#client/features/draft/draftActs.ts'
import { SourceLine } from '#client/features/joint/SourceLine.tsx'
import type { RenderDraft as RenderInList } from '#client/features/list/listContext.ts'
import { MergeLinks } from '#client/features/merge/MergeLinks.tsx'
import { RemarkPanel } from '#client/features/remark/RemarkPanel.tsx'
import type { LiveRoom } from '#client/live/liveRoom.ts'
import { DraftAdoption } from '#client/routes/room/RoomAdoption.tsx'
import { RoomSimilar } from '#client/routes/room/RoomSimilar.tsx'
import { parseDocumentName } from '#shared/contract/documentName.ts'

interface DraftPlace {
  readonly spaceId: string
  readonly draftId: string
}

export interface RoomDrafts {
  readonly renderInList: RenderInList
  readonly renderOnBoard: (
    spaceId: string,
    draftId: string,
    view: { readonly editing: boolean; readonly onDone: () => void },
  ) => ReactNode
  /** Makes a draft and returns its id. */
  readonly newDraft: (spaceId: string, title: string) => string
  /** Makes one draft from several notes, linked to them, and returns its id. */
  readonly draftsFromNotes: (noteIds: readonly string[], spaceId: string) => string
  /** Begins a draft where this person writes; undefined for somebody who writes nowhere. */
  readonly createOwn: () => Promise<DraftPlace | undefined>
  readonly createOwnFromNotes: (noteIds: readonly string[]) => Promise<DraftPlace | undefined>
}

/** To be kept with the room: lists memoise on these. `mayMark` is asked each time whether a note may be changed. */
export function roomDrafts(
  room: LiveRoom,
  mayMark: (noteId: string) => boolean,
  openMerge: (mergeId: string) => void,
): RoomDrafts {
  const inOwnSpace = async (make: (spaceId: string) => string): Promise<DraftPlace | undefined> => {
    const spaceId = ownSpace(room)
    return spaceId === undefined ? undefined : { spaceId, draftId: make(spaceId) }
  }
  const card = (spaceId: string, draftId: string) => ({
    key: `${spaceId}/${draftId}`,
    room,
    spaceId,
    draftId,
  })
  return {
    renderInList: (spaceId, draftId, { variant, open, onDone }) => {
      const { key, ...draft } = card(spaceId, draftId)
      return (
        <>
          <DraftCard key={key} {...draft} variant={variant} editing={open} onDone={onDone} />
          <DraftResults spaceId={spaceId} draftId={draftId} />
          <SourceLine spaceId={spaceId} draftId={draftId} look="list" />
          {open && <RemarkPanel key={`remarks ${key}`} spaceId={spaceId} draftId={draftId} />}
          {open && <RoomSimilar key={`similar ${key}`} {...draft} />}
          <DraftAdoption spaceId={spaceId} draftId={draftId} />
          <MergeLinks draft={{ spaceId, draftId }} onOpen={openMerge} />
        </>
      )
    },
    renderOnBoard: (spaceId, draftId, { editing, onDone }) => {
      const { key, ...draft } = card(spaceId, draftId)
      return (
        <>
          <DraftCard key={key} {...draft} variant="board" editing={editing} onDone={onDone} />
          {!editing && <SourceLine spaceId={spaceId} draftId={draftId} look="board" />}
        </>
      )
    },
    newDraft: (spaceId, title) => newDraft(room, spaceId, title),
    draftsFromNotes: (noteIds, spaceId) => draftsFromNotes(room, noteIds, { spaceId, mayMark }),
    createOwn: () => inOwnSpace((spaceId) => newDraft(room, spaceId, '')),
    createOwnFromNotes: (noteIds) =>
      inOwnSpace((spaceId) => draftsFromNotes(room, noteIds, { spaceId, mayMark })),
  }
}

/** Where this person's drafts go unless they say otherwise: their own group's, else the first that they may write. */
export function ownSpace({ drafts, join }: LiveRoom): string | undefined {
  const writable = drafts.filter(({ access }) => access === 'write')
  const own = writable.find(({ groupId }) => groupId !== null && groupId === join.you.groupId) ?? writable[0]
  return own && parseDocumentName(own.name)?.id
}
