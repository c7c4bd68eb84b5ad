// Finds, in minutes that people have edited, which block is which of those that were written.
import * as Y from 'yjs'
import { blockText, elementBlocks, type SharedType } from '#shared/draft/draftModel.ts'
import type { StandingBlock } from '#shared/minutes/minutesMerge.ts'

/** A paragraph, heading or point as it stands, with its element. */
export interface PlacedBlock extends StandingBlock {
  readonly element: Y.XmlElement
}

/**
 * No key stands in the text itself: an editor that splits, joins, copies or indents paragraphs would lose it or double it. A
 * block is known by the words that were written for it; one that people have changed by its neighbours and by the words it
 * still shares. A wrong guess of the second kind only moves where new blocks come: what people wrote stays either way.
 */
export function standingBlocks(body: Y.XmlFragment, written: ReadonlyMap<string, string>): PlacedBlock[] {
  const found = textblocks(body).map((element) => ({ element, ...wordsOf(element) }))
  const keys = [...written.keys()]
  const keyOf = new Map<number, string>()
  const taken = new Set<string>()
  const take = (at: number, key: string | undefined): void => {
    if (key === undefined) return
    keyOf.set(at, key)
    taken.add(key)
  }
  found.forEach(({ text, marked }, at) => {
    if (!marked)
      take(
        at,
        keys.find((key) => !taken.has(key) && written.get(key) === text),
      )
  })
  found.forEach(({ text }, at) => {
    if (keyOf.has(at) || text.trim() === '') return
    const free = keysBetween(keys, keyOf, at).filter((key) => !taken.has(key))
    take(at, likest(free, written, text))
  })
  return found.map(({ element, text, marked }, at) => {
    const key = keyOf.get(at)
    // Bold words are an edit like any other: they are told apart by a character that no text may hold.
    return { element, text: marked ? `${text}\u0000` : text, ...(key === undefined ? {} : { key }) }
  })
}

function textblocks(node: SharedType): Y.XmlElement[] {
  if (!(node instanceof Y.XmlFragment)) return []
  if (node instanceof Y.XmlElement && (node.nodeName === 'paragraph' || node.nodeName === 'heading'))
    return [node]
  return node.toArray().flatMap((child) => (child instanceof Y.XmlElement ? textblocks(child) : []))
}

function wordsOf(element: Y.XmlElement): { text: string; marked: boolean } {
  const [block] = elementBlocks(element)
  if (!block) return { text: '', marked: false }
  return {
    text: blockText(block),
    marked: block.runs.some((run) => run.bold || run.italic || run.link !== undefined),
  }
}

/** Keys that were written between those of the nearest known blocks on both sides. */
function keysBetween(keys: readonly string[], keyOf: ReadonlyMap<number, string>, at: number): string[] {
  const places = [...keyOf].map(([block, key]) => ({ block, place: keys.indexOf(key) }))
  const before = Math.max(-1, ...places.filter(({ block }) => block < at).map(({ place }) => place))
  const after = Math.min(keys.length, ...places.filter(({ block }) => block > at).map(({ place }) => place))
  return keys.slice(before + 1, Math.max(before + 1, after))
}

/** Words in common below which two texts are two, from 0 to 1. */
const likeness = 0.4

function likest(
  keys: readonly string[],
  written: ReadonlyMap<string, string>,
  text: string,
): string | undefined {
  const own = wordSet(text)
  const scored = keys.map((key) => ({ key, score: shared(own, wordSet(written.get(key) ?? '')) }))
  const [best] = scored.sort((a, b) => b.score - a.score)
  return best && best.score >= likeness ? best.key : undefined
}

const wordSet = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean),
  )

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const smaller = Math.min(a.size, b.size)
  return smaller === 0 ? 0 : [...a].filter((word) => b.has(word)).length / smaller
}

export interface MinutesEdits {
  /** Blocks whose words people changed or added, and written ones that they took out. */
  readonly own: number
  readonly removed: number
}

/** What writing again would leave as people made it. */
export function editsIn(body: Y.XmlFragment, written: ReadonlyMap<string, string>): MinutesEdits {
  const standing = standingBlocks(body, written)
  const present = new Set(standing.flatMap(({ key }) => key ?? []))
  return {
    own: standing.filter(
      ({ key, text }) => text.trim() !== '' && (key === undefined || written.get(key) !== text),
    ).length,
    removed: [...written.keys()].filter((key) => !present.has(key)).length,
  }
}
