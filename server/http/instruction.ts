// The boards' work over HTTP: what is public, a board's desk, what a member keeps for themselves, and what is written down for good.
import express, { type Request, type Response, type Router } from 'express'
import { z } from 'zod'
import { namedGroup } from '#server/features/group/namedGroup.ts'
import { todayOf } from '#server/features/home/day.ts'
import { deskOf } from '#server/features/instruction/desk.ts'
import {
  type InstructionWorld,
  queueOf,
  readInstruction,
  seatedOf,
} from '#server/features/instruction/instructionWorld.ts'
import { instructionOverview } from '#server/features/instruction/overview.ts'
import { queueHtml } from '#server/features/instruction/queueHtml.ts'
import { takeActs } from '#server/features/instruction/takeActs.ts'
import { groupRulings, verdictsOf } from '#server/features/instruction/verdictsOf.ts'
import { findChromium, printPdf } from '#server/features/minutes/chromium.ts'
import { standingTexts } from '#server/features/publication/texts.ts'
import { oneAtATime } from '#server/http/pictures.ts'
import type { Account } from '#server/ports/people.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { languageOf } from '#server/transport/httpProblemTexts.ts'
import type { Refusal } from '#shared/contract/result.ts'
import type { Board } from '#shared/cycle/cycleFile.ts'
import { boardsOf, mayReadDesk, type Seated } from '#shared/instruction/boardSeats.ts'
import { ownInput, sentActs } from '#shared/instruction/instructionActs.ts'

const key = z.string().min(1).max(200)
/** Prints that wait for the one under way; more are asked to come back. */
const waitingPrints = 3

/** `browser`: what prints PDF files here; undefined where nothing does. */
export function instructionRoutes(deps: Deps, browser: string | undefined = findChromium()): Router {
  const router = express.Router()
  const inTurn = oneAtATime(waitingPrints)

  router.get('/api/instruction', async (request, response) => {
    const { account } = await deps.identify(request)
    own(response).json(await instructionOverview(deps, account))
  })

  router.get('/api/instruction/:board/desk', async (request, response) => {
    const found = await deskReader(deps, request)
    own(response).json(await deskOf(deps, found.world, { ...found, pdf: browser !== undefined }))
  })

  router.get('/api/instruction/:board/queue.pdf', async (request, response) => {
    const found = await deskReader(deps, request)
    if (browser === undefined) throw new HttpProblem('no-printer')
    const desk = await deskOf(deps, found.world, { ...found, pdf: true })
    if (desk.items.every(({ state }) => state === 'ruled')) throw new HttpProblem('not-found')
    const language = languageOf(request.query['lang'], request.headers['accept-language'])
    const content = await inTurn(() => printPdf(browser, queueHtml(desk, language)))
    own(response)
      .setHeader('Content-Type', 'application/pdf')
      .setHeader('Content-Disposition', 'attachment; filename="instruction.pdf"')
      .setHeader('X-Content-Type-Options', 'nosniff')
      .end(content)
  })

  router.put('/api/instruction/:board/own/:recommendation', async (request, response) => {
    const { account, board } = await deskMember(deps, request)
    const recommendationId = key.parse(request.params['recommendation'])
    const { opened, ...change } = ownInput.parse(request.body ?? {})
    // A note is kept while it is typed: only what it is about is read.
    const [texts, entities] = await Promise.all([
      standingTexts(deps, { before: await todayOf(deps) }),
      deps.store.cycle.entities(),
    ])
    const standing = queueOf({ texts, entities }, board).find(
      ({ recommendation }) => recommendation.id === recommendationId,
    )
    if (!standing) throw new HttpProblem('not-found')
    const about = {
      ...change,
      avisVersion: Math.min(change.avisVersion ?? standing.version, standing.version),
    }
    await deps.store.instruction.keepOwn(
      { accountId: account.id, boardId: board.id, recommendationId },
      opened ? { ...about, openedAt: deps.now() } : about,
    )
    response.status(204).end()
  })

  router.get('/api/verdicts/:key', async (request, response) => {
    const found = await verdictsOf(deps, key.parse(request.params.key))
    if (!found) throw new HttpProblem('not-found')
    response.set('Cache-Control', 'no-cache').json(found)
  })

  router.get('/api/groups/:group/rulings', async (request, response) => {
    const { group } = await namedGroup(deps, request.params['group'])
    const { account } = await deps.identify(request)
    own(response).json(await groupRulings(deps, group.id, account))
  })

  router.post('/api/instruction/acts', async (request, response) => {
    const account = await signedIn(deps, request)
    const taken = await takeActs(deps, account, sentActs.parse(request.body ?? {}))
    if (!taken.ok) throw refused(taken.error)
    deps.logger.info({ audit: true, by: account.id }, 'instruction act')
    response.status(204).end()
  })

  return router
}

/** The same address answers differently for each person. */
const own = (response: Response): Response => response.set('Cache-Control', 'no-store')

async function signedIn(deps: Deps, request: Request): Promise<Account> {
  const { account } = await deps.identify(request)
  if (!account) throw new HttpProblem('not-signed-in')
  return account
}

interface DeskReader {
  readonly account: Account
  readonly seated: Seated
  readonly board: Board
  readonly world: InstructionWorld
}

/** Somebody who sits on the board. @throws HttpProblem */
async function deskMember(
  deps: Deps,
  request: Request,
): Promise<{ readonly account: Account; readonly board: Board }> {
  const account = await signedIn(deps, request)
  const boardId = key.parse(request.params['board'])
  const [boards, seated] = await Promise.all([deps.store.cycle.boards(), seatedOf(deps, account)])
  const board = boards.find(({ id }) => id === boardId)
  if (!board || boardsOf(seated, [board]).length === 0) throw new HttpProblem('not-allowed')
  return { account, board }
}

/** Somebody who may read this board's desk; whoever may not is told so whether or not there is such a board. */
async function deskReader(deps: Deps, request: Request): Promise<DeskReader> {
  const account = await signedIn(deps, request)
  const boardId = key.parse(request.params['board'])
  const [world, seated] = await Promise.all([readInstruction(deps), seatedOf(deps, account)])
  const board = world.boards.find(({ id }) => id === boardId)
  if (!board || !mayReadDesk(seated, board)) throw new HttpProblem('not-allowed')
  return { account, seated, board, world }
}

const problems = {
  'bad-input': 'bad-input',
  'not-allowed': 'not-allowed',
  'not-found': 'not-found',
} as const

function refused({ code }: Refusal): HttpProblem {
  const known = Object.entries(problems).find(([name]) => name === code)?.[1]
  return new HttpProblem(known ?? 'conflict')
}
