// Marks originals as merged, which nobody but the server may do; the drafts themselves stay as they are.
import * as Y from 'yjs'
import { type DraftMap, draftsOf, draftsRoot } from '#shared/draft/draftModel.ts'
import { type MergedInto, mergedIntoKey } from '#shared/draft/mergedInto.ts'

/** Of a draft that is not there nothing is written. */
export function setMergedInto(doc: Y.Doc, draftId: string, into: MergedInto | null): void {
  const draft: DraftMap | undefined = draftsOf(doc).get(draftId)
  if (!(draft instanceof Y.Map)) return
  const next = into && JSON.stringify(into)
  if ((draft.get(mergedIntoKey) ?? null) !== next) draft.set(mergedIntoKey, next)
}

/**
 * Whether a transaction wrote it, in a draft that was there or in one that came with it. The root is looked at as it stands: in a
 * document that nobody has asked for its drafts yet it has no kind, and giving it one here would hide from the checks that
 * follow what this transaction changed.
 */
export function touchesMergedInto({ doc, changed }: Y.Transaction): boolean {
  const root = doc.share.get(draftsRoot)
  if (!root) return false
  for (const [type, keys] of changed) {
    if (type._item?.parent === root && keys.has(mergedIntoKey)) return true
    if (type !== root) continue
    for (const id of keys) {
      const draft: unknown = id === null ? undefined : root._map.get(id)?.content.getContent().at(-1)
      if (draft instanceof Y.Map && draft.has(mergedIntoKey)) return true
    }
  }
  return false
}
