// Binds a text field to a shared text: letter by letter, without ever disturbing a word that a phone keyboard is composing.
import * as Y from 'yjs'
import { type TextStep, textMirror } from '#shared/draft/textMirror.ts'
import { boardUndo, ownAct } from '#shared/whiteboard/boardUndo.ts'

type Field = HTMLTextAreaElement | HTMLInputElement

/** Returns the way to let go. While bound, undo and redo in the field concern one's own words in this text only. */
export function bindField(field: Field, text: Y.Text): () => void {
  const mirror = textMirror(text.toString())
  const undo = new Y.UndoManager(text, { trackedOrigins: new Set([ownAct]) })
  const history = text.doc ? boardUndo(text.doc) : undefined
  let composing = false
  let writing = false // one's own words may also arrive from the canvas beside the list, with the same origin

  const paint = (): void => {
    if (composing || field.value === mirror.shared()) {
      if (!composing) mirror.repaint()
      return
    }
    const [start, end] = [field.selectionStart ?? 0, field.selectionEnd ?? 0]
    const carry = mirror.repaint()
    field.value = mirror.shown()
    if (field.ownerDocument.activeElement === field) field.setSelectionRange(carry(start), carry(end))
    grow(field)
  }
  const typed = (): void => {
    const edits = mirror.type(field.value, field.selectionEnd ?? field.value.length)
    const apply = (): void => {
      for (const { at, remove, insert } of edits) {
        if (remove > 0) text.delete(at, remove)
        if (insert !== '') text.insert(at, insert)
      }
    }
    if (edits.length > 0) {
      writing = true
      text.doc?.transact(apply, ownAct)
      writing = false
    }
    grow(field)
    paint()
  }
  const observe = (event: Y.YTextEvent): void => {
    if (writing) return
    mirror.receive(event.delta as TextStep[]) // a note's text holds strings only; Yjs types inserts more widely
    paint()
  }
  const composition = (event: Event): void => {
    composing = event.type === 'compositionstart'
    if (!composing) typed()
  }

  history?.stopCapturing() // what is typed here is one step of the board's history
  field.value = mirror.shown()
  grow(field)
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
    undo.destroy()
    history?.stopCapturing()
  }
}

interface Hands {
  typed(): void
  composition(event: Event): void
  undo(): unknown
  redo(): unknown
}

function listen(field: Field, hands: Hands): () => void {
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

/** A field as high as its words, also where `field-sizing` is unknown. */
function grow(field: Field): void {
  if (!(field instanceof HTMLTextAreaElement)) return
  field.style.height = 'auto'
  field.style.height = `${field.scrollHeight + 3}px` // 3 px of borders
}
