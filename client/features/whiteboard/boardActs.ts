// What a person does on the canvas that is more than drawing: cards, drafts made of notes, templates.
import i18next, { type TFunction } from 'i18next'
import { type Editor, Box as ScreenBox, type TLShapeId } from 'tldraw'
import type { BoardHands, DraftPlace } from '#client/features/whiteboard/boardContext.ts'
import { motionIsReduced } from '#client/ui/appearance.ts'
import { isLanguage } from '#client/ui/languages.ts'
import { showToast } from '#client/ui/toasts.tsx'
import { holdsRecord } from '#shared/attention/heldLocks.ts'
import { cardSize } from '#shared/whiteboard/boardModel.ts'
import { act, ownAct } from '#shared/whiteboard/boardUndo.ts'
import { addDraftRef } from '#shared/whiteboard/commands.ts'
import { boxOf } from '#shared/whiteboard/pageGeometry.ts'
import { cardsOfDraft, placeDraft, readRecords } from '#shared/whiteboard/place.ts'
import { framesOf, layPlan, type Template } from '#shared/whiteboard/templates.ts'

type Words = TFunction<'whiteboard'>

/** Record ids of the notes that are selected. */
export const selectedNotes = (editor: Editor): readonly string[] =>
  editor
    .getSelectedShapes()
    .filter(({ type }) => type === 'note')
    .map(({ id }) => id)

/** Shows a shape: selects it and brings it into view. False when it is not on the board. */
export function showShape(editor: Editor, id: string): boolean {
  const shape = editor.getShape(id as TLShapeId) // undefined for anything that is no shape
  if (!shape) return false
  const pageId = editor.getAncestorPageId(shape)
  if (pageId && pageId !== editor.getCurrentPageId()) editor.setCurrentPage(pageId)
  editor.setCurrentTool('select')
  editor.select(shape.id)
  const bounds = editor.getShapePageBounds(shape)
  if (bounds) bringIntoView(editor, bounds)
  return true
}

/** Comes closer when what is being written would be too small to read. `letters` is their size in page units. */
export function comeCloser(editor: Editor, id: TLShapeId, letters: number): void {
  const bounds = editor.getShapePageBounds(id)
  if (!bounds || editor.getZoomLevel() * letters >= readable.least) return
  const animation = motionIsReduced() ? {} : { animation: { duration: 200 } }
  editor.zoomToBounds(bounds, { targetZoom: readable.wished / letters, inset: 60, ...animation })
}

/** Heights of letters on the screen, in pixels. */
const readable = { least: 10, wished: 15 } as const

/** Moves the camera so that a box is seen whole at a readable size; at once for who wants little motion. */
export function bringIntoView(editor: Editor, bounds: ScreenBox): void {
  const animation = motionIsReduced() ? {} : { animation: { duration: 320 } }
  editor.zoomToBounds(bounds, {
    targetZoom: Math.min(1, Math.max(editor.getZoomLevel(), 0.6)),
    inset: 80,
    ...animation,
  })
}

/** Puts a card of a draft where there is room near the middle of what is seen, unless it has one already. */
export function showDraft(
  editor: Editor,
  { doc, binding }: BoardHands,
  { spaceId, draftId }: DraftPlace,
  near?: { x: number; y: number },
): string {
  binding.flush()
  const known = cardsOfDraft(readRecords(doc), spaceId, draftId)[0]
  const middle = editor.getViewportPageBounds().center
  const at = near ?? { x: middle.x - cardSize.w / 2, y: middle.y - cardSize.h / 2 }
  const id =
    known ??
    act(doc, () =>
      placeDraft(doc, spaceId, draftId, { at, pageId: editor.getCurrentPageId(), origin: ownAct }),
    )
  showShape(editor, id)
  return id
}

/** Opens a note or a card for writing, as a double click does. */
export function writeIn(editor: Editor, id: TLShapeId): void {
  const shape = editor.getShape(id)
  if (!shape || editor.isShapeOrAncestorLocked(shape) || !editor.getShapeUtil(shape).canEdit(shape)) return
  editor.focus()
  editor.setEditingShape(id)
  editor.setCurrentTool('select.editing_shape', { target: 'shape', shape })
}

/** Begins a draft and puts its card on the board, open for writing. */
export async function newDraft(editor: Editor, board: BoardHands, t: Words): Promise<void> {
  const made = await board.createDraft?.()
  if (!made) return
  const id = showDraft(editor, board, made) as TLShapeId // the id of a shape that was just made
  showToast({ text: t('card.placed') })
  writeIn(editor, id)
}

/** Makes one draft of some notes; they stay, and keep the link. */
export async function toDraft(
  editor: Editor,
  board: BoardHands,
  noteIds: readonly string[],
  t: Words,
): Promise<void> {
  board.binding.flush()
  const made = await board.draftFromNotes?.(noteIds)
  if (!made) return
  const { doc } = board
  act(doc, () => {
    for (const id of noteIds.filter((note) => !holdsRecord(board.attention.locks, note)))
      addDraftRef(doc, id, `${made.spaceId}/${made.draftId}`, ownAct)
  })
  const beside = noteIds.map((id) => boxOf(readRecords(doc), id)).find(Boolean)
  showDraft(editor, board, made, beside && { x: beside.x + beside.w + 24, y: beside.y })
  showToast({ text: t('note.madeDraft') })
}

export function layTemplate(
  editor: Editor,
  { doc, binding }: BoardHands,
  template: Template,
  t: Words,
): void {
  if (template === 'empty') return showToast({ text: t('template.nothing') })
  binding.flush()
  const language = isLanguage(i18next.language) ? i18next.language : 'fr'
  const ids = act(doc, () => layPlan(doc, framesOf(template, language), ownAct))
  const boxes = ids.flatMap((id) => editor.getShapePageBounds(id as TLShapeId) ?? []) // ids of frames that were just made
  if (boxes.length > 0) bringIntoView(editor, ScreenBox.Common(boxes))
  showToast({ text: t('template.laid', { count: ids.length }) })
}
