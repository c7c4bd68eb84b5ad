// How a store is opened, held, migrated and given back, and what it says when it cannot.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { columnOf, type RecordLayout } from '#server/adapters/sql/cycle/layout.ts'
import { collections, fileRecord, singles } from '#server/adapters/sql/cycle/records.ts'
import { tableKeys } from '#server/adapters/sql/cycle/tableKeys.ts'
import { openDatabase, storeFile } from '#server/adapters/sql/database.ts'
import { migrate } from '#server/adapters/sql/migrations/migrate.ts'
import { openStore } from '#server/adapters/sql/openStore.ts'
import { databaseKinds, freshPlace, freshStore } from '#server/testing/stores.ts'

const runChild = (file: string, ...args: string[]) => {
  const path = new URL(`../../testing/${file}`, import.meta.url).pathname
  return spawnSync(process.execPath, [...process.execArgv, path, ...args], { encoding: 'utf8' })
}

const refusal = (opening: Promise<unknown>) =>
  opening.then(
    () => 'opened',
    (error: unknown) => error,
  )

describe.each(databaseKinds)('%s', (kind) => {
  test('a store that is closed and opened again has everything', async () => {
    const place = await freshPlace(kind)
    try {
      const first = await openStore(place.settings)
      await first.settings.set('demo', 'yes')
      await first.close()
      const again = await openStore(place.settings)
      expect(await again.settings.get('demo')).toBe('yes')
      await again.ready()
      await again.close()
    } finally {
      place.remove()
    }
  })

  test('a migration killed in the middle is as if it had never begun', async () => {
    const place = await freshPlace(kind)
    const { dataDir, databaseUrl = '' } = place.settings
    try {
      expect(runChild('migrateAndDie.ts', dataDir, databaseUrl).signal).toBe('SIGKILL')
      const database = await openDatabase(place.settings)
      // PostgreSQL notices the lost connection in its own time: the migration's lock makes the next one wait for that.
      await migrate(database)
      const tables = (await database.read.introspection.getTables()).map(({ name }) => name)
      expect(tables).toContain('document_log')
      expect(tables).toContain('local_initiative_recommendations')
      expect(tables).not.toContain('half_made')
      await database.close()
    } finally {
      place.remove()
    }
  })

  test('the tables are what the layout of the format says', async () => {
    const { store, close } = await freshStore(kind)
    try {
      const tables = await store.database.read.introspection.getTables()
      const columns = new Map(tables.map(({ name, columns }) => [name, columns.map((column) => column.name)]))
      const expectColumns = (layout: RecordLayout, parent: string[] = []) => {
        const own = [...Object.keys(layout.fields).map(columnOf), 'position', 'extras', ...parent]
        if (layout === fileRecord) own.push('id')
        expect(columns.get(layout.table)?.sort()).toEqual(own.sort())
        for (const list of layout.lists)
          expect(columns.get(list.table)).toEqual(
            expect.arrayContaining([list.parent, list.value, list.position]),
          )
        for (const { record, parent } of layout.parts) expectColumns(record, [parent])
      }
      for (const layout of [fileRecord, ...Object.values(singles), ...Object.values(collections)])
        expectColumns(layout)
      expect(tableKeys.size).toBeGreaterThan(40)
    } finally {
      await close()
    }
  })

  test('a failed transaction leaves nothing, and the next one works', async () => {
    const { store, close } = await freshStore(kind)
    try {
      const { write } = store.database
      const failing = write.transaction().execute(async (db) => {
        await db.insertInto('settings').values({ key: 'a', value: '1' }).execute()
        throw new Error('changed my mind')
      })
      await expect(failing).rejects.toThrow('changed my mind')
      const clash = write
        .insertInto('settings')
        .values([
          { key: 'b', value: '1' },
          { key: 'b', value: '2' },
        ])
        .execute()
      await expect(clash).rejects.toThrow()
      await store.settings.set('c', '3')
      expect(await store.database.read.selectFrom('settings').select('key').execute()).toEqual([{ key: 'c' }])
    } finally {
      await close()
    }
  })

  test('transactions and appends at once do not mix', async () => {
    const { store, close } = await freshStore(kind)
    try {
      await store.documentLog.create('drafts/a')
      await store.settings.set('count', '0')
      const rise = () =>
        store.database.write.transaction().execute(async (db) => {
          const lock = db.selectFrom('settings').select('value').where('key', '=', 'count')
          const { value } = await (kind === 'postgres' ? lock.forUpdate() : lock).executeTakeFirstOrThrow()
          await db
            .updateTable('settings')
            .set({ value: String(Number(value) + 1) })
            .where('key', '=', 'count')
            .execute()
        })
      const appends = Array.from({ length: 30 }, (_, i) =>
        store.documentLog.append('drafts/a', [{ author: 'ana', update: Uint8Array.of(i) }]),
      )
      await Promise.all([...Array.from({ length: 30 }, rise), ...appends])
      expect(await store.settings.get('count')).toBe('30')
      expect((await store.documentLog.load('drafts/a'))?.headSeq).toBe(30)
    } finally {
      await close()
    }
  })
})

