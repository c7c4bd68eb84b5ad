// Between the words on the screen and the shared text: where a selection stands, and which stretch of the screen a passage is.
import * as Y from 'yjs'
import { lettersOf, type PassagePiece, type TextPoint } from '#shared/remark/anchor.ts'

/** One text of a draft on the screen, in an editor, in a plain field or as it stands. */
export interface ScreenText {
  readonly shared: Y.XmlFragment | Y.Text
  /** Holds the blocks of a section, or is the field or the paragraph itself. */
  readonly element: HTMLElement
}

export interface Selected {
  readonly from: TextPoint
  readonly to: TextPoint
}

const blockSelector = 'p,h2,h3'
const textblockNames = new Set(['paragraph', 'heading'])

/** Paragraphs and headings in reading order, as an editor and its still image show them. */
function textblocks(node: Y.XmlFragment | Y.XmlElement): Y.XmlElement[] {
  return node.toArray().flatMap((child) => {
    if (!(child instanceof Y.XmlElement)) return []
    return textblockNames.has(child.nodeName) ? [child] : textblocks(child)
  })
}

const blocksOn = ({ shared, element }: ScreenText): HTMLElement[] =>
  shared instanceof Y.Text ? [element] : [...element.querySelectorAll<HTMLElement>(blockSelector)]

const isField = (element: HTMLElement): element is HTMLTextAreaElement =>
  element instanceof HTMLTextAreaElement

/** What is selected in a text just now; undefined for a bare caret, and for what is selected elsewhere. */
export function selectedIn(screen: ScreenText): Selected | undefined {
  const { shared, element } = screen
  if (isField(element)) {
    const [from, to] = [element.selectionStart, element.selectionEnd]
    return shared instanceof Y.Text && from < to
      ? trimmed({ from: { text: shared, index: from }, to: { text: shared, index: to } })
      : undefined
  }
  const range = rangeIn(element)
  if (!range || range.collapsed) return undefined
  const from = pointOf(screen, range, 'start')
  const to = pointOf(screen, range, 'end')
  return from && to && trimmed({ from, to })
}

/** The part of the page's selection that lies in an element. */
export function rangeIn(element: HTMLElement): Range | undefined {
  const selection = element.ownerDocument.getSelection()
  if (!selection || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(element)) return undefined
  const inside = element.ownerDocument.createRange()
  inside.selectNodeContents(element)
  // A triple click ends in front of whatever comes next.
  if (range.compareBoundaryPoints(Range.START_TO_START, inside) > 0)
    inside.setStart(range.startContainer, range.startOffset)
  if (range.compareBoundaryPoints(Range.END_TO_END, inside) < 0)
    inside.setEnd(range.endContainer, range.endOffset)
  return inside
}

function pointOf(screen: ScreenText, range: Range, side: 'start' | 'end'): TextPoint | undefined {
  const blocks = blocksOn(screen)
  const order = side === 'start' ? [...blocks.entries()] : [...blocks.entries()].reverse()
  for (const [at, block] of order) {
    const letters = block.ownerDocument.createRange()
    letters.selectNodeContents(block)
    if (!overlaps(letters, range)) continue
    const [node, offset] =
      side === 'start' ? [range.startContainer, range.startOffset] : [range.endContainer, range.endOffset]
    if (letters.isPointInRange(node, offset)) letters.setEnd(node, offset)
    else if (side === 'start') letters.collapse(true)
    const index = letters.toString().length
    // A selection that ends in front of a paragraph holds nothing of it.
    if (side === 'end' && index === 0) continue
    return sharedPoint(screen.shared, at, index)
  }
  return undefined
}

const overlaps = (letters: Range, range: Range): boolean =>
  letters.compareBoundaryPoints(Range.START_TO_END, range) > 0 &&
  letters.compareBoundaryPoints(Range.END_TO_START, range) < 0

function sharedPoint(shared: Y.XmlFragment | Y.Text, block: number, index: number): TextPoint | undefined {
  if (shared instanceof Y.Text) return { text: shared, index: Math.min(index, shared.length) }
  let left = index
  for (const child of textblocks(shared)[block]?.toArray() ?? []) {
    if (!(child instanceof Y.XmlText)) continue
    if (left <= child.length) return { text: child, index: left }
    left -= child.length
  }
  return undefined
}

/** Without the blanks at its ends; undefined where nothing else is left. */
function trimmed({ from, to }: Selected): Selected | undefined {
  const [first, last] = [lettersOf(from.text), lettersOf(to.text)]
  let [start, end] = [from.index, to.index]
  const stop = from.text === to.text ? end : first.length
  while (start < stop && /\s/u.test(first[start] ?? '')) start += 1
  const begin = from.text === to.text ? start : 0
  while (end > begin && /\s/u.test(last[end - 1] ?? '')) end -= 1
  if (from.text === to.text && start >= end) return undefined
  return { from: { text: from.text, index: start }, to: { text: to.text, index: end } }
}

/** Finds pieces on the screen; made once for as many as are looked for together. */
export function pieceFinder(screen: ScreenText): (pieces: readonly PassagePiece[]) => Range[] {
  const { shared, element } = screen
  const blocks = blocksOn(screen)
  const places = new Map<Y.Text, { readonly block: number; readonly before: number }>()
  if (shared instanceof Y.Text) places.set(shared, { block: 0, before: 0 })
  else
    for (const [block, owner] of textblocks(shared).entries()) {
      let before = 0
      for (const child of owner.toArray()) {
        if (!(child instanceof Y.XmlText)) continue
        places.set(child, { block, before })
        before += child.length
      }
    }
  return (pieces) =>
    pieces.flatMap(({ text, from, to }) => {
      const place = places.get(text)
      const block = place && blocks[place.block]
      if (!place || !block || from >= to) return []
      const range = element.ownerDocument.createRange()
      const start = letterAt(block, place.before + from, 'after')
      const end = letterAt(block, place.before + to, 'before')
      if (!start || !end) return []
      range.setStart(start.node, start.offset)
      range.setEnd(end.node, end.offset)
      return range.collapsed ? [] : [range]
    })
}

/** Between two runs of letters: a passage begins with the later one and ends with the earlier. */
function letterAt(
  block: HTMLElement,
  offset: number,
  side: 'before' | 'after',
): { readonly node: Text; readonly offset: number } | undefined {
  const walker = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  let left = offset
  let last: Text | undefined
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    if (left < node.length || (left === node.length && side === 'before')) return { node, offset: left }
    left -= node.length
    last = node
  }
  return last && { node: last, offset: last.length }
}
