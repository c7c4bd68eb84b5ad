// Proposals for the next cycle's themes over HTTP.
import express, { type Request, type Response, type Router } from 'express'
import { z } from 'zod'
import { shownBallots } from '#server/features/assembly/shownBallots.ts'
import { todayOf } from '#server/features/home/day.ts'
import { addThemeAct, mayAddOne, mustStand, themesPage } from '#server/features/themes/themesPage.ts'
import type { Account } from '#server/ports/people.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import type { ShownBallot } from '#shared/assembly/assemblyAnswers.ts'
import { isVoter, presides } from '#shared/assembly/ballot.ts'
import { randomId } from '#shared/contract/ids.ts'
import { asideInput, chosenInput, mergeInput, proposalInput } from '#shared/themes/proposal.ts'

const key = z.string().min(1).max(120)

export function themesRoutes(deps: Deps): Router {
  const router = express.Router()
  const page = async (request: Request, response: Response): Promise<void> => {
    const { account } = await deps.identify(request)
    response.set('Cache-Control', 'no-store').json(await themesPage(deps, account))
  }

  router.get('/api/themes', page)

  router.post('/api/themes', async (request, response) => {
    const account = await allowed(deps, request, isVoter)
    const input = proposalInput.parse(request.body ?? {})
    const proposalId = `theme-${randomId()}`
    await addThemeAct(deps, account, (standing) => {
      mayAddOne(standing, account)
      return { kind: 'proposed', proposalId, ...input }
    })
    audit(deps, account, 'theme proposed', { proposalId })
    await page(request, response)
  })

  router.post('/api/themes/merge', async (request, response) => {
    const account = await allowed(deps, request, presides)
    const input = mergeInput.parse(request.body ?? {})
    await addThemeAct(deps, account, (standing) => {
      mustStand(standing, input.from)
      mustStand(standing, input.into)
      if (input.from === input.into) throw new HttpProblem('bad-input', { fields: ['into'] })
      return { kind: 'merged', ...input }
    })
    audit(deps, account, 'themes joined', { from: input.from, into: input.into })
    await page(request, response)
  })

  router.post('/api/themes/chosen', async (request, response) => {
    const account = await allowed(deps, request, presides)
    const { ballotId, presidedBy, proposalIds } = chosenInput.parse(request.body ?? {})
    const ballot = await closedRanking(deps, ballotId)
    await addThemeAct(deps, account, (standing) => ({
      ...{ kind: 'chosen', ballotId, presidedBy },
      themes: proposalIds.map((proposalId) => {
        const rank = ballot.ranking?.placed.find(({ id }) => id === proposalId)?.rank
        const item = ballot.items.find(({ id }) => id === proposalId)
        if (rank === undefined || !item) throw new HttpProblem('bad-input', { fields: ['proposalIds'] })
        const why = standing.find(({ id }) => id === proposalId)?.why ?? item.title
        return { proposalId, title: item.title, question: item.question, why, rank }
      }),
    }))
    audit(deps, account, 'themes chosen', { ballotId, count: proposalIds.length })
    await page(request, response)
  })

  router.post('/api/themes/:id/part', async (request, response) => {
    const account = await allowed(deps, request, presides)
    const from = key.parse(request.params['id'])
    await addThemeAct(deps, account, () => ({ kind: 'parted', from }))
    await page(request, response)
  })

  router.post('/api/themes/:id/aside', async (request, response) => {
    const account = await allowed(deps, request, presides)
    const proposalId = key.parse(request.params['id'])
    const { why } = asideInput.parse(request.body ?? {})
    await addThemeAct(deps, account, (standing) => {
      mustStand(standing, proposalId)
      return { kind: 'aside', proposalId, why }
    })
    audit(deps, account, 'theme set aside', { proposalId })
    await page(request, response)
  })

  router.delete('/api/themes/:id', async (request, response) => {
    const account = await allowed(deps, request, isVoter)
    const proposalId = key.parse(request.params['id'])
    await addThemeAct(deps, account, (standing) => {
      if (mustStand(standing, proposalId).by !== account.id) throw new HttpProblem('not-allowed')
      return { kind: 'taken-back', proposalId }
    })
    await page(request, response)
  })
  return router
}

async function closedRanking(deps: Deps, ballotId: string): Promise<ShownBallot> {
  const about = await deps.store.cycle.about({ before: await todayOf(deps) })
  const ballots = about ? await shownBallots(deps.store.assembly, about.cycle.id) : []
  const ballot = ballots.find(({ id, purpose }) => id === ballotId && purpose === 'themes')
  if (!ballot) throw new HttpProblem('not-found')
  if (!ballot.ranking || ballot.result?.outcome === 'void') throw new HttpProblem('conflict')
  return ballot
}

async function allowed(deps: Deps, request: Request, may: (account: Account) => boolean): Promise<Account> {
  const { account } = await deps.identify(request)
  if (!account) throw new HttpProblem('not-signed-in')
  if (!may(account)) throw new HttpProblem('not-allowed')
  return account
}

const audit = (deps: Deps, account: Account, act: string, details: object): void =>
  deps.logger.info({ audit: true, by: account.id, ...details }, act)
