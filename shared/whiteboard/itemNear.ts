// What of the list stands where somebody's hand is on the board.
import type { BoardList, ListItem } from '#shared/whiteboard/listView.ts'

export interface PagePoint {
  readonly page: string
  readonly x: number
  readonly y: number
}

/** The item under a point, the smallest of several; else the nearest of that page. Undefined on a page without items. */
export function itemNear(board: BoardList, point: PagePoint): ListItem | undefined {
  let best: { readonly item: ListItem; readonly far: number; readonly size: number } | undefined
  for (const item of board.items.values()) {
    // Drawings have no row.
    if (item.pageId !== point.page || item.kind === 'drawing') continue
    const { x, y, w, h } = item.box
    const [dx, dy] = [beyond(point.x, x, x + w), beyond(point.y, y, y + h)]
    const [far, size] = [Math.hypot(dx, dy), w * h]
    if (!best || far < best.far || (far === best.far && size < best.size)) best = { item, far, size }
  }
  return best?.item
}

/** How far a coordinate is outside an interval. */
const beyond = (at: number, from: number, to: number): number => Math.max(from - at, 0, at - to)
