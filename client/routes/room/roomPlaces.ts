// Brings the room's views to a place that somebody points at: a record or a part of the board, or a text in the list.
import type { WhiteboardHandle } from '#client/features/whiteboard/Whiteboard.tsx'
import type { LookPlace } from '#shared/attention/lookPlace.ts'

export interface Views {
  readonly go: (to: 'board' | 'list') => void
  readonly onBoard: (recordId: string) => void
  readonly board: { readonly current: WhiteboardHandle | null }
}

export function lookAtPlace({ go, onBoard, board }: Views, place: LookPlace): void {
  switch (place.kind) {
    case 'frame':
    case 'record':
      onBoard(place.id)
      return
    case 'draft':
      go('list')
      showRow(`${place.spaceId}/${place.draftId}`)
      return
    case 'view':
      go('board')
      board.current?.lookAt(place)
      return
    default:
      place satisfies never
  }
}

/** After the list is shown: what is hidden can neither scroll nor take the focus. */
function showRow(row: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const found = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"]`)
      found?.scrollIntoView({ block: 'center' })
      found?.querySelector<HTMLElement>('.list-open')?.focus({ preventScroll: true })
    }),
  )
}
