// Where sentences of the joint text stand on the screen, and which sentence a caret is in.
import { scrollInside } from '#client/features/merge/scrollInside.ts'
import type { JointPlace, JointSentence } from '#shared/merge/jointText.ts'

/** The route marks the parts of the joint text with `data-joint`; a section holds an editor or the text at rest. */
const partRoot = (within: Element, place: Pick<JointPlace, 'section'>): Element | null =>
  within.querySelector(`[data-joint="${place.section}"]`)

const blocksOf = (root: Element): Element[] => [
  ...(root.querySelector('.draft-words')?.querySelectorAll('p,h2,h3') ?? []),
]

/** The element that holds the words; for country passages and nuances their whole part. */
export function blockElement(within: Element, place: JointPlace): Element | null {
  const root = partRoot(within, place)
  if (!root || place.section === 'country' || place.section === 'nuance') return root
  return blocksOf(root)[place.block] ?? null
}

/** The words of a sentence as a range; null while its block is not on the screen. */
export function sentenceRange(within: Element, sentence: JointSentence): Range | null {
  const block = blockElement(within, sentence)
  if (!block || sentence.section === 'country' || sentence.section === 'nuance') return null
  const from = pointAt(block, sentence.start)
  const to = pointAt(block, sentence.end)
  if (!from || !to) return null
  const range = document.createRange()
  range.setStart(from.node, from.offset)
  range.setEnd(to.node, to.offset)
  return range
}

interface Point {
  readonly node: Text
  readonly offset: number
}

/** Badges and names of carets stand among the words and are none. */
function* wordNodes(block: Element): Generator<Text | null> {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (!(node instanceof HTMLElement)) return NodeFilter.FILTER_ACCEPT
    return node.isContentEditable === false && node.closest('[contenteditable="true"]')
      ? NodeFilter.FILTER_REJECT
      : node.hasAttribute('data-badge') || node.classList.contains('ProseMirror-widget')
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT
  })
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) yield node
    else if (node.nodeName === 'BR' && !(node as Element).classList.contains('ProseMirror-trailingBreak'))
      yield null // a line break is one character
  }
}

function pointAt(block: Element, offset: number): Point | undefined {
  let left = offset
  let last: Point | undefined
  for (const node of wordNodes(block)) {
    const length = node?.length ?? 1
    if (node && left <= length) return { node, offset: left }
    if (node) last = { node, offset: length }
    left -= length
  }
  return last
}

/** The sentence that the page's selection stands in; undefined where it stands elsewhere. */
export function sentenceAtCaret(within: Element, joint: readonly JointSentence[]): JointSentence | undefined {
  const { anchorNode, anchorOffset } = document.getSelection() ?? {}
  const root = (anchorNode instanceof Element ? anchorNode : anchorNode?.parentElement)?.closest(
    '[data-joint]',
  )
  if (!anchorNode || !root || !within.contains(root)) return undefined
  const section = root.getAttribute('data-joint')
  const block = blocksOf(root).findIndex((element) => element.contains(anchorNode))
  const element = blocksOf(root)[block]
  if (!element) return undefined
  let at = anchorNode instanceof Text ? (anchorOffset ?? 0) : 0
  for (const node of wordNodes(element)) {
    if (node === anchorNode) break
    at += node?.length ?? 1
  }
  return joint.find(
    (sentence) =>
      sentence.section === section &&
      sentence.block === block &&
      sentence.start <= at &&
      at <= sentence.end + 1,
  )
}

/** Brings a sentence into view and puts the keyboard at its end, where it may be written. */
export function goToSentence(within: Element, sentence: JointSentence | JointPlace): void {
  const block = blockElement(within, sentence)
  const range = 'start' in sentence ? sentenceRange(within, sentence) : null
  scrollInside(block, 'center')
  const field = block?.closest<HTMLElement>('[contenteditable="true"]')
  if (field && range) {
    field.focus({ preventScroll: true })
    range.collapse(false)
    const selection = document.getSelection()
    selection?.removeAllRanges()
    selection?.addRange(range)
    return
  }
  const inside = block?.querySelector<HTMLElement>('textarea, input, [contenteditable="true"], button')
  if (inside) inside.focus({ preventScroll: true })
}
