// What happens to tldraw's editor once, when it opens on a whiteboard: our history, our content, our presence.
import type { Box, Editor } from 'tldraw'
import type { BoardHands } from '#client/features/whiteboard/boardContext.ts'
import { followSteps } from '#client/features/whiteboard/boardHistory.ts'
import { pointsHere } from '#client/features/whiteboard/boardTools.ts'
import { handleContent } from '#client/features/whiteboard/externalContent.ts'
import { panLightly } from '#client/features/whiteboard/panLightly.ts'
import { sendPresence } from '#client/features/whiteboard/sendPresence.ts'
import { lockTexts } from '#client/features/whiteboard/textLocks.ts'

export interface OpenHands {
  readonly hands: () => BoardHands
  readonly say: (key: string) => void
  readonly sayLocked: (name: string) => void
}

/** Returns the way to close. */
export function openBoard(editor: Editor, { hands, say, sayLocked }: OpenHands): () => void {
  const { binding, doc, awareness } = hands()
  followSteps(editor, binding, doc)
  handleContent(editor, () => ({ uploadImage: hands().uploadImage, say }))
  lockTexts(editor, awareness, sayLocked)
  editor.on('max-shapes', () => say('full'))
  showAll(editor)
  const stopFocus = followFocus(editor)
  const stopPanning = panLightly(editor)
  const stopPresence = sendPresence(editor, awareness, () => pointsHere(hands()))
  const stopFlushing = flushAtEnds(() => binding.flush())
  return () => {
    stopFocus()
    stopPanning()
    stopFlushing()
    stopPresence()
    binding.flush()
  }
}

/** Narrower than this the whole board would be too small to read: its first frame is shown instead. In screen pixels. */
const narrow = 720

/** The whole board at first, never larger than life. */
function showAll(editor: Editor): void {
  const first = editor.getViewportScreenBounds().w < narrow ? firstPlace(editor) : undefined
  if (first) editor.zoomToBounds(first, { inset: 16, targetZoom: 1, immediate: true })
  else editor.zoomToFit({ immediate: true })
  if (editor.getZoomLevel() > 1) editor.resetZoom(editor.getViewportScreenCenter(), { immediate: true })
}

/** The first frame, or the first thing where there is none, from the top left. */
function firstPlace(editor: Editor): Box | undefined {
  const shapes = editor
    .getSortedChildIdsForParent(editor.getCurrentPageId())
    .flatMap((id) => editor.getShape(id) ?? [])
  const frames = shapes.filter(({ type }) => type === 'frame')
  const bounds = (frames.length > 0 ? frames : shapes).flatMap(
    (shape) => editor.getShapePageBounds(shape) ?? [],
  )
  return bounds.sort((a, b) => a.y + a.x - (b.y + b.x))[0]
}

/** Gestures end when the finger lifts, the window loses focus or the page is left: what was gathered is written then. */
function flushAtEnds(flush: () => void): () => void {
  const afterwards = (): void => void setTimeout(flush, 0)
  const hidden = (): void => {
    if (document.visibilityState === 'hidden') flush()
  }
  window.addEventListener('pointerup', afterwards)
  window.addEventListener('blur', flush)
  window.addEventListener('pagehide', flush)
  document.addEventListener('visibilitychange', hidden)
  return () => {
    window.removeEventListener('pointerup', afterwards)
    window.removeEventListener('blur', flush)
    window.removeEventListener('pagehide', flush)
    document.removeEventListener('visibilitychange', hidden)
  }
}

/** The board has the keyboard while the focus is in it, by pointer or by Tab, and gives it back when the focus goes elsewhere. */
function followFocus(editor: Editor): () => void {
  const container = editor.getContainer()
  const onIn = (): void => void editor.focus({ focusContainer: false })
  const onOut = (event: FocusEvent): void => {
    const elsewhere = event.relatedTarget instanceof Node && !container.contains(event.relatedTarget)
    if (elsewhere) editor.blur({ blurContainer: false })
  }
  const onDown = (event: PointerEvent): void => {
    if (event.target instanceof Node && !container.contains(event.target))
      editor.blur({ blurContainer: false })
  }
  container.addEventListener('focusin', onIn)
  container.addEventListener('focusout', onOut)
  document.addEventListener('pointerdown', onDown, { capture: true })
  return () => {
    container.removeEventListener('focusin', onIn)
    container.removeEventListener('focusout', onOut)
    document.removeEventListener('pointerdown', onDown, { capture: true })
  }
}
