// The notices in SQL.
import type { Database } from '#server/adapters/sql/database.ts'
import type { NoticeTables } from '#server/adapters/sql/noticesSchema.ts'
import type { NoticeState, Notices } from '#server/ports/notices.ts'
import type { Rhythm } from '#shared/notices/noticeRules.ts'

type Tellings = Pick<Notices, 'beginTelling' | 'finishTelling'>
type Happenings = Pick<Notices, 'seeHappenings' | 'seenHappenings'>

/** Rows of one insert: SQLite takes some ten thousand values at once. */
const rowsAtOnce = 500

export function sqlNotices(database: Database): Notices {
  const { read, write } = database
  return {
    async noticeState(accountId) {
      const row = await read
        .selectFrom('notice_states')
        .selectAll()
        .where('account_id', '=', accountId)
        .executeTakeFirst()
      return row && stateOf(row)
    },
    async beginNotices({ accountId, stopToken, toldUntil }) {
      await write
        .insertInto('notice_states')
        .values({
          ...{ account_id: accountId, rhythm: null, own_texts: 1, told_until: toldUntil },
          ...{ telling: null, stop_token: stopToken },
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },
    async changeWishes(accountId, { ownTexts, rhythm }) {
      await write
        .updateTable('notice_states')
        .set({ rhythm, own_texts: ownTexts ? 1 : 0 })
        .where('account_id', '=', accountId)
        .execute()
    },
    async accountByStopToken(token) {
      const row = await read
        .selectFrom('notice_states')
        .select('account_id')
        .where('stop_token', '=', token)
        .executeTakeFirst()
      return row?.account_id
    },
    ...sqlTellings(database),
    ...sqlHappenings(database),
  }
}

const stateOf = (row: NoticeTables['notice_states']): NoticeState => ({
  ...{
    accountId: row.account_id,
    toldUntil: row.told_until,
    telling: row.telling,
    stopToken: row.stop_token,
  },
  // Written by `changeWishes` only.
  wishes: row.rhythm === null ? null : { rhythm: row.rhythm as Rhythm, ownTexts: row.own_texts === 1 }, // a text column
})

function sqlTellings({ read, write }: Database): Tellings {
  return {
    async beginTelling(accountId, { from, until }) {
      await write
        .updateTable('notice_states')
        .set({ telling: until })
        .where('account_id', '=', accountId)
        .where('told_until', '=', from)
        .where('telling', 'is', null)
        .execute()
      const row = await read
        .selectFrom('notice_states')
        .select('telling')
        .where('account_id', '=', accountId)
        .where('told_until', '=', from)
        .executeTakeFirst()
      return row?.telling ?? undefined
    },
    async finishTelling(accountId, until) {
      await write
        .updateTable('notice_states')
        .set({ told_until: until, telling: null })
        .where('account_id', '=', accountId)
        .where('telling', '=', until)
        .execute()
    },
  }
}

function sqlHappenings({ read, write }: Database): Happenings {
  return {
    async seeHappenings(ids, at) {
      for (let from = 0; from < ids.length; from += rowsAtOnce)
        await write
          .insertInto('notice_happenings')
          .values(ids.slice(from, from + rowsAtOnce).map((id) => ({ id, seen_at: at })))
          .onConflict((conflict) => conflict.doNothing())
          .execute()
    },
    async seenHappenings() {
      const rows = await read.selectFrom('notice_happenings').selectAll().execute()
      return new Map(rows.map(({ id, seen_at }) => [id, seen_at]))
    },
  }
}
