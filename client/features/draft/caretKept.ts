// Keeps a caret in its words when somebody else makes their paragraph anew.
import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import * as Y from 'yjs'
import { keepOwnWords, type MovedText } from '#client/features/draft/ownWordsKept.ts'
import { blockPosition, textblocksOf } from '#client/features/draft/textPlaces.ts'

interface OwnCaret {
  readonly words: Y.XmlText
  /** Places in `words`, in UTF-16 units. */
  readonly anchor: number
  readonly head: number
}

/** Follows an editor's section; returns the way to stop. One's own words are kept with the caret. */
export function keepCaretAndWords(editor: Editor, section: Y.XmlFragment, doc: Y.Doc): () => void {
  let before: OwnCaret | undefined
  const remember = (transaction: Y.Transaction): void => {
    if (!transaction.local) before = editor.isFocused ? ownCaret(editor, section) : undefined
  }
  const onMoved = (moved: MovedText): void => {
    const caret = before
    if (caret?.words !== moved.from) return
    // The editor is drawn at the end of the change that this is told in.
    queueMicrotask(() => !editor.isDestroyed && place(editor, section, moved, caret))
  }
  doc.on('beforeTransaction', remember)
  const stopKeeping = keepOwnWords(doc, onMoved)
  return () => {
    doc.off('beforeTransaction', remember)
    stopKeeping()
  }
}

function ownCaret({ state }: Editor, section: Y.XmlFragment): OwnCaret | undefined {
  const { $anchor, $head } = state.selection
  if (!$head.parent.isTextblock || !$head.sameParent($anchor)) return undefined
  let block = -1
  state.doc.nodesBetween(0, $head.pos, (node, at) => {
    if (node.isTextblock && at < $head.pos) block += 1
    return !node.isTextblock
  })
  const [words, ...more] = textblocksOf(section)[block]?.toArray() ?? []
  if (!(words instanceof Y.XmlText) || more.length > 0) return undefined
  return { words, anchor: $anchor.parentOffset, head: $head.parentOffset }
}

function place(
  { state, view }: Editor,
  section: Y.XmlFragment,
  { to, carry }: MovedText,
  caret: OwnCaret,
): void {
  const block = textblocksOf(section).findIndex((element) => element === to.parent)
  if (block < 0) return
  const [start, end] = [carry(caret.anchor), carry(caret.head)]
  if (start === undefined || end === undefined) return
  const anchor = blockPosition(state.doc, { block, offset: start })
  const head = blockPosition(state.doc, { block, offset: end })
  if (anchor === undefined || head === undefined) return
  const selection = TextSelection.between(state.doc.resolve(anchor), state.doc.resolve(head))
  view.dispatch(state.tr.setSelection(selection).setMeta('addToHistory', false))
}
