// The link that a mailbox opens an account with: made and posted after the answer was given, so that the answer says nothing.
import { randomBytes } from 'node:crypto'
import { signInMail } from '#server/features/account/mailTexts.ts'
import type { Office } from '#server/features/account/office.ts'
import type { Accounts } from '#server/ports/accounts.ts'
import { hashOf } from '#server/transport/identity.ts'
import { linkMark, signInPath } from '#shared/account/account.ts'
import { rightsOf } from '#shared/people/roles.ts'

/** How long a link opens, in milliseconds, and how many an hour one mailbox gets. */
export const linkLife = 15 * 60_000
const mostAnHour = 5

export interface SignInLinkDeps {
  readonly accounts: Accounts
  readonly office: Pick<Office, 'post'>
  readonly publicUrl: URL
  readonly now: () => number
}

/** Nothing for an address that nobody has, for an account without a standing role, and for one that asked too often. */
export async function sendLink(deps: SignInLinkDeps, email: string, browserHash: string): Promise<boolean> {
  const { accounts, now, office, publicUrl } = deps
  const profile = await accounts.profileByEmail(email)
  if (!profile || profile.erasedAt !== null) return false
  const { accountId, language } = profile
  const at = now()
  if (!rightsOf(await accounts.grants(accountId), at)) return false
  if ((await accounts.linksMadeSince(accountId, at - 3_600_000)) >= mostAnHour) return false
  const token = randomBytes(20).toString('base64url')
  const expiresAt = at + linkLife
  await accounts.keepLink({ hash: hashOf(token), accountId, browserHash, expiresAt })
  // Of the settings alone: what a request says of its own host goes into no mail.
  const url = new URL(signInPath, publicUrl)
  url.hash = `${linkMark}=${token}`
  await office.post({ ...signInMail(language, url.href), to: email, accountId, language, expiresAt })
  return true
}
