// Keeps one's own letters together while others write in the same spot, so that nobody's word is cut in two.
import type { Node, ResolvedPos } from '@tiptap/pm/model'
import { type EditorState, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { ProsemirrorBinding } from 'y-prosemirror'
import * as Y from 'yjs'
import { textChange } from '#shared/whiteboard/noteWords.ts'

/** The members of the binding that are taken over here; y-prosemirror calls them by these names. */
type Inner = ProsemirrorBinding & {
  beforeAllTransactions: () => void
  _prosemirrorChanged: (doc: Node) => void
}

/** Takes over a binding before its view is ready. */
export function keepOwnLettersTogether(
  plain: ProsemirrorBinding,
  view: EditorView,
  undo: Y.UndoManager,
): void {
  const binding = plain as Inner // its internals, see above
  const remember = binding.beforeAllTransactions
  const write = binding._prosemirrorChanged.bind(binding)
  binding.beforeAllTransactions = () => {
    const known = binding.beforeTransactionSelection !== null
    remember()
    // Behind the words that one's own undo or redo brings back.
    const own = undo.undoing || undo.redoing
    if (!known && !own) leanLeft(binding, view.state)
  }
  binding._prosemirrorChanged = (doc) => {
    if (doc === view.state.doc) writeAtCaret(binding, view.state)
    write(doc)
  }
}

/**
 * y-prosemirror ties a caret to the letter on its right: what somebody else types right there pushes it along, and one's own
 * next letter lands behind theirs. Here it is tied to the letter on its left, and a selection never grows by others' words.
 */
function leanLeft(binding: Inner, { selection }: EditorState): void {
  const held = binding.beforeTransactionSelection
  if (held === null || !(selection instanceof TextSelection)) return
  const { anchor, head } = selection
  binding.beforeTransactionSelection = {
    ...held,
    anchor: anchor >= head ? leaningLeft(held.anchor, binding.doc) : held.anchor,
    head: head >= anchor ? leaningLeft(held.head, binding.doc) : held.head,
  }
}

function leaningLeft(end: Y.RelativePosition, doc: Y.Doc): Y.RelativePosition {
  const place = Y.createAbsolutePositionFromRelativePosition(end, doc)
  return place?.type instanceof Y.XmlText
    ? Y.createRelativePositionFromTypeIndex(place.type, place.index, -1)
    : end
}

/**
 * What is typed is written here, with its own marks from the start, and only where nothing else has changed; the binding then
 * finds nothing left to do. By itself it would write the first letter into the mark of the words before, then take the mark
 * off: the letter stands before that mark's end and the next one behind it, and everybody's first letters gather between. Of
 * several equal letters in a row it would always take the last for the new one: an « e » typed before an « e » would stand
 * behind it, out of its word as soon as somebody writes between the two. The caret knows which one it was, also of letters
 * that are deleted; other deletions are the binding's own.
 */
function writeAtCaret(binding: Inner, { selection: { $head, empty } }: EditorState): void {
  const path = empty && $head.parent.isTextblock ? pathTo(binding, $head) : undefined
  const [element, was] = path?.at(-1) ?? []
  const [words, ...more] = element?.toArray() ?? []
  if (!path || !was || !(words instanceof Y.XmlText) || more.length > 0) return
  const now = $head.parent
  const [before, after] = [was.textContent, now.textContent]
  const change = textChange(before, after, $head.parentOffset)
  if (!change || before === '' || after === '' || words.length !== before.length) return
  const isCertain = change.insert === '' && change.at === textChange(before, after)?.at
  if (isCertain || (change.remove > 0 && change.insert !== '')) return
  const typed = now.content.cut(change.at, change.at + change.insert.length)
  const rest = was.content.cut(change.at + change.remove)
  if (typed.childCount > 1 || !was.content.cut(0, change.at).append(typed).append(rest).eq(now.content))
    return
  if (change.remove > 0) words.delete(change.at, change.remove)
  else words.insert(change.at, change.insert, attributesOf(typed.firstChild))
  path.forEach(([shared], depth) => void binding.mapping.set(shared, $head.node(depth + 1)))
  binding.mapping.set(words, [...now.children])
}

/** The marks of a text as the binding keeps them. */
const attributesOf = (text: Node | null): Record<string, object> =>
  Object.fromEntries(text?.marks.map(({ type, attrs }) => [type.name, attrs]) ?? [])

/** From the section to the caret's paragraph: shared elements and what was drawn of them; undefined where more has changed. */
function pathTo(binding: Inner, $head: ResolvedPos): [Y.XmlElement, Node][] | undefined {
  const path: [Y.XmlElement, Node][] = []
  let parent: Y.XmlFragment = binding.type
  for (let depth = 0; depth < $head.depth; depth += 1) {
    const [node, at, children] = [$head.node(depth), $head.index(depth), parent.toArray()]
    const asDrawn = (child: Y.XmlElement | Y.XmlText | Y.XmlHook, index: number): boolean =>
      index === at || binding.mapping.get(child) === node.child(index)
    if (children.length !== node.childCount || !children.every(asDrawn)) return undefined
    const child = children[at]
    const drawn = child && binding.mapping.get(child)
    if (!(child instanceof Y.XmlElement) || !drawn || Array.isArray(drawn)) return undefined
    if (!drawn.sameMarkup($head.node(depth + 1))) return undefined
    path.push([child, drawn])
    parent = child
  }
  return path
}
