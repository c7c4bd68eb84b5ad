// The textblocks of a section of the live joint draft: where their words stand in the document, and which passages they claim to come from.
import * as Y from 'yjs'
import type { ReadBlock } from '#shared/draft/draftModel.ts'

export interface Claim {
  /** Passage id, as the `src` mark says. */
  readonly ref: string
  /** Offsets in the block's text. */
  readonly start: number
  readonly end: number
}

export interface JointBlock {
  readonly element: Y.XmlElement
  readonly type: ReadBlock['type']
  /** As in `ReadBlock`. */
  readonly level: number
  readonly text: string
  readonly claims: readonly Claim[]
}

type InList = { readonly type: 'bullet' | 'numbered'; readonly level: number }

/** In reading order. */
export const jointBlocks = (section: Y.XmlFragment): JointBlock[] =>
  section.toArray().flatMap((child) => blocksIn(child, undefined))

function blocksIn(element: unknown, list: InList | undefined): JointBlock[] {
  if (!(element instanceof Y.XmlElement)) return []
  const inside = (within: InList | undefined): JointBlock[] =>
    element.toArray().flatMap((child) => blocksIn(child, within))
  const level = (list?.level ?? 0) + 1
  if (element.nodeName === 'bulletList') return inside({ type: 'bullet', level })
  if (element.nodeName === 'orderedList') return inside({ type: 'numbered', level })
  if (element.nodeName === 'listItem') return inside(list)
  const isHeading = element.nodeName === 'heading'
  return [
    {
      element,
      type: isHeading ? 'heading' : (list?.type ?? 'paragraph'),
      level: isHeading ? Number(element.getAttribute('level') ?? 2) : (list?.level ?? 0),
      ...wordsOf(element),
    },
  ]
}

/** Every child of a block takes part in its offsets; what is no text counts as one line end. */
export function wordsOf(element: Y.XmlElement): Pick<JointBlock, 'text' | 'claims'> {
  const claims: Claim[] = []
  let text = ''
  for (const child of element.toArray()) {
    if (!(child instanceof Y.XmlText)) text += '\n'
    else
      for (const { insert, attributes } of deltaOf(child)) {
        const start = text.length
        text += typeof insert === 'string' ? insert : '\n'
        const ref = refIn(attributes)
        if (ref !== undefined) claims.push({ ref, start, end: text.length })
      }
  }
  return { text, claims }
}

export interface DeltaPiece {
  readonly insert?: unknown
  readonly attributes?: Readonly<Record<string, unknown>>
}

export const deltaOf = (words: Y.XmlText): DeltaPiece[] => words.toDelta() as DeltaPiece[] // Yjs types deltas as any

export function refIn(attributes: DeltaPiece['attributes']): string | undefined {
  const mark: unknown = attributes?.['src']
  if (typeof mark !== 'object' || mark === null || !('ref' in mark)) return undefined
  return typeof mark.ref === 'string' ? mark.ref : undefined
}

/** The text and the offset in it that an offset in the block stands for; undefined in a block without any text. */
export function textAt(
  element: Y.XmlElement,
  offset: number,
): { readonly words: Y.XmlText; readonly at: number } | undefined {
  let start = 0
  let last: { words: Y.XmlText; at: number } | undefined
  for (const child of element.toArray()) {
    const length = child instanceof Y.XmlText ? child.length : 1
    if (child instanceof Y.XmlText) {
      last = { words: child, at: Math.min(offset - start, length) }
      if (offset <= start + length) return last
    }
    start += length
  }
  return last
}
