// The embedded store as one file: copied whole while a server writes to it, put in the place of another when none does.
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { storeFile } from '#server/adapters/sql/database.ts'
import { holdStoreLock } from '#server/adapters/sql/storeLock.ts'

/** Milliseconds: the writer of a running server holds the file for single transactions only. */
const patience = 10_000

/**
 * Everything that was committed at one instant, in a file of its own without a log beside it. Reading does not hold up a running server.
 * What was deleted is not in it: the pages are written afresh.
 */
export function copySqlite(dataDir: string, target: string): void {
  const store = new SqliteDatabase(storeFile(dataDir), { fileMustExist: true, timeout: patience })
  try {
    store.prepare('vacuum into ?').run(target)
  } finally {
    store.close()
  }
  const problems = damageOf(target)
  if (problems !== undefined) throw new Error(`the copy is damaged: ${problems}`)
}

/** What is wrong with a store's file; undefined where it is whole. */
export function damageOf(file: string): string | undefined {
  let copy: SqliteDatabase.Database | undefined
  try {
    copy = new SqliteDatabase(file, { readonly: true, fileMustExist: true })
    const said = copy.pragma('integrity_check', { simple: true })
    return said === 'ok' ? undefined : String(said)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    copy?.close()
  }
}

/** The newest migration of a store's file. */
export function schemaOfSqlite(file: string): string {
  const store = new SqliteDatabase(file, { readonly: true, fileMustExist: true, timeout: patience })
  try {
    const row = store.prepare('select max(name) as name from kysely_migration').get() as { name: string } // one row of one text
    return row.name
  } finally {
    store.close()
  }
}

/** Parts of DATA_DIR that belong to the store, and stand aside together. */
const parts = ['store.sqlite', 'store.sqlite-wal', 'store.sqlite-shm', 'files', 'session-secret']

/**
 * Moves what stands in DATA_DIR aside, then lets `fill` put the new parts there. While it does, no server can open the store.
 * Where `fill` fails, what stood there stands there again. Throws an error with code `STORE_IN_USE` beside a running server.
 */
export async function replaceStore(
  dataDir: string,
  aside: string,
  fill: () => Promise<void>,
): Promise<readonly string[]> {
  mkdirSync(dataDir, { recursive: true })
  const letGo = holdStoreLock(join(dataDir, 'store.lock'))
  const moved: string[] = []
  try {
    mkdirSync(aside, { recursive: true, mode: 0o700 })
    for (const part of parts) {
      if (!existsSync(join(dataDir, part))) continue
      renameSync(join(dataDir, part), join(aside, basename(part)))
      moved.push(part)
    }
    try {
      await fill()
    } catch (error) {
      const failed = `${aside}.failed`
      mkdirSync(failed, { recursive: true, mode: 0o700 })
      for (const part of parts)
        if (existsSync(join(dataDir, part))) renameSync(join(dataDir, part), join(failed, part))
      for (const part of moved) renameSync(join(aside, part), join(dataDir, part))
      for (const folder of [aside, failed]) if (readdirSync(folder).length === 0) rmdirSync(folder)
      throw error
    }
  } finally {
    letGo()
  }
  return moved
}
