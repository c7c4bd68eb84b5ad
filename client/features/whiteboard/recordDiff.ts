// What changed between two versions of a tldraw record, key by key as the document keeps them.
import type { BoardRecord } from '#shared/whiteboard/boardModel.ts'
import { sameValue } from '#shared/whiteboard/boardModel.ts'

/** Changed keys of the flat record; `undefined` for a key that is gone. */
export type Change = Map<string, unknown>

/** The words of a note as the canvas sees them: a copy in `meta`, for tldraw's own clipboard; never written from there. */
export const mirroredWords = 'words'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export function withoutMirror(meta: unknown): unknown {
  if (!isObject(meta) || !(mirroredWords in meta)) return meta
  const { [mirroredWords]: _words, ...own } = meta
  return own
}

export const wordsIn = (record: { readonly meta?: unknown; readonly id: string }): string => {
  const words = isObject(record.meta) ? record.meta[mirroredWords] : undefined
  return typeof words === 'string' ? words : ''
}

export const withWords = (record: BoardRecord, words: string): BoardRecord => ({
  ...record,
  meta: { ...(isObject(record['meta']) ? record['meta'] : {}), [mirroredWords]: words },
})

export function changedKeys(from: BoardRecord, to: BoardRecord): Change {
  const change: Change = new Map()
  for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) {
    const [before, after] = [from[key], to[key]]
    if (before === after) continue
    if (key === 'x' || key === 'y') change.set('xy', [to['x'], to['y']])
    else if (key === 'props') addProps(change, before, after)
    else if (key === 'meta') addIfDifferent(change, key, withoutMirror(before), withoutMirror(after))
    else addIfDifferent(change, key, before, after)
  }
  return change
}

function addProps(change: Change, before: unknown, after: unknown): void {
  const [old, now] = [isObject(before) ? before : {}, isObject(after) ? after : {}]
  for (const prop of new Set([...Object.keys(old), ...Object.keys(now)]))
    if (old[prop] !== now[prop]) addIfDifferent(change, `props.${prop}`, old[prop], now[prop])
}

function addIfDifferent(change: Change, key: string, before: unknown, after: unknown): void {
  if (!sameValue(before, after)) change.set(key, after)
}

/** Lays changes that are not in the document yet over a record read from it. */
export function overlay(record: BoardRecord, change: Change | undefined): BoardRecord {
  if (!change || change.size === 0) return record
  const merged: Record<string, unknown> = {
    ...record,
    props: isObject(record['props']) ? { ...record['props'] } : record['props'],
  }
  for (const [key, value] of change) {
    if (key === 'xy' && Array.isArray(value)) [merged['x'], merged['y']] = value
    else if (key.startsWith('props.') && isObject(merged['props'])) merged['props'][key.slice(6)] = value
    else if (key === 'meta' && isObject(value)) merged['meta'] = { ...value, ...mirrorOf(record) }
    else merged[key] = value
  }
  return merged as unknown as BoardRecord // id and typeName never change
}

const mirrorOf = (record: BoardRecord): object => {
  const words = isObject(record['meta']) ? record['meta'][mirroredWords] : undefined
  return words === undefined ? {} : { [mirroredWords]: words }
}