describe('sqlite', () => {
  test('is durable and forgets what is deleted', async () => {
    const { store, close } = await freshStore('sqlite')
    const pragma = async (name: string) =>
      Object.values((await sql.raw<object>(`pragma ${name}`).execute(store.database.write)).rows[0] ?? {})[0]
    try {
      expect(await pragma('journal_mode')).toBe('wal')
      expect(await pragma('synchronous')).toBe(2)
      expect(await pragma('foreign_keys')).toBe(1)
      expect(await pragma('secure_delete')).toBe(1)
    } finally {
      await close()
    }
  })

  test('a deleted document’s words are not in the file', async () => {
    const place = await freshPlace('sqlite')
    const canary = 'le canari du 14 avril'
    try {
      const store = await openStore(place.settings)
      await store.documentLog.create('drafts/a')
      await store.documentLog.append('drafts/a', [
        { author: 'ana', update: new TextEncoder().encode(canary) },
      ])
      await store.close()
      expect(readFileSync(storeFile(place.settings.dataDir)).includes(canary)).toBe(true)
      const again = await openStore(place.settings)
      await again.documentLog.remove('drafts/a')
      await again.close()
      expect(readFileSync(storeFile(place.settings.dataDir)).includes(canary)).toBe(false)
      expect(existsSync(`${storeFile(place.settings.dataDir)}-wal`)).toBe(false)
    } finally {
      place.remove()
    }
  })

  test('is written by one process at a time, and by one store in a process', async () => {
    const place = await freshPlace('sqlite')
    const { dataDir } = place.settings
    try {
      const first = await openStore(place.settings)
      expect(await refusal(openStore(place.settings))).toMatchObject({ name: 'StoreFailure', kind: 'in-use' })
      const other = runChild('appendForever.ts', dataDir)
      expect(other.status).not.toBe(0)
      expect(other.stderr).toContain(`already open in another process (process ${process.pid})`)
      await first.settings.set('still', 'mine')
      expect(await first.settings.get('still')).toBe('mine')
      await first.close()
      await (await openStore(place.settings)).close()
    } finally {
      place.remove()
    }
  })

  test('a full store refuses, acknowledges nothing, reads on, and recovers by itself', async () => {
    const { store, close } = await freshStore('sqlite')
    const pragma = (text: string) => sql.raw(`pragma ${text}`).execute(store.database.write)
    const big = () =>
      store.documentLog.append('drafts/a', [{ author: 'ana', update: new Uint8Array(300_000) }])
    try {
      await store.documentLog.create('drafts/a')
      await pragma('max_page_count = 1')
      expect(await refusal(big())).toMatchObject({ name: 'StoreFailure', kind: 'full' })
      expect(await refusal(big())).toMatchObject({ kind: 'full' })
      expect((await store.documentLog.load('drafts/a'))?.headSeq).toBe(0)
      await store.ready()
      await pragma('max_page_count = 1000000')
      expect(await big()).toBe(1)
      expect((await store.documentLog.load('drafts/a'))?.headSeq).toBe(1)
    } finally {
      await close()
    }
  })

  test('a file that is no store is refused and left alone', async () => {
    const place = await freshPlace('sqlite')
    const file = join(place.settings.dataDir, 'store.sqlite')
    try {
      writeFileSync(file, 'not a store at all '.repeat(500))
      expect(await refusal(openStore(place.settings))).toMatchObject({ name: 'StoreFailure', kind: 'broken' })
      expect(readFileSync(file, 'utf8')).toBe('not a store at all '.repeat(500))
    } finally {
      place.remove()
    }
  })

  test('a closed store refuses further writes', async () => {
    const { store, close } = await freshStore('sqlite')
    await store.documentLog.create('drafts/a')
    await close()
    expect(await refusal(store.documentLog.append('drafts/a', []))).toMatchObject({ kind: 'closed' })
    await expect(store.settings.set('a', 'b')).rejects.toThrow()
  })
})

