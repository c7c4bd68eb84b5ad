// Taking a person out of the store: what names them goes, what they wrote with others stays as nobody's.
import type { Database } from '#server/adapters/sql/database.ts'
import type { Accounts } from '#server/ports/accounts.ts'

type Erasing = Pick<Accounts, 'erase' | 'participations'>
type Db = Database['write']

export const accountsErase = ({ read, write }: Database): Erasing => ({
  erase: (accountId, gone) => write.transaction().execute((db) => erase(db, accountId, gone)),
  participations: async (accountId) => {
    const rows = await read
      .selectFrom('participants')
      .select(['room_id', 'name'])
      .where('account_id', '=', accountId)
      .execute()
    return rows.map(({ room_id, name }) => ({ roomId: room_id, name }))
  },
})

async function erase(
  db: Db,
  accountId: string,
  { name, now }: { name: string; now: number },
): Promise<number> {
  const account = await db.selectFrom('accounts').selectAll().where('id', '=', accountId).executeTakeFirst()
  if (!account) return 0
  await db
    .updateTable('account_grants')
    .set({ until_at: now })
    .where('account_id', '=', accountId)
    .where((where) => where.or([where('until_at', 'is', null), where('until_at', '>', now)]))
    .execute()
  await db
    .updateTable('account_profiles')
    .set({ email: null, email_verified: 0, issuer: null, subject: null, erased_at: now })
    .where('account_id', '=', accountId)
    .execute()
  for (const table of ['account_sessions', 'sign_in_links', 'sign_on_tries', 'mails'] as const)
    await db.deleteFrom(table).where('account_id', '=', accountId).execute()
  await forgetInvitations(db, account.person_id, account.display_name)
  await db
    .updateTable('accounts')
    .set({
      ...{ display_name: name, person_id: `erased-${accountId}`, standing: 'member' },
      ...{ group_ids: '[]', facilitates_group_ids: '[]', secretary_group_ids: '[]' },
    })
    .where('id', '=', accountId)
    .execute()
  return await outOfRooms(db, accountId, { name, personId: account.person_id })
}

/** What an administrator typed about them, in invitations that were used. */
async function forgetInvitations(db: Db, personId: string, called: string): Promise<void> {
  await db
    .updateTable('invitations')
    .set({ name: '', email: null, person_id: null })
    .where((where) => where.or([where('person_id', '=', personId), where('name', '=', called)]))
    .where('used_at', 'is not', null)
    .execute()
}

/** Their lines in rooms, in presence records and in what groups were sent. */
async function outOfRooms(
  db: Db,
  accountId: string,
  { name, personId }: { readonly name: string; readonly personId: string },
): Promise<number> {
  const author = `account:${accountId}`
  const changed = await db
    .updateTable('participants')
    .set((row) => ({
      ...{ name, seats: '[]', standing: 'member', group_ids: '[]', removed: 1 },
      epoch: row('epoch', '+', 1),
    }))
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  await db
    .updateTable('presence_lines')
    .set({ name, person_id: null })
    .where('person_id', '=', personId)
    .execute()
  await db.updateTable('contributions').set({ name }).where('author', '=', author).execute()
  await db.deleteFrom('comings').where('author', '=', author).execute()
  return Number(changed.numUpdatedRows)
}
