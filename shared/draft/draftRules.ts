// Gate G5 for draft documents: looks only at what one transaction touched, so that a keystroke never re-reads the document.
import * as Y from 'yjs'
import { draftKeys, draftsOf, draftsRoot, type SharedType } from '#shared/draft/draftModel.ts'
import { checkNewBlocks, checkText, checkTouchedNode, isNew } from '#shared/draft/draftNodeRules.ts'
import { isMergedInto, mergedIntoKey } from '#shared/draft/mergedInto.ts'
import { hasUnwantedCharacters } from '#shared/draft/plainText.ts'
import {
  addressees,
  draftKinds,
  draftStatuses,
  maturities,
  nuanceTypes,
  scopes,
  summaryLimit,
  titleLimit,
} from '#shared/draft/vocabulary.ts'

/**
 * Why an update may not stand: a short word for logs, never for people.
 * Lengths are four times what the form allows, so that several people typing at once at the limit are not refused.
 */
export type DraftFault = string

const textLimits: Readonly<Record<string, number>> = { title: titleLimit * 4, summary: summaryLimit * 4 }
/** Characters of a nuance, a question or a country passage. */
const smallTextLimit = 8_000
/** Characters of the words kept of a source note. */
const sourceLimit = 4_000
const entryLimits: Readonly<Record<string, number>> = {
  jurisdictions: 50,
  contextIds: 200,
  authorIds: 500,
  nuances: 200,
  questions: 200,
  countryPassages: 50,
  sources: 500,
}
const draftLimit = 3_000

const idPattern = /^[\p{L}\p{N}][\p{L}\p{N}._:~-]{0,159}$/u
const dangerousIds: ReadonlySet<string> = new Set(['constructor', 'prototype', '__proto__'])
const isId = (value: unknown): boolean =>
  typeof value === 'string' && idPattern.test(value) && !dangerousIds.has(value)
const isOrder = (value: unknown): boolean => typeof value === 'string' && /^[0-9A-Za-z]{1,160}$/.test(value)
const oneOf =
  (list: readonly string[]) =>
  (value: unknown): boolean =>
    value === null || (typeof value === 'string' && list.includes(value))

const valueRules: Readonly<Record<(typeof draftKeys.values)[number], (value: unknown) => boolean>> = {
  kind: oneOf(draftKinds),
  maturity: oneOf(maturities),
  scope: oneOf(scopes),
  addressee: oneOf(addressees),
  status: (value) => value !== null && oneOf(draftStatuses)(value),
  outOfTheBox: (value) => typeof value === 'boolean',
  code: (value) => typeof value === 'string' && value.length <= 24 && !hasUnwantedCharacters(value),
  order: isOrder,
  deletedAt: (value) =>
    value === null || (typeof value === 'number' && Number.isSafeInteger(value) && value > 0),
  shortDraftId: (value) => value === null || isId(value),
}

const isPlainMap = (value: unknown): value is Y.Map<unknown> =>
  value instanceof Y.Map && !(value instanceof Y.XmlHook)
const isPlainText = (value: unknown): value is Y.Text =>
  value instanceof Y.Text && !(value instanceof Y.XmlText)
const isFragment = (value: unknown): value is Y.XmlFragment =>
  value instanceof Y.XmlFragment && !(value instanceof Y.XmlElement)

const texts: ReadonlySet<string> = new Set(draftKeys.texts)
const fragments: ReadonlySet<string> = new Set(draftKeys.fragments)
const sets: ReadonlySet<string> = new Set(draftKeys.sets)
const entryMaps: ReadonlySet<string> = new Set(draftKeys.maps)
const containers: readonly string[] = [...sets, ...entryMaps, draftKeys.passages, draftKeys.sources]
const structure: readonly string[] = [...texts, ...fragments, ...containers]

/**
 * Checks what a transaction did to a `drafts/<space>` document; call it once the transaction is applied (`afterTransaction`).
 * Undefined when all is well. Costs as much as the paragraphs and maps that changed, not as the document. What stands `elsewhere`
 * has rules of its own.
 */
