// The gate for the minutes of a drafts document: the server lays them out, people write in their title and their words, nothing else.
import * as Y from 'yjs'
import type { SharedType } from '#shared/draft/draftModel.ts'
import { checkNewBlocks, checkText, checkTouchedNode, isNew } from '#shared/draft/draftNodeRules.ts'
import {
  isOfMinutes,
  minutesKeys,
  minutesLimit,
  minutesOf,
  minutesRoot,
  minutesTitleLimit,
} from '#shared/minutes/minutesModel.ts'
import { minutesWords } from '#shared/minutes/minutesWords.ts'

/** A short word for logs, never for people. */
export type MinutesFault = string

/** Blocks remembered of one session, and characters of their keys and words. */
export const writtenLimits = { blocks: 600, key: 160, words: 20_000 } as const

/** Two people who type at the limit at once are not refused. */
const titleCharacters = minutesTitleLimit * 4
const idPattern = /^[\w.:-]{1,80}$/
const values: readonly string[] = minutesKeys.values
const structure: readonly string[] = [minutesKeys.title, minutesKeys.body, minutesKeys.written]

const isMoment = (value: unknown): boolean =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0
const valueRules: Readonly<Record<(typeof minutesKeys.values)[number], (value: unknown) => boolean>> = {
  writtenAt: isMoment,
  closedAt: (value) => value === null || isMoment(value),
  language: (value) => typeof value === 'string' && Object.hasOwn(minutesWords, value),
  day: (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value),
}

const isPlainMap = (value: unknown): value is Y.Map<unknown> =>
  value instanceof Y.Map && !(value instanceof Y.XmlHook)

interface Touched {
  readonly type: SharedType
  readonly keys: ReadonlySet<string | null>
  readonly transaction: Y.Transaction
  /** Whether the server itself made the change. */
  readonly server: boolean
}

/**
 * Checks what a transaction did below the root of the minutes; what it did elsewhere is not looked at. Undefined when all is well.
 * [M6] Only the server begins minutes, dates them and remembers what it wrote; nobody takes them away.
 */
export function checkTouchedMinutes(
  transaction: Y.Transaction,
  { server }: { readonly server: boolean },
): MinutesFault | undefined {
  const standIn = transaction.doc.share.get(minutesRoot)
  if (!standIn) return undefined
  const root = minutesOf(transaction.doc)
  for (const [changed, keys] of transaction.changed) {
    const type: SharedType = changed === standIn ? root : changed
    if (type._item?.deleted || !isOfMinutes(type)) continue
    const fault = checkTouched(pathOf(type), { type, keys, transaction, server })
    if (fault) return fault
  }
  return undefined
}

/** Keys from the root down to a type; null for a place in a list. */
function pathOf(type: SharedType): (string | null)[] {
  const path: (string | null)[] = []
  for (let item = type._item; item !== null; ) {
    path.unshift(item.parentSub)
    item = item.parent instanceof Y.AbstractType ? item.parent._item : null
  }
  return path
}

function checkTouched(path: readonly (string | null)[], touched: Touched): MinutesFault | undefined {
  const { type, keys, transaction, server } = touched
  const [sessionId, key, ...deeper] = path
  if (sessionId === undefined) return server ? checkRoot(touched) : 'minutes-rights'
  if (sessionId === null) return 'minutes-root'
  if (key === undefined) return server ? checkValues(touched) : 'minutes-rights'
  if (key === minutesKeys.body) return checkTouchedNode(type, keys, transaction)
  if (deeper.length > 0) return 'minutes-depth'
  if (key === minutesKeys.title) return checkText(type, titleCharacters)
  if (key !== minutesKeys.written) return 'minutes-key'
  return server ? checkWritten(type, keys) : 'minutes-rights'
}

function checkRoot({ type: root, keys, transaction }: Touched): MinutesFault | undefined {
  if (!isPlainMap(root) || keys.has(null)) return 'minutes-root'
  if (root.size > minutesLimit) return 'too-many-minutes'
  for (const key of keys) {
    const item = key === null ? undefined : root._map.get(key)
    if (!item || item.deleted) return 'minutes-removed'
    if (item.left && !isNew(item.left, transaction)) return 'minutes-replaced'
    const fault = idPattern.test(key ?? '') ? checkWhole(root.get(key ?? ''), transaction) : 'minutes-id'
    if (fault) return fault
  }
  return undefined
}

/** The minutes of a session, from their first moment with everything they will ever need. */
function checkWhole(minutes: unknown, transaction: Y.Transaction): MinutesFault | undefined {
  if (!isPlainMap(minutes) || minutes._start !== null) return 'minutes-type'
  if ([...minutes.keys()].sort().join() !== [...structure, ...values].sort().join())
    return 'minutes-not-whole'
  const [title, body, written] = structure.map((key) => minutes.get(key))
  if (!(title instanceof Y.Text) || !isPlainMap(written)) return 'minutes-type'
  if (!(body instanceof Y.XmlFragment) || body instanceof Y.XmlElement) return 'minutes-type'
  return (
    checkText(title, titleCharacters) ??
    checkNewBlocks(body, transaction) ??
    checkWritten(written, new Set(written.keys())) ??
    minutesKeys.values.map((key) => checkValue(key, minutes.get(key))).find(Boolean)
  )
}

function checkValues({ type: minutes, keys }: Touched): MinutesFault | undefined {
  if (!isPlainMap(minutes)) return 'minutes-type'
  for (const key of keys) {
    // What people write in stands for ever: a new text in its place would take everybody's words away.
    if (key === null || !values.includes(key) || !minutes.has(key)) return 'minutes-structure'
    const fault = checkValue(key as (typeof minutesKeys.values)[number], minutes.get(key)) // just looked up
    if (fault) return fault
  }
  return undefined
}

const checkValue = (key: (typeof minutesKeys.values)[number], value: unknown): MinutesFault | undefined =>
  valueRules[key](value) ? undefined : 'minutes-value'

function checkWritten(written: SharedType, keys: ReadonlySet<string | null>): MinutesFault | undefined {
  if (!isPlainMap(written) || written._start !== null) return 'minutes-type'
  if (written.size > writtenLimits.blocks) return 'too-many-blocks'
  for (const key of keys) {
    if (key === null || key === '' || key.length > writtenLimits.key) return 'block-key'
    const words = written.get(key)
    if (written.has(key) && (typeof words !== 'string' || words.length > writtenLimits.words))
      return 'block-words'
  }
  return undefined
}
