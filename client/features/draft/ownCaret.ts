// Keeps a caret behind one's own last letter while others write in the same spot, so that nobody's word is cut in two.
import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { ProsemirrorBinding } from 'y-prosemirror'
import * as Y from 'yjs'

/** The member of the binding that is taken over here; y-prosemirror calls it by this name. */
type Inner = ProsemirrorBinding & { beforeAllTransactions: () => void }

/**
 * y-prosemirror ties a caret to the letter on its right: what somebody else types right there pushes it along, and one's own
 * next letter lands behind theirs. Here it is tied to the letter on its left, and a selection never grows by others' words.
 */
export function keepOwnCaret(plain: ProsemirrorBinding, view: EditorView): void {
  const binding = plain as Inner // its internals, see above
  const remember = binding.beforeAllTransactions
  binding.beforeAllTransactions = () => {
    const known = binding.beforeTransactionSelection !== null
    remember()
    const held = binding.beforeTransactionSelection
    const { selection } = view.state
    if (known || held === null || !(selection instanceof TextSelection)) return
    const { anchor, head } = selection
    binding.beforeTransactionSelection = {
      ...held,
      anchor: anchor >= head ? leaningLeft(held.anchor, binding.doc) : held.anchor,
      head: head >= anchor ? leaningLeft(held.head, binding.doc) : held.head,
    }
  }
}

function leaningLeft(end: Y.RelativePosition, doc: Y.Doc): Y.RelativePosition {
  const place = Y.createAbsolutePositionFromRelativePosition(end, doc)
  return place?.type instanceof Y.XmlText
    ? Y.createRelativePositionFromTypeIndex(place.type, place.index, -1)
    : end
}
