// Where a sentence lands in the joint draft. [M3]
import * as Y from 'yjs'
import type { Section } from '#shared/draft/vocabulary.ts'
import type { Passage, SentencePassage } from '#shared/merge/frozenParent.ts'
import { type Claim, type JointBlock, jointBlocks } from '#shared/merge/jointBlocks.ts'
import { sentencesOf } from '#shared/merge/sentences.ts'

/** Rows are in joint order; of each cell's passages likewise. */
export interface JointOrder {
  readonly rows: readonly { readonly cells: readonly (readonly string[])[] }[]
  readonly passages: ReadonlyMap<string, Passage>
}

export type Place =
  /** In a block's text, at this offset of it. */
  | { readonly kind: 'inside'; readonly element: Y.XmlElement; readonly offset: number }
  /** In a block of its own after this one, or before it; an item of the same list where it joins that. In an empty section, where it is. */
  | { readonly kind: 'after' | 'before'; readonly element: Y.XmlElement; readonly joins: boolean }
  | { readonly kind: 'alone' }

/** Below the gate's limit of a paragraph, with room to type on. */
const blockLimit = 15_000

interface Known extends Claim {
  readonly block: JointBlock
  readonly rank: number
  readonly passage: SentencePassage
}

export function placeInJoint(section: Y.XmlFragment, passage: SentencePassage, order: JointOrder): Place {
  const blocks = jointBlocks(section)
  const known = ranksOf(order)
  const mine = known.of(passage.id)
  const claims = blocks.flatMap((block) => block.claims.flatMap((claim) => known.claim(claim, block)))
  const earlier = claims.filter(({ rank }) => rank < mine).at(-1)
  const later = claims.slice(earlier ? claims.indexOf(earlier) + 1 : 0).find(({ rank }) => rank > mine)
  // Words of both parents stand in one paragraph as soon as one row is taken from both: any of them keeps it together.
  const belongs = ({ block }: Known): boolean =>
    hasRoom(block, passage) && claims.some((one) => one.block === block && known.standTogether(passage, one))
  if (earlier && belongs(earlier)) return sentenceEdge(earlier, 'end')
  if (later && belongs(later)) return sentenceEdge(later, 'start')
  const empty = emptyBlockAfter(blocks, earlier?.block, passage)
  if (empty) return { kind: 'inside', element: empty.element, offset: 0 }
  const joins = (claim: Known | undefined): boolean =>
    claim !== undefined && known.areOneList(passage, claim.passage)
  if (later && joins(later) && !joins(earlier))
    return { kind: 'before', element: later.block.element, joins: true }
  if (earlier) return { kind: 'after', element: earlier.block.element, joins: joins(earlier) }
  if (later) return { kind: 'before', element: later.block.element, joins: false }
  const last = blocks.at(-1)
  if (!last) return { kind: 'alone' }
  // A section nobody wrote in yet is one blank paragraph: a heading or a list goes before it.
  const kind = blocks.length === 1 && last.text === '' ? 'before' : 'after'
  return { kind, element: last.element, joins: false }
}

const hasRoom = ({ text }: JointBlock, passage: SentencePassage): boolean =>
  text.length + passage.text.length < blockLimit

/** A blank block where the sentence would get one of its own is used: it was emptied, or nobody has written yet. */
function emptyBlockAfter(
  blocks: readonly JointBlock[],
  block: JointBlock | undefined,
  { blockType, level }: SentencePassage,
): JointBlock | undefined {
  const next = blocks[block ? blocks.indexOf(block) + 1 : 0]
  return next?.text === '' && next.type === blockType && next.level === level ? next : undefined
}

/** Not within the sentence of these words: somebody may have written on in it. */
function sentenceEdge({ block, start, end }: Known, edge: 'start' | 'end'): Place {
  const at = edge === 'end' ? end - 1 : start
  const sentence = sentencesOf(block.text).find((one) => one.start <= at && at < one.end)
  const offset = edge === 'end' ? (sentence?.end ?? end) : (sentence?.start ?? start)
  return { kind: 'inside', element: block.element, offset }
}

const ranked = new WeakMap<JointOrder, Ranks>()

/** Hundreds of passages may be placed in one order. */
function ranksOf(order: JointOrder): Ranks {
  const ranks = ranked.get(order) ?? new Ranks(order)
  ranked.set(order, ranks)
  return ranks
}

/** Each passage's place in the joint order. */
class Ranks {
  readonly #ranks = new Map<string, number>()
  readonly #rows = new Map<string, readonly string[]>()
  readonly #passages: JointOrder['passages']

  constructor({ rows, passages }: JointOrder) {
    this.#passages = passages
    for (const { cells } of rows) {
      const ids = cells.flat()
      for (const id of ids) {
        this.#ranks.set(id, this.#ranks.size)
        this.#rows.set(id, ids)
      }
    }
  }

  of(id: string): number {
    return this.#ranks.get(id) ?? Number.POSITIVE_INFINITY
  }

  claim(claim: Claim, block: JointBlock): Known[] {
    const passage = this.#passages.get(claim.ref)
    const rank = this.#ranks.get(claim.ref)
    return passage?.kind === 'sentence' && rank !== undefined ? [{ ...claim, block, rank, passage }] : []
  }

  /** Whether two passages are items of one list: in their parent nothing else stands between; of two parents, lists of one kind become one. */
  areOneList(passage: SentencePassage, other: SentencePassage): boolean {
    const isSameParent = parentKeyOf(passage.id) === parentKeyOf(other.id)
    const [first, last] = passage.block < other.block ? [passage, other] : [other, passage]
    const between = isSameParent
      ? [...this.#passages.values()].filter(
          (one): one is SentencePassage =>
            one.kind === 'sentence' &&
            one.section === passage.section &&
            parentKeyOf(one.id) === parentKeyOf(passage.id) &&
            one.block >= first.block &&
            one.block <= last.block,
        )
      : [passage, other]
    const kinds = new Set(between.filter(({ level }) => level < 2).map(({ blockType }) => blockType))
    return (
      kinds.size < 2 && between.every(({ blockType }) => blockType === 'bullet' || blockType === 'numbered')
    )
  }

  /** Whether a passage stands in its parent in one paragraph with that one, or with one of its row. */
  standTogether(passage: SentencePassage, { passage: other }: Known): boolean {
    const row = this.#rows.get(other.id) ?? [other.id]
    return row.some((id) => {
      const one = this.#passages.get(id)
      return (
        one?.kind === 'sentence' &&
        parentKeyOf(id) === parentKeyOf(passage.id) &&
        one.section === passage.section &&
        one.block === passage.block
      )
    })
  }
}

const parentKeyOf = (passageId: string): string => passageId.slice(0, passageId.lastIndexOf('-'))

/** The section of a draft, as the gate keeps it. */
export const sectionOf = (draft: Y.Map<unknown>, section: Section): Y.XmlFragment | undefined => {
  const found = draft.get(section)
  return found instanceof Y.XmlFragment ? found : undefined
}
