// Says where this person's hand is and what it holds, at most twenty times a second.
import { type Editor, react } from 'tldraw'
import type { Awareness } from 'y-protocols/awareness'
import { strokesOf } from '#client/features/whiteboard/laserStrokes.ts'
import { showWriting } from '#client/features/whiteboard/presence.ts'

/** Milliseconds between two words about oneself. */
const pause = 50
/** Ids of a selection that are told. */
const mostSelected = 50

/** Follows pointer, selection, what is being written and, while `points`, the laser; returns the way to stop, which takes all of it back. */
export function sendPresence(editor: Editor, awareness: Awareness, points: () => boolean): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let here = false
  const tell = (): void => {
    timer = undefined
    const { x, y } = editor.inputs.currentPagePoint
    const cursor = here ? { x: Math.round(x), y: Math.round(y), page: editor.getCurrentPageId() } : null
    const selection = editor.getSelectedShapeIds().slice(0, mostSelected)
    const laser = (points() ? strokesOf(editor) : undefined) ?? null
    const own = awareness.getLocalState()
    if (!own) return
    const said = JSON.stringify([own['cursor'], own['selection'], own['laser'] ?? null])
    if (said !== JSON.stringify([cursor, selection, laser]))
      awareness.setLocalState({ ...own, cursor, selection, laser })
  }
  const soon = (): void => {
    timer ??= setTimeout(tell, pause)
  }
  const onMove = (event: PointerEvent): void => {
    here = event.pointerType !== 'touch' || event.buttons > 0
    soon()
  }
  const onLeave = (): void => {
    here = false
    soon()
  }
  const container = editor.getContainer()
  container.addEventListener('pointermove', onMove, { passive: true })
  container.addEventListener('pointerleave', onLeave)
  container.addEventListener('pointercancel', onLeave)
  window.addEventListener('blur', onLeave)
  const stopSelection = react('tell selection', () => {
    editor.getSelectedShapeIds()
    editor.getCurrentPageId()
    soon()
  })
  const stopLaser = react('tell laser', () => {
    if (editor.getInstanceState().scribbles.length > 0 || awareness.getLocalState()?.['laser']) soon()
  })
  const stopWriting = followWriting(editor, awareness)
  return () => {
    clearTimeout(timer)
    stopSelection()
    stopLaser()
    stopWriting()
    container.removeEventListener('pointermove', onMove)
    container.removeEventListener('pointerleave', onLeave)
    container.removeEventListener('pointercancel', onLeave)
    window.removeEventListener('blur', onLeave)
    const own = awareness.getLocalState()
    if (own) awareness.setLocalState({ ...own, cursor: null, selection: [], laser: null })
  }
}

/** tldraw's own texts and labels are one value: others are told who writes in them. Notes tell of themselves. */
function followWriting(editor: Editor, awareness: Awareness): () => void {
  let stopShowing: (() => void) | undefined
  const stop = react('tell writing', () => {
    const shape = editor.getEditingShape()
    stopShowing?.()
    stopShowing =
      shape && shape.type !== 'note' && shape.type !== 'draft' ? showWriting(awareness, shape.id) : undefined
  })
  return () => {
    stop()
    stopShowing?.()
  }
}
