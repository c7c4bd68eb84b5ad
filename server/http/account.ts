// Signing in as somebody of the demo, signing out, and who one is.
import express, { type Router } from 'express'
import { z } from 'zod'
import type { Account } from '#server/ports/people.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import type { IdentityDesk } from '#server/transport/identity.ts'
import type { Me, MeAnswer } from '#shared/home/home.ts'

export interface AccountRoutesOptions {
  readonly deps: Deps
  readonly desk: IdentityDesk
  /** The account of a demo persona; undefined for a name that is none. */
  readonly personaAccount: (persona: string) => Promise<Account | undefined>
  readonly describe: (account: Account) => Promise<Me>
}

const signInInput = z.object({ persona: z.string().max(40) })

export function accountRoutes({ deps, desk, personaAccount, describe }: AccountRoutesOptions): Router {
  const router = express.Router()

  router.post('/api/demo/sign-in', async (request, response) => {
    if (!deps.demo) throw new HttpProblem('not-found')
    const { persona } = signInInput.parse(request.body ?? {})
    const account = await personaAccount(persona)
    if (!account) throw new HttpProblem('bad-input', { fields: ['persona'] })
    await desk.signIn(request, response, account)
    deps.logger.info({ audit: true, accountId: account.id }, 'signed in')
    const answer: MeAnswer = { me: await describe(account) }
    response.json(answer)
  })

  router.post('/api/sign-out', async (request, response) => {
    const { account } = await deps.identify(request)
    await desk.signOut(request, response)
    // Lines that live by this session close now, not at the next look.
    await deps.recheck()
    if (account) deps.logger.info({ audit: true, accountId: account.id }, 'signed out')
    response.status(204).end()
  })

  router.get('/api/me', async (request, response) => {
    const { account } = await deps.identify(request)
    const answer: MeAnswer = { me: account ? await describe(account) : null }
    response.json(answer)
  })

  return router
}
