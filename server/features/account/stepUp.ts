// What takes a whole organisation, a person's data or a role in hand asks for a sign-in that is fresh.
import type { Request } from 'express'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'

/** How long after signing in such an act is taken from this browser, in milliseconds. */
export const freshFor = 5 * 60_000

/**
 * [F1] A browser that was left open is not enough. The demo's people have nothing to lose, and no way to sign in but a button.
 * @throws HttpProblem 403 `sign-in-again`
 */
export async function stepUp(
  deps: Pick<Deps, 'store' | 'identify' | 'now'>,
  request: Request,
): Promise<void> {
  const { account, sessionHash } = await deps.identify(request)
  if (!account) throw new HttpProblem('not-signed-in')
  const profile = await deps.store.accounts.profile(account.id)
  // Invited from the console without an address: there is no way to sign in again, and asking for it would shut everybody out.
  if (!profile || (profile.email === null && profile.signOn === null)) return
  const now = deps.now()
  const sessions = await deps.store.accounts.sessions(account.id, now)
  const own = sessions.find(({ hash }) => hash === sessionHash)
  if (!own || now - own.startedAt > freshFor) throw new HttpProblem('sign-in-again')
}
