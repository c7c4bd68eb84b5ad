// A merge as people read it: parents, rows, the joint text, and what became of each passage. Derived, never stored.
import * as Y from 'yjs'
import { type DraftMap, draftsOf, readDraft } from '#shared/draft/draftModel.ts'
import { fingerprint } from '#shared/draft/fingerprint.ts'
import { alignRows, type Decided, type Row } from '#shared/merge/alignRows.ts'
import { compareInSteps } from '#shared/merge/compareParents.ts'
import { countFates, type Fate, type FateCounts, fatesOf } from '#shared/merge/fates.ts'
import type { FrozenParent, Passage } from '#shared/merge/frozenParent.ts'
import { type BlockCache, type JointSentence, readJoint } from '#shared/merge/jointText.ts'
import type { Merge } from '#shared/merge/mergeState.ts'
import { readParents } from '#shared/merge/mergesInDocument.ts'
import { indexPassages, type PassageIndex } from '#shared/merge/passageIndex.ts'
import { allSteps, type Steps } from '#shared/merge/steps.ts'

export interface MergeReading {
  readonly parents: readonly FrozenParent[]
  /** In joint reading order. */
  readonly rows: readonly Row[]
  readonly passages: ReadonlyMap<string, Passage>
  /** Sentences of the sections, then country passages, then nuances. */
  readonly joint: readonly JointSentence[]
  /** Passage id -> its one fate. [M4] */
  readonly fates: ReadonlyMap<string, Fate>
  readonly counts: FateCounts
  /** Of the joint draft's text. */
  readonly fingerprint: string
}

/** What does not depend on the joint text, and the readings of its blocks so far. */
export interface PreparedMerge {
  readonly parents: readonly FrozenParent[]
  readonly rows: readonly Row[]
  readonly index: PassageIndex
  readonly blocks: BlockCache
}

/** What was prepared before for the same parents serves again: a new pair changes rows, not words. */
export const prepareMerge = (
  parents: readonly FrozenParent[],
  decided: Decided,
  before?: PreparedMerge,
): PreparedMerge => allSteps(prepareInSteps(parents, decided, before))

function* prepareInSteps(
  parents: readonly FrozenParent[],
  decided: Decided,
  before?: PreparedMerge,
): Steps<PreparedMerge> {
  yield* compareInSteps(parents)
  const rows = alignRows(parents, decided)
  yield
  const known =
    before?.parents === parents
      ? { index: before.index, blocks: before.blocks }
      : { index: indexPassages(parents), blocks: new Map() }
  return { parents, rows, ...known }
}

/** Reads the joint text that stands now; blocks that did not change since the last reading are not read again. */
export const readPrepared = (
  prepared: PreparedMerge,
  draft: DraftMap,
  merge: Pick<Merge, 'draftId' | 'fates' | 'reasons'>,
): MergeReading => allSteps(readInSteps(prepared, draft, merge))

function* readInSteps(
  { parents, rows, index, blocks }: PreparedMerge,
  draft: DraftMap,
  merge: Pick<Merge, 'draftId' | 'fates' | 'reasons'>,
): Steps<MergeReading> {
  const joint = yield* readJoint(draft, index, blocks)
  yield
  const fates = fatesOf({ parents, joint, merge })
  return {
    parents,
    rows,
    passages: index.passages,
    joint,
    fates,
    counts: countFates(fates.values()),
    get fingerprint() {
      const read = readDraft(merge.draftId, draft)
      return read ? fingerprint(read) : ''
    },
  }
}

interface Remembered {
  readonly decided: string
  readonly prepared: PreparedMerge
}
/** Documents outlive readings: what was prepared for one goes when it goes. */
const remembered = new WeakMap<Y.Doc, Map<string, Remembered>>()

/** Undefined until the joint draft is there: the server lays it when a merge is opened. */
export const readMerge = (doc: Y.Doc, merge: Merge): MergeReading | undefined =>
  allSteps(readMergeInSteps(doc, merge))

/**
 * The same with pauses. The text may change in them: what was read then is of a moment that has gone, and whoever runs it reads
 * again. What was found stays known, so that a second reading is short.
 */
export function* readMergeInSteps(doc: Y.Doc, merge: Merge): Steps<MergeReading | undefined> {
  const draft: unknown = draftsOf(doc).get(merge.draftId)
  if (!(draft instanceof Y.Map)) return undefined
  const prepared = yield* preparedFor(doc, merge)
  return yield* readInSteps(prepared, draft, merge)
}

/** Whether a reading of this merge would find its parents compared and its blocks read, but for those that changed. */
export const wasRead = (doc: Y.Doc, merge: Pick<Merge, 'id'>): boolean => {
  const before = remembered.get(doc)?.get(merge.id)
  return (
    before !== undefined &&
    before.prepared.blocks.size > 0 &&
    before.prepared.parents === readParents(doc, merge.id)
  )
}

function* preparedFor(doc: Y.Doc, merge: Merge): Steps<PreparedMerge> {
  const parents = readParents(doc, merge.id)
  const decided = JSON.stringify([merge.pairs, merge.alone])
  const ofDoc = remembered.get(doc) ?? new Map<string, Remembered>()
  remembered.set(doc, ofDoc)
  const before = ofDoc.get(merge.id)
  if (before?.prepared.parents === parents && before.decided === decided) return before.prepared
  const prepared = yield* prepareInSteps(parents, merge, before?.prepared)
  ofDoc.set(merge.id, { decided, prepared })
  return prepared
}
