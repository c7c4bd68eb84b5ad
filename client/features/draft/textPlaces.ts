// Carries a caret between three ways of saying where it is: in the shared text, in a section's blocks, on the screen.
import type { Node } from '@tiptap/pm/model'
import * as Y from 'yjs'
import { absolutePlace } from '#client/features/draft/draftPresence.ts'
import { isTextblock } from '#client/features/draft/seedTextblocks.ts'

/** A place among a section's paragraphs, headings and list paragraphs, counted in reading order; `offset` in UTF-16 units. */
export interface BlockPlace {
  readonly block: number
  readonly offset: number
}

/** Paragraphs and headings of a section in reading order, those in lists included. */
export function textblocksOf(node: unknown): Y.XmlElement[] {
  if (isTextblock(node)) return [node]
  return node instanceof Y.XmlFragment ? node.toArray().flatMap(textblocksOf) : []
}

/** Where a place of the editor stands in the shared text, in a form that survives what others write. */
export function relativeOf(section: Y.XmlFragment, { block, offset }: BlockPlace): unknown {
  const element = textblocksOf(section)[block]
  if (!element) return undefined
  let left = offset
  for (const child of element.toArray()) {
    const length = child instanceof Y.XmlText ? child.length : 1
    // A caret at the end of a text belongs to it, so that it moves along with what is typed there.
    if (child instanceof Y.XmlText && left <= length)
      return Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(child, left, -1))
    left -= length
  }
  return Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(element, element.length, -1))
}

/** The opposite; undefined for a place in another section, or one that no longer exists. */
export function blockPlaceOf(section: Y.XmlFragment, end: unknown): BlockPlace | undefined {
  const place = section.doc ? absolutePlace(section.doc, end) : undefined
  if (!place) return undefined
  const owner = place.type instanceof Y.XmlText ? place.type.parent : place.type
  const block = textblocksOf(section).findIndex((element) => element === owner)
  if (block < 0 || !(owner instanceof Y.XmlElement)) return undefined
  let offset = 0
  for (const [at, child] of owner.toArray().entries()) {
    if (child === place.type) return { block, offset: offset + place.index }
    if (owner === place.type && at >= place.index) break
    offset += child instanceof Y.XmlText ? child.length : 1
  }
  return { block, offset }
}

/** The position of a block place in an editor's document; undefined where the editor has no such block. */
export function blockPosition(doc: Node, { block, offset }: BlockPlace): number | undefined {
  let at = -1
  let found: number | undefined
  doc.descendants((node, position) => {
    if (found !== undefined || !node.isTextblock) return found === undefined
    at += 1
    if (at === block) found = position + 1 + Math.min(offset, node.content.size)
    return false
  })
  return found
}

const blockSelector = 'p,h2,h3'

/** The point on the screen's document for a block place, in an editor or in its still image. */
export function domPointOf(
  container: HTMLElement,
  { block, offset }: BlockPlace,
): { node: globalThis.Node; offset: number } | undefined {
  const element = container.querySelectorAll(blockSelector)[block]
  if (!element) return undefined
  let left = offset
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let last: Text | undefined
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    if (left <= node.length) return { node, offset: left }
    left -= node.length
    last = node
  }
  return last ? { node: last, offset: last.length } : { node: element, offset: 0 }
}
