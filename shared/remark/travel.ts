// Remarks that came along with a merge: where the words that they were said of stand in the joint text. Derived, never stored. [R6]
import * as Y from 'yjs'
import type { DraftMap } from '#shared/draft/draftModel.ts'
import { type Section, sections } from '#shared/draft/vocabulary.ts'
import type { FrozenParent, Passage, SentencePassage } from '#shared/merge/frozenParent.ts'
import { type JointBlock, jointBlocks, textAt } from '#shared/merge/jointBlocks.ts'
import { nuanceIdOf } from '#shared/merge/mergeEffects.ts'
import { mergesOf, mergesRoot, readParents } from '#shared/merge/mergesInDocument.ts'
import {
  type MarkedBlock,
  type MarkedRun,
  markedBlocks,
  type ProvenRun,
  provenanceOf,
} from '#shared/merge/provenance.ts'
import { anchorOf, type TextPoint, textsIn } from '#shared/remark/anchor.ts'
import type { RemarkAnchor } from '#shared/remark/remark.ts'

/** The parents that a draft was made of; none of a draft that stands alone. Pulled and parted drafts have one. */
export function parentsOf(doc: Y.Doc, draftId: string): readonly FrozenParent[] {
  // Asking for a root makes it: a document without merges is left as it is.
  if (!doc.share.has(mergesRoot)) return []
  return [...mergesOf(doc).keys()]
    .filter((mergeId) => draftId === `d-${mergeId}`)
    .flatMap((mergeId) => readParents(doc, mergeId))
}

export interface Travelled {
  /** In the joint draft; its quote is what the remark was said of. */
  readonly anchor: RemarkAnchor
  /** The words that stand there now. */
  readonly standing: string
}

/** The blocks of a joint text's sections, read once for all remarks that are looked for in it. */
export interface JointReading {
  readonly draft: DraftMap
  readonly sections: ReadonlyMap<Section, readonly (JointBlock & Pick<MarkedBlock, 'runs'>)[]>
}

export const readJointBlocks = (draft: DraftMap): JointReading => ({
  draft,
  sections: new Map(
    sections.map((section) => {
      const fragment: unknown = draft.get(section)
      if (!(fragment instanceof Y.XmlFragment)) return [section, []]
      const marked = markedBlocks(fragment)
      return [
        section,
        jointBlocks(fragment).map((block, place) => ({ ...block, runs: marked[place]?.runs ?? [] })),
      ]
    }),
  ),
})

/** Undefined when none of those words stand in the joint text, or nothing tells which words were meant. */
export function travelledTo(
  joint: JointReading,
  parent: FrozenParent,
  said: RemarkAnchor,
): Travelled | undefined {
  const passages = passagesAt(parent, said)
  if (passages.size === 0) return undefined
  const found = said.place.includes(':')
    ? nuanceIn(joint.draft, passages, said)
    : sectionIn(joint, [parent, passages], said)
  return found && { anchor: { ...found, quote: said.quote }, standing: found.quote }
}

/** Blanks alike, letters composed: what was frozen and what was quoted are then the same words. */
const squashed = (text: string): string => text.normalize('NFC').replace(/[\s\u00a0\u202f]+/gu, ' ')

function passagesAt(parent: FrozenParent, said: RemarkAnchor): ReadonlyMap<string, Passage> {
  const [kind = '', id = ''] = said.place.split(/:(.*)/su)
  if (said.place.includes(':'))
    return byId(
      [...parent.passages, ...parent.former].filter(
        (one) =>
          (one.kind === 'nuance' && kind === 'nuance' && one.nuanceId === id) ||
          (one.kind === 'country' && kind === 'country' && one.entity === id),
      ),
    )
  const blocks = blocksOf(parent).get(said.place as Section) ?? [] // a title or a summary has none
  return byId(said.quote.split('\n').flatMap((line) => sentencesWith(blocks, line, said)))
}

interface SpokenBlock {
  readonly text: string
  readonly sentences: readonly {
    readonly passage: SentencePassage
    readonly start: number
    readonly end: number
  }[]
}
const read = new WeakMap<FrozenParent, ReadonlyMap<Section, readonly SpokenBlock[]>>()

/** A parent as it was frozen, and what it said before, block by block; a frozen parent never changes. */
function blocksOf(parent: FrozenParent): ReadonlyMap<Section, readonly SpokenBlock[]> {
  const before = read.get(parent)
  if (before) return before
  const sentences = [parent.passages, parent.former].flatMap((passages, version) =>
    passages.flatMap((passage) =>
      passage.kind === 'sentence' ? [{ passage, key: `${version} ${passage.section} ${passage.block}` }] : [],
    ),
  )
  const blocks = new Map<string, SpokenBlock & { sentences: SpokenBlock['sentences'][number][] }>()
  for (const { passage, key } of sentences) {
    const block = blocks.get(key) ?? { text: '', sentences: [] }
    const start = block.text === '' ? 0 : block.text.length + 1
    const text = `${block.text}${block.text === '' ? '' : ' '}${squashed(passage.text)}`
    blocks.set(key, { text, sentences: [...block.sentences, { passage, start, end: text.length }] })
  }
  const made = new Map(
    sections.map((section) => [
      section,
      [...blocks.values()].filter((block) => block.sentences[0]?.passage.section === section),
    ]),
  )
  read.set(parent, made)
  return made
}