export function checkTouchedDrafts(
  transaction: Y.Transaction,
  elsewhere: (type: SharedType) => boolean = () => false,
): DraftFault | undefined {
  // Until somebody asks for the root by its kind Yjs keeps an unnamed stand-in, and that is what an update then changed.
  const standIn = transaction.doc.share.get(draftsRoot)
  const drafts = draftsOf(transaction.doc)
  for (const [type, keys] of transaction.changed) {
    if (elsewhere(type)) continue
    const fault = checkTouchedType(type === standIn ? drafts : type, keys, transaction)
    if (fault) return fault
  }
  return undefined
}

/** Checks every draft of a document, whoever wrote it and whenever: for imports, restores and audits. Not for keystrokes. */
export function checkAllDrafts(doc: Y.Doc): DraftFault | undefined {
  for (const [id, draft] of draftsOf(doc).entries()) {
    const fault = isId(id) ? checkWholeDraft(draft, undefined) : 'draft-id'
    if (fault) return fault
  }
  return undefined
}

function checkTouchedType(
  type: SharedType,
  keys: ReadonlySet<string | null>,
  transaction: Y.Transaction,
): DraftFault | undefined {
  // What was changed and then removed in one update (offline, often) is gone with its parent.
  if (type._item?.deleted) return undefined
  const path = pathOf(type)
  if (!path) return 'root'
  if (path.length === 0) return checkRoot(type, keys, transaction)
  const [draftId, key, entry, inner, ...deeper] = path
  if (draftId === null) return 'root'
  if (key === undefined) return checkDraftKeys(type, keys, transaction)
  if (key === null) return 'draft-list'
  if (texts.has(key) && path.length === 2) return checkText(type as Y.Text, textLimits[key] ?? 0) // its type was checked when it came
  if (fragments.has(key)) return checkTouchedNode(type, keys, transaction)
  if (path.length === 2) return checkContainerKeys(key, type, keys)
  if (key === draftKeys.passages && path.length === 3) return checkText(type as Y.Text, smallTextLimit) // likewise
  if (!entryMaps.has(key) || entry === null || deeper.length > 0) return 'draft-depth'
  if (inner === undefined) return keys.has('text') ? 'entry-structure' : checkEntry(key, type)
  return inner === 'text' ? checkText(type as Y.Text, smallTextLimit) : 'draft-entry' // likewise
}

/** Keys from the root map of drafts down to a type (null for a place in a list), or undefined when its root is another one. */
function pathOf(type: SharedType): (string | null)[] | undefined {
  const path: (string | null)[] = []
  let at: SharedType = type
  while (at._item !== null) {
    path.unshift(at._item.parentSub)
    const parent: unknown = at._item.parent
    if (!(parent instanceof Y.AbstractType)) return undefined
    at = parent
  }
  return at.doc?.share.get(draftsRoot) === at ? path : undefined
}

function checkRoot(
  root: SharedType,
  keys: ReadonlySet<string | null>,
  transaction: Y.Transaction,
): DraftFault | undefined {
  if (!isPlainMap(root) || keys.has(null)) return 'root'
  if (root.size > draftLimit) return 'too-many-drafts'
  for (const key of keys) {
    const item = key === null ? undefined : root._map.get(key)
    if (!item) return 'root'
    // A draft is hidden by `deletedAt`, never taken out: everybody's words are in it.
    if (item.deleted && !isNew(item, transaction)) return 'draft-removed'
    if (item.deleted) continue
    if (item.left && !isNew(item.left, transaction)) return 'draft-replaced'
    const fault = isId(key) ? checkWholeDraft(root.get(key ?? ''), transaction) : 'draft-id'
    if (fault) return fault
  }
  return undefined
}

