// Invitations: a link that makes an account once, with the roles that whoever invites may give.
import { randomBytes } from 'node:crypto'
import { invitationMail } from '#server/features/account/mailTexts.ts'
import type { Office } from '#server/features/account/office.ts'
import type { Accounts, Invitation } from '#server/ports/accounts.ts'
import type { Acts } from '#server/ports/acts.ts'
import type { Cycle } from '#server/ports/cycle.ts'
import { hashOf } from '#server/transport/identity.ts'
import { invitationMark, type NamedRole, signInPath } from '#shared/account/account.ts'
import type { AdminInvitation, InviteInput } from '#shared/account/admin.ts'
import { randomId } from '#shared/contract/ids.ts'
import type { Grant, RoleInScope } from '#shared/people/roles.ts'

/** How long an invitation opens, in milliseconds; the first administrator's is short, it opens everything. */
export const invitationLife = 14 * 24 * 3_600_000
export const firstLife = 48 * 3_600_000

export interface InviteDeps {
  readonly store: {
    readonly accounts: Accounts
    readonly acts: Acts
    readonly cycle: Pick<Cycle, 'about'>
  }
  readonly publicUrl: URL
  readonly now: () => number
  /** Absent for the operator's command, which sends nothing. */
  readonly office?: Pick<Office, 'post'>
}

export interface Invited {
  readonly invitation: Invitation
  readonly url: string
  readonly mailed: boolean
}

/** By whom it is was judged before. */
export async function invite(
  deps: InviteDeps,
  input: InviteInput,
  { by, life = invitationLife }: { readonly by: string; readonly life?: number },
): Promise<Invited> {
  const { accounts, acts } = deps.store
  const token = randomBytes(20).toString('base64url')
  const now = deps.now()
  const invitation: Invitation = {
    ...{ id: randomId(), hash: hashOf(token), name: input.name, email: input.email ?? null },
    ...{ personId: input.personId ?? null, roles: input.roles, language: input.language, by },
    ...{ madeAt: now, expiresAt: now + life, usedAt: null, revokedAt: null },
  }
  await accounts.saveInvitation(invitation)
  const roles = input.roles.map(({ role, scope }) => (scope === null ? role : `${role}:${scope}`))
  await acts.note({ by, act: 'invitation.made', about: invitation.id, details: { roles }, at: now })
  const url = new URL(signInPath, deps.publicUrl)
  url.hash = `${invitationMark}=${token}`
  const mailed = await mail(deps, invitation, url.href)
  return { invitation, url: url.href, mailed }
}

async function mail({ office, store }: InviteDeps, invitation: Invitation, url: string): Promise<boolean> {
  const { email, name, language, expiresAt, madeAt } = invitation
  if (!office || email === null) return false
  const cooperative = (await store.cycle.about())?.organisation.name ?? 'Faire Ensemble'
  const days = Math.round((expiresAt - madeAt) / (24 * 3_600_000))
  const words = invitationMail(language, { name, cooperative, days }, url)
  await office.post({ ...words, to: email, accountId: null, language, expiresAt })
  return true
}

export const grantsOf = (roles: readonly RoleInScope[], by: string, now: number): Grant[] =>
  roles.map(({ role, scope }) => ({ id: randomId(), role, scope, from: now, until: null, by }))

export const stateOf = (invitation: Invitation, now: number): AdminInvitation['state'] => {
  if (invitation.usedAt !== null) return 'used'
  if (invitation.revokedAt !== null) return 'revoked'
  return invitation.expiresAt <= now ? 'expired' : 'waiting'
}

export type PlaceNames = ReadonlyMap<string, string>

/** Names of groups and boards by id. */
export async function placeNames(cycle: Pick<Cycle, 'groups' | 'boards'>): Promise<PlaceNames> {
  const [groups, boards] = await Promise.all([cycle.groups(), cycle.boards()])
  return new Map([...groups, ...boards].map(({ id, name }) => [id, name]))
}

export const named = (places: PlaceNames, { role, scope }: RoleInScope): NamedRole => ({
  ...{ role, scope },
  place: scope === null ? null : (places.get(scope) ?? scope),
})