describe('postgres', () => {
  test('several processes may open and migrate an empty database at once, and append without gaps', async () => {
    const place = await freshPlace('postgres')
    try {
      const stores = await Promise.all([1, 2, 3].map(() => openStore(place.settings)))
      await Promise.all(stores.map(({ documentLog }) => documentLog.create('drafts/a')))
      const appends = stores.flatMap(({ documentLog }, who) =>
        Array.from({ length: 40 }, (_, i) =>
          documentLog.append('drafts/a', [{ author: `node${who}`, update: Uint8Array.of(i) }]),
        ),
      )
      const seqs = await Promise.all(appends)
      expect([...seqs].sort((a, b) => a - b)).toEqual(Array.from({ length: 120 }, (_, i) => i + 1))
      for (const { documentLog } of stores)
        expect((await documentLog.load('drafts/a'))?.rows).toHaveLength(120)
      await Promise.all(stores.map((store) => store.close()))
    } finally {
      place.remove()
    }
  })

  test('a client id wanted in two processes at once goes to one', async () => {
    const place = await freshPlace('postgres')
    try {
      const stores = [await openStore(place.settings), await openStore(place.settings)]
      await stores[0]?.documentLog.create('drafts/a')
      const wanted = stores.map(({ documentLog }, who) =>
        documentLog.append('drafts/a', [], new Map([[1, `p${who}`]])),
      )
      const outcomes = await Promise.allSettled(wanted)
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      await Promise.all(stores.map((store) => store.close()))
    } finally {
      place.remove()
    }
  })

  test('what is acknowledged is on disk: commits are synchronous whatever the server’s settings', async () => {
    const { store, close } = await freshStore('postgres')
    try {
      const { rows } = await sql<{ synchronous_commit: string }>`show synchronous_commit`.execute(
        store.database.write,
      )
      expect(rows).toEqual([{ synchronous_commit: 'on' }])
    } finally {
      await close()
    }
  })

  test('a database that cannot be reached says so in one line', async () => {
    const place = await freshPlace('sqlite')
    try {
      const databaseUrl = 'postgres://nobody:secret@127.0.0.1:1/none'
      const error = await refusal(openStore({ ...place.settings, databaseUrl }))
      expect(error).toMatchObject({ name: 'StoreFailure', kind: 'unreachable' })
      expect(String(error)).not.toContain('secret')
    } finally {
      place.remove()
    }
  })

  test('lost connections end no process: the next query works', async () => {
    const { store, close } = await freshStore('postgres')
    try {
      await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(
        store.database.write,
      )
      await expect
        .poll(() =>
          store.settings.set('a', 'b').then(
            () => 'kept',
            () => 'lost',
          ),
        )
        .toBe('kept')
      await store.ready()
    } finally {
      await close()
    }
  })
})
