// Gathers what rows may call, and keeps it the same object while nothing of it changed.
import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { boardReading } from '#client/features/list/boardLines.ts'
import { draftLinesOf } from '#client/features/list/draftLines.ts'
import type { ListHands, ListServices, ListSpace, ListVariant } from '#client/features/list/listContext.ts'
import { useDraftDocuments } from '#client/features/list/useDraftDocuments.ts'
import { joined, useReading } from '#client/features/list/useReading.ts'
import type { LiveDocument, LiveRoom } from '#client/live/liveRoom.ts'
import { announce as announceOnPage } from '#client/ui/announcer.tsx'
import { holdsDraft, holdsRecord, isDraftLocked, noLocks } from '#shared/attention/heldLocks.ts'
import { parseDocumentName } from '#shared/contract/documentName.ts'

interface HandsProps extends ListServices {
  readonly room: LiveRoom
  readonly variant: ListVariant
  readonly announce?: (text: string) => void
}

type Local = Pick<ListHands, 'focusRow' | 'openDraft' | 'toggleDraft' | 'openDialog' | 'openMenu'>

const spaceOf = (live: LiveDocument): string => parseDocumentName(live.name)?.id ?? ''

export function useListHands(props: HandsProps, t: TFunction, local: Local): ListHands {
  const { room, variant, announce, renderDraft, newDraft, draftsFromNotes, openPasteDialog, focusOnBoard } =
    props
  const { renderGroupHead, renderDraftSigns, merging, locks = noLocks } = props
  const documents = useDraftDocuments(room)
  const readings = useMemo(() => {
    const drafts = new Map(
      documents.map((live) => [spaceOf(live), draftLinesOf(live.doc, spaceOf(live))] as const),
    )
    return {
      boardReading: boardReading(room.whiteboard.doc),
      draftReadings: drafts,
      titleOf: (spaceId: string, draftId: string) =>
        drafts.get(spaceId)?.current().byId.get(draftId)?.title ?? '',
    }
  }, [room, documents])
  const rights = useRights(room, documents)
  return useMemo(() => {
    const spaces = documents.map((live, index) => spaceView(room, live, rights[index + 1] === 'read', t))
    const boardBlocked = rights[0] === 'read' ? t('blocked.board') : undefined
    const draftsBlocked = (spaceId: string): string | undefined => {
      const space = spaces.find((candidate) => candidate.spaceId === spaceId)
      return space ? space.blocked : t('blocked.drafts')
    }
    return {
      renderDraft,
      newDraft,
      draftsFromNotes,
      openPasteDialog,
      focusOnBoard,
      renderGroupHead,
      renderDraftSigns,
      merging,
      ...readings,
      ...local,
      t,
      room,
      board: room.whiteboard.doc,
      ownRemovals: new Set<string>(),
      variant,
      spaces,
      boardBlocked,
      recordBlocked: (id) => boardBlocked ?? (holdsRecord(locks, id) ? t('blocked.byLead') : undefined),
      draftsBlocked,
      draftBlocked: ({ spaceId, draftId }) =>
        draftsBlocked(spaceId) ?? (holdsDraft(locks, spaceId, draftId) ? t('blocked.byLead') : undefined),
      isDraftLocked: ({ spaceId, draftId }) => isDraftLocked(locks, spaceId, draftId),
      newDraftBlocked: spaces.some(({ blocked }) => blocked === undefined) ? undefined : t('blocked.drafts'),
      say: announce ?? announceOnPage,
    }
  }, [
    room,
    documents,
    rights,
    readings,
    local,
    t,
    variant,
    announce,
    renderDraft,
    newDraft,
    draftsFromNotes,
    openPasteDialog,
    focusOnBoard,
    renderGroupHead,
    renderDraftSigns,
    merging,
    locks,
  ])
}

function spaceView(room: LiveRoom, live: LiveDocument, reads: boolean, t: TFunction): ListSpace {
  const group = room.join.room.groups.find(({ id }) => id === live.groupId) ?? null
  const name = group?.place ?? t('list.together')
  const ownGroup = group !== null && room.join.you.groupId === group.id
  const blocked = !reads ? undefined : group && !ownGroup ? t('blocked.group', { name }) : t('blocked.drafts')
  return { spaceId: spaceOf(live), group, name, blocked }
}

/** What this person may do: to the whiteboard first, then to each space; asked again at every change, never captured. */
function useRights(room: LiveRoom, drafts: readonly LiveDocument[]): readonly string[] {
  const rights = useReading(
    useMemo(() => {
      const documents = [room.whiteboard, ...drafts]
      return joined(documents, () => documents.map(({ access }) => access).join(' '))
    }, [room, drafts]),
  )
  return useMemo(() => rights.split(' '), [rights])
}
