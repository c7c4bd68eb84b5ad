// Shows in an editor whose words are whose: ink and line of each group, badges behind sentences. Only paragraphs that changed are read.
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from 'y-prosemirror'
import { type BlockInk, blockInk } from '#client/features/draft/blockInk.ts'
import { refOf } from '#client/features/draft/keepSources.ts'
import { type BadgeWords, badgeElement, badgeKey } from '#client/features/draft/sentenceBadge.ts'
import {
  inkClass,
  inkStyleText,
  type Passages,
  type WordSources,
} from '#client/features/draft/wordSources.ts'
import type { MarkedRun } from '#shared/merge/markedBlocks.ts'

/** What the ink is read from; a new one draws everything anew. */
export interface InkReading extends BadgeWords {
  readonly sources: WordSources
  readonly passages: Passages
}

interface Shown {
  readonly reading: InkReading | undefined
  /** Paragraphs as they were read, by their position. */
  readonly blocks: ReadonlyMap<number, Node>
  readonly set: DecorationSet
  /** A paragraph that others' changes put in anew is the same node, and need not be read again. */
  readonly read: WeakMap<Node, BlockInk>
}

type Told = { readonly kind: 'show'; readonly reading: InkReading | undefined } | { readonly kind: 'read' }

const inkKey = new PluginKey<Shown>('draftProvenance')
const fresh = (reading: InkReading | undefined): Shown => ({
  reading,
  blocks: new Map(),
  set: DecorationSet.empty,
  read: new WeakMap(),
})

/** Paragraphs read so far, by all editors of this page: tests see by it that no key waits for a reading. */
export const inkWork = { read: 0 }

export const provenanceInk = () =>
  Extension.create({ name: 'draftProvenance', addProseMirrorPlugins: () => [inkPlugin()] })

export const inkPlugin = (): Plugin<Shown> =>
  new Plugin<Shown>({
    key: inkKey,
    state: {
      init: () => fresh(undefined),
      apply: (transaction, shown) => {
        const told: Told | undefined = transaction.getMeta(inkKey)
        if (told?.kind === 'show') return readAnew(transaction, shown, told.reading)
        if (told) return readOn(transaction.doc, shown)
        if (!transaction.docChanged || !shown.reading) return shown
        return isOthers(transaction) ? replaced(transaction.doc, shown) : carried(transaction, shown)
      },
    },
    props: { decorations: (state) => inkKey.getState(state)?.set },
    view: (view) => readWhenIdle(view),
  })

/** Null shows a draft that was never merged: nothing. The paragraphs are read from the next idle moment on. */
export const showInk = (transaction: Transaction, reading: InkReading | null): Transaction =>
  transaction
    .setMeta(inkKey, { kind: 'show', reading: reading ?? undefined } satisfies Told)
    .setMeta('addToHistory', false)

/** Reads some paragraphs that wait for it: about as many as `sliceMs` has room for. */
export const readInk = (transaction: Transaction): Transaction =>
  transaction.setMeta(inkKey, { kind: 'read' } satisfies Told).setMeta('addToHistory', false)

/** Whether every paragraph shows whose words it holds. */
export const isInkRead = (state: EditorState): boolean => {
  const shown = inkKey.getState(state)
  return !shown?.reading || unreadIn(state.doc, shown).length === 0
}

/** Milliseconds of one slice of reading. */
const sliceMs = 8
/** Letters are gathered for this long before their paragraph is read, in milliseconds. */
const gatherMs = 120
/** A page that is never idle reads after so many milliseconds all the same. */
const latestMs = 400

/** What somebody composes is left alone: a new element around it would end the composing. */
function readWhenIdle(view: EditorView): { update: () => void; destroy: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  let idle: number | undefined
  const read = (): void => {
    idle = undefined
    if (view.isDestroyed || isInkRead(view.state)) return
    if (!view.composing) view.dispatch(readInk(view.state.tr))
    ask(view.composing ? gatherMs : 0)
  }
  const wait = (): void => {
    timer = undefined
    if (typeof requestIdleCallback === 'function') idle = requestIdleCallback(read, { timeout: latestMs })
    else read()
  }
  const ask = (delay: number): void => {
    if (timer === undefined && idle === undefined) timer = setTimeout(wait, delay)
  }
  let before: EditorState | undefined
  const update = (): void => {
    const { state } = view
    const reading = inkKey.getState(state)?.reading
    const isNewReading = before === undefined || inkKey.getState(before)?.reading !== reading
    if (!reading || (!isNewReading && before?.doc === state.doc)) return
    before = state
    // Whoever goes on typing puts it off.
    clearTimeout(timer)
    timer = undefined
    ask(isNewReading ? 0 : gatherMs)
  }
  return {
    update,
    destroy: () => {
      clearTimeout(timer)
      if (idle !== undefined) cancelIdleCallback(idle)
    },
  }
}

/** What was shown stays until its paragraph has been read by the new reading. */
function readAnew({ doc, mapping }: Transaction, { set }: Shown, reading: InkReading | undefined): Shown {
  return reading ? { ...fresh(reading), set: set.map(mapping, doc) } : fresh(undefined)
}

