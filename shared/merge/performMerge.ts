// What a merge's effects do to the document: each exactly once, however late or often it is asked. [M1]
import * as Y from 'yjs'
import {
  createDraft,
  type DraftFields,
  type DraftMap,
  draftsOf,
  withEveryPassage,
} from '#shared/draft/draftModel.ts'
import { copyPassage } from '#shared/merge/copyPassage.ts'
import type { FrozenParent, Passage } from '#shared/merge/frozenParent.ts'
import { type InputOfEffect, type Thing, thingId } from '#shared/merge/mergeEffects.ts'
import { keepParent, layMerge, mapOf, readParents } from '#shared/merge/mergesInDocument.ts'
import type { JointOrder } from '#shared/merge/placeInJoint.ts'
import { type Inserted, readInserted, writeInserted } from '#shared/merge/serverCharacters.ts'
import { type TakingAway, takeAwayNuance, takeAwayWords } from '#shared/merge/takeAwayPassage.ts'

export function beginMerge(doc: Y.Doc, input: InputOfEffect<'begin'>): void {
  const { mergeId, draftId, parents, title, entities } = input
  layMerge(doc, mergeId)
  for (const parent of parents) keepParent(doc, mergeId, parent)
  if (draftsOf(doc).has(draftId)) return
  const draft = { id: draftId, title, ...shared(parents) }
  createDraft(doc, withEveryPassage(draft, entities))
}

/** What the joint draft begins with: what all parents agree on, and what several may have together. */
function shared(parents: readonly FrozenParent[]) {
  const [first] = parents
  const agreed = <K extends keyof FrozenParent['fields']>(field: K) =>
    first && parents.every(({ fields }) => fields[field] === first.fields[field]) ? first.fields[field] : null
  const all = (key: 'jurisdictions' | 'contextIds' | 'authorIds'): string[] => [
    ...new Set(parents.flatMap((parent) => parent[key])),
  ]
  return {
    ...(parents.length === 1 && first ? { summary: first.summary } : {}),
    fields: {
      kind: agreed('kind'),
      maturity: agreed('maturity'),
      scope: agreed('scope'),
      addressee: agreed('addressee'),
    } as Partial<DraftFields>, // read from drafts that the gate let in
    jurisdictions: all('jurisdictions'),
    contextIds: all('contextIds'),
    authorIds: all('authorIds'),
  }
}

interface Counters {
  readonly copied: Y.Map<number>
  readonly removed: Y.Map<number>
  readonly inserted: Y.Map<unknown>
}

/** Undefined for a merge that the document does not know, or whose joint draft it has not. */
function opened(doc: Y.Doc, mergeId: string, draftId: string): (Counters & { draft: DraftMap }) | undefined {
  const [copied, removed] = [mapOf<number>(doc, mergeId, 'copied'), mapOf<number>(doc, mergeId, 'removed')]
  const inserted = mapOf(doc, mergeId, 'inserted')
  const draft = draftsOf(doc).get(draftId)
  return copied && removed && inserted && draft && { copied, removed, inserted, draft }
}

/** Passages of a merge, with the group of each. */
function passagesIn(doc: Y.Doc, mergeId: string): Map<string, { passage: Passage; groupId: string | null }> {
  const parents = readParents(doc, mergeId)
  return new Map(
    parents.flatMap(({ passages, groupId }) =>
      passages.map((passage): [string, { passage: Passage; groupId: string | null }] => [
        passage.id,
        { passage, groupId },
      ]),
    ),
  )
}

export function putThings(doc: Y.Doc, input: InputOfEffect<'put'>, rows: JointOrder['rows']): void {
  const merge = opened(doc, input.mergeId, input.draftId)
  if (!merge) return
  const known = passagesIn(doc, input.mergeId)
  const order = { rows, passages: new Map([...known].map(([id, { passage }]) => [id, passage])) }
  for (const thing of input.things) {
    const id = thingId(thing)
    const found = known.get(thing.passageId)
    const before = merge.copied.get(id) ?? 0
    if (!found || before >= thing.n) continue
    // A taking whose end was never carried out.
    if (before > (merge.removed.get(id) ?? 0))
      takeAway({ ...merge, parts: insertedIn(merge), at: input.at }, thing, found.passage)
    const inserted = copyPassage(doc, found.passage, {
      ...{ draft: merge.draft, order, groupId: found.groupId, nuance: thing.nuance, at: input.at },
    })
    if (inserted) merge.inserted.set(id, writeInserted(inserted))
    merge.copied.set(id, thing.n)
  }
}

export function takeAwayThings(doc: Y.Doc, input: InputOfEffect<'takeAway'>): void {
  const merge = opened(doc, input.mergeId, input.draftId)
  if (!merge) return
  const known = passagesIn(doc, input.mergeId)
  const parts = insertedIn(merge)
  for (const thing of input.things) {
    const id = thingId(thing)
    if ((merge.removed.get(id) ?? 0) >= thing.n) continue
    const copied = merge.copied.get(id) ?? 0
    if (copied === thing.n)
      takeAway({ ...merge, parts, at: input.at }, thing, known.get(thing.passageId)?.passage)
    // One that was taken back before it was copied is not copied any more.
    if (copied < thing.n) merge.copied.set(id, thing.n)
    merge.removed.set(id, thing.n)
  }
}

const insertedIn = ({ inserted }: Counters): ReadonlyMap<string, Inserted> =>
  new Map(
    [...inserted].flatMap(([id, kept]): [string, Inserted][] => {
      const read = readInserted(kept)
      return read ? [[id, read]] : []
    }),
  )

function takeAway(
  { draft, parts, at }: Pick<TakingAway, 'draft' | 'at'> & { readonly parts: ReadonlyMap<string, Inserted> },
  thing: Thing,
  passage: Passage | undefined,
): void {
  if (thing.nuance === undefined)
    takeAwayWords(thing.passageId, passage, {
      ...{ draft, at, inserted: parts.get(thing.passageId), known: [...parts.values()] },
    })
  else if (passage) takeAwayNuance(draft, passage)
}

/** A field of the joint draft as a parent has it; everything that stood in it is replaced. */
export function putHeader(doc: Y.Doc, { mergeId, draftId, field, from, n }: InputOfEffect<'header'>): void {
  const merge = opened(doc, mergeId, draftId)
  const parent = readParents(doc, mergeId).find(({ key }) => key === from)
  const thing = `h-${field}`
  if (!merge || !parent || (merge.copied.get(thing) ?? 0) >= n) return
  merge.copied.set(thing, n)
  const { draft } = merge
  if (field === 'title' || field === 'summary') replaceText(draft.get(field), parent[field])
  else if (field === 'jurisdictions') replaceSet(draft.get(field), parent.jurisdictions)
  else draft.set(field, parent.fields[field])
}

function replaceText(text: unknown, words: string): void {
  if (!(text instanceof Y.Text) || text.toString() === words) return
  text.delete(0, text.length)
  text.insert(0, words)
}

function replaceSet(set: unknown, ids: readonly string[]): void {
  if (!(set instanceof Y.Map)) return
  for (const id of [...set.keys()]) if (!ids.includes(id)) set.delete(id)
  for (const id of ids) if (!set.has(id)) set.set(id, true)
}
