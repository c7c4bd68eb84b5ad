// Any changed byte in the rows of a document is found before it is served.
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Store } from '#server/adapters/sql/openStore.ts'
import { DamagedLog, type LogRow } from '#server/ports/documentLog.ts'
import { databaseKinds, type FreshStore, freshStore } from '#server/testing/stores.ts'

const name = 'drafts/a'

async function prepare({ documentLog }: Store): Promise<void> {
  await documentLog.remove(name)
  await documentLog.create(name)
  for (let i = 0; i < 6; i++) {
    const update = Uint8Array.from({ length: 20 }, (_, at) => i * 16 + at)
    await documentLog.append(name, [{ author: `p${i % 3}`, update }], new Map([[i, `p${i % 3}`]]))
  }
}

/** Changes cells behind the adapter's back. */
const tamper = (store: Store, statement: string) => sql.raw(statement).execute(store.database.write)

async function all(rows: AsyncIterable<LogRow>): Promise<LogRow[]> {
  const found: LogRow[] = []
  for await (const row of rows) found.push(row)
  return found
}

describe.each(databaseKinds)('%s', (kind) => {
  let fresh: FreshStore
  beforeAll(async () => {
    fresh = await freshStore(kind)
  })
  afterAll(() => fresh.close())
  beforeEach(() => prepare(fresh.store))

  const log = () => fresh.store.documentLog
  const hex = (bytes: Uint8Array) =>
    kind === 'sqlite'
      ? `x'${Buffer.from(bytes).toString('hex')}'`
      : `'\\x${Buffer.from(bytes).toString('hex')}'`

  test('every single bit of every update and hash', async () => {
    const { database } = fresh.store
    const rows = await database.read.selectFrom('document_log').select(['seq', 'bytes', 'hash']).execute()
    let flips = 0
    for (const column of ['bytes', 'hash'] as const) {
      for (const row of rows) {
        const honest = Uint8Array.from(row[column])
        const at = (flips * 7) % honest.length
        const flipped = honest.with(at, (honest[at] ?? 0) ^ (1 << (flips % 8)))
        await tamper(
          fresh.store,
          `update document_log set ${column} = ${hex(flipped)} where seq = ${row.seq}`,
        )
        await expect(log().load(name)).rejects.toBeInstanceOf(DamagedLog)
        await expect(all(log().history(name))).rejects.toBeInstanceOf(DamagedLog)
        await tamper(fresh.store, `update document_log set ${column} = ${hex(honest)} where seq = ${row.seq}`)
        flips++
      }
    }
    expect(flips).toBe(12)
    expect((await log().load(name))?.rows).toHaveLength(6)
  })

  test.each([
    ['an author', `update document_log set author = 'p9' where seq = 2`],
    ['a time', 'update document_log set at = at + 1 where seq = 3'],
    ['a number', 'update document_log set seq = 7 where seq = 6'],
    ['a row that is gone from the middle', 'delete from document_log where seq = 4'],
    ['a row that is gone from the end', 'delete from document_log where seq = 6'],
    ['a row that is gone from the beginning', 'delete from document_log where seq = 1'],
    ['the head', 'update documents set head_seq = 5'],
    ['the head moved ahead', 'update documents set head_seq = 7'],
    ['the generation', 'update documents set generation = generation + 1'],
    ['the name', `update documents set name = 'drafts/b'`],
    ['a client id', 'update document_clients set client = 77 where client = 2'],
    ['a client id that is gone', 'delete from document_clients where client = 2'],
    ['whose client id it is', `update document_clients set participant = 'eve' where client = 2`],
  ])('%s', async (_, statement) => {
    await tamper(fresh.store, statement)
    await expect(log().load(name)).rejects.toBeInstanceOf(DamagedLog)
    await tamper(fresh.store, `update documents set name = '${name}'`)
  })

  test('a document whose row was lost is not begun anew', async () => {
    await tamper(fresh.store, `update documents set name = 'drafts/lost'`)
    await expect(log().create(name)).rejects.toBeInstanceOf(DamagedLog)
    await tamper(fresh.store, `update documents set name = '${name}'`)
    expect((await log().load(name))?.rows).toHaveLength(6)
  })

  test('rows of two documents that were exchanged', async () => {
    await log().remove('drafts/b')
    await log().create('drafts/b')
    for (let i = 0; i < 6; i++) await log().append('drafts/b', [{ author: 'p0', update: Uint8Array.of(i) }])
    for (const [from, to] of [
      [name, 'aside'],
      ['drafts/b', name],
      ['aside', 'drafts/b'],
    ]) {
      await tamper(fresh.store, `update documents set name = '${to}' where name = '${from}'`)
    }
    await expect(log().load(name)).rejects.toBeInstanceOf(DamagedLog)
    await expect(log().load('drafts/b')).rejects.toBeInstanceOf(DamagedLog)
  })

  test('damage of one document leaves the others alone', async () => {
    await log().remove('drafts/well')
    await log().create('drafts/well')
    await log().append('drafts/well', [{ author: 'ana', update: Uint8Array.of(1) }])
    await tamper(fresh.store, `update document_log set author = 'eve' where author = 'p1'`)
    await expect(log().load(name)).rejects.toThrow(name)
    expect((await log().load('drafts/well'))?.rows).toHaveLength(1)
  })

  test('a damaged snapshot gives way to the one before, and to the whole log at last', async () => {
    const state = Uint8Array.of(1, 2, 3)
    await log().saveSnapshot(name, { seq: 2, state })
    await log().saveSnapshot(name, { seq: 4, state: Uint8Array.of(4, 5) })
    await tamper(
      fresh.store,
      `update document_snapshots set state = ${hex(Uint8Array.of(4, 4))} where seq = 4`,
    )
    const older = await log().load(name)
    expect(older?.snapshot).toEqual({ seq: 2, state })
    expect(older?.rows.map(({ seq }) => seq)).toEqual([3, 4, 5, 6])
    await tamper(fresh.store, 'update document_snapshots set seq = 3 where seq = 2')
    const none = await log().load(name)
    expect(none?.snapshot).toBeUndefined()
    expect(none?.rows).toHaveLength(6)
  })

  test('a snapshot of another log is not taken for one of this', async () => {
    await log().remove('drafts/b')
    await log().create('drafts/b')
    for (let i = 0; i < 6; i++) await log().append('drafts/b', [{ author: 'p0', update: Uint8Array.of(i) }])
    await log().saveSnapshot('drafts/b', { seq: 6, state: Uint8Array.of(6) })
    await tamper(
      fresh.store,
      `update document_snapshots set document = (select id from documents where name = '${name}')`,
    )
    expect((await log().load(name))?.snapshot).toBeUndefined()
    expect((await log().load(name))?.rows).toHaveLength(6)
  })

  test('a damaged row under a good snapshot is not needed; one after it is', async () => {
    await log().saveSnapshot(name, { seq: 4, state: Uint8Array.of(1) })
    await tamper(fresh.store, `update document_log set author = 'eve' where seq = 2`)
    await tamper(fresh.store, `update document_log set hash = ${hex(new Uint8Array(32))} where seq = 4`)
    expect((await log().load(name))?.rows.map(({ seq }) => seq)).toEqual([5, 6])
    await expect(all(log().history(name))).rejects.toBeInstanceOf(DamagedLog)
    await tamper(fresh.store, `update document_log set author = 'eve' where seq = 5`)
    await expect(log().load(name)).rejects.toBeInstanceOf(DamagedLog)
  })

  test('a snapshot does not outlive the document it was taken of', async () => {
    await log().saveSnapshot(name, { seq: 4, state: Uint8Array.of(1) })
    await log().remove(name)
    await log().create(name)
    const left = await fresh.store.database.read.selectFrom('document_snapshots').select('seq').execute()
    expect(left).toEqual([])
  })
})
