// Keeps what people paste and type inside what the gate accepts, so that nobody's text is refused after the fact.
import { Extension } from '@tiptap/core'
import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import { Plugin, type Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import { ySyncPluginKey } from 'y-prosemirror'
import { listDepthLimit } from '#shared/draft/draftBlocks.ts'
import { withoutUnwantedCharacters } from '#shared/draft/plainText.ts'

/** Below the gate's limits, so that two people who reach them at once are not refused. */
const paragraphLimit = 15_000
const childLimit = 1_500

export const editorGuards = (onTooLarge: () => void) =>
  Extension.create({
    name: 'draftGuards',
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          transformPasted: (slice, view) =>
            new Slice(clean(slice.content, sourcesIn(view.state.doc)), slice.openStart, slice.openEnd),
        },
        filterTransaction: (transaction) => {
          if (!transaction.docChanged || isRemote(transaction) || fits(transaction)) return true
          onTooLarge()
          return false
        },
        appendTransaction: (transactions, _before, state) => {
          const { src } = state.schema.marks
          const typed = transactions.filter(
            (t) => t.docChanged && !isRemote(t) && t.getMeta('uiEvent') === undefined,
          )
          if (!src || typed.length === 0) return null
          const change = state.tr
          for (const { from, to } of typed.flatMap(typedRanges)) {
            if (state.doc.rangeHasMark(from, to, src)) change.removeMark(from, to, src)
          }
          return change.docChanged ? change : null
        },
      }),
    ],
  })

const isRemote = (transaction: Transaction): boolean => transaction.getMeta(ySyncPluginKey) !== undefined

function fits({ doc, before }: Transaction): boolean {
  if (doc.content.size <= before.content.size) return true
  let good = doc.childCount <= childLimit
  doc.descendants((node) => {
    if (node.isTextblock ? node.content.size > paragraphLimit : node.childCount > childLimit) good = false
    return good
  })
  return good && depthOf(doc) <= 1 + 2 * listDepthLimit
}

const depthOf = (node: Node): number => {
  let deepest = 0
  node.forEach((child) => {
    if (!child.isText) deepest = Math.max(deepest, 1 + (child.isTextblock ? 0 : depthOf(child)))
  })
  return deepest
}

/** Where letters were typed, in the resulting document. Words that an act moves about keep where they come from. */
function typedRanges(transaction: Transaction): { from: number; to: number }[] {
  return transaction.steps.flatMap((step, at) => {
    if (!(step instanceof ReplaceStep) || step.slice.openStart > 0 || !step.slice.content.firstChild?.isText)
      return []
    const later = transaction.mapping.slice(at + 1)
    return [{ from: later.map(step.from), to: later.map(step.from + step.slice.size) }]
  })
}

function sourcesIn(doc: Node): ReadonlySet<unknown> {
  const held = new Set<unknown>()
  doc.descendants((node) => {
    for (const mark of node.marks) if (mark.type.name === 'src') held.add(mark.attrs['ref'])
  })
  return held
}

/** Pasted content without control characters, foreign provenance and line ends inside paragraphs. */
function clean(content: Fragment, sources: ReadonlySet<unknown>): Fragment {
  const nodes: Node[] = []
  content.forEach((node) => {
    if (node.isText) {
      const text = withoutUnwantedCharacters(node.text ?? '')
      const kept = node.marks.filter((mark) => mark.type.name !== 'src' || sources.has(mark.attrs['ref']))
      if (text !== '') nodes.push(node.type.schema.text(text, kept))
    } else if (node.type.name === 'hardBreak') nodes.push(node.type.schema.text(' '))
    else if (node.isTextblock)
      nodes.push(...splitAtBreaks(node).map((part) => part.copy(clean(part.content, sources))))
    else nodes.push(node.copy(clean(node.content, sources)))
  })
  return Fragment.from(nodes)
}

function splitAtBreaks(block: Node): Node[] {
  const lines: Node[][] = [[]]
  block.forEach((child) => {
    if (child.type.name === 'hardBreak') lines.push([])
    else lines.at(-1)?.push(child)
  })
  return lines.length === 1 ? [block] : lines.map((line) => block.copy(Fragment.from(line)))
}
