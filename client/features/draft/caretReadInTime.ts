// Reads where a person has just put the caret before others' words are drawn: the browser tells of it a moment later, and the
// drawing would have put it back where it was.
import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { ProsemirrorBinding } from 'y-prosemirror'

/** The member of the binding that is taken over here; y-prosemirror calls it by this name. */
type Inner = ProsemirrorBinding & { beforeAllTransactions: () => void }

type Ends = Pick<Selection, 'anchorNode' | 'anchorOffset' | 'focusNode' | 'focusOffset'>

/** Takes over a binding before its view is ready. Returns the way to stop. */
export function readCaretInTime(plain: ProsemirrorBinding, view: EditorView): () => void {
  const binding = plain as Inner // its internals, see above
  const remember = binding.beforeAllTransactions
  const page = view.dom.ownerDocument
  /** What the editor has heard of, or is to leave as it is. */
  let known: Ends | undefined
  const note = (): void => {
    known = endsOf(page.getSelection())
  }
  binding.beforeAllTransactions = () => {
    const selection = binding.doc._transaction?.local === false ? newSelection(view, known) : undefined
    // Nothing is written: within others' transaction it would pass for theirs.
    if (selection) binding.mux(() => view.dispatch(view.state.tr.setSelection(selection)))
    remember()
  }
  // Where the browser puts the caret of a text that is entered is nobody's wish: the editor puts it back where it was.
  view.dom.addEventListener('focus', note)
  page.addEventListener('selectionchange', note)
  return () => {
    view.dom.removeEventListener('focus', note)
    page.removeEventListener('selectionchange', note)
  }
}

/** The selection on the page where the editor has not heard of it yet. */
function newSelection(view: EditorView, known: Ends | undefined): TextSelection | undefined {
  const { doc, selection } = view.state
  const ends = endsOf(view.dom.ownerDocument.getSelection())
  if (!ends || !view.hasFocus() || view.composing || !(selection instanceof TextSelection)) return undefined
  if (known && sameEnds(ends, known)) return undefined
  const anchor = placeIn(view, ends.anchorNode, ends.anchorOffset)
  const head = placeIn(view, ends.focusNode, ends.focusOffset)
  if (anchor === undefined || head === undefined) return undefined
  const found = TextSelection.between(doc.resolve(anchor), doc.resolve(head))
  return found instanceof TextSelection && !found.eq(selection) ? found : undefined
}

function endsOf(selection: Selection | null): Ends | undefined {
  if (!selection) return undefined
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection
  return { anchorNode, anchorOffset, focusNode, focusOffset }
}

const sameEnds = (a: Ends, b: Ends): boolean =>
  a.anchorNode === b.anchorNode &&
  a.anchorOffset === b.anchorOffset &&
  a.focusNode === b.focusNode &&
  a.focusOffset === b.focusOffset

/** Undefined outside of the text. */
const placeIn = (view: EditorView, node: Node | null, offset: number): number | undefined =>
  node && view.dom.contains(node) ? view.posAtDOM(node, offset) : undefined
