// The outbox in SQL: mails that wait, that were sent, that an administrator reads where nothing sends them.
import type { Database } from '#server/adapters/sql/database.ts'
import type { Schema } from '#server/adapters/sql/schema.ts'
import type { KeptMail, Outbox } from '#server/ports/mail.ts'
import type { AccountLanguage } from '#shared/account/account.ts'

const fromRow = (row: Schema['mails']): KeptMail => ({
  ...{ id: row.id, to: row.recipient, accountId: row.account_id, subject: row.subject },
  language: row.language as AccountLanguage, // written by keep only
  ...{ text: row.body, html: row.html, madeAt: row.made_at, expiresAt: row.expires_at, sentAt: row.sent_at },
  ...{ tries: row.tries, nextTryAt: row.next_try_at, problem: row.problem },
  ...(row.stop_address && { stopAddress: row.stop_address }),
})

export function sqlOutbox({ read, write }: Database): Outbox {
  const all = () => read.selectFrom('mails').selectAll()
  const wordless = { body: null, html: null, stop_address: null }
  return {
    async keep({ id, to, accountId, language, subject, text, html, madeAt, expiresAt, stopAddress = null }) {
      await write
        .insertInto('mails')
        .values({
          ...{ id, recipient: to, account_id: accountId, language, subject, body: text, html },
          ...{
            made_at: madeAt,
            expires_at: expiresAt,
            sent_at: null,
            tries: 0,
            next_try_at: madeAt,
            problem: null,
            stop_address: stopAddress,
          },
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },
    async mails(limit) {
      return (await all().orderBy('made_at', 'desc').orderBy('id').limit(limit).execute()).map(fromRow)
    },
    async due(now, limit) {
      const rows = await all()
        .where('sent_at', 'is', null)
        .where('body', 'is not', null)
        .where('next_try_at', '<=', now)
        .where('expires_at', '>', now)
        .orderBy('made_at')
        .limit(limit)
        .execute()
      return rows.map(fromRow)
    },
    async claim({ id, nextTryAt }, until) {
      const claimed = await write
        .updateTable('mails')
        .set({ next_try_at: until })
        .where('id', '=', id)
        .where('next_try_at', '=', nextTryAt)
        .where('sent_at', 'is', null)
        .executeTakeFirst()
      return Number(claimed.numUpdatedRows) > 0
    },
    async sent(id, at) {
      await write
        .updateTable('mails')
        .set((row) => ({ ...wordless, sent_at: at, problem: null, tries: row('tries', '+', 1) }))
        .where('id', '=', id)
        .execute()
    },
    async failed(id, { at, problem }) {
      await write
        .updateTable('mails')
        .set((row) => ({ next_try_at: at, problem, tries: row('tries', '+', 1) }))
        .where('id', '=', id)
        .execute()
    },
    async forgetOver(now) {
      await write
        .updateTable('mails')
        .set(wordless)
        .where('expires_at', '<=', now)
        .where('body', 'is not', null)
        .execute()
    },
    async forgetAccount(accountId) {
      await write.deleteFrom('mails').where('account_id', '=', accountId).execute()
    },
    async toAccount(accountId) {
      return (await all().where('account_id', '=', accountId).orderBy('made_at').execute()).map(fromRow)
    },
  }
}
