// A caret that was just put elsewhere is where others' words find it, whether the browser has told of it yet or not.
import type { EditorView } from '@tiptap/pm/view'
import { expect, test } from 'vitest'
import { type ProsemirrorBinding, ySyncPluginKey } from 'y-prosemirror'
import * as Y from 'yjs'
import { readCaretInTime } from '#client/features/draft/caretReadInTime.ts'
import { EditorDesk } from '#client/features/draft/editorDesk.ts'

type Inner = ProsemirrorBinding & { beforeAllTransactions: () => void } // y-prosemirror's own name

/** Two desks over one text; the page of the first shows a caret of its own, as a browser does before it tells. */
function twoDesks(): { desk: EditorDesk; other: EditorDesk; page: EventTarget; show: (at: number) => void } {
  const desk = new EditorDesk(['Nous ouvrons.'], () => undefined)
  const other = new EditorDesk([], () => undefined, desk)
  const words = {} as Node // the one node of this page; places in it are those of the editor
  let at = 1
  const selection = () => ({ anchorNode: words, focusNode: words, anchorOffset: at, focusOffset: at })
  const page = Object.assign(new EventTarget(), { getSelection: selection })
  const dom = Object.assign(new EventTarget(), { ownerDocument: page, contains: () => true })
  const view = {
    dom,
    composing: false,
    hasFocus: () => true,
    posAtDOM: (_node: Node, offset: number) => offset,
    dispatch: desk.dispatch,
    get state() {
      return desk.state
    },
  } as unknown as EditorView // all that is asked of it
  const binding: Inner = ySyncPluginKey.getState(desk.state)?.binding
  desk.doc.off('beforeAllTransactions', binding.beforeAllTransactions)
  readCaretInTime(binding, view)
  desk.doc.on('beforeAllTransactions', binding.beforeAllTransactions)
  return { desk, other, page, show: (place) => void (at = place) }
}

test('others’ words come before the browser has told: the next letter stands where the caret was put', () => {
  const { desk, other, show } = twoDesks()
  desk.select('Nous ', 5)
  show(desk.find('.') + 1)
  const written = Y.getState(desk.doc.store, desk.doc.clientID)
  other.select('Nous ', 5)
  other.type('tous ')
  desk.hear(other)
  expect(Y.getState(desk.doc.store, desk.doc.clientID)).toBe(written)
  desk.type(' Ici')
  expect(desk.read()).toEqual(['Nous tous ouvrons. Ici'])
})

test('what the browser has told of already is left to the editor', () => {
  const { desk, other, page, show } = twoDesks()
  show(3)
  page.dispatchEvent(new Event('selectionchange'))
  desk.select('Nous ', 5)
  other.select('.', 1)
  other.type(' Tous')
  desk.hear(other)
  desk.type('y ')
  expect(desk.read()).toEqual(['Nous y ouvrons. Tous'])
})
