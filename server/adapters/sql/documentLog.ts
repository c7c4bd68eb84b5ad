// The append-only log of the documents in SQL: every read is checked against the chain of hashes.
import type { Database } from '#server/adapters/sql/database.ts'
import { groupCommit } from '#server/adapters/sql/groupCommit.ts'
import {
  chainStart,
  noClients,
  sameBytes,
  snapshotChecksum,
  withClient,
} from '#server/adapters/sql/logChain.ts'
import {
  checkedRows,
  damaged,
  documentRow,
  hashAt,
  historyPages,
  reading,
} from '#server/adapters/sql/logReader.ts'
import type { Schema } from '#server/adapters/sql/schema.ts'
import { DamagedLog, type DocumentLog, type KeptDocument, type Snapshot } from '#server/ports/documentLog.ts'

/** Of the snapshots older than the newest, this many are kept for the case that the newest is damaged. */
const olderSnapshots = 2

type Document = Schema['documents']
type Db = Database['read']

export function sqlDocumentLog(database: Database): DocumentLog {
  const { read } = database
  return {
    create: (name) => createDocument(database, name),
    exists: async (name) => (await documentRow(read, name)) !== undefined,
    generation: async (name) => (await documentRow(read, name))?.generation,
    load: (name) => reading(name, () => snapshotOf(database, (db) => loadDocument(db, name))),
    append: groupCommit((appends) => database.run('appendRows', appends)),
    saveSnapshot: (name, snapshot) => saveSnapshot(database, name, snapshot),
    history: (name, fromSeq = 1) => historyPages(read, name, fromSeq),
    clients: (name) =>
      reading(name, () =>
        snapshotOf(database, async (db) => {
          const document = await documentRow(db, name)
          return document ? await clientsOf(db, document) : new Map<number, string>()
        }),
      ),
    async size(name) {
      const document = await documentRow(read, name)
      if (!document) return 0
      const newest = await read
        .selectFrom('document_snapshots')
        .select((of) => of.fn<number>('length', ['state']).as('bytes'))
        .where('document', '=', document.id)
        .orderBy('seq', 'desc')
        .executeTakeFirst()
      return document.log_bytes + (newest?.bytes ?? 0)
    },
    remove: (name) => removeDocument(database, name),
  }
}

/** Reads everything as of one moment, so that rows and head agree while others append. */
const snapshotOf = <T>({ read, kind }: Database, look: (db: Db) => Promise<T>): Promise<T> =>
  kind === 'postgres'
    ? read.transaction().setIsolationLevel('repeatable read').execute(look)
    : read.transaction().execute(look)

async function createDocument({ write }: Database, name: string): Promise<void> {
  await write.transaction().execute(async (db) => {
    // The upsert takes the row's lock, so that a second process waits here until the first has committed.
    const past = await db
      .insertInto('document_generations')
      .values({ name, generation: 0, live: 0 })
      .onConflict((conflict) =>
        conflict.column('name').doUpdateSet((of) => ({ name: of.ref('excluded.name') })),
      )
      .returningAll()
      .executeTakeFirstOrThrow()
    if (await documentRow(db, name)) return
    if (past.live === 1) throw new DamagedLog(damaged(name, 'its row, which is missing'))
    const generation = past.generation + 1
    await db
      .updateTable('document_generations')
      .set({ generation, live: 1 })
      .where('name', '=', name)
      .execute()
    const fresh = {
      id: randomNumber(),
      name,
      generation,
      head_seq: 0,
      head_hash: chainStart(name, generation),
      clients_digest: noClients(),
      log_bytes: 0,
      created_at: Date.now(),
    }
    await db.insertInto('documents').values(fresh).execute()
  })
}

async function removeDocument({ write }: Database, name: string): Promise<void> {
  await write.transaction().execute(async (db) => {
    await db.updateTable('document_generations').set({ live: 0 }).where('name', '=', name).execute()
    await db.deleteFrom('documents').where('name', '=', name).execute()
  })
}

