// Votes of the assembly over HTTP.
import type { Router } from 'express'
import { z } from 'zod'
import { castVote } from '#server/features/assembly/castVote.ts'
import {
  closeBallot,
  countHands,
  foundBallot,
  makeBallot,
  openBallot,
  withdrawBallot,
} from '#server/features/assembly/holdBallot.ts'
import type { LiveAssembly } from '#server/features/assembly/liveAssembly.ts'
import { askedId, assemblyOf, audit, presiding, signedIn } from '#server/http/assemblyAsked.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { castInput, handInput, type NamesAnswer } from '#shared/assembly/assemblyAnswers.ts'
import { ballotInput, isVoter, presides } from '#shared/assembly/ballot.ts'
import type { Deck } from '#shared/assembly/deck.ts'

const closingInput = z.object({ presidedBy: z.string().trim().min(1).max(120) })

export interface BallotParts {
  readonly deps: Deps
  readonly live: LiveAssembly
  readonly deck: () => Promise<Deck>
}

export function assemblyBallotRoutes(router: Router, { deck, deps, live }: BallotParts): void {
  router.post('/api/assembly/ballots', async (request, response) => {
    const account = await presiding(deps, request)
    const input = ballotInput.parse(request.body ?? {})
    const { assemblyId } = await assemblyOf(deps)
    const ballot = await makeBallot(deps, account, { input, assemblyId, deck: await deck() })
    audit(deps, account, 'vote made', { ballotId: ballot.id, purpose: ballot.purpose })
    response.status(201).json({ id: ballot.id })
  })

  const acts = { open: openBallot, withdraw: withdrawBallot } as const
  for (const [name, run] of Object.entries(acts)) {
    router.post(`/api/assembly/ballots/:id/${name}`, async (request, response) => {
      const account = await presiding(deps, request)
      const { assemblyId, today } = await assemblyOf(deps)
      await run(deps, account, {
        assemblyId,
        today,
        kept: await foundBallot(deps, askedId(request), assemblyId),
      })
      live.changed()
      audit(deps, account, `vote ${name}`, { ballotId: askedId(request) })
      response.status(204).end()
    })
  }

  router.post('/api/assembly/ballots/:id/close', async (request, response) => {
    const account = await presiding(deps, request)
    const { presidedBy } = closingInput.parse(request.body ?? {})
    const { assemblyId, today } = await assemblyOf(deps)
    const kept = await foundBallot(deps, askedId(request), assemblyId)
    await closeBallot(deps, account, { assemblyId, today, kept, presidedBy })
    live.changed()
    audit(deps, account, 'vote closed', { ballotId: askedId(request) })
    response.status(204).end()
  })

  router.post('/api/assembly/ballots/:id/hand', async (request, response) => {
    const account = await presiding(deps, request)
    const hand = handInput.parse(request.body ?? {})
    const { assemblyId, today } = await assemblyOf(deps)
    const kept = await foundBallot(deps, askedId(request), assemblyId)
    await countHands(deps, account, { assemblyId, today, kept, hand })
    live.changed()
    audit(deps, account, 'hands counted', { ballotId: askedId(request) })
    response.status(204).end()
  })

  votingRoutes(router, { deps, live })
}

function votingRoutes(router: Router, { deps, live }: Omit<BallotParts, 'deck'>): void {
  router.post('/api/assembly/ballots/:id/cast', async (request, response) => {
    const account = await signedIn(deps, request)
    const { for: voiceOf = account.id, paper } = castInput.parse(request.body ?? {})
    const { assemblyId } = await assemblyOf(deps)
    const kept = await foundBallot(deps, askedId(request), assemblyId)
    const outcome = await castVote(deps, account, { kept, paper, voiceOf })
    if (outcome !== 'counted') throw new HttpProblem('conflict')
    live.changed()
    response.status(204).end()
  })

  // Only of votes that everybody knew to be open, and only to members: a name beside an answer is no public figure.
  router.get('/api/assembly/ballots/:id/names', async (request, response) => {
    const account = await signedIn(deps, request)
    if (!isVoter(account) && !presides(account)) throw new HttpProblem('not-allowed')
    const { assemblyId } = await assemblyOf(deps)
    const { ballot } = await foundBallot(deps, askedId(request), assemblyId)
    if (ballot.secret || ballot.state !== 'closed') throw new HttpProblem('not-found')
    const answer: NamesAnswer = { names: await deps.store.assembly.openPapers(ballot.id) }
    response.set('Cache-Control', 'no-store').json(answer)
  })
}
