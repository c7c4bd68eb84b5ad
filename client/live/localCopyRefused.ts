// Refused words, kept on this device until their author has copied them out: the document that held them is dropped.

import type { RefusedChange } from '#client/live/liveRoom.ts'
import { offeredKey, readStored, refusedKey, writeStored } from '#client/live/localCopyNames.ts'

/** How many are kept, the newest. */
const most = 20

function all(storage: Storage | undefined): RefusedChange[] {
  const kept = readStored(storage, refusedKey)
  return Array.isArray(kept) ? kept.filter(isRefusedChange) : []
}

const isRefusedChange = (value: unknown): value is RefusedChange =>
  typeof value === 'object' &&
  value !== null &&
  'documentName' in value &&
  'code' in value &&
  'text' in value &&
  typeof value.documentName === 'string' &&
  typeof value.code === 'string' &&
  typeof value.text === 'string'

export const refusedOf = (storage: Storage | undefined, documentName: string): readonly RefusedChange[] =>
  all(storage).filter((change) => change.documentName === documentName)

/** Keeps the words; a change without words needs no keeping. */
export function keepRefused(storage: Storage | undefined, change: RefusedChange): void {
  if (change.text === '') return
  const others = all(storage).filter(
    ({ documentName, text }) => documentName !== change.documentName || text !== change.text,
  )
  writeStored(storage, refusedKey, [...others, change].slice(-most))
}

export const forgetRefused = (storage: Storage | undefined, documentName: string): void => {
  const rest = all(storage).filter((change) => change.documentName !== documentName)
  writeStored(storage, refusedKey, rest.length > 0 ? rest : undefined)
}

/** True the first time only: what was offered for copying out once is not offered again at each opening. */
export function offerOnce(storage: Storage | undefined, what: string): boolean {
  const kept = readStored(storage, offeredKey)
  const offered = Array.isArray(kept) ? kept : []
  if (offered.includes(what)) return false
  writeStored(storage, offeredKey, [...offered, what].slice(-100))
  return true
}
