// The assembly over HTTP: slides, what everybody follows, questions, and the desk of whoever holds it.
import express, { type Request, type Response, type Router } from 'express'
import { renderSVG } from 'uqr'
import { personsOf } from '#server/features/assembly/castVote.ts'
import { type LiveAssembly, liveAssembly, shownQuestion } from '#server/features/assembly/liveAssembly.ts'
import { personLimit } from '#server/features/assembly/personLimit.ts'
import { readDeck } from '#server/features/assembly/readDeck.ts'
import { planVotes } from '#server/features/assembly/shownBallots.ts'
import { askedId, assemblyOf, audit, presiding } from '#server/http/assemblyAsked.ts'
import { assemblyBallotRoutes } from '#server/http/assemblyBallots.ts'
import type { Account } from '#server/ports/people.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import type { IdentityDesk } from '#server/transport/identity.ts'
import { addressGroup, failureLimit } from '#server/transport/rateLimit.ts'
import {
  type DeskAnswer,
  noteInput,
  type OwnAssembly,
  screenInput,
} from '#shared/assembly/assemblyAnswers.ts'
import { isVoter, maySettleStatutes, presides, speaksFor, weightOf } from '#shared/assembly/ballot.ts'
import type { Deck } from '#shared/assembly/deck.ts'
import { moderationInput, questionInput, supportInput } from '#shared/assembly/question.ts'
import { randomId } from '#shared/contract/ids.ts'

/** In ten minutes: questions of one person, and of one address, behind which a whole room may sit. */
const allowedQuestions = { person: 5, address: 120 } as const
/** Supports of one question without an account, from one address in ten minutes: a hall shares one, and a cookie is made up in no time. */
const allowedSupports = 400
/** The slides are read again after this long, in milliseconds: three hundred phones open them in the same minute. */
const deckLasts = 2_000

export interface AssemblyRoutesOptions {
  readonly deps: Deps
  readonly addressOf: (request: Request) => string
  readonly rememberDevice: IdentityDesk['rememberDevice']
}

interface Parts extends AssemblyRoutesOptions {
  readonly live: LiveAssembly
  readonly deck: () => Promise<Deck>
}

export function assemblyRoutes(options: AssemblyRoutesOptions): Router {
  const router = express.Router()
  const { deps } = options
  const live = liveAssembly(deps.store.assembly, deps.now)
  const parts: Parts = { ...options, live, deck: lasting(() => readDeck(deps), deps.now) }
  publicRoutes(router, parts)
  questionRoutes(router, parts)
  deskRoutes(router, parts)
  assemblyBallotRoutes(router, { deps, live, deck: () => readDeck(deps) })
  return router
}

function publicRoutes(router: Router, { deck, deps, live }: Parts): void {
  router.get('/api/assembly', async (_request, response) => {
    response.set('Cache-Control', 'no-cache').json(await deck())
  })
  router.get('/api/assembly/live', async (request, response) => {
    const { assemblyId } = await assemblyOf(deps)
    const { body, etag } = await live.told(assemblyId)
    response.set({ 'Cache-Control': 'no-cache', ETag: etag })
    if (request.headers['if-none-match'] === etag) response.status(304).end()
    else response.type('json').send(body)
  })
  router.get('/api/assembly/plan-vote', async (_request, response) => {
    const { assemblyId } = await assemblyOf(deps)
    response.set('Cache-Control', 'no-cache').json(await planVotes(deps.store.assembly, assemblyId))
  })
  router.get('/api/assembly/qr.svg', (_request, response) => {
    if (deps.config.loopback) throw new HttpProblem('loopback-address')
    const svg = renderSVG(new URL('/assembly', deps.config.publicUrl).href, { border: 2, ecc: 'M' })
    response.type('image/svg+xml').send(svg)
  })
  router.get('/api/assembly/me', async (request, response) => {
    const { assemblyId } = await assemblyOf(deps)
    response.set('Cache-Control', 'no-store').json(await ownAssembly(deps, request, assemblyId))
  })
}

async function ownAssembly(deps: Deps, request: Request, assemblyId: string): Promise<OwnAssembly> {
  const { account, device } = await deps.identify(request)
  const { assembly } = deps.store
  const who = account ? `account:${account.id}` : device ? `device:${device.hash}` : undefined
  const [supported, askedIds, questions] = who
    ? await Promise.all([
        assembly.supportedBy(assemblyId, who),
        assembly.questionIdsOf(assemblyId, who),
        assembly.questions(assemblyId),
      ])
    : [[], [], []]
  return {
    name: account?.displayName ?? null,
    voter: account !== undefined && isVoter(account),
    presides: account !== undefined && presides(account),
    settlesStatutes: account !== undefined && maySettleStatutes(account),
    supported,
    asked: questions.filter(({ id }) => askedIds.includes(id)).map(shownQuestion),
    votes: account && isVoter(account) ? await ownVotes(deps, account, assemblyId) : [],
  }
}

async function ownVotes(
  { store }: Deps,
  account: Account,
  assemblyId: string,
): Promise<OwnAssembly['votes']> {
  const kept = await store.assembly.ballots(assemblyId)
  const shown = kept.filter(({ ballot: { state } }) => state === 'open' || state === 'closed')
  return Promise.all(
    shown.map(async ({ ballot }) => {
      const voices = speaksFor(ballot, account.id)
      const persons = await personsOf(
        store,
        voices.map(({ accountId }) => accountId),
      )
      const voted = await store.assembly.votedOf(ballot.id, [...persons.values()])
      return {
        ballotId: ballot.id,
        voices: voices.map((voice) => ({
          ...voice,
          weight: weightOf(ballot, voice.accountId),
          voted: voted.includes(persons.get(voice.accountId) ?? ''),
        })),
      }
    }),
  )
}

