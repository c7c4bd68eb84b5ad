// The joint text as a list of sentences, each with whose words it holds and which passages it keeps or seems to say.
import * as Y from 'yjs'
import type { DraftMap } from '#shared/draft/draftModel.ts'
import { sections } from '#shared/draft/vocabulary.ts'
import { type BlockReading, type Part, readBlock, type SentenceReading } from '#shared/merge/blockReading.ts'
import { type MarkedRun, markedBlocks } from '#shared/merge/markedBlocks.ts'
import type { PassageIndex } from '#shared/merge/passageIndex.ts'
import type { Steps } from '#shared/merge/steps.ts'

export interface JointPlace {
  readonly section: Part
  /** Place among the section's blocks, country passages or nuances; from 0. */
  readonly block: number
  /** Place among the block's sentences; from 0. */
  readonly sentence: number
  /** The entity's code or the nuance's id; empty in a section. */
  readonly of: string
  /** Of its words: changes when they do. */
  readonly digest: string
}

/** A sentence with its text, its proven runs, and the passages that it keeps or seems to say. */
export type JointSentence = JointPlace & SentenceReading

/** Readings of blocks by what stands in them: a block that did not change is not read again. */
export type BlockCache = Map<string, BlockReading>

/** Reads the joint draft; the cache then holds the blocks of this reading and no others. */
export function* readJoint(draft: DraftMap, index: PassageIndex, cache: BlockCache): Steps<JointSentence[]> {
  const used: BlockCache = new Map()
  const joint: JointSentence[] = []
  for (const { part, block, of, runs } of piecesOf(draft)) {
    const key = `${part}${JSON.stringify(runs)}`
    const before = cache.get(key)
    const reading = before ?? readBlock(part, runs, index)
    used.set(key, reading)
    // Kept at once: a reading that is given up half way has not been for nothing.
    cache.set(key, reading)
    joint.push(...placed(reading, { section: part, block, of }))
    if (!before) yield
  }
  for (const key of cache.keys()) if (!used.has(key)) cache.delete(key)
  return joint
}

interface Piece {
  readonly part: Part
  readonly block: number
  readonly of: string
  readonly runs: readonly MarkedRun[]
}

/** Everything that is read of a draft, as it stands at this moment. */
const piecesOf = (draft: DraftMap): Piece[] => [
  ...sections.flatMap((part) =>
    markedBlocks(draft.get(part)).map(({ runs }, block): Piece => ({ part, block, of: '', runs })),
  ),
  ...textsOf(draft).map(({ part, of, text }, block): Piece => ({ part, block, of, runs: [{ text }] })),
]

const placed = (
  { sentences }: BlockReading,
  place: { section: Part; block: number; of: string },
): JointSentence[] => sentences.map((sentence, number) => ({ ...place, sentence: number, ...sentence }))

interface PlainText {
  readonly part: 'country' | 'nuance'
  readonly of: string
  readonly order: string
  readonly text: string
}

/** Country passages by their code, then nuances in their order; they hold words without marks. */
const textsOf = (draft: DraftMap): PlainText[] => [
  ...inOrder(
    entriesOf(draft.get('countryPassages')).map(([of, text]) => ({
      part: 'country',
      of,
      order: of,
      text: plain(text),
    })),
  ),
  ...inOrder(
    entriesOf(draft.get('nuances')).flatMap(([of, nuance]): PlainText[] =>
      nuance instanceof Y.Map
        ? [{ part: 'nuance', of, order: String(nuance.get('order')), text: plain(nuance.get('text')) }]
        : [],
    ),
  ),
]

const entriesOf = (value: unknown): [string, unknown][] =>
  value instanceof Y.Map ? [...value.entries()] : []
const plain = (value: unknown): string => (value instanceof Y.Text ? value.toString() : '')
const inOrder = (texts: readonly PlainText[]): PlainText[] =>
  [...texts].sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : a.of < b.of ? -1 : 1))
