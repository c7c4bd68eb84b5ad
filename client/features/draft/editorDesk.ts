// For tests: an editor without a screen. Its state, its guards and its binding to the shared text are the product's own.
import { getSchema } from '@tiptap/core'
import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import { EditorState, type Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { expect } from 'vitest'
import { ySyncPlugin, ySyncPluginKey } from 'y-prosemirror'
import * as Y from 'yjs'
import { draftUndo } from '#client/features/draft/draftUndo.ts'
import { guards } from '#client/features/draft/editorGuards.ts'
import { sectionSchema } from '#client/features/draft/editorSchema.ts'
import { keepOwnLettersTogether } from '#client/features/draft/ownCaret.ts'
import { createDraft, type DraftMap, draftsOf } from '#shared/draft/draftModel.ts'
import { markedBlocks } from '#shared/merge/provenance.ts'

export const deskSchema = getSchema(sectionSchema)

export class EditorDesk {
  readonly doc = new Y.Doc()
  readonly draft: DraftMap
  readonly section: Y.XmlFragment
  readonly undo: Y.UndoManager
  state: EditorState
  readonly #guards: Plugin
  #views: readonly { update?: (view: EditorView, before: EditorState) => void }[] = []

  /** `beside`: a desk whose text this one shows too; the two hear of each other by `hear`. */
  constructor(
    paragraphs: readonly string[],
    marked: (words: (at: number) => Y.XmlText) => void,
    beside?: EditorDesk,
  ) {
    if (beside) this.hear(beside)
    else createDraft(this.doc, { id: 'd', title: 'x', proposition: paragraphs })
    this.draft = draftsOf(this.doc).get('d') as DraftMap // just made
    this.section = this.draft.get('proposition') as Y.XmlFragment // every draft has it
    this.doc.transact(() => marked((at) => (this.section.get(at) as Y.XmlElement).get(0) as Y.XmlText)) // paragraphs hold a text
    this.undo = draftUndo(this.draft)
    this.undo.addTrackedOrigin(ySyncPluginKey)
    this.#guards = guards({ onTooLarge: () => undefined, isSource: (ref) => ref.startsWith('known') })
    const sync = ySyncPlugin(this.section)
    this.state = EditorState.create({ schema: deskSchema, plugins: [sync, this.#guards] })
    const view = this as unknown as EditorView // the binding and the guards ask for no more than what stands here
    const binding = ySyncPluginKey.getState(this.state)?.binding
    if (binding) keepOwnLettersTogether(binding, view, this.undo)
    this.#views = [sync.spec.view?.(view) ?? {}]
  }

  readonly dom = new EventTarget()
  readonly hasFocus = (): boolean => false
  readonly dispatch = (transaction: Transaction): void => {
    const before = this.state
    this.state = before.apply(transaction)
    for (const one of this.#views) one.update?.(this as unknown as EditorView, before) // as above
  }

  /** All that another desk holds. */
  hear(other: EditorDesk): void {
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(other.doc))
  }

  find(words: string): number {
    let found = -1
    this.state.doc.descendants((node, at) => {
      const place = node.isTextblock ? node.textContent.indexOf(words) : -1
      if (place >= 0 && found < 0) found = at + 1 + place
    })
    if (found < 0) throw new Error(`« ${words} » does not stand here`)
    return found
  }

  select(words: string, offset = 0): void {
    const from = this.find(words)
    const to = offset === 0 ? from + words.length : from + offset
    const start = offset === 0 ? from : to
    this.dispatch(this.state.tr.setSelection(TextSelection.create(this.state.doc, start, to)))
  }

  /** As the view does for what was typed: the marks of the place come along. */
  type(words: string): void {
    for (const letter of words) this.dispatch(this.state.tr.insertText(letter))
  }

  run(command: (state: EditorState, dispatch: (transaction: Transaction) => void) => boolean): void {
    expect(command(this.state, this.dispatch)).toBe(true)
  }

  copy(words: string): Slice {
    const from = this.find(words)
    return this.state.doc.slice(from, from + words.length)
  }

  paste(slice: Slice, { asText = false, as = 'paste' } = {}): void {
    const clean = this.#guards.props.transformPasted?.call(
      this.#guards,
      slice,
      this as unknown as EditorView,
      asText,
    )
    this.dispatch(this.state.tr.replaceSelection(clean ?? slice).setMeta('uiEvent', as))
  }

  /** As the view does it: the guards hear of what is copied. */
  copyPlain(): void {
    this.#guards.props.handleDOMEvents?.copy?.call(
      this.#guards,
      this as unknown as EditorView,
      {} as ClipboardEvent,
    ) // only the selection is read
  }

  /** A clipboard that holds letters alone. */
  pastePlain(text: string): void {
    const view = this as unknown as EditorView // as above
    const parsed = this.#guards.props.clipboardTextParser?.call(
      this.#guards,
      text,
      this.state.selection.$from,
      false,
      view,
    )
    this.paste(parsed ?? new Slice(Fragment.from(deskSchema.text(text)), 0, 0), { asText: true })
  }

  /** Words and marks of each paragraph: « [ab:known-1] » for a marked run. The shared text and the editor say the same. */
  read(): string[] {
    const shared = markedBlocks(this.section).map(({ runs }) => written(runs))
    const shown: string[] = []
    this.state.doc.descendants((node) => {
      if (node.isTextblock) shown.push(written(runsIn(node)))
      return !node.isTextblock
    })
    expect(shown).toEqual(shared)
    return shared
  }
}

interface Run {
  readonly text: string
  readonly ref?: string
}

const runsIn = (block: Node): Run[] => {
  const runs: Run[] = []
  block.forEach((node) => {
    const mark = node.marks.find(({ type }) => type.name === 'src')
    runs.push({ text: node.text ?? '', ...(mark ? { ref: String(mark.attrs['ref']) } : {}) })
  })
  return runs
}

/** Formatting cuts runs; whose they are does not change with it. */
function written(runs: readonly Run[]): string {
  const joined: { text: string; ref: string | undefined }[] = []
  for (const { text, ref } of runs) {
    const last = joined.at(-1)
    if (last && last.ref === ref) last.text += text
    else joined.push({ text, ref })
  }
  return joined.map(({ text, ref }) => (ref ? `[${text}]` : text)).join('')
}
