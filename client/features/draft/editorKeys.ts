// The editor's keys: undo and redo that never fall through, lists that nest so deep and no deeper, a way out for the keyboard.
import { type Editor, Extension } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import type * as Y from 'yjs'
import { listDepthLimit } from '#shared/draft/draftBlocks.ts'

export interface EditorKeysOptions {
  readonly undo: Y.UndoManager
  readonly onDone: () => void
}

export const editorKeys = ({ undo, onDone }: EditorKeysOptions) =>
  Extension.create({
    name: 'draftKeys',
    priority: 1000,
    addKeyboardShortcuts() {
      const undoOnce = (): boolean => {
        undo.undo()
        return true
      }
      // Handled also with nothing to redo: let through, it would reach another handler and undo.
      const redoOnce = (): boolean => {
        undo.redo()
        return true
      }
      return {
        'Mod-z': undoOnce,
        'Mod-y': redoOnce,
        'Shift-Mod-z': redoOnce,
        // A line end inside a paragraph would be a place where two people could type every letter twice.
        'Shift-Enter': ({ editor }) => editor.commands.keyboardShortcut('Enter'),
        'Mod-Enter': ({ editor }) => editor.commands.keyboardShortcut('Enter'),
        Tab: ({ editor }) => indent(editor),
        'Shift-Tab': ({ editor }) =>
          inList(editor.state) ? editor.commands.liftListItem('listItem') : false,
        Escape: () => {
          onDone()
          return true
        },
      }
    },
  })

/** In a list Tab indents, and never leaves it by surprise; elsewhere it goes to the next control as everywhere on the page. */
function indent(editor: Editor): boolean {
  if (!inList(editor.state)) return false
  if (listDepth(editor.state) < listDepthLimit) editor.commands.sinkListItem('listItem')
  return true
}

const inList = (state: EditorState): boolean => listDepth(state) > 0

function listDepth({ selection: { $from } }: EditorState): number {
  let depth = 0
  for (let at = $from.depth; at > 0; at--) if ($from.node(at).type.name === 'listItem') depth += 1
  return depth
}
