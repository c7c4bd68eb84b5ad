// Shows in an editor whose words are whose: ink and line of each group, badges behind sentences. Only paragraphs that changed are read.
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
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

const inkKey = new PluginKey<Shown>('draftProvenance')
const fresh = (reading: InkReading | null): Shown => ({
  reading: reading ?? undefined,
  blocks: new Map(),
  set: DecorationSet.empty,
  read: new WeakMap(),
})

export const provenanceInk = () =>
  Extension.create({ name: 'draftProvenance', addProseMirrorPlugins: () => [inkPlugin()] })

export const inkPlugin = (): Plugin<Shown> =>
  new Plugin<Shown>({
    key: inkKey,
    state: {
      init: () => fresh(null),
      apply: (transaction, shown) => {
        const reading: InkReading | null | undefined = transaction.getMeta(inkKey)
        if (reading !== undefined) return drawn(transaction.doc, fresh(reading))
        return transaction.docChanged && shown.reading ? followed(transaction, shown) : shown
      },
    },
    props: { decorations: (state) => inkKey.getState(state)?.set },
  })

/** Null shows a draft that was never merged: nothing. */
export const showInk = (transaction: Transaction, reading: InkReading | null): Transaction =>
  transaction.setMeta(inkKey, reading).setMeta('addToHistory', false)

function drawn(doc: Node, shown: Shown): Shown {
  if (!shown.reading) return shown
  const blocks = textblocksIn(doc)
  const decorations = [...blocks].flatMap(([at, block]) => decorationsOf(block, at, shown))
  return { ...shown, blocks, set: DecorationSet.create(doc, decorations) }
}

function followed(transaction: Transaction, shown: Shown): Shown {
  const { doc, mapping } = transaction
  const carried = new Map<number, Node>()
  for (const [at, block] of shown.blocks) {
    const { pos, deleted } = mapping.mapResult(at)
    if (!deleted) carried.set(pos, block)
  }
  const blocks = textblocksIn(doc)
  const changed = [...blocks].filter(([at, block]) => carried.get(at) !== block)
  // Others' changes put the whole text in anew.
  if (changed.length === blocks.size) return drawn(doc, shown)
  let set = shown.set.map(mapping, doc)
  for (const [at, block] of changed)
    set = set.remove(set.find(at, at + block.nodeSize)).add(doc, decorationsOf(block, at, shown))
  return { ...shown, blocks, set }
}

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
  const ink = read.get(block) ?? blockInk(runsOf(block), reading.sources, reading.passages)
  read.set(block, ink)
  const start = at + 1
  const words = ink.words.map(({ from, to, source }) =>
    Decoration.inline(
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

/** Places in the block and letters of its runs count alike: an inline node that is no text counts as one letter. */
function runsOf(block: Node): MarkedRun[] {
  const runs: MarkedRun[] = []
  block.forEach((node) => {
    const ref = refOf(node.marks)
    runs.push({ text: node.text ?? ' ', ...(ref === null ? {} : { ref }) })
  })
  return runs
}
