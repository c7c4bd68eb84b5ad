// Others' carets and selections, drawn over a text and never into it: nothing here reaches a screen reader or a phone keyboard.
import { type RefObject, useEffect, useRef, useState } from 'react'
import type * as Y from 'yjs'
import { type Writer, writersOf } from '#client/features/draft/draftPresence.ts'
import { type BlockPlace, blockPlaceOf, domPointOf } from '#client/features/draft/textPlaces.ts'
import type { LiveDocument } from '#client/live/liveRoom.ts'
import { inkStyle } from '#client/ui/wear.ts'

export interface CaretLayerProps {
  readonly live: LiveDocument
  readonly draftId: string
  readonly place: string
  readonly section: Y.XmlFragment
  /** The element that holds the blocks, positioned inside the same box as this layer. */
  readonly text: RefObject<HTMLElement | null>
}

interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

interface DrawnCaret {
  readonly writer: Writer
  readonly caret: Box
  readonly selection: readonly Box[]
  /** Changes when the caret moves: the name shows again for three seconds. */
  readonly at: string
}

export function CaretLayer({ live, draftId, place, section, text }: CaretLayerProps) {
  const layer = useRef<HTMLDivElement>(null)
  const [drawn, setDrawn] = useState<readonly DrawnCaret[]>([])
  useEffect(() => {
    let frame = 0
    let shown = '[]'
    const draw = (): void => {
      frame = 0
      const next =
        layer.current && text.current
          ? measure(layer.current, text.current, section, inPlace(live, draftId, place))
          : []
      const key = JSON.stringify(next)
      if (key === shown) return
      shown = key
      setDrawn(next)
    }
    // One measurement a frame at most, after the text itself was painted.
    const soon = (): void => {
      frame ||= requestAnimationFrame(draw)
    }
    const resized = new ResizeObserver(soon)
    if (layer.current) resized.observe(layer.current)
    live.awareness.on('change', soon)
    live.doc.on('afterTransaction', soon)
    soon()
    return () => {
      cancelAnimationFrame(frame)
      resized.disconnect()
      live.awareness.off('change', soon)
      live.doc.off('afterTransaction', soon)
    }
  }, [live, draftId, place, section, text])
  return (
    <div className="draft-carets" ref={layer} aria-hidden="true">
      {drawn.map((caret) => (
        <Caret key={caret.writer.participantId} {...caret} />
      ))}
    </div>
  )
}

function Caret({ writer, caret, selection, at }: DrawnCaret) {
  return (
    <div className="a" style={inkStyle(writer.ink)}>
      {selection.map((box) => (
        <span key={`${box.left} ${box.top}`} className="draft-sel" style={box} />
      ))}
      <span className="draft-caret" style={{ left: caret.left, top: caret.top, height: caret.height }}>
        <i key={at} className={`${writer.side === 'room' ? 'room' : ''} ${caret.top < 18 ? 'under' : ''}`}>
          {writer.name}
        </i>
      </span>
    </div>
  )
}

const inPlace = ({ awareness }: LiveDocument, draftId: string, place: string): readonly Writer[] =>
  writersOf(awareness, draftId).filter(({ caret }) => caret.place === place)

function measure(
  layer: HTMLElement,
  text: HTMLElement,
  section: Y.XmlFragment,
  writers: readonly Writer[],
): DrawnCaret[] {
  if (writers.length === 0) return []
  const frame = layer.getBoundingClientRect()
  // On the whiteboard everything is scaled: screen pixels become the layer's own.
  const scale = layer.offsetWidth > 0 ? frame.width / layer.offsetWidth : 1
  if (scale === 0) return []
  const local = (rect: DOMRect): Box => ({
    left: round((rect.left - frame.left) / scale),
    top: round((rect.top - frame.top) / scale),
    width: round(rect.width / scale),
    height: round(rect.height / scale),
  })
  return writers.flatMap((writer): DrawnCaret[] => {
    const head = blockPlaceOf(section, writer.caret.head)
    const anchor = blockPlaceOf(section, writer.caret.anchor) ?? head
    const at = head && caretRect(text, head)
    if (!head || !anchor || !at) return []
    return [
      {
        writer,
        caret: local(at),
        selection: selectionRects(text, anchor, head).map(local),
        at: `${head.block}:${head.offset}`,
      },
    ]
  })
}

const round = (pixels: number): number => Math.round(pixels * 10) / 10

function caretRect(text: HTMLElement, place: BlockPlace): DOMRect | undefined {
  const point = domPointOf(text, place)
  if (!point) return undefined
  const range = text.ownerDocument.createRange()
  range.setStart(point.node, point.offset)
  const [rect] = range.getClientRects()
  if (rect && rect.height > 0) return rect
  if (point.node instanceof Text && point.offset > 0) {
    // The end of a line has no box of its own: the right edge of the letter before it.
    range.setStart(point.node, point.offset - 1)
    range.setEnd(point.node, point.offset)
    const before = [...range.getClientRects()].at(-1)
    if (before) return new DOMRect(before.right, before.top, 0, before.height)
  }
  const element = point.node instanceof Element ? point.node : point.node.parentElement
  const box = element?.getBoundingClientRect()
  return box && new DOMRect(box.left, box.top, 0, box.height)
}

function selectionRects(text: HTMLElement, anchor: BlockPlace, head: BlockPlace): DOMRect[] {
  const forward = anchor.block < head.block || (anchor.block === head.block && anchor.offset <= head.offset)
  const [from, to] = forward ? [anchor, head] : [head, anchor]
  if (from.block === to.block && from.offset === to.offset) return []
  const start = domPointOf(text, from)
  const end = domPointOf(text, to)
  if (!start || !end) return []
  const whole = text.ownerDocument.createRange()
  whole.setStart(start.node, start.offset)
  whole.setEnd(end.node, end.offset)
  return wordsIn(whole)
    .flatMap((range) => [...range.getClientRects()].filter((rect) => rect.width > 0))
    .slice(0, boxLimit)
}

/** A selection over more lines than this is drawn in part. */
const boxLimit = 80

/** One range for each run of letters: the range of the whole would also have a box for every paragraph in it. */
function wordsIn(whole: Range): Range[] {
  const root = whole.commonAncestorContainer
  if (root instanceof Text) return [whole]
  const ranges: Range[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    if (!whole.intersectsNode(node)) continue
    const range = document.createRange()
    range.setStart(node, node === whole.startContainer ? whole.startOffset : 0)
    range.setEnd(node, node === whole.endContainer ? whole.endOffset : node.length)
    ranges.push(range)
  }
  return ranges
}
