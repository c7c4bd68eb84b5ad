// Accounts of people in SQL: profiles, the roles they were given, and what those make of their rows.
import { accountsErase, wouldLeaveNobody } from '#server/adapters/sql/accountsErase.ts'
import { accountsWays } from '#server/adapters/sql/accountsWays.ts'
import type { Database } from '#server/adapters/sql/database.ts'
import { readsToColumn } from '#server/adapters/sql/peopleRows.ts'
import type { Schema } from '#server/adapters/sql/schema.ts'
import type { Accounts, ListedAccount, MakeOutcome, NewAccount, Profile } from '#server/ports/accounts.ts'
import type { AccountLanguage } from '#shared/account/account.ts'
import { type Grant, type Rights, type Role, rightsOf } from '#shared/people/roles.ts'

type ProfileRow = Schema['account_profiles']
type GrantRow = Schema['account_grants']
type Db = Database['write']

/** What an account without a standing role is until it is given one: nothing opens. */
const noRights: Rights = {
  standing: 'member',
  groupIds: [],
  facilitatesGroupIds: [],
  secretaryOfGroupIds: [],
  readsGroupIds: null,
}

export const sqlAccounts = (database: Database): Accounts => ({
  ...profiles(database),
  ...givenRoles(database),
  ...accountsWays(database),
  ...accountsErase(database),
})

const profileFromRow = (row: ProfileRow): Profile => ({
  accountId: row.account_id,
  email: row.email,
  emailVerified: row.email_verified === 1,
  language: row.language as AccountLanguage, // written by this file only
  signOn: row.issuer === null || row.subject === null ? null : { issuer: row.issuer, subject: row.subject },
  madeAt: row.made_at,
  erasedAt: row.erased_at,
})

const grantFromRow = (row: GrantRow): Grant => ({
  ...{ id: row.id, scope: row.scope, from: row.from_at, until: row.until_at, by: row.given_by },
  role: row.role as Role, // written by grantToRow only
})
const grantToRow = (
  accountId: string,
  { id, role, scope, from, until, by }: Grant,
  at: number,
): GrantRow => ({
  ...{ id, account_id: accountId, role, scope, from_at: from, until_at: until, given_by: by, given_at: at },
})

type Profiles = Pick<
  Accounts,
  'make' | 'accept' | 'profile' | 'profileByEmail' | 'profileBySignOn' | 'changeProfile' | 'all'
>

function profiles({ read, write }: Database): Profiles {
  const where = async (change: (query: ReturnType<typeof all>) => ReturnType<typeof all>) => {
    const row = await change(all()).executeTakeFirst()
    return row && profileFromRow(row)
  }
  const all = () => read.selectFrom('account_profiles').selectAll()
  return {
    make: (account, grants) => write.transaction().execute((db) => make(db, account, grants)),
    accept: (hash, account, grants) => accept(write, hash, { account, grants }),
    profile: (accountId) => where((query) => query.where('account_id', '=', accountId)),
    profileByEmail: (email) => where((query) => query.where('email', '=', email)),
    profileBySignOn: (issuer, subject) =>
      where((query) => query.where('issuer', '=', issuer).where('subject', '=', subject)),
    async changeProfile(accountId, { language, emailVerified, signOn }) {
      await write
        .updateTable('account_profiles')
        .set({
          ...(language && { language }),
          ...(emailVerified !== undefined && { email_verified: emailVerified ? 1 : 0 }),
          ...(signOn !== undefined && { issuer: signOn?.issuer ?? null, subject: signOn?.subject ?? null }),
          account_id: accountId,
        })
        .where('account_id', '=', accountId)
        .execute()
    },
    async all() {
      const rows = await read
        .selectFrom('accounts')
        .leftJoin('account_profiles as held', 'held.account_id', 'accounts.id')
        .select(['accounts.id', 'accounts.person_id', 'accounts.display_name', 'accounts.standing'])
        .select(['held.account_id', 'held.email', 'held.email_verified', 'held.language', 'held.issuer'])
        .select(['held.subject', 'held.made_at', 'held.erased_at'])
        .where('held.erased_at', 'is', null)
        .execute()
      return rows
        .map(
          ({ id, person_id, display_name, standing, ...held }): ListedAccount => ({
            ...{ accountId: id, personId: person_id, displayName: display_name, standing },
            // The left join gives every column of the profile, or none.
            ...(held.account_id !== null && { profile: profileFromRow(held as ProfileRow) }),
          }),
        )
        .sort((a, b) => a.displayName.localeCompare(b.displayName, 'fr'))
    },
  }
}

/** Thrown to leave a transaction with nothing kept. */
class NotAccepted extends Error {
  readonly why: 'email-taken' | 'link-over'
  constructor(why: 'email-taken' | 'link-over') {
    super(why)
    this.why = why
  }
}

interface Accepting {
  readonly account: NewAccount
  readonly grants: readonly Grant[]
}

async function accept(
  write: Database['write'],
  hash: string,
  { account, grants }: Accepting,
): Promise<MakeOutcome | 'link-over'> {
  try {
    return await write.transaction().execute(async (db) => {
      const used = await db
        .updateTable('invitations')
        .set({ used_at: account.madeAt })
        .where('hash', '=', hash)
        .where('used_at', 'is', null)
        .where('revoked_at', 'is', null)
        .where('expires_at', '>', account.madeAt)
        .executeTakeFirst()
      if (Number(used.numUpdatedRows) === 0) throw new NotAccepted('link-over')
      if ((await make(db, account, grants)) === 'email-taken') throw new NotAccepted('email-taken')
      return 'made' as const
    })
  } catch (error) {
    if (error instanceof NotAccepted) return error.why
    // Two with one address at the same instant: both found it free, the table keeps one.
    if (isTwice(error)) return 'email-taken'
    throw error
  }
}

