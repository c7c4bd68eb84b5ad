// Puts the words of an old version back by the smallest edits: paragraphs stay themselves, so that whoever types in them keeps on.
import { diffArrays, diffWordsWithSpace } from 'diff'
import * as Y from 'yjs'
import { asOneStep } from '#client/features/draft/draftUndo.ts'
import { markRestored } from '#client/features/draft/marksRestored.ts'
import { textblocksOf } from '#client/features/draft/textPlaces.ts'
import { blockElements, marksOf } from '#shared/draft/draftBlocks.ts'
import {
  blockText,
  type DraftMap,
  elementBlocks,
  type ReadBlock,
  type ReadDraft,
} from '#shared/draft/draftModel.ts'
import { sections } from '#shared/draft/vocabulary.ts'

/** Paragraphs that somebody else's caret stands in: they are emptied, never taken away. */
export type KeptBlocks = ReadonlySet<Y.XmlElement>

/**
 * Title, summary, the three sections and the countries' passages become those of `version`, as one step of this person's undo.
 * Nuances, choices and links stay as they are: they are other people's. What is typed meanwhile stays where it was typed.
 */
export function restoreVersion(draft: DraftMap, version: ReadDraft, kept: KeptBlocks): void {
  asOneStep(draft, () => {
    restoreText(draft.get('title'), version.title)
    restoreText(draft.get('summary'), version.summary)
    for (const section of sections) {
      const fragment = draft.get(section)
      if (fragment instanceof Y.XmlFragment) restoreSection(fragment, version.sections[section], kept)
    }
    markRestored(version.id, draft)
    const passages = draft.get('countryPassages')
    if (!(passages instanceof Y.Map)) return
    for (const [code, passage] of passages.entries())
      restoreText(passage, version.countryPassages[code] ?? '')
  })
}

function restoreText(text: unknown, wanted: string): void {
  if (text instanceof Y.Text && text.toString() !== wanted)
    text.applyDelta(wordDelta(text.toString(), wanted))
}

function wordDelta(before: string, after: string): { retain?: number; insert?: string; delete?: number }[] {
  const steps = diffWordsWithSpace(before, after).map(({ value, added, removed }) =>
    added ? { insert: value } : removed ? { delete: value.length } : { retain: value.length },
  )
  // What comes stands before what goes: whoever types behind a word that goes goes on behind the one that comes.
  for (const [at, step] of steps.entries()) {
    const previous = steps[at - 1]
    if (step.insert !== undefined && previous?.delete !== undefined) steps.splice(at - 1, 2, step, previous)
  }
  return steps
}

/** A paragraph, a heading, or a whole list: what stands directly in a section. */
interface Unit {
  readonly blocks: readonly ReadBlock[]
  readonly element?: Y.XmlElement
}

const signature = ({ blocks }: Unit): string => JSON.stringify(blocks)

function restoreSection(fragment: Y.XmlFragment, wanted: readonly ReadBlock[], kept: KeptBlocks): void {
  const now = fragment
    .toArray()
    .flatMap((element): Unit[] =>
      element instanceof Y.XmlElement ? [{ element, blocks: elementBlocks(element) }] : [],
    )
  const then = unitsOf(wanted)
  let left: Unit[] = []
  let at = 0
  // Hunks of what goes and what comes: what can be edited in place is, the rest is taken out or put in.
  const settle = (come: readonly Unit[]): void => {
    at = settleHunk(fragment, at, left, come, kept)
    left = []
  }
  for (const { value, added, removed } of diffArrays(now, then, {
    comparator: (a, b) => signature(a) === signature(b),
  })) {
    if (removed) left = [...value]
    else if (added) settle(value)
    else {
      settle([])
      at += value.length
    }
  }
  settle([])
}

function settleHunk(
  fragment: Y.XmlFragment,
  from: number,
  go: readonly Unit[],
  come: readonly Unit[],
  kept: KeptBlocks,
): number {
  let at = from
  const rest = [...go]
  for (const unit of come) {
    const pair = rest.findIndex((held) => canBecome(held, unit))
    for (const gone of pair < 0 ? [] : rest.splice(0, pair)) at += takeAway(fragment, at, gone, kept)
    const held = pair < 0 ? undefined : rest.shift()
    if (held?.element) editInPlace(held.element, unit.blocks)
    else fragment.insert(at, blockElements(unit.blocks))
    at += 1
  }
  for (const gone of rest) at += takeAway(fragment, at, gone, kept)
  return at
}

/** How many elements stay at this place: none, or the emptied one in which somebody is writing. */
function takeAway(fragment: Y.XmlFragment, at: number, { element }: Unit, kept: KeptBlocks): 0 | 1 {
  const written = element ? textblocksOf(element).filter((block) => kept.has(block)) : []
  const onlyOne = fragment.length === 1
  if (written.length === 0 && !onlyOne) {
    fragment.delete(at, 1)
    return 0
  }
  for (const block of element ? textblocksOf(element) : [])
    restoreBlock(block, { type: 'paragraph', level: 0, runs: [] })
  return 1
}

/** The same shape, so that the texts in it can become the wanted ones without anything being made anew. */
function canBecome(held: Unit, wanted: Unit): boolean {
  if (held.blocks.length !== wanted.blocks.length) return false
  return held.blocks.every(
    (block, at) => block.type === wanted.blocks[at]?.type && block.level === wanted.blocks[at]?.level,
  )
}

function editInPlace(element: Y.XmlElement, wanted: readonly ReadBlock[]): void {
  for (const [at, block] of textblocksOf(element).entries()) {
    const target = wanted[at]
    if (target) restoreBlock(block, target)
  }
}

function restoreBlock(element: Y.XmlElement, wanted: ReadBlock): void {
  const words = element.toArray().find((child) => child instanceof Y.XmlText)
  if (!words) {
    element.insert(0, [new Y.XmlText()])
    restoreBlock(element, wanted)
    return
  }
  // Line ends inside a paragraph and what stands behind them become one text again.
  for (let at = element.length - 1; at >= 0; at--) if (element.get(at) !== words) element.delete(at, 1)
  const before = wordsOf(words)
  const after = blockText(wanted).replaceAll('\n', ' ')
  if (before !== after) words.applyDelta(wordDelta(before, after))
  const unmarked = { bold: null, italic: null, link: null }
  words.applyDelta(
    wanted.runs.map((run) => ({ retain: run.text.length, attributes: { ...unmarked, ...marksOf(run) } })),
  )
}

/** The letters alone: `toString` of a Y.XmlText writes its marks as tags. */
const wordsOf = (text: Y.XmlText): string =>
  (text.toDelta() as { insert?: unknown }[])
    .map(({ insert }) => (typeof insert === 'string' ? insert : ''))
    .join('') // Yjs types deltas as any

/** Splits a section's blocks into what will stand directly in it: consecutive list blocks of one kind make one list. */
function unitsOf(blocks: readonly ReadBlock[]): Unit[] {
  const units: ReadBlock[][] = []
  for (const block of blocks) {
    const last = units.at(-1)
    const first = last?.[0]
    const listed = block.type === 'bullet' || block.type === 'numbered'
    const goesOn =
      listed &&
      first &&
      (first.type === 'bullet' || first.type === 'numbered') &&
      (block.level > 1 || block.type === first.type)
    if (last && goesOn) last.push(block)
    else units.push([block])
  }
  return units.map((unit) => ({ blocks: unit }))
}