/** Others' changes put the whole text in anew, by the same nodes where nothing of them changed. */
const isOthers = (transaction: Transaction): boolean => transaction.getMeta(ySyncPluginKey) !== undefined
/** Paragraphs that others' change may have read at once: more wait for an idle moment. */
const readAtOnce = 4

function replaced(doc: Node, shown: Shown): Shown {
  const blocks = new Map<number, Node>()
  let unread = 0
  for (const [at, block] of textblocksIn(doc))
    if (shown.read.has(block) || (unread += 1) <= readAtOnce) blocks.set(at, block)
  const decorations = [...blocks].flatMap(([at, block]) => decorationsOf(block, at, shown))
  return { ...shown, blocks, set: DecorationSet.create(doc, decorations) }
}

/** In the key's own task: what stands is carried along, new letters wear nothing yet, and no paragraph is read. */
function carried(transaction: Transaction, shown: Shown): Shown {
  const { doc, mapping } = transaction
  const blocks = new Map<number, Node>()
  for (const [at, block] of shown.blocks) {
    const { pos, deleted } = mapping.mapResult(at)
    if (!deleted) blocks.set(pos, block)
  }
  return { ...shown, blocks, set: withoutNew(shown.set.map(mapping, doc), transaction) }
}

/** Words of a group part around what somebody puts among them. */
function withoutNew(set: DecorationSet, { doc, mapping }: Transaction): DecorationSet {
  let cut = set
  mapping.maps.forEach((map, place) => {
    const on = mapping.slice(place + 1)
    map.forEach((_oldStart, _oldEnd, newStart, newEnd) => {
      const [from, to] = [on.map(newStart, -1), on.map(newEnd, 1)]
      const over = from < to ? cut.find(from, to, isInk).filter((one) => one.from < to && one.to > from) : []
      const parts = over.flatMap((one) => {
        const { look } = one.spec as InkSpec // isInk saw it
        return [[one.from, from] as const, [to, one.to] as const].flatMap(([start, end]) =>
          start < end ? [inkAt(start, end, look)] : [],
        )
      })
      if (over.length > 0) cut = cut.remove(over).add(doc, parts)
    })
  })
  return cut
}

/** Reads paragraphs that changed since they were read, the first one at least. */
function readOn(doc: Node, shown: Shown): Shown {
  const end = performance.now() + sliceMs
  const unread = new Map(unreadIn(doc, shown))
  const blocks = new Map([...textblocksIn(doc)].filter(([at]) => !unread.has(at)))
  let { set } = shown
  for (const [at, block] of unread) {
    const old = set
      .find(at, at + block.nodeSize)
      .filter(({ from, to }) => from > at && to < at + block.nodeSize)
    set = set.remove(old).add(doc, decorationsOf(block, at, shown))
    blocks.set(at, block)
    if (performance.now() >= end) break
  }
  return { ...shown, blocks, set }
}

const unreadIn = (doc: Node, { blocks }: Shown): [number, Node][] =>
  [...textblocksIn(doc)].filter(([at, block]) => blocks.get(at) !== block)

function textblocksIn(doc: Node): Map<number, Node> {
  const blocks = new Map<number, Node>()
  doc.descendants((node, at) => {
    if (node.isTextblock) blocks.set(at, node)
    return !node.isTextblock
  })
  return blocks
}

function decorationsOf(block: Node, at: number, { reading, read }: Shown): Decoration[] {
  if (!reading) return []
  const before = read.get(block)
  const ink = before ?? blockInk(runsOf(block), reading.sources, reading.passages)
  if (!before) inkWork.read += 1
  read.set(block, ink)
  const start = at + 1
  const words = ink.words.map(({ from, to, source }) =>
    inkAt(
      start + from,
      start + to,
      source ? { class: inkClass(source), style: inkStyleText(source) } : { class: 'pv-new' },
    ),
  )
  const badges = ink.ends
    .filter(({ goesOn }) => reading.isSaid || !goesOn)
    .map((end) =>
      Decoration.widget(start + end.at, () => badgeElement(end, reading), {
        key: badgeKey(end, reading),
        side: 1,
        ignoreSelection: true,
        marks: [],
      }),
    )
  return [...words, ...badges]
}

interface InkSpec {
  readonly look: Readonly<Record<string, string>>
}
const isInk = (spec: object): boolean => 'look' in spec

const inkAt = (from: number, to: number, look: InkSpec['look']): Decoration =>
  Decoration.inline(from, to, look, { look } satisfies InkSpec)

/** Places in the block and letters of its runs count alike: an inline node that is no text counts as one letter. */
function runsOf(block: Node): MarkedRun[] {
  const runs: MarkedRun[] = []
  block.forEach((node) => {
    const ref = refOf(node.marks)
    runs.push({ text: node.text ?? ' ', ...(ref === null ? {} : { ref }) })
  })
  return runs
}
