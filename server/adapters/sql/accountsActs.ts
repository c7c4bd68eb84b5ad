// The journal of acts in SQL: each line's hash covers the one before, so that a line taken out or changed is seen.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Database } from '#server/adapters/sql/database.ts'
import type { Schema } from '#server/adapters/sql/schema.ts'
import { forUpdate } from '#server/adapters/sql/scope.ts'
import type { Acts, KeptAct } from '#server/ports/acts.ts'

type Row = Schema['acts']

const hashOf = (before: string, { seq, at, made_by, act, about, details }: Omit<Row, 'hash'>): string =>
  bytesToHex(sha256(utf8ToBytes(JSON.stringify([before, seq, at, made_by, act, about, details]))))

const fromRow = ({ seq, at, made_by, act, about, details }: Row): KeptAct => ({
  ...{ seq, at, by: made_by, act, about },
  details: JSON.parse(details) as KeptAct['details'], // written by note only
})

export function sqlActs({ kind, read, write }: Database): Acts {
  return {
    async note({ by, act, about, details, at }) {
      await write.transaction().execute(async (db) => {
        const head = await db
          .selectFrom('acts_head')
          .selectAll()
          .where('id', '=', 1)
          .modifyEnd(forUpdate(kind))
          .executeTakeFirstOrThrow()
        const row = { seq: head.seq + 1, at, made_by: by, act, about, details: JSON.stringify(details) }
        const hash = hashOf(head.hash, row)
        await db
          .insertInto('acts')
          .values({ ...row, hash })
          .execute()
        await db.updateTable('acts_head').set({ seq: row.seq, hash }).where('id', '=', 1).execute()
      })
    },
    async acts({ before, limit }) {
      const all = read.selectFrom('acts').selectAll().orderBy('seq', 'desc').limit(limit)
      const rows = await (before === undefined ? all : all.where('seq', '<', before)).execute()
      return rows.map(fromRow)
    },
    async actsOf(accountId) {
      const rows = await read
        .selectFrom('acts')
        .selectAll()
        .where((where) => where.or([where('made_by', '=', accountId), where('about', '=', accountId)]))
        .orderBy('seq')
        .execute()
      return rows.map(fromRow)
    },
    async brokenAt() {
      const rows = await read.selectFrom('acts').selectAll().orderBy('seq').execute()
      const head = await read.selectFrom('acts_head').selectAll().executeTakeFirstOrThrow()
      let before = ''
      for (const [at, row] of rows.entries()) {
        if (row.seq !== at + 1 || row.hash !== hashOf(before, row)) return at + 1
        before = row.hash
      }
      return head.seq === rows.length && head.hash === before ? undefined : rows.length + 1
    },
  }
}
