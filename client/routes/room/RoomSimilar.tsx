// Under an open draft of the list, and below the whole text of a card: what is close to it, and how to go on with it in this room.
import { use, useCallback } from 'react'
import { ListContext } from '#client/features/list/listContext.ts'
import { SimilarPanel } from '#client/features/similar/SimilarPanel.tsx'
import { useSimilar } from '#client/features/similar/useSimilar.ts'
import type { LiveRoom } from '#client/live/liveRoom.ts'
import { draftsOf } from '#shared/draft/draftModel.ts'
import type { CloseDraft } from '#shared/similar/similarAnswer.ts'

export interface RoomSimilarProps {
  readonly room: LiveRoom
  readonly spaceId: string
  readonly draftId: string
  /** Where a dialog lies over the room: nothing is opened or begun behind it. */
  readonly readOnly?: boolean
}

export function RoomSimilar({ room, spaceId, draftId, readOnly = false }: RoomSimilarProps) {
  const around = use(ListContext)
  // Over the board there is no list to open a text in: it is read in place.
  const list = readOnly ? undefined : around
  const merging = list?.merging
  const watch = useCallback(
    (changed: () => void) => {
      const drafts = room.draftsOf(spaceId)
      const draft = drafts && draftsOf(drafts.doc).get(draftId)
      draft?.observeDeep(changed)
      return () => draft?.unobserveDeep(changed)
    },
    [room, spaceId, draftId],
  )
  const { code } = room.join.room
  const answer = useSimilar({ code, spaceId, draftId }, watch)
  const isHere = (close: CloseDraft): boolean => room.draftsOf(close.spaceId) !== undefined
  const own = { spaceId, draftId }
  return (
    <SimilarPanel
      answer={answer}
      who={room.join.participantId}
      text={`${spaceId}/${draftId}`}
      openHere={(close) =>
        list && isHere(close)
          ? () => list.openDraft({ spaceId: close.spaceId, draftId: close.draftId })
          : undefined
      }
      merge={(close) =>
        merging && merging.blocked === undefined && isHere(close)
          ? () => merging.merge([own, { spaceId: close.spaceId, draftId: close.draftId }])
          : undefined
      }
    />
  )
}