/** A new draft is whole: every key from the start, so that two people never create the same one at once. */
function checkWholeDraft(draft: unknown, transaction: Y.Transaction | undefined): DraftFault | undefined {
  if (!isPlainMap(draft) || draft._start !== null) return 'draft-type'
  for (const key of structure) if (!draft.has(key)) return 'draft-not-whole'
  for (const key of draftKeys.values) if (!draft.has(key)) return 'draft-not-whole'
  for (const [key, value] of draft.entries()) {
    const fault = checkValue(key, value, transaction)
    if (fault) return fault
  }
  return undefined
}

function checkDraftKeys(
  draft: SharedType,
  keys: ReadonlySet<string | null>,
  transaction: Y.Transaction,
): DraftFault | undefined {
  if (!isPlainMap(draft)) return 'draft-type'
  for (const key of keys) {
    const item = key === null ? undefined : draft._map.get(key)
    if (key === null || !item) return 'draft-list'
    // The shared types of a draft stand for ever: a new one in their place would take everybody's words away.
    if (structure.includes(key)) return 'draft-structure'
    const fault = item.deleted ? 'draft-not-whole' : checkValue(key, draft.get(key), transaction)
    if (fault) return fault
  }
  return undefined
}

function checkValue(
  key: string,
  value: unknown,
  transaction: Y.Transaction | undefined,
): DraftFault | undefined {
  if (texts.has(key)) return isPlainText(value) ? checkText(value, textLimits[key] ?? 0) : 'draft-type'
  if (fragments.has(key)) return isFragment(value) ? checkNewBlocks(value, transaction) : 'draft-type'
  if (containers.includes(key))
    return isPlainMap(value) ? checkContainerKeys(key, value, new Set(value.keys())) : 'draft-type'
  // Who may write it is asked of the whole transaction.
  if (key === mergedIntoKey) return isMergedInto(value) ? undefined : 'draft-value'
  const rule = Object.hasOwn(valueRules, key) ? valueRules[key as keyof typeof valueRules] : undefined // just looked up
  if (!rule) return 'draft-key'
  return rule(value) ? undefined : 'draft-value'
}

function checkContainerKeys(
  key: string,
  map: SharedType,
  keys: ReadonlySet<string | null>,
): DraftFault | undefined {
  if (!isPlainMap(map) || map._start !== null) return 'draft-type'
  if (map.size > (entryLimits[key] ?? 0)) return 'too-many-entries'
  for (const id of keys) {
    if (id === null || !isId(id)) return 'entry-id'
    if (!map.has(id)) continue
    const value = map.get(id)
    const fault = checkEntryValue(key, value)
    if (fault) return fault
  }
  return undefined
}

function checkEntryValue(key: string, value: unknown): DraftFault | undefined {
  if (sets.has(key)) return value === true ? undefined : 'entry-value'
  if (key === draftKeys.sources)
    return typeof value === 'string' && value.length <= sourceLimit && !hasUnwantedCharacters(value)
      ? undefined
      : 'entry-value'
  if (key === draftKeys.passages) return isPlainText(value) ? checkText(value, smallTextLimit) : 'entry-value'
  return isPlainMap(value) ? checkEntry(key, value) : 'entry-value'
}

/** A nuance or an open question, whole. */
function checkEntry(key: string, entry: SharedType): DraftFault | undefined {
  if (!isPlainMap(entry) || entry._start !== null) return 'entry-type'
  const keys = [...entry.keys()].sort().join()
  if (keys !== (key === 'nuances' ? 'groupId,order,text,type' : 'order,text')) return 'entry-keys'
  if (!isOrder(entry.get('order'))) return 'entry-value'
  const text = entry.get('text')
  if (!isPlainText(text)) return 'entry-type'
  if (key === 'nuances') {
    const groupId = entry.get('groupId')
    if (entry.get('type') === null || !oneOf(nuanceTypes)(entry.get('type'))) return 'entry-value'
    if (groupId !== null && !isId(groupId)) return 'entry-value'
  }
  return checkText(text, smallTextLimit)
}