const byId = (passages: readonly Passage[]): Map<string, Passage> =>
  new Map(passages.map((one) => [one.id, one]))

/** The sentences that a line of the quote lies in: by what stood around it where that is still told, by its words alone else. */
function sentencesWith(
  blocks: readonly SpokenBlock[],
  line: string,
  { before, after }: RemarkAnchor,
): SentencePassage[] {
  const words = squashed(line).trim()
  if (words === '') return []
  const [left, right] = [squashed(before).trimStart(), squashed(after).trimEnd()]
  const tries = [
    [left, right],
    [left, ''],
    ['', right],
    ['', ''],
  ] as const
  for (const [head, tail] of tries)
    for (const { text, sentences } of blocks) {
      const at = text.indexOf(`${head}${squashed(line)}${tail}`.trim())
      if (at < 0) continue
      const start = text.indexOf(words, at + Math.max(0, head.length - 1))
      const from = start < 0 ? at : start
      return sentences
        .filter((one) => one.start < from + words.length && one.end > from)
        .map(({ passage }) => passage)
    }
  return []
}

/** A nuance that was joined or taken; what holds in one country stands in the same country's passage. */
function nuanceIn(
  draft: DraftMap,
  passages: ReadonlyMap<string, Passage>,
  said: RemarkAnchor,
): RemarkAnchor | undefined {
  for (const { id, text: words } of passages.values())
    for (const place of [said.place, `nuance:${nuanceIdOf(id)}`] as const) {
      const [text] = textsIn(draft, place)
      const whole = text?.toString() ?? ''
      const [quoteAt, wordsAt] = [whole.indexOf(said.quote), whole.indexOf(words)]
      if (!text || (quoteAt < 0 && wordsAt < 0)) continue
      const [start, length] = quoteAt < 0 ? [wordsAt, words.length] : [quoteAt, said.quote.length]
      const anchor = anchorOf(draft, place, [
        { text, index: start },
        { text, index: start + length },
      ])
      if (anchor) return anchor
    }
  return undefined
}

/** The first block of the joint text that holds proven words of these passages; the quote within it where it still stands. */
function sectionIn(
  joint: JointReading,
  [parent, passages]: readonly [FrozenParent, ReadonlyMap<string, Passage>],
  said: RemarkAnchor,
): RemarkAnchor | undefined {
  const ordered = [...sections].sort((a, b) => Number(b === said.place) - Number(a === said.place))
  for (const section of ordered)
    for (const { element, text, runs } of joint.sections.get(section) ?? []) {
      const range = provenRange(provenIn(runs, parent), passages)
      if (!range) continue
      const quoteAt = text.slice(...range).indexOf(said.quote)
      const start = quoteAt < 0 ? range[0] : range[0] + quoteAt
      const end = quoteAt < 0 ? range[1] : start + said.quote.length
      const [from, to] = [textAt(element, start), textAt(element, end)]
      if (!from || !to) continue
      const anchor = anchorOf(joint.draft, section, [pointOf(from), pointOf(to)])
      if (anchor) return anchor
    }
  return undefined
}

const pointOf = ({ words, at }: { words: Y.XmlText; at: number }): TextPoint => ({ text: words, index: at })

const proven = new WeakMap<readonly MarkedRun[], Map<FrozenParent, readonly ProvenRun[]>>()

/** Of one block, proven once a reading, however many remarks are looked for in it; nothing where nothing claims to be the parent's. */
function provenIn(runs: readonly MarkedRun[], parent: FrozenParent): readonly ProvenRun[] {
  const ofBlock = proven.get(runs) ?? new Map<FrozenParent, readonly ProvenRun[]>()
  proven.set(runs, ofBlock)
  const before = ofBlock.get(parent)
  if (before) return before
  const claims = new Set(runs.flatMap(({ ref }) => ref ?? []))
  const claimed = [...parent.passages, ...parent.former].filter(({ id }) => claims.has(id))
  const made = claimed.length === 0 ? [] : provenanceOf(runs, byId(claimed))
  ofBlock.set(parent, made)
  return made
}

/** From the first to behind the last letter of a block that is proven to come from one of these passages. */
function provenRange(
  runs: readonly ProvenRun[],
  passages: ReadonlyMap<string, Passage>,
): readonly [number, number] | undefined {
  let [at, start, end] = [0, -1, -1]
  for (const { text, from } of runs) {
    if (from !== null && passages.has(from)) {
      if (start < 0) start = at
      end = at + text.length
    }
    at += text.length
  }
  return start < 0 ? undefined : [start, end]
}
