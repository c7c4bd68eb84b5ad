// Where ribbons run: from a passage in its pane to its place in the joint text, as far as both are in sight.

import { blockElement, sentenceRange } from '#client/features/merge/jointPlaces.ts'
import type { MergeHands } from '#client/features/merge/mergeContext.ts'
import type { JointPlace, JointSentence } from '#shared/merge/jointText.ts'
import type { Wear } from '#shared/room/join.ts'

export interface Ribbon {
  readonly key: string
  readonly path: string
  readonly from: readonly [x: number, y: number]
  readonly to: readonly [x: number, y: number]
  readonly wear: Wear
  /** `left-out`: not taken up as it is, whatever the group. */
  readonly look: 'taken' | 'proposed' | 'left-out'
  readonly isSelected: boolean
}

/** A line of a highlighted sentence, in the body's coordinates. */
export interface Lit {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Drawing {
  readonly ribbons: readonly Ribbon[]
  readonly lit: readonly Lit[]
}

export const nothingDrawn: Drawing = { ribbons: [], lit: [] }

export const placeKey = ({ section, block, sentence, of }: JointPlace): string =>
  `${section}/${of || block}/${sentence}`

/** Lower edge of a long passage's ribbon, in CSS pixels below its top. */
const anchorDepth = 34

/** `body` holds panes (`data-pane`), the joint text (`.mg-mid`) and what was left out (`.mg-left-out`). */
export function drawRibbons(body: HTMLElement, hands: MergeHands): Drawing {
  const middle = body.querySelector('.mg-mid')
  const panes = [...body.querySelectorAll<HTMLElement>('.mg-side[data-pane]')]
  if (!middle || panes.length === 0) return nothingDrawn
  const frame = body.getBoundingClientRect()
  const sentences = new Map(hands.reading.joint.map((sentence) => [placeKey(sentence), sentence]))
  const reach = { frame, middle, sentences, seen: middle.getBoundingClientRect() }
  const ribbons = panes.flatMap((pane) => paneRibbons(pane, hands, reach))
  return { ribbons, lit: litLines(hands, reach) }
}

interface Reach {
  readonly frame: DOMRect
  readonly middle: Element
  readonly sentences: ReadonlyMap<string, JointSentence>
  /** The part of the joint text that is in sight. */
  readonly seen: DOMRect
}

function paneRibbons(pane: HTMLElement, hands: MergeHands, reach: Reach): Ribbon[] {
  const sight = pane.getBoundingClientRect()
  const isLeft = sight.left < reach.seen.left
  const row = hands.selected === undefined ? [] : (hands.rowOf.get(hands.selected) ?? [hands.selected])
  return [...pane.querySelectorAll<HTMLElement>('[data-passage]')].flatMap((item): Ribbon[] => {
    const id = item.dataset['passage'] ?? ''
    const here = item.getBoundingClientRect()
    const y = here.top + Math.min(here.height / 2, anchorDepth)
    const wear = hands.names.get(id)?.party.wear
    if (!wear || y < sight.top || y > sight.bottom) return []
    const from = [(isLeft ? sight.right : sight.left) - reach.frame.left, y - reach.frame.top] as const
    return endsOf(id, hands, reach).flatMap(({ y: end, look }, at): Ribbon[] => {
      if (end < reach.seen.top || end > reach.seen.bottom) return []
      const edge = edgeAt(reach, isLeft)
      const to = [edge - reach.frame.left, end - reach.frame.top] as const
      return [
        { key: `${id}/${at}`, path: curve(from, to), from, to, wear, look, isSelected: row.includes(id) },
      ]
    })
  })
}

const edgeAt = ({ seen }: Reach, isLeft: boolean): number => (isLeft ? seen.left : seen.right)

function curve([x0, y0]: readonly [number, number], [x1, y1]: readonly [number, number]): string {
  const middle = (x0 + x1) / 2
  return `M${x0} ${y0}C${middle} ${y0} ${middle} ${y1} ${x1} ${y1}`
}

/** In the window's coordinates: one end for each sentence that says the passage, or the place of what was left out. */
function endsOf(id: string, { reading }: MergeHands, reach: Reach): { y: number; look: Ribbon['look'] }[] {
  const fate = reading.fates.get(id)
  if (!fate || fate.kind === 'open') return []
  if (fate.kind === 'set-aside' || fate.kind === 'joined') {
    const place = reach.middle.querySelector(`[data-left-out="${id}"]`)?.getBoundingClientRect()
    return place ? [{ y: place.top + Math.min(place.height / 2, anchorDepth), look: 'left-out' }] : []
  }
  const look = fate.kind === 'proposed' ? 'proposed' : 'taken'
  return fate.targets.flatMap((target) => {
    const y = heightOf(target, reach)
    return y === undefined ? [] : [{ y, look }]
  })
}

function heightOf(target: JointPlace, { middle, sentences }: Reach): number | undefined {
  const sentence = sentences.get(placeKey(target))
  const line = sentence && sentenceRange(middle, sentence)?.getClientRects()[0]
  if (line) return line.top + line.height / 2
  const block = blockElement(middle, target)?.getBoundingClientRect()
  return block && block.top + Math.min(block.height / 2, anchorDepth)
}

/** The sentences of the joint text that say the selected passage. */
function litLines({ reading, selected }: MergeHands, { frame, middle, sentences, seen }: Reach): Lit[] {
  const fate = selected === undefined ? undefined : reading.fates.get(selected)
  if (!fate || !('targets' in fate)) return []
  return fate.targets.flatMap((target) => {
    const sentence = sentences.get(placeKey(target))
    const range = sentence && sentenceRange(middle, sentence)
    return wholeLines([...(range?.getClientRects() ?? [])])
      .filter(({ top, bottom, width }) => width > 1 && top >= seen.top && bottom <= seen.bottom)
      .map(({ left, top, width, height }) => ({ x: left - frame.left, y: top - frame.top, width, height }))
  })
}

/** A line is several boxes where its words differ in formatting, or end in a blank. */
function wholeLines(boxes: readonly DOMRect[]): DOMRect[] {
  const lines: DOMRect[] = []
  for (const box of boxes) {
    const last = lines.at(-1)
    const middle = box.top + box.height / 2
    if (!last || middle < last.top || middle > last.bottom) lines.push(box)
    else {
      const [left, top] = [Math.min(last.left, box.left), Math.min(last.top, box.top)]
      const [right, bottom] = [Math.max(last.right, box.right), Math.max(last.bottom, box.bottom)]
      lines[lines.length - 1] = new DOMRect(left, top, right - left, bottom - top)
    }
  }
  return lines
}
