// Ends writing in a shape: focus goes back to the canvas, the shape stays selected.
import type { Editor } from 'tldraw'

export function backToCanvas(editor: Editor): void {
  editor.setEditingShape(null)
  if (!editor.isIn('select')) editor.setCurrentTool('select')
  editor.focus()
  editor.getContainer().focus({ preventScroll: true })
}
