// The page of the cycle, registering for its sessions, and what those who lead them and the cooperative's life may say of it.
import express, { type Request, type Response, type Router } from 'express'
import { cyclePage } from '#server/features/cycle/cyclePage.ts'
import { type CycleVisitor, cycleSource } from '#server/features/cycle/cycleSource.ts'
import { leadsSession, mayAnswerTo, opensToAll } from '#server/features/cycle/sessionsToCome.ts'
import { roomOfGroups } from '#server/features/home/homeSessions.ts'
import { askedSession, audit, type CycleHttp, visitorOf } from '#server/http/cycleAsked.ts'
import { calendarRoutes } from '#server/http/cycleCalendars.ts'
import type { MarkKind } from '#server/ports/cycleMarks.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import type { IdentityDesk } from '#server/transport/identity.ts'
import { failureLimit } from '#server/transport/rateLimit.ts'
import type { SessionAsOf } from '#shared/cycle/moment.ts'
import {
  type AnswerInput,
  answerInput,
  cancelInput,
  openInput,
  placesInput,
} from '#shared/cyclePage/cycleAnswers.ts'
import { runsEverything } from '#shared/people/access.ts'

/** New names without an account from one address in ten minutes: a meeting's room registers, a script gives up. */
const newNames = 60
/** People who registered for one session, in all. */
const mostPeople = 2_000
/** Tries against somebody who acts at the same instant. */
const tries = 8

export interface CycleRoutesOptions {
  readonly deps: Deps
  readonly addressOf: (request: Request) => string
  readonly rememberDevice: IdentityDesk['rememberDevice']
}

export function cycleRoutes({ deps: given, addressOf, rememberDevice }: CycleRoutesOptions): Router {
  const deps: CycleHttp = { ...given, addressOf }
  const names = failureLimit(newNames)
  const router = express.Router()

  router.get('/api/cycle', async (request, response) => {
    await page(deps, request, response)
  })

  router.put('/api/cycle/sessions/:id/coming', async (request, response) => {
    await takeAnswer({ deps, names, rememberDevice }, request, response)
  })

  router.put('/api/cycle/sessions/:id/places', async (request, response) => {
    const places = placesInput.parse(request.body ?? {})
    const visitor = await visitorOf(deps, request)
    const { session } = await askedSession(deps, request, visitor)
    mayLead(session, visitor)
    await deps.store.registrations.setPlaces(session.id, places, await roomFor(deps, session.groupIds))
    audit(deps, visitor, 'session places', { sessionId: session.id })
    await page(deps, request, response)
  })

  router.put('/api/cycle/sessions/:id/cancelled', async (request, response) => {
    const { cancelled } = cancelInput.parse(request.body ?? {})
    const visitor = await visitorOf(deps, request)
    const { session } = await askedSession(deps, request, visitor)
    mayLead(session, visitor)
    if (session.when === 'held') throw new HttpProblem('conflict')
    await mark(deps, visitor, {
      ...{ kind: 'cancelled', targetId: session.id, on: cancelled },
      roomId: await roomFor(deps, session.groupIds),
    })
    await page(deps, request, response)
  })

  router.put('/api/cycle/groups/:group/open', async (request, response) => {
    const { open } = openInput.parse(request.body ?? {})
    const visitor = await visitorOf(deps, request)
    if (!visitor.account) throw new HttpProblem('not-signed-in')
    if (!runsEverything(visitor.account)) throw new HttpProblem('not-allowed')
    const { groups } = await cycleSource(deps, visitor)
    const group = groups.find(({ id }) => id === request.params['group'])
    if (!group) throw new HttpProblem('not-found')
    // It was founded online: there is nothing to open.
    if (group.onlineOnly || group.antennaId === null) throw new HttpProblem('conflict')
    await mark(deps, visitor, {
      ...{ kind: 'open-online', targetId: group.id, on: open },
      roomId: await roomFor(deps, [group.id]),
    })
    await page(deps, request, response)
  })

  calendarRoutes(router, deps)
  return router
}

interface Door {
  readonly deps: CycleHttp
  readonly names: ReturnType<typeof failureLimit>
  readonly rememberDevice: IdentityDesk['rememberDevice']
}

