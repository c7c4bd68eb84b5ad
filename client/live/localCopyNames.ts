// Which copies this browser holds, by name; and forgetting them all at sign-out.
import { openDatabase, transact } from '#client/live/localCopyStore.ts'

export interface CopyOwner {
  readonly origin: string
  readonly documentName: string
  readonly participantId: string
  readonly generation: number
}

const family = 'faire-ensemble'
/** Names of databases in a list of our own: not every browser can list its databases. */
const listKey = `${family}.copies`

export const copyName = ({ origin, documentName, participantId, generation }: CopyOwner): string =>
  [family, origin, documentName, participantId, generation].join('|')

/** Undefined for the name of anything else. */
export function copyOwner(name: string): CopyOwner | undefined {
  const [head, origin, documentName, participantId, generation] = name.split('|')
  if (head !== family || !origin || !documentName || !participantId || !generation) return undefined
  return { origin, documentName, participantId, generation: Number(generation) }
}

/** What a browser gives for keeping things; parts of it may be missing, forbidden or full. */
export interface DeviceStorage {
  readonly indexedDB: IDBFactory | undefined
  readonly localStorage: Storage | undefined
}

/** This browser's storage. Reading the properties alone throws where storage is forbidden. */
export function deviceStorage(): DeviceStorage {
  const given = <T>(read: () => T): T | undefined => {
    try {
      return read() ?? undefined
    } catch {
      return undefined
    }
  }
  return { indexedDB: given(() => globalThis.indexedDB), localStorage: given(() => globalThis.localStorage) }
}

/** JSON kept under a key of localStorage; undefined when there is none or it cannot be read. */
export function readStored(storage: Storage | undefined, key: string): unknown {
  try {
    return JSON.parse(storage?.getItem(key) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

/** False when nothing could be kept. */
export function writeStored(storage: Storage | undefined, key: string, value: unknown): boolean {
  try {
    if (value === undefined) storage?.removeItem(key)
    else storage?.setItem(key, JSON.stringify(value))
    return storage !== undefined
  } catch {
    return false
  }
}

function listed(storage: Storage | undefined): string[] {
  const names = readStored(storage, listKey)
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : []
}

export function listCopy(storage: Storage | undefined, name: string): void {
  const names = listed(storage)
  if (!names.includes(name)) writeStored(storage, listKey, [...names, name])
}

/** Names of all copies of this product that this browser holds. */
export async function copyNames({ indexedDB, localStorage }: DeviceStorage): Promise<string[]> {
  const found = (await indexedDB?.databases?.().catch(() => [])) ?? []
  const names = [...listed(localStorage), ...found.flatMap(({ name }) => name ?? [])]
  return [...new Set(names)].filter((name) => copyOwner(name) !== undefined)
}

/** Milliseconds to wait for a database; another tab may hold it. */
const patience = 1_500

/** Empties a copy, then deletes its database as soon as no tab holds it open. */
export async function forgetCopy({ indexedDB, localStorage }: DeviceStorage, name: string): Promise<void> {
  writeStored(
    localStorage,
    listKey,
    listed(localStorage).filter((other) => other !== name),
  )
  if (!indexedDB) return
  const database = await openDatabase(indexedDB, name, patience).catch(() => undefined)
  if (database) {
    await transact(database, 'readwrite', (updates, marks) => {
      updates.clear()
      marks.clear()
    }).catch(() => undefined)
    database.close()
  }
  await new Promise<void>((resolve) => {
    const request = indexedDB.deleteDatabase(name)
    request.onsuccess = request.onerror = request.onblocked = () => resolve()
    setTimeout(resolve, patience)
  })
}

/** To be called at sign-out, after the rooms were closed: nothing of any document stays on this device. */
export async function forgetLocalCopies(storage: DeviceStorage = deviceStorage()): Promise<void> {
  for (const name of await copyNames(storage)) await forgetCopy(storage, name)
  writeStored(storage.localStorage, refusedKey, undefined)
  writeStored(storage.localStorage, offeredKey, undefined)
}

/** Where refused words wait to be copied out. */
export const refusedKey = `${family}.refused`
/** Which copies of others were offered for copying out. */
export const offeredKey = `${family}.offered`