function questionRoutes(router: Router, { addressOf, deps, live, rememberDevice }: Parts): void {
  const { assembly } = deps.store
  const ofPerson = personLimit(allowedQuestions.person)
  const ofAddress = failureLimit(allowedQuestions.address)
  const supports = personLimit(allowedSupports)
  /** By account, else by this browser, which is known again from now on. */
  const author = async (request: Request, response: Response) => {
    const { account } = await deps.identify(request)
    const who = account ? `account:${account.id}` : `device:${rememberDevice(request, response).hash}`
    return { account, who }
  }

  router.post('/api/assembly/questions', async (request, response) => {
    const { name, text } = questionInput.parse(request.body ?? {})
    const [{ assemblyId }, { who }, now] = [
      await assemblyOf(deps),
      await author(request, response),
      deps.now(),
    ]
    const address = addressOf(request)
    const wait = Math.max(ofPerson.wait(who, now), ofAddress.wait(address, now))
    if (wait > 0) throw new HttpProblem('too-many', { retryAfter: wait })
    ofPerson.did(who, now)
    ofAddress.failed(address, now)
    await assembly.ask(assemblyId, { id: `ask-${randomId()}`, text, name, at: now }, who)
    live.changed()
    response.status(204).end()
  })

  router.put('/api/assembly/questions/:id/support', async (request, response) => {
    const { on } = supportInput.parse(request.body ?? {})
    const [id, now] = [askedId(request), deps.now()]
    const { assemblyId } = await assemblyOf(deps)
    if (!(await isShown(deps, assemblyId, id))) throw new HttpProblem('not-found')
    const { account, who } = await author(request, response)
    if (on && !account && !(await assembly.supportedBy(assemblyId, who)).includes(id)) {
      // By address, whatever browser it says it is: any other word in a cookie would be somebody else.
      const from = `${addressGroup(addressOf(request))} ${id}`
      const wait = supports.wait(from, now)
      if (wait > 0) throw new HttpProblem('too-many', { retryAfter: wait })
      supports.did(from, now)
    }
    await assembly.support(id, who, on)
    live.changed()
    response.status(204).end()
  })

  router.post('/api/assembly/questions/:id/moderation', async (request, response) => {
    const account = await presiding(deps, request)
    const { note, state } = moderationInput.parse(request.body ?? {})
    const act = { state, note, byName: account.displayName, at: deps.now() }
    if (!(await assembly.moderate(askedId(request), act))) throw new HttpProblem('not-found')
    live.changed()
    audit(deps, account, 'question moderated', { questionId: askedId(request), state })
    response.status(204).end()
  })
}

/** What waits for its reading, or was set aside, is nobody's to support. */
async function isShown(deps: Deps, assemblyId: string, questionId: string): Promise<boolean> {
  const questions = await deps.store.assembly.questions(assemblyId)
  return questions.some((one) => one.id === questionId && one.acts.at(-1)?.state === 'shown')
}

function deskRoutes(router: Router, { deps, live }: Parts): void {
  const { assembly, accounts, cycle } = deps.store
  router.get('/api/assembly/desk', async (request, response) => {
    await presiding(deps, request)
    const { assemblyId } = await assemblyOf(deps)
    const [questions, notes, ballots, everybody, members] = await Promise.all([
      assembly.questions(assemblyId),
      assembly.notes(assemblyId),
      assembly.ballots(assemblyId),
      accounts.all(),
      cycle.members(),
    ])
    const people = await Promise.all(everybody.map(({ accountId }) => deps.store.people.account(accountId)))
    const answer: DeskAnswer = {
      ...{ questions, notes: Object.fromEntries(notes), members: members.length },
      ballots: ballots.map(({ ballot }) => ballot).filter(({ state }) => state !== 'withdrawn'),
      voters: people
        .flatMap((one) => (one && isVoter(one) ? [{ accountId: one.id, name: one.displayName }] : []))
        .sort((a, b) => a.name.localeCompare(b.name)),
    }
    response.set('Cache-Control', 'no-store').json(answer)
  })
  router.put('/api/assembly/screen', async (request, response) => {
    await presiding(deps, request)
    const screen = screenInput.parse(request.body ?? {})
    const { assemblyId } = await assemblyOf(deps)
    const before = await assembly.screen(assemblyId)
    const startedAt = screen.slideId === null ? null : (before.startedAt ?? deps.now())
    await assembly.show(assemblyId, { ...screen, startedAt })
    live.changed()
    response.status(204).end()
  })
  router.put('/api/assembly/notes/:id', async (request, response) => {
    await presiding(deps, request)
    const { text } = noteInput.parse(request.body ?? {})
    const { assemblyId } = await assemblyOf(deps)
    await assembly.keepNote(assemblyId, askedId(request), text)
    response.status(204).end()
  })
}

/** Asked again only after a while; a failure is not kept. */
function lasting<T>(read: () => Promise<T>, now: () => number): () => Promise<T> {
  let last: { readonly at: number; readonly value: Promise<T> } | undefined
  return () => {
    const at = now()
    if (last && at >= last.at && at - last.at < deckLasts) return last.value
    const asked = { at, value: read() }
    last = asked
    asked.value.catch(() => {
      if (last === asked) last = undefined
    })
    return asked.value
  }
}
