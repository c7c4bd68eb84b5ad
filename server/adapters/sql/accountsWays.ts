// Ways into accounts in SQL: links, invitations, sessions, a single sign-on under way.
import type { Database } from '#server/adapters/sql/database.ts'
import type { Schema } from '#server/adapters/sql/schema.ts'
import type { Accounts, Invitation, SignOnTry } from '#server/ports/accounts.ts'
import type { AccountLanguage } from '#shared/account/account.ts'
import type { RoleInScope } from '#shared/people/roles.ts'

type Links = Pick<Accounts, 'keepLink' | 'takeLink' | 'linksMadeSince'>
type Invitations = Pick<
  Accounts,
  'saveInvitation' | 'invitation' | 'invitations' | 'useInvitation' | 'revokeInvitation'
>
type Sessions = Pick<
  Accounts,
  'sessions' | 'sessionCounts' | 'closeSession' | 'closeSessions' | 'sessionSeen'
>
type Tries = Pick<Accounts, 'keepTry' | 'takeTry' | 'findTry'>

export const accountsWays = (database: Database): Links & Invitations & Sessions & Tries => ({
  ...links(database),
  ...invitations(database),
  ...sessions(database),
  ...tries(database),
})

/** How long a link that was taken is remembered, so that how many were asked for can be counted; in milliseconds. */
const remembered = 24 * 3_600_000

function links({ read, write }: Database): Links {
  return {
    async keepLink({ hash, accountId, browserHash, expiresAt }) {
      const row = { hash, account_id: accountId, browser_hash: browserHash, expires_at: expiresAt }
      await write
        .insertInto('sign_in_links')
        .values({ ...row, made_at: expiresAt - linkLife, taken_at: null })
        .execute()
      await write
        .deleteFrom('sign_in_links')
        .where('expires_at', '<', expiresAt - remembered)
        .execute()
    },
    async takeLink(hash, browserHash, now) {
      const row = await read
        .selectFrom('sign_in_links')
        .selectAll()
        .where('hash', '=', hash)
        .executeTakeFirst()
      if (!row || row.taken_at !== null || row.expires_at <= now) return undefined
      if (row.browser_hash !== browserHash) return 'other-browser'
      const taken = await write
        .updateTable('sign_in_links')
        .set({ taken_at: now })
        .where('hash', '=', hash)
        .where('taken_at', 'is', null)
        .executeTakeFirst()
      if (Number(taken.numUpdatedRows) === 0) return undefined
      return { hash, accountId: row.account_id, browserHash, expiresAt: row.expires_at }
    },
    async linksMadeSince(accountId, since) {
      const found = await read
        .selectFrom('sign_in_links')
        .select(({ fn }) => fn.countAll().as('count'))
        .where('account_id', '=', accountId)
        .where('made_at', '>', since)
        .executeTakeFirstOrThrow()
      return Number(found.count)
    },
  }
}

/** How long a link opens, in milliseconds. */
export const linkLife = 15 * 60_000

const invitationFromRow = (row: Schema['invitations']): Invitation => ({
  ...{ id: row.id, hash: row.hash, name: row.name, email: row.email, personId: row.person_id },
  roles: JSON.parse(row.roles) as readonly RoleInScope[], // written by saveInvitation only
  language: row.language as AccountLanguage, // as above
  ...{ by: row.made_by, madeAt: row.made_at, expiresAt: row.expires_at },
  ...{ usedAt: row.used_at, revokedAt: row.revoked_at },
})

function invitations({ read, write }: Database): Invitations {
  const standing = (now: number) =>
    write
      .updateTable('invitations')
      .where('used_at', 'is', null)
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', now)
  return {
    async saveInvitation(invitation) {
      const { id, hash, name, email, personId, roles, language } = invitation
      await write
        .insertInto('invitations')
        .values({
          ...{ id, hash, name, email, person_id: personId, roles: JSON.stringify(roles), language },
          ...{ made_by: invitation.by, made_at: invitation.madeAt, expires_at: invitation.expiresAt },
          ...{ used_at: invitation.usedAt, revoked_at: invitation.revokedAt },
        })
        .execute()
    },
    async invitation(hash) {
      const row = await read.selectFrom('invitations').selectAll().where('hash', '=', hash).executeTakeFirst()
      return row && invitationFromRow(row)
    },
    async invitations() {
      const rows = await read
        .selectFrom('invitations')
        .selectAll()
        .orderBy('made_at', 'desc')
        .orderBy('id')
        .execute()
      return rows.map(invitationFromRow)
    },
    async useInvitation(hash, now) {
      const used = await standing(now).set({ used_at: now }).where('hash', '=', hash).executeTakeFirst()
      return Number(used.numUpdatedRows) > 0
    },
    async revokeInvitation(id, now) {
      const revoked = await standing(now).set({ revoked_at: now }).where('id', '=', id).executeTakeFirst()
      return Number(revoked.numUpdatedRows) > 0
    },
  }
}

