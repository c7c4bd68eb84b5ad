// IndexedDB as promises, for one document's copy: opening within a time limit, and transactions that say when they are complete.

export const updatesStore = 'updates'
export const marksStore = 'marks'

/** Rejects when the browser gives no database, or does not answer within `limit` milliseconds (some never do). */
export function openDatabase(factory: IDBFactory, name: string, limit: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    let late = false
    const timer = setTimeout(() => {
      late = true
      reject(new Error('IndexedDB does not answer'))
    }, limit)
    const request = factory.open(name, 1)
    request.onupgradeneeded = () => {
      request.result.createObjectStore(updatesStore, { autoIncrement: true })
      request.result.createObjectStore(marksStore)
    }
    request.onsuccess = () => {
      clearTimeout(timer)
      if (late) request.result.close()
      else resolve(request.result)
    }
    request.onerror = () => {
      clearTimeout(timer)
      reject(request.error ?? new Error('IndexedDB refused to open'))
    }
  })
}

/** Runs `work` in one transaction; resolves once it is complete, rejects when it was aborted (quota, closing). */
export function transact<T>(
  database: IDBDatabase,
  mode: IDBTransactionMode,
  work: (updates: IDBObjectStore, marks: IDBObjectStore) => T,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction([updatesStore, marksStore], mode)
    const result = work(transaction.objectStore(updatesStore), transaction.objectStore(marksStore))
    transaction.oncomplete = () => resolve(result)
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB aborted'))
    transaction.onerror = () => reject(transaction.error ?? new Error('IndexedDB failed'))
  })
}

export function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('IndexedDB failed'))
  })
}