/** 48 random bits: documents are numbered without asking who else is making one. */
function randomNumber(): number {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2))
  return (high & 0xffff) * 2 ** 32 + low
}

async function loadDocument(db: Db, name: string): Promise<KeptDocument | undefined> {
  const document = await documentRow(db, name)
  if (!document) return await sureOfAbsence(db, name)
  const { snapshot, hash } = await lastGoodSnapshot(db, document)
  const rows = await checkedRows(db, document, { after: snapshot?.seq ?? 0, hash })
  const clients = await clientsOf(db, document)
  return { name, generation: document.generation, headSeq: document.head_seq, snapshot, rows, clients }
}

/** A document that was made and never removed must be there. */
async function sureOfAbsence(db: Db, name: string): Promise<undefined> {
  const past = await db
    .selectFrom('document_generations')
    .select('live')
    .where('name', '=', name)
    .executeTakeFirst()
  if (past?.live === 1) throw new DamagedLog(damaged(name, 'its row, which is missing'))
}

/**
 * A snapshot counts when its own checksum holds. That it belongs to this log is seen from the rows after it, whose chain goes on from
 * its hash to the head's; a row under it may be damaged and is not needed.
 */
async function lastGoodSnapshot(
  db: Db,
  document: Document,
): Promise<{ snapshot: Snapshot | undefined; hash: Uint8Array }> {
  const found = await db
    .selectFrom('document_snapshots')
    .selectAll()
    .where('document', '=', document.id)
    .orderBy('seq', 'desc')
    .execute()
  for (const { seq, state, log_hash, checksum } of found) {
    if (!(state instanceof Uint8Array) || !(log_hash instanceof Uint8Array)) continue
    if (
      !sameBytes(
        checksum,
        snapshotChecksum(chainStart(document.name, document.generation), { logHash: log_hash, seq, state }),
      )
    )
      continue
    return { snapshot: { seq, state: new Uint8Array(state) }, hash: log_hash }
  }
  return { snapshot: undefined, hash: chainStart(document.name, document.generation) }
}

async function saveSnapshot({ write }: Database, name: string, { seq, state }: Snapshot): Promise<void> {
  await write.transaction().execute(async (db) => {
    const document = await documentRow(db, name)
    const hash = document && (await hashAt(db, document, seq))
    if (!document || !hash) throw new Error(`no row ${seq} to take a snapshot of in ${name}`)
    const row = {
      state,
      log_hash: hash,
      checksum: snapshotChecksum(chainStart(name, document.generation), { logHash: hash, seq, state }),
    }
    await db
      .insertInto('document_snapshots')
      .values({ document: document.id, seq, ...row })
      .onConflict((conflict) => conflict.columns(['document', 'seq']).doUpdateSet(row))
      .execute()
    const kept = await db
      .selectFrom('document_snapshots')
      .select('seq')
      .where('document', '=', document.id)
      .orderBy('seq', 'desc')
      .limit(1 + olderSnapshots)
      .execute()
    const oldest = kept.at(-1)?.seq ?? 0
    await db
      .deleteFrom('document_snapshots')
      .where('document', '=', document.id)
      .where('seq', '<', oldest)
      .execute()
  })
}

async function clientsOf(db: Db, document: Document): Promise<ReadonlyMap<number, string>> {
  const rows = await db
    .selectFrom('document_clients')
    .selectAll()
    .where('document', '=', document.id)
    .execute()
  const start = chainStart(document.name, document.generation)
  const digest = rows.reduce((clients, row) => withClient(clients, start, row), noClients())
  const isWhole = rows.every(({ participant }) => typeof participant === 'string')
  if (!isWhole || !sameBytes(document.clients_digest, digest))
    throw new DamagedLog(damaged(document.name, 'its client ids'))
  return new Map(rows.map(({ client, participant }) => [client, participant]))
}
