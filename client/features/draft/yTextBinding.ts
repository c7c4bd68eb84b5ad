// Binds a plain text field to a shared text: letter by letter, keeping the caret, and leaving alone a word that is being composed.
import type * as Y from 'yjs'
import { ownWords } from '#client/features/draft/draftUndo.ts'
import { withoutUnwantedCharacters } from '#shared/draft/plainText.ts'
import { type TextStep, textMirror } from '#shared/draft/textMirror.ts'

export type TextField = HTMLTextAreaElement | HTMLInputElement

export interface BindingOptions {
  readonly undo: Y.UndoManager
  /** Line ends become spaces, however they arrive. */
  readonly singleLine: boolean
  /** Called after each change of the field's words, one's own or others'. */
  readonly onPaint?: (() => void) | undefined
}

/** Returns the way to let go. While bound, undo and redo in the field are those of the whole draft, one's own words only. */
export function bindField(
  field: TextField,
  text: Y.Text,
  { undo, singleLine, onPaint }: BindingOptions,
): () => void {
  const mirror = textMirror(text.toString())
  let composing = false
  let writing = false

  const paint = (): void => {
    if (composing) return
    const [start, end] = [field.selectionStart ?? 0, field.selectionEnd ?? 0]
    const carry = mirror.repaint()
    if (field.value !== mirror.shown()) {
      field.value = mirror.shown()
      if (field.ownerDocument.activeElement === field) field.setSelectionRange(carry(start), carry(end))
    }
    onPaint?.()
  }
  const typed = (): void => {
    tidy(field, singleLine && !composing)
    const edits = mirror.type(field.value, field.selectionEnd ?? field.value.length)
    writing = true
    if (edits.length > 0) text.doc?.transact(() => apply(text, edits), ownWords)
    writing = false
    paint()
  }
  const observe = (event: Y.YTextEvent): void => {
    if (writing) return
    mirror.receive(event.delta as TextStep[]) // the gate lets only strings into these texts; Yjs types inserts more widely
    paint()
  }
  const composition = (event: Event): void => {
    composing = event.type === 'compositionstart'
    if (!composing) typed()
  }

  field.value = mirror.shown()
  onPaint?.()
  text.observe(observe)
  const stopListening = listen(field, {
    typed,
    composition,
    undo: () => undo.undo(),
    redo: () => undo.redo(),
  })
  return () => {
    stopListening()
    text.unobserve(observe)
  }
}

function apply(text: Y.Text, edits: readonly { at: number; remove: number; insert: string }[]): void {
  for (const { at, remove, insert } of edits) {
    if (remove > 0) text.delete(at, remove)
    if (insert !== '') text.insert(at, insert)
  }
}

/** Takes out what a text may not hold (pasted control characters), and line ends where there is one line. */
function tidy(field: TextField, singleLine: boolean): void {
  const clean = withoutUnwantedCharacters(singleLine ? field.value.replace(/[\r\n]/g, ' ') : field.value)
  if (clean === field.value) return
  const caret = (field.selectionEnd ?? 0) - (field.value.length - clean.length)
  field.value = clean
  field.setSelectionRange(Math.max(0, caret), Math.max(0, caret))
}

interface Hands {
  typed(): void
  composition(event: Event): void
  undo(): unknown
  redo(): unknown
}

function listen(field: TextField, hands: Hands): () => void {
  const keys = (event: Event): void => {
    if (!(event instanceof KeyboardEvent) || !(event.ctrlKey || event.metaKey) || event.altKey) return
    const key = event.key.toLowerCase()
    if (key !== 'z' && key !== 'y') return
    event.preventDefault() // also with nothing to undo: the browser's own history knows nothing of others' words
    if (key === 'y' || event.shiftKey) hands.redo()
    else hands.undo()
  }
  const beforeInput = (event: Event): void => {
    if (!(event instanceof InputEvent) || !event.inputType.startsWith('history')) return
    event.preventDefault()
    if (event.inputType === 'historyUndo') hands.undo()
    else hands.redo()
  }
  const listeners: readonly (readonly [string, (event: Event) => void])[] = [
    ['input', hands.typed],
    ['compositionstart', hands.composition],
    ['compositionend', hands.composition],
    ['keydown', keys],
    ['beforeinput', beforeInput],
  ]
  for (const [name, listener] of listeners) field.addEventListener(name, listener)
  return () => {
    for (const [name, listener] of listeners) field.removeEventListener(name, listener)
  }
}
