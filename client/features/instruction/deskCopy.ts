// The desk on this device: a copy that is read while the line is cut, and private words that wait for it to come back.
import { deviceStorage, readStored, writeStored } from '#client/live/localCopyNames.ts'
import { type OwnInput, ownInput } from '#shared/instruction/instructionActs.ts'
import type { DeskAnswer } from '#shared/instruction/instructionAnswers.ts'

const database = 'faire-ensemble.desks'
const table = 'desks'
const waitingFamily = 'faire-ensemble.desk-waiting|'
/** What was typed of a verdict and not sent. */
export const typedFamily = 'faire-ensemble.desk-typed|'

const storage = (): Storage | undefined => deviceStorage().localStorage

function open(): Promise<IDBDatabase | undefined> {
  const { indexedDB } = deviceStorage()
  if (!indexedDB) return Promise.resolve(undefined)
  return new Promise((resolve) => {
    try {
      const asked = indexedDB.open(database, 1)
      asked.onupgradeneeded = () => asked.result.createObjectStore(table)
      asked.onsuccess = () => resolve(asked.result)
      asked.onerror = asked.onblocked = () => resolve(undefined)
    } catch {
      resolve(undefined)
    }
  })
}

async function withTable<T>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> {
  const db = await open()
  if (!db) return undefined
  return new Promise((resolve) => {
    const asked = ask(db.transaction(table, mode).objectStore(table))
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => resolve(undefined)
  }).then((value) => {
    db.close()
    return value as T | undefined // what `ask` answers
  })
}

/** By person and board: nobody opens another's copy on a device that is shared. */
export const copyKey = (person: string, board: string): string => `${person}|${board}`

export const keepDesk = (key: string, desk: DeskAnswer): Promise<unknown> =>
  withTable('readwrite', (store) => store.put({ at: Date.now(), desk }, key))

export interface KeptDesk {
  /** Milliseconds since 1970, by this device's clock. */
  readonly at: number
  readonly desk: DeskAnswer
}

export async function keptDesk(key: string): Promise<KeptDesk | undefined> {
  const found: unknown = await withTable('readonly', (store) => store.get(key))
  return found ? (found as KeptDesk) : undefined // written by `keepDesk` only
}

const waitingKey = (key: string, recommendation: string): string => `${waitingFamily}${key}|${recommendation}`

/** What was said meanwhile of one text: later words take the place of earlier ones. */
export function waitingOwn(key: string, recommendation: string): OwnInput | undefined {
  const found = ownInput.safeParse(readStored(storage(), waitingKey(key, recommendation)) ?? null)
  return found.success ? found.data : undefined
}

export const keepWaiting = (key: string, recommendation: string, change: OwnInput | undefined): boolean =>
  writeStored(storage(), waitingKey(key, recommendation), change)

/** Everything of this device, at sign-out. */
export async function forgetDesks(): Promise<void> {
  const kept = storage()
  if (kept)
    for (const key of Array.from({ length: kept.length }, (_, at) => kept.key(at) ?? ''))
      if (key.startsWith(waitingFamily) || key.startsWith(typedFamily)) kept.removeItem(key)
  await withTable('readwrite', (store) => store.clear())
}
