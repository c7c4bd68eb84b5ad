// Makes the nodes of a section out of plain blocks: for new drafts, imports and restored versions.
import * as Y from 'yjs'
import type { ReadBlock, ReadRun } from '#shared/draft/draftModel.ts'
import { isSafeLink, withoutUnwantedCharacters } from '#shared/draft/plainText.ts'

/** A string is a paragraph. */
export type NewBlock = string | ReadBlock

/** Lists nest this deep at most, in the editor too. */
export const listDepthLimit = 4

const asBlock = (block: NewBlock): ReadBlock =>
  typeof block === 'string' ? { type: 'paragraph', level: 0, runs: [{ text: block }] } : block

/** Elements for these blocks, in order; an empty section is one empty paragraph, ready to be typed in. */
export function blockElements(blocks: readonly NewBlock[]): Y.XmlElement[] {
  const rest = blocks.map(asBlock)
  const made: Y.XmlElement[] = []
  while (rest.length > 0)
    made.push(isListed(rest[0]) ? takeList(rest, 1) : textblock(rest.shift() as ReadBlock)) // length was just seen
  return made.length > 0 ? made : [textblock({ type: 'paragraph', level: 0, runs: [] })]
}

const isListed = (block: ReadBlock | undefined): boolean =>
  block?.type === 'bullet' || block?.type === 'numbered'

/** Takes from the front what belongs to one list of this depth, deeper lists inside it included. */
function takeList(rest: ReadBlock[], depth: number): Y.XmlElement {
  const type = rest[0]?.type
  const list = new Y.XmlElement(type === 'numbered' ? 'orderedList' : 'bulletList')
  const items: Y.XmlElement[] = []
  while (rest[0]?.type === type && (rest[0]?.level ?? 1) >= depth) {
    const item = new Y.XmlElement('listItem')
    const children = [textblock(rest.shift() as ReadBlock)] // the loop's condition read it
    while (isListed(rest[0]) && (rest[0]?.level ?? 1) > depth && depth < listDepthLimit)
      children.push(takeList(rest, depth + 1))
    item.insert(0, children)
    items.push(item)
  }
  list.insert(0, items)
  if (type === 'numbered') list.setAttribute('start', 1 as unknown as string) // Yjs keeps any JSON value; its type says string
  return list
}

/**
 * A paragraph or a heading. It always holds a Y.XmlText, even when empty: without it two people who begin to type in the same
 * empty paragraph each create one, and every letter appears twice.
 */
export function textblock(block: ReadBlock): Y.XmlElement {
  const element = new Y.XmlElement(block.type === 'heading' ? 'heading' : 'paragraph')
  if (block.type === 'heading')
    element.setAttribute('level', (block.level === 3 ? 3 : 2) as unknown as string) // as above
  const words = new Y.XmlText()
  words.applyDelta(
    block.runs.flatMap((run) => {
      // A line end inside a paragraph would need a node of its own, and a place where two people could type twice.
      const text = withoutUnwantedCharacters(run.text).replace(/\s*\n\s*/g, ' ')
      return text === '' ? [] : [{ insert: text, attributes: marksOf(run) }]
    }),
  )
  element.insert(0, [words])
  return element
}

/** The marks of a run as the editor's binding keeps them. */
export const marksOf = (run: ReadRun): Record<string, object> => ({
  ...(run.bold ? { bold: {} } : {}),
  ...(run.italic ? { italic: {} } : {}),
  ...(isSafeLink(run.link) ? { link: { href: run.link } } : {}),
})
