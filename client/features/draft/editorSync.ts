// Ties an editor to a section's shared text, to the draft's history and to presence.
import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import {
  getRelativeSelection,
  type ProsemirrorBinding,
  relativePositionToAbsolutePosition,
  ySyncPlugin,
  ySyncPluginKey,
} from 'y-prosemirror'
import type * as Y from 'yjs'
import { readCaretInTime } from '#client/features/draft/caretReadInTime.ts'
import { type Composing, holdWhileComposing } from '#client/features/draft/composing.ts'
import { keepOwnLettersTogether } from '#client/features/draft/ownCaret.ts'
import { seedWithEachChange } from '#client/features/draft/seedTextblocks.ts'
import type { BlockPlace } from '#client/features/draft/textPlaces.ts'

export interface EditorSyncOptions {
  readonly section: Y.XmlFragment
  readonly undo: Y.UndoManager
  /** Both ends of the selection, or undefined when the editor does not have the focus. */
  readonly onCaret: (ends: { readonly anchor: BlockPlace; readonly head: BlockPlace } | undefined) => void
}

export const editorSync = ({ section, undo, onCaret }: EditorSyncOptions) =>
  Extension.create({
    name: 'draftSync',
    priority: 1000,
    addProseMirrorPlugins: () => {
      undo.addTrackedOrigin(ySyncPluginKey)
      const held: { composing?: Composing } = {}
      const isHolding = (): boolean => held.composing?.isHolding() ?? false
      return [sync(section, undo, held), selectionOfUndo(undo, isHolding), caretTold(onCaret, isHolding)]
    },
  })

/** The binding's plugin, whose binding is taken over between its making and its first look at the view. */
function sync(section: Y.XmlFragment, undo: Y.UndoManager, held: { composing?: Composing }): Plugin {
  const plugin: Plugin = ySyncPlugin(section)
  const { view: open } = plugin.spec
  plugin.spec.view = (view) => {
    const binding = bindingOf(view)
    if (!binding) return open?.(view) ?? {}
    keepOwnLettersTogether(binding, view, undo)
    seedWithEachChange(binding)
    const stopReading = readCaretInTime(binding, view)
    held.composing = holdWhileComposing(binding, view)
    const opened = open?.(view)
    return {
      ...opened,
      destroy: () => {
        stopReading()
        opened?.destroy?.()
      },
    }
  }
  return plugin
}

const bindingOf = (view: EditorView): ProsemirrorBinding | undefined =>
  ySyncPluginKey.getState(view.state)?.binding

/** Undo puts the selection back where it was; the history itself is the draft's, and outlives this editor. */
function selectionOfUndo(undo: Y.UndoManager, isHolding: () => boolean): Plugin {
  const key = new PluginKey<ReturnType<typeof getRelativeSelection> | null>('draftSelection')
  return new Plugin<ReturnType<typeof getRelativeSelection> | null>({
    key,
    state: {
      init: () => null,
      apply: (_transaction, held, before) => {
        const binding = ySyncPluginKey.getState(before)?.binding
        return binding?.prosemirrorView && !isHolding() ? getRelativeSelection(binding, before) : held
      },
    },
    view: (view) => {
      const added = ({ stackItem }: { stackItem: { meta: Map<unknown, unknown> } }): void => {
        const binding = bindingOf(view)
        if (binding) stackItem.meta.set(binding, key.getState(view.state))
      }
      // Yjs tells after everything is drawn: a selection left for the next drawing would jump with others' words.
      const popped = ({ stackItem, type }: PoppedItem): void => {
        const binding = bindingOf(view)
        const held = binding && stackItem.meta.get(binding)
        if (type === 'undo' && binding && held && view.hasFocus() && !isHolding())
          selectAgain(view, binding, held as RelativeSelection) // put there above
      }
      undo.on('stack-item-added', added)
      undo.on('stack-item-popped', popped)
      return {
        destroy: () => {
          undo.off('stack-item-added', added)
          undo.off('stack-item-popped', popped)
        },
      }
    },
  })
}

interface PoppedItem {
  readonly stackItem: { readonly meta: ReadonlyMap<unknown, unknown> }
  readonly type: 'undo' | 'redo'
}

type RelativeSelection = ReturnType<typeof getRelativeSelection>

function selectAgain(
  view: EditorView,
  binding: ProsemirrorBinding,
  { anchor, head }: RelativeSelection,
): void {
  const place = (end: RelativeSelection['head']): number | null =>
    relativePositionToAbsolutePosition(binding.doc, binding.type, end, binding.mapping)
  const [from, to] = [place(anchor), place(head)]
  const { doc, tr } = view.state
  if (from === null || to === null || Math.max(from, to) > doc.content.size) return
  view.dispatch(
    tr.setSelection(TextSelection.between(doc.resolve(from), doc.resolve(to))).setMeta('addToHistory', false),
  )
}

/** Tells where the caret is after each change of the editor; whoever listens decides how often others hear of it. */
function caretTold(onCaret: EditorSyncOptions['onCaret'], isHolding: () => boolean): Plugin {
  return new Plugin({
    view: (view) => {
      const tell = (): void => {
        if (isHolding()) return
        const { anchor, head } = view.state.selection
        onCaret(
          view.hasFocus() && view.editable
            ? { anchor: blockPlace(view, anchor), head: blockPlace(view, head) }
            : undefined,
        )
      }
      // The browser moves the focus after the event.
      const tellSoon = (): void => queueMicrotask(() => !view.isDestroyed && tell())
      view.dom.addEventListener('focus', tellSoon)
      view.dom.addEventListener('blur', tellSoon)
      return {
        update: (_view, before) => {
          if (!before.selection.eq(view.state.selection) || before.doc !== view.state.doc) tell()
        },
        destroy: () => {
          view.dom.removeEventListener('focus', tellSoon)
          view.dom.removeEventListener('blur', tellSoon)
          onCaret(undefined)
        },
      }
    },
  })
}

function blockPlace(view: EditorView, position: number): BlockPlace {
  const at = view.state.doc.resolve(position)
  let block = -1
  view.state.doc.nodesBetween(0, position, (node, start) => {
    if (node.isTextblock && start < position) block += 1
    return !node.isTextblock
  })
  return { block: Math.max(0, block), offset: at.parent.isTextblock ? at.parentOffset : 0 }
}
