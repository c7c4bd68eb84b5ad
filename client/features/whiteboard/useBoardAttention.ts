// What the room's attention does to an open board: locks hold, few tools end the others, the laser is in the hand of who points.
import { useEffect, useRef } from 'react'
import type { Editor } from 'tldraw'
import { backToCanvas } from '#client/features/whiteboard/backToCanvas.ts'
import type { BoardHands } from '#client/features/whiteboard/boardContext.ts'
import { pointsHere, toolNames } from '#client/features/whiteboard/boardTools.ts'
import { type HeldLocks, holdsRecord, noLocks } from '#shared/attention/heldLocks.ts'

/** Milliseconds in which the reason is said once. */
const reasonPause = 5_000

export function useBoardAttention(editor: Editor | undefined, hands: BoardHands, sayHeld: () => void): void {
  const { binding, attention } = hands
  const { locks } = attention
  const before = useRef<HeldLocks>(noLocks)
  useEffect(() => {
    // What is new, what has ended, and all of it when this person has begun or ceased to lead.
    const was = before.current
    before.current = locks
    binding.drawAgain(
      [...was.records, ...locks.records].filter((id) => holdsRecord(was, id) !== holdsRecord(locks, id)),
    )
    if (editor) letGo(editor, locks)
  }, [binding, editor, locks])
  const some = locks.holds && locks.records.size > 0
  useEffect(() => (editor && some ? copiesAreFree(editor) : undefined), [editor, some])
  const latest = useRef({ locks, sayHeld })
  latest.current = { locks, sayHeld }
  useEffect(() => (editor ? sayWhyHeld(editor, () => latest.current) : undefined), [editor])
  const names = toolNames(hands).join(' ')
  useEffect(() => {
    if (editor && attention.fewTools && !names.split(' ').includes(editor.getCurrentToolId()))
      editor.setCurrentTool('select')
  }, [editor, attention.fewTools, names])
  const points = pointsHere(hands)
  useEffect(() => {
    if (!editor || !points) return
    editor.setCurrentTool('laser')
    return () => {
      if (editor.getCurrentToolId() === 'laser') editor.setCurrentTool('select')
    }
  }, [editor, points])
}

/** Whoever holds or writes in what was just locked lets it go. */
function letGo(editor: Editor, locks: HeldLocks): void {
  const editing = editor.getEditingShapeId()
  if (editing && holdsRecord(locks, editing)) backToCanvas(editor)
  const selected = editor.getSelectedShapeIds()
  const kept = selected.filter((id) => !holdsRecord(locks, id))
  if (kept.length === selected.length) return
  editor.cancel() // a drag that has begun
  editor.setSelectedShapes(kept)
}

/** The copy of something locked is one's own. */
function copiesAreFree(editor: Editor): () => void {
  return editor.sideEffects.registerBeforeCreateHandler('shape', (shape, source) =>
    source === 'user' && shape.isLocked ? { ...shape, isLocked: false } : shape,
  )
}

/** Says the reason to who takes hold of something locked. */
function sayWhyHeld(
  editor: Editor,
  latest: () => { readonly locks: HeldLocks; readonly sayHeld: () => void },
): () => void {
  let saidAt = Number.NEGATIVE_INFINITY
  const onDown = (event: PointerEvent): void => {
    const { locks, sayHeld } = latest()
    if (!locks.holds || locks.records.size === 0 || event.button !== 0 || !editor.isIn('select')) return
    const point = editor.screenToPage({ x: event.clientX, y: event.clientY })
    const shape = editor.getShapeAtPoint(point, { hitLocked: true, hitInside: true })
    const now = performance.now()
    if (!shape || !holdsRecord(locks, shape.id) || now - saidAt < reasonPause) return
    saidAt = now
    sayHeld()
  }
  const canvas = editor.getContainer().querySelector('.tl-canvas')
  const listener = onDown as EventListener // a pointer event by its name
  canvas?.addEventListener('pointerdown', listener, { capture: true })
  return () => canvas?.removeEventListener('pointerdown', listener, { capture: true })
}
