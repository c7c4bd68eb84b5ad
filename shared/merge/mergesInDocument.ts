// What a `drafts/<space>` document holds of its merges: frozen parents, and which passages were copied. Only the server writes here.
import * as Y from 'yjs'
import type { SharedType } from '#shared/draft/draftModel.ts'
import { FrozenParent } from '#shared/merge/frozenParent.ts'

export const mergesRoot = 'merges'

/** Keys of one merge; each is a map of its own. */
export const mergeKeys = {
  /** Parent key -> JSON of the `FrozenParent`. */
  parents: 'parents',
  /** Thing -> how often it was put into the joint draft. A thing is a passage's words, a joined nuance or a header field. [M1] */
  copied: 'copied',
  /** Thing -> its last taking that was taken away again. */
  removed: 'removed',
  /** Thing -> the ids of the characters that the server put there, as `writeInserted` writes them. */
  inserted: 'inserted',
} as const
type MergeKey = keyof typeof mergeKeys

/** A short word for logs, never for people. */
export type MergesFault = string

export const mergesOf = (doc: Y.Doc): Y.Map<Y.Map<unknown>> => doc.getMap<Y.Map<unknown>>(mergesRoot)

/** One of a merge's maps; undefined before the merge was laid into the document. */
export function mapOf<Value>(doc: Y.Doc, mergeId: string, key: MergeKey): Y.Map<Value> | undefined {
  const merge: unknown = mergesOf(doc).get(mergeId)
  const map: unknown = merge instanceof Y.Map ? merge.get(key) : undefined
  return map instanceof Y.Map ? (map as Y.Map<Value>) : undefined // only the server writes here
}

/** Puts a merge without parents into the document; what is there already stays. */
export function layMerge(doc: Y.Doc, mergeId: string): void {
  if (mergesOf(doc).has(mergeId)) return
  const maps = Object.values(mergeKeys).map((key): [string, Y.Map<unknown>] => [key, new Y.Map()])
  mergesOf(doc).set(mergeId, new Y.Map(maps))
}

/** Keeps a parent as it was frozen; an older version does not take the place of a newer one. */
export function keepParent(doc: Y.Doc, mergeId: string, parent: FrozenParent): void {
  const kept = mapOf<string>(doc, mergeId, 'parents')
  const before = readParents(doc, mergeId).find(({ key }) => key === parent.key)
  if (kept && (before?.version ?? 0) < parent.version) kept.set(parent.key, JSON.stringify(parent))
}

interface ReadBefore {
  readonly texts: readonly string[]
  readonly parents: readonly FrozenParent[]
}
const read = new WeakMap<Y.Doc, Map<string, ReadBefore>>()

/** The frozen parents in the order in which they came; the same array as long as nothing of them changed. */
export function readParents(doc: Y.Doc, mergeId: string): readonly FrozenParent[] {
  const texts = [...(mapOf<unknown>(doc, mergeId, 'parents')?.values() ?? [])].map(String)
  const ofDoc = read.get(doc) ?? new Map<string, ReadBefore>()
  read.set(doc, ofDoc)
  const before = ofDoc.get(mergeId)
  if (before?.texts.length === texts.length && texts.every((text, place) => text === before.texts[place]))
    return before.parents
  const parents = texts.flatMap((text) => parsed(text) ?? []).sort((a, b) => placeOf(a) - placeOf(b))
  ofDoc.set(mergeId, { texts, parents })
  return parents
}

/** One that does not parse is left out: a reader shows what it can. */
function parsed(text: string): FrozenParent | undefined {
  try {
    return FrozenParent.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

const placeOf = ({ key }: FrozenParent): number => Number(key.slice(key.lastIndexOf('.') + 1))

/** `<mergeId short>.<k>`, k from 1. Ten characters of a random id tell the merges of one document apart. */
export const parentKey = (mergeId: string, place: number): string => `${mergeId.slice(0, 10)}.${place}`

export const isOfMerges = (type: SharedType): boolean => {
  let at: SharedType = type
  while (at._item !== null) {
    const parent: unknown = at._item.parent
    if (!(parent instanceof Y.AbstractType)) return false
    at = parent
  }
  return at.doc?.share.get(mergesRoot) === at
}

/**
 * Gate G5 for merges: whatever a client does here is refused whole, its words elsewhere in the same update included. The server's
 * own changes are held to the form that readers expect.
 */
export function checkTouchedMerges(transaction: Y.Transaction, isServer: boolean): MergesFault | undefined {
  const standIn = transaction.doc.share.get(mergesRoot)
  if (!standIn) return undefined
  for (const type of transaction.changed.keys()) {
    if (type !== standIn && !isOfMerges(type)) continue
    if (!isServer) return 'merges-rights'
  }
  const root: SharedType = mergesOf(transaction.doc)
  const touched = [...(transaction.changed.get(root) ?? [])]
  return touched.every((id) => id !== null && isWhole(mergesOf(transaction.doc).get(id)))
    ? undefined
    : 'merges-form'
}

const isWhole = (merge: unknown): boolean =>
  merge instanceof Y.Map && Object.values(mergeKeys).every((key) => merge.get(key) instanceof Y.Map)

/** Whether the server has ever copied the passage into this document: only then may words carry its mark. */
export const wasCopied = (doc: Y.Doc, passageId: string): boolean =>
  doc.share.has(mergesRoot) &&
  [...mergesOf(doc).keys()].some((mergeId) => mapOf(doc, mergeId, 'copied')?.has(passageId) === true)
