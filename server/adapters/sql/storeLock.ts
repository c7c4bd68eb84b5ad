// Sees to it that one process at a time writes to the embedded store. The operating system drops the lock with its holder, killed or not.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import SqliteDatabase from 'better-sqlite3'

/** The error's `code` when another process, or another part of this one, holds the store. */
export const storeInUse = 'STORE_IN_USE'

/** Milliseconds: a server that is being restarted may still be closing. */
const patience = 1_000

/**
 * Takes the lock or throws an error with code `STORE_IN_USE`. It is an exclusive lock of SQLite's on a file of its own: the store's
 * file itself must stay readable by the other threads. Returns the way to let go.
 */
export function holdStoreLock(lockFile: string): () => void {
  const pidFile = `${lockFile}.pid`
  const lock = new SqliteDatabase(lockFile, { timeout: patience })
  try {
    lock.pragma('locking_mode = EXCLUSIVE')
    lock.pragma('journal_mode = MEMORY')
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    throw (error as { code?: string }).code === 'SQLITE_BUSY' ? inUse(pidFile, error) : error // SQLite's errors carry a code
  }
  writeFileSync(pidFile, `${process.pid}\n`)
  return () => {
    rmSync(pidFile, { force: true })
    lock.close()
  }
}

function inUse(pidFile: string, cause: unknown): Error {
  let holder = ''
  try {
    holder = ` (process ${readFileSync(pidFile, 'utf8').trim()})`
  } catch {
    // The holder has not written its number yet: the message does without.
  }
  const error = new Error(`the store is already open in another process${holder}`, { cause })
  return Object.assign(error, { code: storeInUse })
}
