// Keeps others' changes out of an editor while a phone keyboard composes a word in it: redrawing the word would write it twice.

import type { Node } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { ProsemirrorBinding } from 'y-prosemirror'
import * as Y from 'yjs'
import { rebasedChange } from '#client/features/draft/rebasedChange.ts'
import { blockPosition, textblocksOf } from '#client/features/draft/textPlaces.ts'
import { insertTyped } from '#client/features/draft/typedWords.ts'
import { type TextMirror, type TextStep, textMirror } from '#shared/draft/textMirror.ts'

/** Milliseconds after a composition in which the editor still reads its last letters. */
const settling = 40
/** Milliseconds without a letter after which a word left half composed no longer holds others' changes back. */
const idle = 5_000

/** While others' changes wait: the paragraph being composed in, and how its words and the shared ones differ. */
interface Hold {
  readonly words: Y.XmlText
  readonly mirror: TextMirror
  /** Where the paragraph stands in the editor; nothing before it changes meanwhile. */
  readonly position: number
  doc: Node
  timer: ReturnType<typeof setTimeout> | undefined
}

/** What the rest of the editor may ask. */
export interface Composing {
  /** Whether the editor and the shared text differ for the moment: their positions must not be compared. */
  isHolding(): boolean
}

/** The members of the binding that are taken over here; y-prosemirror calls them by these names. */
type Inner = Omit<ProsemirrorBinding, '_observeFunction'> & {
  _observeFunction: (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => void
  _prosemirrorChanged: (doc: Node) => void
  _forceRerender: () => void
  beforeAllTransactions: () => void
}

/** Takes over a binding before its view is ready. What is typed still reaches the others letter by letter. */
export function holdWhileComposing(plain: ProsemirrorBinding, view: EditorView): Composing {
  const binding = plain as Inner // its internals, see above
  const observe = binding._observeFunction
  const write = binding._prosemirrorChanged.bind(binding)
  const remember = binding.beforeAllTransactions
  let hold: Hold | undefined
  /** What this editor itself writes comes back as an event like everybody's. */
  let own: Y.Transaction | null = null
  /** As the browser says it; the editor's own word comes a little later, and its last letters in between. */
  let ended = true

  const release = (): void => {
    const held = hold
    if (!held || view.isDestroyed) return
    clearTimeout(held.timer)
    hold = undefined
    redraw(view, binding, held)
  }
  /** Waits for the editor to have read the last letters. */
  const releaseSoon = (patience = idle): void => {
    if (!hold) return
    clearTimeout(hold.timer)
    hold.timer = setTimeout(
      () => (view.composing && patience > 0 ? releaseSoon(patience - settling) : release()),
      settling,
    )
  }
  const releaseLater = (): void => {
    if (!hold) return
    clearTimeout(hold.timer)
    hold.timer = setTimeout(release, idle)
  }
  const settle = (): void => (ended ? releaseSoon() : releaseLater())
  binding._observeFunction = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => {
    if (!hold && view.composing && !transaction.local) hold = beginHold(view, binding)
    if (!hold || transaction === own) return observe(events, transaction)
    if (hold.words._item?.deleted || transaction.local) return release()
    for (const event of events)
      if (event.target === hold.words) hold.mirror.receive(event.delta as TextStep[]) // letters only, see the gate
    settle()
  }
  binding._prosemirrorChanged = (doc) => {
    own = binding.doc._transaction
    if (!hold) return write(doc)
    if (typeInto(hold, doc, view)) return settle()
    // Anything but letters in that paragraph: put on top of what the others did, then drawn anew.
    const merged = rebasedChange(hold.doc, doc, rendered(binding, view))
    hold.doc = doc
    clearTimeout(hold.timer)
    hold = undefined
    write(merged)
    queueMicrotask(() => !view.isDestroyed && binding._forceRerender())
  }
  binding.beforeAllTransactions = () => {
    if (!hold) remember()
  }
  view.dom.addEventListener('compositionstart', () => {
    ended = false
  })
  view.dom.addEventListener('compositionend', () => {
    ended = true
    releaseSoon()
  })
  view.dom.addEventListener('beforeinput', (event) => {
    // Enter, paste, a deletion by key: no part of composing, and better done on what everybody sees.
    if (hold && !view.composing && !/^insert(CompositionText|Text|ReplacementText)$/.test(event.inputType))
      release()
  })
  return { isHolding: () => hold !== undefined }
}

/** Undefined where the paragraph cannot be followed: it is then drawn anew at once, composed word or not. */
function beginHold(view: EditorView, binding: Inner): Hold | undefined {
  const { $head } = view.state.selection
  if (!$head.parent.isTextblock) return undefined
  const element = [...binding.mapping].find(([, node]) => node === $head.parent)?.[0]
  const [words, ...more] = element instanceof Y.XmlElement ? element.toArray() : []
  if (!(words instanceof Y.XmlText) || more.length > 0) return undefined
  return {
    words,
    mirror: textMirror($head.parent.textContent),
    position: $head.before(),
    doc: view.state.doc,
    timer: undefined,
  }
}

/** Carries what was typed to the shared text; false when the change is not one of letters in the held paragraph. */
function typeInto(hold: Hold, doc: Node, view: EditorView): boolean {
  const start = hold.doc.content.findDiffStart(doc.content)
  const end = hold.doc.content.findDiffEnd(doc.content)
  if (start === null || !end) return true
  const before = hold.doc.nodeAt(hold.position)
  const after = doc.nodeAt(hold.position)
  if (!before || !after?.isTextblock || after.type !== before.type) return false
  const grown = after.nodeSize - before.nodeSize
  const inside =
    start > hold.position && end.a < hold.position + before.nodeSize && end.b < hold.position + after.nodeSize
  if (
    !inside ||
    doc.content.size - hold.doc.content.size !== grown ||
    after.textContent === before.textContent
  )
    return false
  const caret = view.state.selection.head - hold.position - 1
  for (const { at, remove, insert } of hold.mirror.type(after.textContent, caret)) {
    if (remove > 0) hold.words.delete(at, remove)
    if (insert !== '') insertTyped(hold.words, at, insert)
  }
  hold.doc = doc
  return true
}

/** Shows everything that waited, with the caret between the same letters as before. */
function redraw(view: EditorView, binding: Inner, hold: Hold): void {
  const { anchor, head } = view.state.selection
  const carry = hold.mirror.repaint()
  const shared = (position: number): number | undefined => {
    const offset = position - hold.position - 1
    const block = textblocksOf(binding.type).findIndex((element) => element === hold.words.parent)
    return block < 0 || offset < 0
      ? undefined
      : blockPosition(view.state.doc, { block, offset: carry(offset) })
  }
  binding._forceRerender()
  const [from, to] = [shared(anchor), shared(head)]
  if (from === undefined || to === undefined) return
  const { doc, tr } = view.state
  view.dispatch(
    tr.setSelection(TextSelection.between(doc.resolve(from), doc.resolve(to))).setMeta('addToHistory', false),
  )
}

function rendered(binding: Inner, view: EditorView): Node {
  // Drawing is the binding's own; a transaction that is never dispatched reads the result.
  const held = view.state.doc
  let drawn = held
  const { prosemirrorView } = binding
  binding.prosemirrorView = {
    state: view.state,
    dispatch: (transaction: { doc: Node }) => {
      drawn = transaction.doc
    },
  }
  binding._forceRerender()
  binding.prosemirrorView = prosemirrorView
  return drawn
}
