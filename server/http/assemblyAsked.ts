// Who asks what of the assembly, and of which one: that of the cycle that stands.
import type { Request } from 'express'
import { z } from 'zod'
import { todayOf } from '#server/features/home/day.ts'
import type { Account } from '#server/ports/people.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { presides } from '#shared/assembly/ballot.ts'

export const askedId = (request: Request): string => z.string().min(1).max(240).parse(request.params['id'])

/** @throws HttpProblem 404 while the store holds no cycle */
export async function assemblyOf(
  deps: Deps,
): Promise<{ readonly assemblyId: string; readonly today: string }> {
  const today = await todayOf(deps)
  const about = await deps.store.cycle.about({ before: today })
  if (!about) throw new HttpProblem('not-found')
  return { assemblyId: about.cycle.id, today }
}

export async function signedIn(deps: Deps, request: Request): Promise<Account> {
  const { account } = await deps.identify(request)
  if (!account) throw new HttpProblem('not-signed-in')
  return account
}

/** [V2] */
export async function presiding(deps: Deps, request: Request): Promise<Account> {
  const account = await signedIn(deps, request)
  if (!presides(account)) throw new HttpProblem('not-allowed')
  return account
}

/** Who did what, for the incident runbook; never what somebody voted. */
export const audit = (deps: Deps, account: Account, act: string, details: object): void =>
  deps.logger.info({ audit: true, by: account.id, ...details }, act)
