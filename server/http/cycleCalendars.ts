// Calendars: one session as a file, and addresses to subscribe to, each with a secret token that can be revoked.
import { randomBytes } from 'node:crypto'
import type { Request, Response, Router } from 'express'
import { calendarOf } from '#server/features/cycle/cycleCalendar.ts'
import { ownGroups } from '#server/features/cycle/cyclePage.ts'
import { type CycleSource, type CycleVisitor, cycleSource } from '#server/features/cycle/cycleSource.ts'
import { askedSession, audit, type CycleHttp, visitorOf } from '#server/http/cycleAsked.ts'
import type { CalendarFeed } from '#server/ports/calendars.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { hashOf } from '#server/transport/identity.ts'
import { failureLimit } from '#server/transport/rateLimit.ts'
import { type FeedsAnswer, feedInput, type ShownFeed } from '#shared/cyclePage/cycleAnswers.ts'

/** Addresses that one person may have out at once. */
const mostFeeds = 20
/** 160 random bits. */
const tokenShape = /^[\w-]{27}$/

export function calendarRoutes(router: Router, deps: CycleHttp): void {
  const failures = failureLimit(deps.config.limits.failedJoins)
  const { calendars } = deps.store
  const { publicUrl } = deps.config

  router.get('/api/cycle/sessions/:id/calendar.ics', async (request, response) => {
    const { session, source } = await askedSession(deps, request, await visitorOf(deps, request))
    const file = await calendarOf({ ...deps, publicUrl }, { source, sessions: [session] })
    calendar(response).attachment('seance.ics').send(file)
  })

  router.get('/api/cycle/feeds', async (request, response) => {
    const { author } = await visitorOf(deps, request)
    const feeds = author === undefined ? [] : await calendars.feeds(author)
    response.set('Cache-Control', 'no-store').json({ feeds: feeds.map(shownFeed) } satisfies FeedsAnswer)
  })

  router.post('/api/cycle/feeds', async (request, response) => {
    const { groupId } = feedInput.parse(request.body ?? {})
    const visitor = await visitorOf(deps, request)
    // A calendar is somebody's: a guest's device is forgotten after a while, and nobody would be there to revoke it.
    if (!visitor.account || visitor.author === undefined) throw new HttpProblem('not-signed-in')
    const source = await cycleSource(deps, visitor)
    if (groupId !== null && !ownGroups(source, visitor).includes(groupId)) throw new HttpProblem('not-found')
    if ((await calendars.feeds(visitor.author)).length >= mostFeeds) throw new HttpProblem('too-many')
    const token = randomBytes(20).toString('base64url')
    const feed: CalendarFeed = {
      ...{ id: randomBytes(10).toString('hex'), author: visitor.author, groupId, madeAt: deps.now() },
    }
    await calendars.makeFeed({ ...feed, hash: hashOf(token) })
    audit(deps, visitor, 'calendar address made', { groupId, feedId: feed.id })
    const address = `/api/calendar/${token}.ics`
    response.set('Cache-Control', 'no-store').json({ ...shownFeed(feed), address } satisfies ShownFeed)
  })

  router.delete('/api/cycle/feeds/:id', async (request, response) => {
    const visitor = await visitorOf(deps, request)
    const revoked =
      visitor.author !== undefined &&
      (await calendars.revokeFeed(visitor.author, String(request.params['id'])))
    if (!revoked) throw new HttpProblem('not-found')
    audit(deps, visitor, 'calendar address revoked', { feedId: request.params['id'] })
    response.status(204).end()
  })

  router.get('/api/calendar/:token.ics', async (request, response) => {
    const feed = await openedFeed(deps, request, failures)
    calendar(response).send(await feedFile(deps, feed))
  })
}

const shownFeed = ({ groupId, id, madeAt }: CalendarFeed): ShownFeed => ({ id, groupId, madeAt })

const calendar = (response: Response): Response =>
  response
    .set('Cache-Control', 'no-store')
    .set('X-Robots-Tag', 'noindex')
    .type('text/calendar; charset=utf-8')

/** @throws HttpProblem 404 for an address that opens nothing, and 429 for whoever tries many of them */
async function openedFeed(
  deps: CycleHttp,
  request: Request,
  failures: ReturnType<typeof failureLimit>,
): Promise<CalendarFeed> {
  const token = String(request.params['token'])
  const feed = tokenShape.test(token) ? await deps.store.calendars.feedByHash(hashOf(token)) : undefined
  if (feed) return feed
  const [address, now] = [deps.addressOf(request), deps.now()]
  const wait = failures.wait(address, now)
  if (wait > 0) throw new HttpProblem('too-many', { retryAfter: wait })
  failures.failed(address, now)
  throw new HttpProblem('not-found')
}

/** Read with its owner's rights of today: whoever left a group, or the cooperative, is told nothing more of it. */
async function feedFile(deps: CycleHttp, { author, groupId }: CalendarFeed): Promise<string> {
  const account = await deps.store.people.account(author.replace(/^account:/u, ''))
  if (!account) throw new HttpProblem('not-found')
  const visitor: CycleVisitor = { account, author }
  const source = await cycleSource(deps, visitor)
  if (groupId !== null && !ownGroups(source, visitor).includes(groupId)) throw new HttpProblem('not-found')
  const groupIds = new Set(groupId === null ? account.groupIds : [groupId])
  const answers = await deps.store.registrations.answersOf(author)
  const sessions = source.sessions.filter(({ groupIds: of, id }) => {
    const answer = groupId === null ? answers.get(id) : undefined
    if (answer === 'no') return false
    return answer !== undefined || of.some((one) => groupIds.has(one))
  })
  const { publicUrl } = deps.config
  return calendarOf({ ...deps, publicUrl }, { source, sessions, groupIds, name: nameOf(source, groupId) })
}

function nameOf({ about, view }: CycleSource, groupId: string | null): string {
  const place = groupId === null ? undefined : view.groups.get(groupId)?.place
  return [place, about?.cycle.name].filter(Boolean).join(' — ') || 'Faire Ensemble'
}