/** @throws HttpProblem */
async function takeAnswer(
  { deps, names, rememberDevice }: Door,
  request: Request,
  response: Response,
): Promise<void> {
  const input = answerInput.parse(request.body ?? {})
  const visitor = await visitorOf(deps, request)
  const { session, source } = await askedSession(deps, request, visitor)
  if (!mayAnswerTo(source, session, visitor))
    throw new HttpProblem(
      source.cancelled.has(session.id) || session.when === 'held' ? 'conflict' : 'not-signed-in',
    )
  if (input.answer === null && visitor.author === undefined) {
    await page(deps, request, response)
    return
  }
  // [C5] A session online has no room to come to. How one that is planned will be held may be a guess: that refuses nobody.
  const online = session.mode === 'online' || opensToAll(source, session)
  if (input.answer === 'room' && online) throw new HttpProblem('conflict')
  const known = visitor.author !== undefined
  if (!visitor.account) needsName(input)
  if (!known) countName(deps, request, names)
  const author = visitor.author ?? `device:${rememberDevice(request, response).hash}`
  await register(deps, { input, session, author, visitor })
  // Somebody whose device is new is known from the next request on: the answer says it already.
  await page(deps, request, response, { ...visitor, author })
}

async function page(
  deps: CycleHttp,
  request: Request,
  response: Response,
  visitor?: CycleVisitor,
): Promise<void> {
  const asking = visitor ?? (await visitorOf(deps, request))
  // The same address answers differently for each person.
  response.set('Cache-Control', 'no-store').json(await cyclePage(deps, asking))
}

function mayLead(session: SessionAsOf, { account }: CycleVisitor): void {
  if (!account) throw new HttpProblem('not-signed-in')
  if (!leadsSession(session, account)) throw new HttpProblem('not-allowed')
}

function needsName({ answer, name }: AnswerInput): void {
  if (answer !== null && name === undefined) throw new HttpProblem('bad-input', { fields: ['name'] })
}

/** @throws HttpProblem 429 */
function countName(deps: CycleHttp, request: Request, names: ReturnType<typeof failureLimit>): void {
  const [address, now] = [deps.addressOf(request), deps.now()]
  const wait = names.wait(address, now)
  if (wait > 0) throw new HttpProblem('too-many', { retryAfter: wait })
  names.failed(address, now)
}

interface Registering {
  readonly input: AnswerInput
  readonly session: SessionAsOf
  readonly author: string
  readonly visitor: CycleVisitor
}

/** @throws HttpProblem 409 where the places are taken */
async function register(deps: CycleHttp, { author, input, session, visitor }: Registering): Promise<void> {
  const { registrations } = deps.store
  const people = (await registrations.registered([session.id])).get(session.id) ?? []
  if (people.length >= mostPeople && !people.some((one) => one.author === author))
    throw new HttpProblem('too-many')
  const { groupIds } = session
  // One's own group counts one where it is in the session; the first one whoever comes from elsewhere.
  const groupId = groupIds.find((id) => visitor.account?.groupIds.includes(id)) ?? groupIds[0]
  if (groupId === undefined) throw new HttpProblem('conflict')
  const outcome = await registrations.register({
    ...{ sessionId: session.id, groupId, author, answer: input.answer, at: deps.now() },
    name: visitor.account ? null : (input.name ?? null),
    roomId: await roomFor(deps, [groupId]),
  })
  if (outcome === 'full') throw new HttpProblem('conflict', { fields: ['places'] })
}

/** What is said of a group goes with its room. In the demo, where rooms are made anew at each start, everything goes with one. */
async function roomFor({ demo, store }: CycleHttp, groupIds: readonly string[]): Promise<string | null> {
  const rooms = await store.rooms.all()
  const own = roomOfGroups(rooms, groupIds) ?? groupIds.flatMap((id) => roomOfGroups(rooms, [id]) ?? [])[0]
  return (own ?? (demo ? rooms[0] : undefined))?.id ?? null
}

interface Marking {
  readonly kind: MarkKind
  readonly targetId: string
  readonly on: boolean
  readonly roomId: string | null
}

/** The same again is done already; whoever was first at the same instant is followed by the other. */
async function mark(
  deps: CycleHttp,
  visitor: CycleVisitor,
  { kind, on, roomId, targetId }: Marking,
): Promise<void> {
  for (let n = 0; n < tries; n++) {
    const { marks, today } = await cycleSource(deps, visitor)
    const acts = marks.filter((one) => one.kind === kind && one.targetId === targetId)
    // An act of a later day does not exist yet, but its number is taken.
    if ((acts.filter(({ day }) => day <= today).at(-1)?.on ?? false) === on) return
    const version = (acts.at(-1)?.version ?? 0) + 1
    const act = { kind, targetId, version, on, roomId, by: visitor.author ?? '', day: today, at: deps.now() }
    if ((await deps.store.cycleMarks.mark(act)) === 'saved') {
      audit(deps, visitor, 'cycle mark', { kind, targetId, on })
      return
    }
  }
  throw new HttpProblem('not-ready')
}
