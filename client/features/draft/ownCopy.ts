// What was last copied or cut out of a text in this tab: some clipboards bring it back as plain letters, and it stays whose it is.
import { Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'

let last: Slice | undefined

/** To be told before the editor copies; never handles the event itself. */
export function rememberCopy({ state: { selection } }: EditorView): boolean {
  if (!selection.empty) last = selection.content()
  return false
}

/** The words that were copied, when these letters are theirs; with their source, without formatting, as plain pasting wants it. */
export function ownCopy(text: string, schema: Schema): Slice | undefined {
  if (!last || folded(text) === '' || folded(lettersOf(last.content)) !== folded(text)) return undefined
  // Built anew: each section's editor has a schema of its own.
  const content = Fragment.fromJSON(schema, last.content.toJSON())
  return new Slice(sourcesOnly(content), last.openStart, last.openEnd)
}

const lettersOf = (content: Fragment): string => content.textBetween(0, content.size, '\n\n')
const folded = (text: string): string => text.replace(/\s+/g, ' ').trim()

function sourcesOnly(content: Fragment): Fragment {
  const nodes: Node[] = []
  content.forEach((node) => {
    nodes.push(
      node.isText
        ? node.mark(node.marks.filter(({ type }) => type.name === 'src'))
        : node.copy(sourcesOnly(node.content)),
    )
  })
  return Fragment.from(nodes)
}
