// One's own account: sessions, language, what is held on one, and taking it away.
import express, { type Request, type Router } from 'express'
import { named, placeNames } from '#server/features/account/invite.ts'
import { ownData } from '#server/features/account/ownData.ts'
import { stepUp } from '#server/features/account/stepUp.ts'
import type { AccountDoors } from '#server/http/signIn.ts'
import type { Account } from '#server/ports/people.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import {
  type AccountLanguage,
  type ErasedAnswer,
  eraseInput,
  type OwnAccount,
  ownAccountInput,
} from '#shared/account/account.ts'
import { counts } from '#shared/people/roles.ts'

/** How somebody who left is called in lists of people, in the language that they read. */
const goneName: Readonly<Record<AccountLanguage, string>> = {
  fr: 'Compte effacé',
  en: 'Erased account',
  nl: 'Gewist account',
}

export function meRoutes(doors: AccountDoors): Router {
  const router = express.Router()
  const { deps } = doors
  const { accounts, acts } = deps.store

  router.get('/api/me/account', async (request, response) => {
    response.json(await ownAccount(doors, request, await signedIn(doors, request)))
  })

  router.put('/api/me/account', async (request, response) => {
    const { language } = ownAccountInput.parse(request.body ?? {})
    const account = await signedIn(doors, request)
    await accounts.changeProfile(account.id, { language })
    response.status(204).end()
  })

  router.get('/api/me/data', async (request, response) => {
    const account = await signedIn(doors, request)
    response.setHeader('Content-Disposition', 'attachment; filename="faire-ensemble-mes-donnees.json"')
    response
      .type('application/json')
      .send(JSON.stringify(await ownData(deps.store, account, deps.now()), null, 2))
    await acts.note({ by: account.id, act: 'data.taken', about: account.id, details: {}, at: deps.now() })
  })

  router.delete('/api/me/sessions/:id', async (request, response) => {
    const account = await signedIn(doors, request)
    if (!(await accounts.closeSession(account.id, String(request.params['id']))))
      throw new HttpProblem('not-found')
    await sessionsClosed(doors, account)
    response.status(204).end()
  })

  router.delete('/api/me/sessions', async (request, response) => {
    const account = await signedIn(doors, request)
    await accounts.closeSessions(account.id)
    await doors.desk.signOut(request, response)
    await sessionsClosed(doors, account)
    response.status(204).end()
  })

  router.post('/api/me/erase', async (request, response) => {
    const { name } = eraseInput.parse(request.body ?? {})
    const account = await signedIn(doors, request)
    const profile = await accounts.profile(account.id)
    if (!profile) throw new HttpProblem('not-allowed')
    if (name.trim() !== account.displayName) throw new HttpProblem('bad-input', { fields: ['name'] })
    await stepUp(deps, request)
    const now = deps.now()
    const participants = await accounts.participantIds(account.id)
    const rooms = await accounts.erase(account.id, { name: goneName[profile.language], now })
    if (rooms === 'last') throw new HttpProblem('last-administrator')
    await acts.note({ by: account.id, act: 'account.erased', about: account.id, details: {}, at: now })
    await doors.desk.signOut(request, response)
    await deps.recheck(new Set(participants))
    response.json({ rooms } satisfies ErasedAnswer)
  })

  return router
}

async function signedIn({ deps }: AccountDoors, request: Request): Promise<Account> {
  const { account } = await deps.identify(request)
  if (!account) throw new HttpProblem('not-signed-in')
  return account
}

/** Tickets that were asked for with these sessions are dead: their lines close before this resolves. */
async function sessionsClosed({ deps }: AccountDoors, account: Account): Promise<void> {
  const { accounts, acts } = deps.store
  const at = deps.now()
  await acts.note({ by: account.id, act: 'sessions.closed', about: account.id, details: {}, at })
  await deps.recheck(new Set(await accounts.participantIds(account.id)))
}

async function ownAccount({ deps }: AccountDoors, request: Request, account: Account): Promise<OwnAccount> {
  const { accounts, cycle } = deps.store
  const { sessionHash } = await deps.identify(request)
  const [profile, grants, sessions, places] = await Promise.all([
    accounts.profile(account.id),
    accounts.grants(account.id),
    accounts.sessions(account.id, deps.now()),
    placeNames(cycle),
  ])
  return {
    ...{ id: account.id, name: account.displayName, standing: account.standing, demo: profile === undefined },
    ...{ email: profile?.email ?? null, language: profile?.language ?? 'fr' },
    signOn: profile?.signOn !== null && profile !== undefined,
    roles: grants
      .filter((grant) => counts(grant, deps.now()))
      .map((grant) => ({ ...named(places, grant), from: grant.from, until: grant.until })),
    sessions: sessions.map(({ id, hash, device, startedAt, seenAt }) => ({
      ...{ id, device, startedAt, seenAt, here: hash === sessionHash },
    })),
  }
}
