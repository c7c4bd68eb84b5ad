// Taking a person out of the store: what names them goes, what they wrote with others stays as nobody's.
import type { Database } from '#server/adapters/sql/database.ts'
import { leaveTables, rowsOf } from '#server/adapters/sql/personRows.ts'
import { forUpdate, type Scope } from '#server/adapters/sql/scope.ts'
import type { Accounts } from '#server/ports/accounts.ts'
import { type Grant, isLastAdministrator } from '#shared/people/roles.ts'

type Erasing = Pick<Accounts, 'erase' | 'participations' | 'heldOn'>
type Db = Database['write']

/** [G9] Judged where the roles are taken: of two administrators who take each other's at the same instant one stays. */
export async function wouldLeaveNobody(
  { db, kind }: Scope,
  { grantIds, now }: { readonly grantIds: readonly string[]; readonly now: number },
): Promise<boolean> {
  const rows = await db
    .selectFrom('account_grants')
    .select(['id', 'from_at', 'until_at'])
    .where('role', '=', 'admin')
    .where((where) => where.or([where('until_at', 'is', null), where('until_at', '>', now)]))
    .orderBy('id')
    .modifyEnd(forUpdate(kind))
    .execute()
  const all = rows.map(
    (row): Grant => ({
      ...{ id: row.id, role: 'admin', scope: null, from: row.from_at, until: row.until_at, by: '' },
    }),
  )
  return grantIds.some((id) => isLastAdministrator(all, id, now))
}

export const accountsErase = ({ kind, read, write }: Database): Erasing => ({
  erase: (accountId, gone) => write.transaction().execute((db) => erase({ db, kind }, accountId, gone)),
  heldOn: (keys) => rowsOf(read, keys),
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
  { db, kind }: Scope,
  accountId: string,
  { name, now }: { name: string; now: number },
): Promise<number | 'last'> {
  const account = await db.selectFrom('accounts').selectAll().where('id', '=', accountId).executeTakeFirst()
  if (!account) return 0
  const grants = await db
    .selectFrom('account_grants')
    .select('id')
    .where('account_id', '=', accountId)
    .execute()
  if (await wouldLeaveNobody({ db, kind }, { grantIds: grants.map(({ id }) => id), now })) return 'last'
  await db
    .updateTable('account_grants')
    .set({ until_at: now })
    .where('account_id', '=', accountId)
    .where((where) => where.or([where('until_at', 'is', null), where('until_at', '>', now)]))
    .execute()
  const profile = await db
    .selectFrom('account_profiles')
    .select('email')
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  await db
    .updateTable('account_profiles')
    .set({ email: null, email_verified: 0, issuer: null, subject: null, erased_at: now })
    .where('account_id', '=', accountId)
    .execute()
  for (const table of ['account_sessions', 'sign_in_links', 'sign_on_tries', 'mails'] as const)
    await db.deleteFrom(table).where('account_id', '=', accountId).execute()
  await forgetInvitations(db, { accountId, personId: account.person_id, email: profile?.email ?? null })
  await leaveTables(db, { accountId, personId: account.person_id, called: account.display_name, name })
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

interface Invited {
  readonly accountId: string
  readonly personId: string
  readonly email: string | null
}

/** What an administrator typed about them: in the invitation that they opened, and in others to the same person or address. */
async function forgetInvitations(db: Db, { accountId, email, personId }: Invited): Promise<void> {
  const opened = await db
    .selectFrom('acts')
    .select('about')
    .where('act', '=', 'invitation.used')
    .where('made_by', '=', accountId)
    .execute()
  const ids = opened.flatMap(({ about }) => about ?? [])
  const theirs = await db
    .selectFrom('invitations')
    .select(['id', 'email'])
    .where((where) =>
      where.or([
        where('person_id', '=', personId),
        ...(ids.length > 0 ? [where('id', 'in', ids)] : []),
        ...(email === null ? [] : [where('email', '=', email)]),
      ]),
    )
    .execute()
  for (const { id } of theirs)
    await db
      .updateTable('invitations')
      .set((row) => ({
        ...{ name: '', email: null, person_id: null },
        // One that still waits would open an account for somebody who left.
        revoked_at: row.fn.coalesce('revoked_at', 'used_at', 'made_at'),
      }))
      .where('id', '=', id)
      .execute()
  // The mail of an invitation is addressed to nobody's account.
  for (const address of new Set([email, ...theirs.map((one) => one.email)]))
    if (address !== null) await db.deleteFrom('mails').where('recipient', '=', address).execute()
}

/** Their lines in rooms and in presence records. */
async function outOfRooms(
  db: Db,
  accountId: string,
  { name, personId }: { readonly name: string; readonly personId: string },
): Promise<number> {
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
  return Number(changed.numUpdatedRows)
}
