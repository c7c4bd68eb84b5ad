// Keeps what people paste and type inside what the gate accepts, so that nobody's text is refused after the fact.
import { Extension } from '@tiptap/core'
import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from 'y-prosemirror'
import { foreignStretches, refOf } from '#client/features/draft/keepSources.ts'
import { ownCopy, rememberCopy } from '#client/features/draft/ownCopy.ts'
import { listDepthLimit } from '#shared/draft/draftBlocks.ts'
import { withoutUnwantedCharacters } from '#shared/draft/plainText.ts'

/** Below the gate's limits, so that two people who reach them at once are not refused. */
const paragraphLimit = 15_000
const childLimit = 1_500

export interface GuardOptions {
  readonly onTooLarge: () => void
  /** Whether the server has put words of this passage into the document: pasted words may then say that they are its. */
  readonly isSource: (ref: string) => boolean
}

export const editorGuards = (options: GuardOptions) =>
  Extension.create({ name: 'draftGuards', addProseMirrorPlugins: () => [guards(options)] })

/** Typed letters carry no source mark, whatever brought them; moved ones keep theirs. */
export function guards({ onTooLarge, isSource }: GuardOptions): Plugin {
  /** What came in last by pasting or dropping. */
  let brought: Fragment | undefined
  /** One's own words that came back as plain ones. */
  let recalled: Slice | undefined
  return new Plugin({
    props: {
      handleDOMEvents: { copy: rememberCopy, cut: rememberCopy },
      clipboardTextParser: (text, _context, _plain, view) => {
        recalled = ownCopy(text, view.state.schema)
        // The parser of plain text takes over where nothing is returned; its type does not say so.
        return recalled as Slice
      },
      transformPasted: (slice, view, asText) => {
        const held = asText && slice !== recalled ? undefined : sourcesIn(view.state.doc)
        // Plain words take over the marks of the place where they are put, and are nobody's.
        const mayKeep = (ref: string): boolean => held !== undefined && (held.has(ref) || isSource(ref))
        brought = clean(slice.content, mayKeep)
        return new Slice(brought, slice.openStart, slice.openEnd)
      },
    },
    filterTransaction: (transaction) => {
      if (!transaction.docChanged || isRemote(transaction) || fits(transaction)) return true
      onTooLarge()
      return false
    },
    appendTransaction: (transactions, _before, state) => withoutForeign(transactions, state, brought),
  })
}

function withoutForeign(
  transactions: readonly Transaction[],
  state: EditorState,
  brought: Fragment | undefined,
): Transaction | null {
  const { src } = state.schema.marks
  if (!src) return null
  const change = state.tr
  for (const [place, transaction] of transactions.entries()) {
    if (!transaction.docChanged || isRemote(transaction)) continue
    const isBrought = ['paste', 'drop'].includes(String(transaction.getMeta('uiEvent')))
    for (const { from, to } of foreignStretches(transaction, isBrought ? brought : undefined)) {
      const on = (position: number, side: number): number =>
        transactions.slice(place + 1).reduce((at, later) => later.mapping.map(at, side), position)
      change.removeMark(on(from, 1), on(to, -1), src)
    }
  }
  return change.docChanged ? change : null
}

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

function sourcesIn(doc: Node): ReadonlySet<string> {
  const held = new Set<string>()
  doc.descendants((node) => {
    const ref = refOf(node.marks)
    if (ref !== null) held.add(ref)
  })
  return held
}

/** Pasted content without control characters, foreign provenance and line ends inside paragraphs. */
function clean(content: Fragment, mayKeep: (ref: string) => boolean): Fragment {
  const nodes: Node[] = []
  content.forEach((node) => {
    if (node.isText) {
      const text = withoutUnwantedCharacters(node.text ?? '')
      const kept = node.marks.filter((mark) => mark.type.name !== 'src' || mayKeep(String(mark.attrs['ref'])))
      if (text !== '') nodes.push(node.type.schema.text(text, kept))
    } else if (node.type.name === 'hardBreak') nodes.push(node.type.schema.text(' '))
    else if (node.isTextblock)
      nodes.push(...splitAtBreaks(node).map((part) => part.copy(clean(part.content, mayKeep))))
    else nodes.push(node.copy(clean(node.content, mayKeep)))
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
