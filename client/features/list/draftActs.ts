// What the list does to whole drafts: order, duplicate, delete, bring back. Their words are the draft feature's.
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import type * as Y from 'yjs'
import { byOrder } from '#client/features/list/draftLines.ts'
import { randomId } from '#shared/contract/ids.ts'
import { draftsOf } from '#shared/draft/draftModel.ts'

/** Ids of the standing drafts, in the order of the list. */
function standing(doc: Y.Doc): { id: string; order: string }[] {
  return [...draftsOf(doc)]
    .filter(([, draft]) => typeof draft.get('deletedAt') !== 'number')
    .map(([id, draft]) => ({ id, order: String(draft.get('order') ?? '') }))
    .sort(byOrder)
}

/** Puts a draft before or after its neighbour; false when it is already the first or the last. */
export function moveDraft(
  doc: Y.Doc,
  id: string,
  order: 'earlier' | 'later',
  origin: unknown = null,
): boolean {
  const list = standing(doc)
  const from = list.findIndex((draft) => draft.id === id)
  const to = from + (order === 'earlier' ? -1 : 1)
  if (from < 0 || to < 0 || to >= list.length) return false
  const [moved] = list.splice(from, 1)
  if (moved) list.splice(to, 0, moved)
  doc.transact(() => placeBetween(doc, list, to), origin)
  return true
}

/** Gives the draft at `at` a key between its neighbours'; where these are equal or foreign, all get new ones. */
function placeBetween(doc: Y.Doc, list: readonly { id: string; order: string }[], at: number): void {
  const drafts = draftsOf(doc)
  try {
    const key = generateKeyBetween(list[at - 1]?.order ?? null, list[at + 1]?.order ?? null)
    drafts.get(list[at]?.id ?? '')?.set('order', key)
  } catch {
    for (const [index, key] of generateNKeysBetween(null, null, list.length).entries())
      drafts.get(list[index]?.id ?? '')?.set('order', key)
  }
}

/** R1, R2…: the next number that no draft of the space has, hidden ones included. */
function nextCode(doc: Y.Doc): string {
  const numbers = [...draftsOf(doc).values()].map((draft) =>
    Number(/^R(\d+)$/.exec(String(draft.get('code')))?.[1] ?? 0),
  )
  return `R${Math.max(0, ...numbers) + 1}`
}

/** Another draft with the same content and a code of its own, right after the first; undefined when there is none. */
export function duplicateDraft(doc: Y.Doc, id: string, origin: unknown = null): string | undefined {
  const original = draftsOf(doc).get(id)
  if (!original) return undefined
  const copyId = randomId()
  doc.transact(() => {
    const copy = original.clone()
    copy.set('code', nextCode(doc))
    copy.set('shortDraftId', null)
    draftsOf(doc).set(copyId, copy)
    const list = standing(doc).filter((draft) => draft.id !== copyId)
    const at = list.findIndex((draft) => draft.id === id) + 1
    list.splice(at, 0, { id: copyId, order: '' })
    placeBetween(doc, list, at)
  }, origin)
  return copyId
}

/** Hides a draft from the list and its cards; `now` in milliseconds since 1970. Nothing is erased. */
export function deleteDraft(doc: Y.Doc, id: string, now: number, origin: unknown = null): void {
  doc.transact(() => draftsOf(doc).get(id)?.set('deletedAt', now), origin)
}

export function restoreDraft(doc: Y.Doc, id: string, origin: unknown = null): void {
  doc.transact(() => draftsOf(doc).get(id)?.set('deletedAt', null), origin)
}
