// Binds a note's text field to its shared words, letter by letter, without disturbing a word that a keyboard is composing.
import * as Y from 'yjs'
import { type TextStep, textMirror } from '#shared/draft/textMirror.ts'
import { boardUndo, ownAct } from '#shared/whiteboard/boardUndo.ts'
import { longestNote } from '#shared/whiteboard/noteWords.ts'

/** Milliseconds of rest after which the next letters are another step of undo. */
const stepPause = 1_000

/** Returns the way to let go. Undo and redo in the field concern one's own words in this note only. */
export function bindNoteField(field: HTMLTextAreaElement, words: Y.Text): () => void {
  const mirror = textMirror(words.toString())
  const undo = new Y.UndoManager(words, { trackedOrigins: new Set([ownAct]), captureTimeout: stepPause })
  let composing = false
  let writing = false

  const paint = (): void => {
    if (composing) return
    if (field.value === mirror.shared()) return void mirror.repaint()
    const [start, end] = [field.selectionStart, field.selectionEnd]
    const carry = mirror.repaint()
    field.value = mirror.shown()
    field.setSelectionRange(carry(start), carry(end))
  }
  const write = (): void => {
    const edits = mirror.type(field.value, field.selectionEnd)
    if (edits.length === 0) return paint()
    writing = true
    words.doc?.transact(() => {
      for (const { at, remove, insert } of edits) {
        if (remove > 0) words.delete(at, remove)
        if (insert !== '') words.insert(at, insert)
      }
    }, ownAct)
    writing = false
    paint()
  }
  const observe = (event: Y.YTextEvent): void => {
    if (writing) return
    mirror.receive(event.delta as TextStep[]) // a note's words are strings; Yjs types inserts more widely
    paint()
  }
  const compose = (event: Event): void => {
    composing = event.type === 'compositionstart'
    if (!composing) write()
  }

  if (words.doc) boardUndo(words.doc).stopCapturing()
  field.maxLength = longestNote
  field.value = mirror.shown()
  words.observe(observe)
  const listeners: readonly (readonly [string, (event: Event) => void])[] = [
    ['input', write],
    ['compositionstart', compose],
    ['compositionend', compose],
    ['keydown', (event) => onUndoKeys(event, undo)],
    ['beforeinput', (event) => onHistoryInput(event, undo)],
  ]
  for (const [name, listener] of listeners) field.addEventListener(name, listener)
  return () => {
    for (const [name, listener] of listeners) field.removeEventListener(name, listener)
    words.unobserve(observe)
    undo.destroy()
    if (words.doc) boardUndo(words.doc).stopCapturing()
  }
}

/** Also with nothing to undo the key is ours: the browser's own history knows nothing of others' words. */
function onUndoKeys(event: Event, undo: Y.UndoManager): void {
  if (!(event instanceof KeyboardEvent) || !(event.ctrlKey || event.metaKey) || event.altKey) return
  const key = event.key.toLowerCase()
  if (key !== 'z' && key !== 'y') return
  event.preventDefault()
  if (key === 'y' || event.shiftKey) undo.redo()
  else undo.undo()
}

function onHistoryInput(event: Event, undo: Y.UndoManager): void {
  if (!(event instanceof InputEvent) || !event.inputType.startsWith('history')) return
  event.preventDefault()
  if (event.inputType === 'historyUndo') undo.undo()
  else undo.redo()
}
