// Takes a follower where somebody is: the board's camera, and for who reads in the list the same thing as a row.
import type { FollowedPlace } from '#client/features/attention/useFollow.ts'
import type { WhiteboardHandle } from '#client/features/whiteboard/Whiteboard.tsx'
import type { LiveRoom } from '#client/live/liveRoom.ts'
import { itemNear } from '#shared/whiteboard/itemNear.ts'
import { readBoard } from '#shared/whiteboard/listView.ts'

export interface FollowerViews {
  readonly room: Pick<LiveRoom, 'whiteboard'>
  readonly boardShown: boolean
  readonly listShown: boolean
  readonly board: { readonly current: WhiteboardHandle | null }
  readonly go: (to: 'board' | 'list') => void
  /** Opens a tab of the list. */
  readonly onTab: (tab: 'drafts' | 'notes') => void
}

export function followTo(views: FollowerViews, place: FollowedPlace): void {
  const { boardShown, listShown, go, onTab } = views
  if (place.kind === 'draft') {
    if (!listShown) go('list')
    onTab('drafts')
    return showRow(`${place.spaceId}/${place.draftId}`)
  }
  if (!boardShown && !listShown) go('board')
  if (boardShown || !listShown) toPoint(views, place)
  if (!listShown || (boardShown && !isInList())) return
  const row = place.kind === 'record' ? place.id : itemNear(readBoard(views.room.whiteboard.doc), place)?.id
  if (row === undefined) return
  onTab('notes')
  showRow(row)
}

function toPoint({ board, room }: FollowerViews, place: Exclude<FollowedPlace, { kind: 'draft' }>): void {
  if (place.kind === 'point') return board.current?.lookAt(place)
  const item = readBoard(room.whiteboard.doc).items.get(place.id)
  if (!item) return
  const { x, y, w, h } = item.box
  board.current?.lookAt({ page: item.pageId, x: x + w / 2, y: y + h / 2 })
}

const isInList = (): boolean => document.activeElement?.closest('[data-region="list"]') != null

/** After the tab is shown. The focus goes along for who has it in the list, so that the row is heard; others keep theirs. */
function showRow(row: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const found = document.querySelector<HTMLElement>(
        `[data-region="list"] [data-row="${CSS.escape(row)}"]`,
      )
      found?.scrollIntoView({ block: 'center' })
      if (isInList() || document.activeElement === document.body)
        found?.querySelector<HTMLElement>('[data-control="main"]')?.focus({ preventScroll: true })
    }),
  )
}