/** A unique index was there first: PostgreSQL's and SQLite's words for it. */
const isTwice = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(23505|SQLITE_CONSTRAINT.*)$/u.test(String(error.code))

async function make(db: Db, account: NewAccount, grants: readonly Grant[]): Promise<MakeOutcome> {
  const { accountId, email, madeAt } = account
  const taken =
    email !== null &&
    (await db.selectFrom('account_profiles').select('email').where('email', '=', email).executeTakeFirst())
  if (taken) return 'email-taken'
  await db
    .insertInto('accounts')
    .values({
      ...{ id: accountId, person_id: account.personId, display_name: account.displayName },
      ...rightsRow(rightsOf(grants, madeAt) ?? noRights),
    })
    .execute()
  await db
    .insertInto('account_profiles')
    .values({
      ...{ account_id: accountId, email, email_verified: account.emailVerified ? 1 : 0 },
      ...{ language: account.language, made_at: madeAt, erased_at: null },
      ...{ issuer: account.signOn?.issuer ?? null, subject: account.signOn?.subject ?? null },
    })
    .execute()
  const rows = grants.map((grant) => grantToRow(accountId, grant, madeAt))
  if (rows.length > 0) await db.insertInto('account_grants').values(rows).execute()
  return 'made'
}

const rightsRow = (rights: Rights) => ({
  standing: rights.standing,
  group_ids: JSON.stringify(rights.groupIds),
  facilitates_group_ids: JSON.stringify(rights.facilitatesGroupIds),
  secretary_group_ids: JSON.stringify(rights.secretaryOfGroupIds),
  reads_group_ids: readsToColumn(rights.readsGroupIds),
})

type Given = Pick<Accounts, 'grants' | 'grantsAt' | 'give' | 'end' | 'settle' | 'participantIds'>

function givenRoles({ kind, read, write }: Database): Given {
  return {
    grants: (accountId) => grantsOf(read, accountId),
    async grantsAt(now) {
      const rows = await read
        .selectFrom('account_grants')
        .selectAll()
        .where((where) => where.or([where('until_at', 'is', null), where('until_at', '>', now)]))
        .orderBy('given_at')
        .execute()
      return rows.map((row) => ({ ...grantFromRow(row), accountId: row.account_id }))
    },
    async give(accountId, grant) {
      await write
        .insertInto('account_grants')
        .values(grantToRow(accountId, grant, grant.from))
        .execute()
    },
    end: (accountId, grantId, now) =>
      write.transaction().execute(async (db) => {
        if (await wouldLeaveNobody({ db, kind }, { grantIds: [grantId], now })) return 'last'
        const ended = await db
          .updateTable('account_grants')
          .set({ until_at: now })
          .where('id', '=', grantId)
          .where('account_id', '=', accountId)
          .where((where) => where.or([where('until_at', 'is', null), where('until_at', '>', now)]))
          .executeTakeFirst()
        return Number(ended.numUpdatedRows) > 0 ? 'ended' : 'none'
      }),
    settle: (accountId, now) => write.transaction().execute((db) => settle(db, accountId, now)),
    async participantIds(accountId) {
      const rows = await read
        .selectFrom('participants')
        .select('id')
        .where('account_id', '=', accountId)
        .execute()
      return rows.map(({ id }) => id)
    },
  }
}

const grantsOf = async (db: Database['read'], accountId: string): Promise<Grant[]> => {
  const rows = await db
    .selectFrom('account_grants')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('given_at')
    .orderBy('id')
    .execute()
  return rows.map(grantFromRow)
}

/** The account's row, its sessions where nothing stands any more, and who it is in each room with every ticket dead. */
async function settle(db: Db, accountId: string, now: number): Promise<boolean> {
  const rights = rightsOf(await grantsOf(db, accountId), now)
  const next = rightsRow(rights ?? noRights)
  const before = await db.selectFrom('accounts').selectAll().where('id', '=', accountId).executeTakeFirst()
  if (!before) return false
  const closed = rights ? 0 : await closeAll(db, accountId)
  const same = Object.entries(next).every(
    ([name, value]) => (before as unknown as Record<string, unknown>)[name] === value,
  ) // columns by name
  if (same) return closed > 0
  await db.updateTable('accounts').set(next).where('id', '=', accountId).execute()
  const groupsBefore = JSON.parse(before.facilitates_group_ids) as readonly string[] // written by rightsRow only
  const groupsNow = (rights ?? noRights).facilitatesGroupIds
  const theirs = await db
    .selectFrom('participants')
    .innerJoin('rooms', 'rooms.id', 'participants.room_id')
    .select(['participants.id', 'participants.role', 'rooms.group_ids', 'rooms.kind'])
    .where('participants.account_id', '=', accountId)
    .execute()
  for (const { id, role, group_ids, kind } of theirs) {
    const of = JSON.parse(group_ids) as readonly string[] // a room's own
    const led = (groups: readonly string[]): boolean =>
      kind !== 'convergence' && groups.some((group) => of.includes(group))
    // A role that a facilitator gave in the room stays; one that came with the account comes and goes with it.
    const own = led(groupsNow) ? 'facilitator' : 'participant'
    const kept = role === 'observer' || led(groupsBefore) === led(groupsNow) ? role : own
    await db
      .updateTable('participants')
      .set((row) => ({
        ...{ standing: next.standing, group_ids: next.group_ids, role: kept },
        reads_group_ids: next.reads_group_ids,
        epoch: row('epoch', '+', 1),
      }))
      .where('id', '=', id)
      .execute()
  }
  return true
}

async function closeAll(db: Db, accountId: string): Promise<number> {
  const closed = await db
    .deleteFrom('account_sessions')
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return Number(closed.numDeletedRows)
}
