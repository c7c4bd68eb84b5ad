// What a person's board shows, told to others and shown again on theirs.
import type { Editor, TLPageId } from 'tldraw'

/** A part of a page, in page units. */
export interface BoardView {
  readonly page: string
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

export function viewOf(editor: Editor): BoardView {
  const { x, y, w, h } = editor.getViewportPageBounds()
  return { page: editor.getCurrentPageId(), x, y, w, h }
}

/** Moves the camera there; a point (without extent) keeps one's own zoom. False where that page is no more. */
export function lookAt(editor: Editor, place: Omit<BoardView, 'w' | 'h'> & Partial<BoardView>): boolean {
  const page = place.page as TLPageId // looked up right here
  if (!editor.getPage(page)) return false
  if (editor.getCurrentPageId() !== page) editor.setCurrentPage(page)
  const { x, y, w, h } = place
  const animation = { duration: editor.user.getAnimationSpeed() > 0 ? 320 : 0 }
  if (w !== undefined && h !== undefined) editor.zoomToBounds({ x, y, w, h }, { animation, inset: 0 })
  else editor.centerOnPoint({ x, y }, { animation })
  return true
}
