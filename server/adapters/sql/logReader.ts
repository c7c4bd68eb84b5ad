// Reads rows of a document's log and checks each against the chain of hashes.
import type { Kysely } from 'kysely'
import { chainStart, rowHash, sameBytes } from '#server/adapters/sql/logChain.ts'
import type { Schema } from '#server/adapters/sql/schema.ts'
import { DamagedLog, type LogRow } from '#server/ports/documentLog.ts'

type Db = Kysely<Schema>
type Document = Schema['documents']

/** Rows read at once. */
const pageSize = 1_000

export const damaged = (name: string, where: string): string => `the log of ${name} is damaged at ${where}`

export const documentRow = (db: Db, name: string): Promise<Document | undefined> =>
  db.selectFrom('documents').selectAll().where('name', '=', name).executeTakeFirst()

/** The chain's hash after row `seq`; undefined when there is no such row. */
export async function hashAt(db: Db, document: Document, seq: number): Promise<Uint8Array | undefined> {
  if (seq === 0) return chainStart(document.name, document.generation)
  const row = await db
    .selectFrom('document_log')
    .select('hash')
    .where('document', '=', document.id)
    .where('seq', '=', seq)
    .executeTakeFirst()
  return row?.hash
}

export interface ChainPoint {
  /** The last row that is taken for granted. */
  readonly after: number
  readonly hash: Uint8Array
}

/** Every row after the point up to the head, each checked; throws `DamagedLog` when one is missing or changed. */
export async function checkedRows(db: Db, document: Document, from: ChainPoint): Promise<LogRow[]> {
  const rows: LogRow[] = []
  let point = from
  while (point.after < document.head_seq) {
    const page = await checkedPage(db, document, point)
    if (page.rows.length === 0)
      throw new DamagedLog(damaged(document.name, `row ${point.after + 1}, which is missing`))
    rows.push(...page.rows)
    point = page.point
  }
  if (point.after !== document.head_seq || !sameBytes(document.head_hash, point.hash)) {
    throw new DamagedLog(damaged(document.name, 'its head'))
  }
  return rows
}

async function checkedPage(
  db: Db,
  document: Document,
  from: ChainPoint,
): Promise<{ rows: LogRow[]; point: ChainPoint }> {
  const found = await db
    .selectFrom('document_log')
    .select(['seq', 'author', 'at', 'bytes', 'hash'])
    .where('document', '=', document.id)
    .where('seq', '>', from.after)
    .where('seq', '<=', document.head_seq)
    .orderBy('seq')
    .limit(pageSize)
    .execute()
  let point = from
  const rows = found.map((row): LogRow => {
    // A changed byte may also make one kind of value another: text that comes back as bytes has the same hash.
    const isWhole =
      row.bytes instanceof Uint8Array && typeof row.author === 'string' && Number.isSafeInteger(row.at)
    const expected = row.seq === point.after + 1 && isWhole ? rowHash(point.hash, row) : undefined
    if (!expected || !sameBytes(row.hash, expected))
      throw new DamagedLog(damaged(document.name, `row ${point.after + 1}`))
    point = { after: row.seq, hash: expected }
    return { seq: row.seq, author: row.author, at: row.at, update: new Uint8Array(row.bytes) }
  })
  return { rows, point }
}

/** All rows from `fromSeq` up to the head of the moment at which reading began. */
export async function* historyPages(db: Db, name: string, fromSeq: number): AsyncIterable<LogRow> {
  const document = await reading(name, () => documentRow(db, name))
  if (!document) return
  const after = Math.max(0, fromSeq - 1)
  if (after >= document.head_seq) return
  const hash = await hashAt(db, document, after)
  if (!hash) throw new DamagedLog(damaged(name, `row ${after}, which is missing`))
  let point: ChainPoint = { after, hash }
  while (point.after < document.head_seq) {
    const from = point
    const page = await reading(name, () => checkedPage(db, document, from))
    if (page.rows.length === 0)
      throw new DamagedLog(damaged(name, `row ${point.after + 1}, which is missing`))
    yield* page.rows
    point = page.point
  }
}

/** A file that the database itself calls corrupt is a damaged log too. */
export async function reading<T>(name: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    const code = String((error as { code?: unknown }).code ?? '') // the databases' errors carry a code
    if (/^(SQLITE_CORRUPT|SQLITE_NOTADB|XX00[12])/.test(code)) {
      throw new DamagedLog(damaged(name, `a page of the file (${code})`), { cause: error })
    }
    throw error
  }
}