function sessions({ read, write }: Database): Sessions {
  return {
    async sessions(accountId, now) {
      const rows = await read
        .selectFrom('account_sessions')
        .selectAll()
        .where('account_id', '=', accountId)
        .where('expires_at', '>', now)
        .execute()
      return rows
        .map((row) => ({
          // Sessions of before this table knew more have their hash alone.
          ...{ id: row.id ?? row.hash.slice(0, 26), hash: row.hash, device: row.device ?? '' },
          ...{ startedAt: row.started_at ?? 0, seenAt: row.seen_at ?? 0, expiresAt: row.expires_at },
        }))
        .sort((a, b) => b.seenAt - a.seenAt || (a.id < b.id ? -1 : 1))
    },
    async sessionCounts(now) {
      const rows = await read
        .selectFrom('account_sessions')
        .select(['account_id', ({ fn }) => fn.countAll().as('count')])
        .where('expires_at', '>', now)
        .groupBy('account_id')
        .execute()
      return new Map(rows.map(({ account_id, count }) => [account_id, Number(count)]))
    },
    async closeSession(accountId, id) {
      const theirs = await read
        .selectFrom('account_sessions')
        .select(['hash', 'id'])
        .where('account_id', '=', accountId)
        .execute()
      const found = theirs.find((row) => (row.id ?? row.hash.slice(0, 26)) === id)
      if (!found) return false
      await write.deleteFrom('account_sessions').where('hash', '=', found.hash).execute()
      return true
    },
    async closeSessions(accountId) {
      await write.deleteFrom('account_sessions').where('account_id', '=', accountId).execute()
    },
    async sessionSeen(hash, { at, idle, longest }) {
      const row = await read
        .selectFrom('account_sessions')
        .select('started_at')
        .where('hash', '=', hash)
        .executeTakeFirst()
      if (!row) return
      const expires_at = Math.min(at + idle, (row.started_at ?? at) + longest)
      await write
        .updateTable('account_sessions')
        .set({ seen_at: at, expires_at })
        .where('hash', '=', hash)
        .execute()
    },
  }
}

const tryFromRow = (row: Schema['sign_on_tries']): SignOnTry => ({
  ...{ browserHash: row.browser_hash, state: row.state, nonce: row.nonce, verifier: row.verifier },
  expiresAt: row.expires_at,
  found:
    row.issuer === null || row.subject === null || row.account_id === null
      ? null
      : { issuer: row.issuer, subject: row.subject, accountId: row.account_id },
})

function tries({ read, write }: Database): Tries {
  const find: Tries['findTry'] = async (browserHash, now) => {
    const row = await read
      .selectFrom('sign_on_tries')
      .selectAll()
      .where('browser_hash', '=', browserHash)
      .where('expires_at', '>', now)
      .executeTakeFirst()
    return row && tryFromRow(row)
  }
  return {
    async keepTry({ browserHash, state, nonce, verifier, expiresAt, found }) {
      const rest = {
        ...{ state, nonce, verifier, expires_at: expiresAt },
        ...{
          issuer: found?.issuer ?? null,
          subject: found?.subject ?? null,
          account_id: found?.accountId ?? null,
        },
      }
      await write
        .insertInto('sign_on_tries')
        .values({ browser_hash: browserHash, ...rest })
        .onConflict((conflict) => conflict.column('browser_hash').doUpdateSet(rest))
        .execute()
    },
    findTry: find,
    async takeTry(browserHash, now) {
      const found = await find(browserHash, now)
      const gone = await write
        .deleteFrom('sign_on_tries')
        .where('browser_hash', '=', browserHash)
        .executeTakeFirst()
      return Number(gone.numDeletedRows) > 0 ? found : undefined
    },
  }
}
