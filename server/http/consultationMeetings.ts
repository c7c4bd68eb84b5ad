// Open videoconferences over HTTP: planned by cooperative life, registered for by anybody, put into one's own calendar.
import { randomBytes } from 'node:crypto'
import type { Request, Router } from 'express'
import { z } from 'zod'
import { authorOf, plannedHere } from '#server/features/consultation/presentations.ts'
import { todayOf } from '#server/features/home/day.ts'
import {
  type ConsultationHttp,
  consultationAsker,
  mustBeSignedIn,
  rememberBrowser,
} from '#server/http/consultationAsked.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { failureLimit } from '#server/transport/rateLimit.ts'
import { calendarFile } from '#shared/calendar/calendarFile.ts'
import { zoneOf } from '#shared/calendar/zones.ts'
import type { Entry } from '#shared/consultation/consultationEntries.ts'
import { comingInput, presentationInput } from '#shared/consultation/consultationInputs.ts'
import { keepsConsultation } from '#shared/consultation/consultationRights.ts'
import { liveCodeOf, livePlaces } from '#shared/consultation/liveRule.ts'
import { randomId } from '#shared/contract/ids.ts'

/** New names from one address in ten minutes: a hall registers, a script gives up. */
const newNames = 60
const key = z.string().min(1).max(200)
const cancelInput = z.strictObject({ cancelled: z.literal(true) })

export async function mustKeep(deps: ConsultationHttp, request: Request) {
  const account = await mustBeSignedIn(deps, request)
  if (!keepsConsultation(account)) throw new HttpProblem('not-allowed')
  return account
}

/** @throws HttpProblem 404 */
export async function askedPresentation(
  deps: ConsultationHttp,
  request: Request,
): Promise<Entry<'presentation'>> {
  const found = (await plannedHere(deps)).get(key.parse(request.params['id']))
  if (!found) throw new HttpProblem('not-found')
  return found
}

export function consultationMeetingRoutes(router: Router, deps: ConsultationHttp): void {
  const { consultation } = deps.store
  const names = failureLimit(newNames)

  router.post('/api/consultation/presentations', async (request, response) => {
    const account = await mustKeep(deps, request)
    const input = presentationInput.parse(request.body ?? {})
    if (input.date < (await todayOf(deps))) throw new HttpProblem('bad-input', { fields: ['date'] })
    const id = `pre-${randomId()}`
    const signed = { by: account.id, byName: account.displayName }
    const body = { ...input, ...signed, code: liveCodeOf(randomBytes(6)), cancelled: false }
    await consultation.addEntry({ kind: 'presentation', subjectId: id, at: deps.now(), body })
    deps.logger.info({ audit: true, by: account.id, id }, 'presentation planned')
    response.status(201).json({ id })
  })

  router.put('/api/consultation/presentations/:id/cancelled', async (request, response) => {
    const account = await mustKeep(deps, request)
    cancelInput.parse(request.body ?? {})
    const { body, n, subjectId } = await askedPresentation(deps, request)
    const signed = { by: account.id, byName: account.displayName }
    const entry = {
      ...{ kind: 'presentation' as const, subjectId, at: deps.now() },
      body: { ...body, ...signed, cancelled: true },
    }
    if ((await consultation.addEntry(entry, n)) === 'stale') throw new HttpProblem('conflict')
    response.status(204).end()
  })

  router.put('/api/consultation/presentations/:id/coming', async (request, response) => {
    const { coming, name } = comingInput.parse(request.body ?? {})
    const { body, subjectId } = await askedPresentation(deps, request)
    if (body.cancelled || body.date < (await todayOf(deps))) throw new HttpProblem('conflict')
    const asker = await consultationAsker(deps, request)
    if (coming && !asker.account && name === '') throw new HttpProblem('bad-input', { fields: ['name'] })
    const token = asker.account ? asker.token : rememberBrowser(deps, request, response)
    const author = authorOf({ ...asker, token }, subjectId) ?? ''
    if (coming && !asker.account) await countName(deps, request, { author, names, subjectId })
    if (!coming) await consultation.unregister(subjectId, author)
    else if (
      (await consultation.register(subjectId, { author, name: asker.account ? '' : name }, livePlaces)) ===
      'full'
    )
      throw new HttpProblem('conflict', { fields: ['places'] })
    response.status(204).end()
  })

  router.get('/api/consultation/presentations/:id/calendar.ics', async (request, response) => {
    const { body, n, subjectId } = await askedPresentation(deps, request)
    const [entity] = await deps.store.cycle.entities()
    const url = new URL('/consultation', deps.config.publicUrl).href
    const file = calendarFile([
      {
        ...{
          uid: `${encodeURIComponent(subjectId)}@faire-ensemble`,
          sequence: n - 1,
          cancelled: body.cancelled,
        },
        ...{ date: body.date, startTime: body.startTime, durationMin: body.durationMin, title: body.title },
        ...{ zone: zoneOf(entity?.country), description: url, url, stampedAt: deps.now() },
      },
    ])
    response
      .set('Cache-Control', 'no-store')
      .type('text/calendar; charset=utf-8')
      .attachment('visioconference.ics')
      .send(file)
  })
}

interface NewName {
  readonly author: string
  readonly subjectId: string
  readonly names: ReturnType<typeof failureLimit>
}

/** Whoever takes one more place counts, whatever cookie came with the request: anybody can make one up. @throws HttpProblem 429 */
async function countName(
  deps: ConsultationHttp,
  request: Request,
  { author, names, subjectId }: NewName,
): Promise<void> {
  const there = await deps.store.consultation.registered(subjectId)
  if (there.some((one) => one.author === author)) return
  const [address, now] = [deps.addressOf(request), deps.now()]
  const wait = names.wait(address, now)
  if (wait > 0) throw new HttpProblem('too-many', { retryAfter: wait })
  names.failed(address, now)
}
