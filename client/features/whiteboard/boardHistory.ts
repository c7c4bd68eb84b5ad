// Undo on the canvas is the document's: one's own acts only, words included; tldraw's own history is not used for it.
import { useCallback, useSyncExternalStore } from 'react'
import type { Editor } from 'tldraw'
import type * as Y from 'yjs'
import type { BoardBinding } from '#client/features/whiteboard/boardBinding.ts'
import { boardUndo } from '#shared/whiteboard/boardUndo.ts'

/** Every step that tldraw would begin in its own history begins one in the document's. */
export function followSteps(editor: Editor, binding: BoardBinding, doc: Y.Doc): void {
  const mark = editor.markHistoryStoppingPoint.bind(editor)
  editor.markHistoryStoppingPoint = (name) => {
    binding.flush()
    boardUndo(doc).stopCapturing()
    return mark(name)
  }
}

export function undoBoard(binding: BoardBinding, doc: Y.Doc): void {
  binding.flush()
  boardUndo(doc).undo()
}

export function redoBoard(binding: BoardBinding, doc: Y.Doc): void {
  binding.flush()
  boardUndo(doc).redo()
}

const events = ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const

/** What can be undone and done again; re-renders when that changes. */
export function useBoardHistory(doc: Y.Doc): { readonly canUndo: boolean; readonly canRedo: boolean } {
  const undo = boardUndo(doc)
  const subscribe = useCallback(
    (changed: () => void) => {
      for (const event of events) undo.on(event, changed)
      return () => {
        for (const event of events) undo.off(event, changed)
      }
    },
    [undo],
  )
  const state = useSyncExternalStore(subscribe, () => (undo.canUndo() ? 1 : 0) + (undo.canRedo() ? 2 : 0))
  return { canUndo: (state & 1) !== 0, canRedo: (state & 2) !== 0 }
}
