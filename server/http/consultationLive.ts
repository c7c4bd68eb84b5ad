// While texts are presented, over HTTP: what is on the wall, phones that come in with its code, and what they felt.
import type { Request, Response, Router } from 'express'
import { renderSVG } from 'uqr'
import { z } from 'zod'
import { consultationWorld, sharedWorld } from '#server/features/consultation/consultationWorld.ts'
import { dayCounter } from '#server/features/consultation/feelingLimits.ts'
import { liveAnswer, textsOf } from '#server/features/consultation/livePage.ts'
import { plannedHere, runningStep } from '#server/features/consultation/presentations.ts'
import { feltDay, presenceDigest } from '#server/features/consultation/voter.ts'
import { browserToken, type ConsultationHttp, own, rememberBrowser } from '#server/http/consultationAsked.ts'
import { askedPresentation, mustKeep } from '#server/http/consultationMeetings.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { failureLimit } from '#server/transport/rateLimit.ts'
import type { PresentingAnswer } from '#shared/consultation/consultationAnswers.ts'
import type { Entry } from '#shared/consultation/consultationEntries.ts'
import { stepInput } from '#shared/consultation/consultationInputs.ts'
import { liveCodeShape, livePlaces, livePlacesAnAddress } from '#shared/consultation/liveRule.ts'

const codeOf = z.string().max(20)

export function consultationLiveRoutes(router: Router, deps: ConsultationHttp): void {
  presentingRoutes(router, deps)
  const { consultation } = deps.store
  const failures = failureLimit(deps.config.limits.failedJoins)
  const places = dayCounter(livePlacesAnAddress)
  const world = sharedWorld(deps)

  /** @throws HttpProblem 404 for a code that opens nothing now, 429 for whoever tries many */
  const opened = async (request: Request): Promise<Entry<'presentation'>> => {
    const code = codeOf.parse(request.params['code']).toUpperCase()
    const found = liveCodeShape.test(code) ? await byCode(deps, code) : undefined
    if (found) return found
    const [address, now] = [deps.addressOf(request), deps.now()]
    const wait = failures.wait(address, now)
    if (wait > 0) throw new HttpProblem('too-many', { retryAfter: wait })
    failures.failed(address, now)
    throw new HttpProblem('not-found')
  }
  const answer = async (
    presentation: Entry<'presentation'>,
    token: string | undefined,
    response: Response,
  ) => {
    own(response).json(await liveAnswer(deps, { presentation, token, world: await world() }))
  }

  router.get('/api/consultation/live/:code', async (request, response) => {
    await answer(await opened(request), browserToken(deps, request), response)
  })
  router.post('/api/consultation/live/:code/enter', async (request, response) => {
    const presentation = await opened(request)
    const { subjectId } = presentation
    const token = rememberBrowser(deps, request, response)
    const device = presenceDigest(token, subjectId)
    if (!(await consultation.hasEntered(subjectId, device))) {
      const [address, day] = [deps.addressOf(request), feltDay(deps.now())]
      if (!places.has(address, subjectId, day)) throw new HttpProblem('too-many', { fields: ['places'] })
      places.count(address, subjectId, day)
      if (!(await consultation.enter(subjectId, device, livePlaces)))
        throw new HttpProblem('too-many', { fields: ['places'] })
    }
    await answer(presentation, token, response)
  })
  router.get('/api/consultation/live/:code/qr.svg', async (request, response) => {
    const { body } = await opened(request)
    if (deps.config.loopback) throw new HttpProblem('loopback-address')
    response.type('image/svg+xml').send(renderSVG(addressFor(deps, body.code), { border: 2, ecc: 'M' }))
  })
}

const addressFor = ({ config }: ConsultationHttp, code: string): string =>
  new URL(`/consultation/live/${code}`, config.publicUrl).href

async function byCode(deps: ConsultationHttp, code: string): Promise<Entry<'presentation'> | undefined> {
  const found = [...(await plannedHere(deps)).values()].find(({ body }) => body.code === code)
  return found && !found.body.cancelled && (await runningStep(deps, found.subjectId)) ? found : undefined
}

function presentingRoutes(router: Router, deps: ConsultationHttp): void {
  const { consultation } = deps.store
  router.get('/api/consultation/presenting/:id', async (request, response) => {
    await mustKeep(deps, request)
    const presentation = await askedPresentation(deps, request)
    const world = await consultationWorld(deps)
    const live = await liveAnswer(deps, { presentation, token: undefined, world })
    const { code } = presentation.body
    own(response).json({
      ...live,
      texts: textsOf(world, presentation.body.themeIds).map(({ recommendation }) => ({
        ...{ id: recommendation.id, code: recommendation.code ?? '', title: recommendation.title },
      })),
      ...{ liveCode: code, address: addressFor(deps, code), loopback: deps.config.loopback },
    } satisfies PresentingAnswer)
  })
  router.post('/api/consultation/presenting/:id/step', async (request, response) => {
    const account = await mustKeep(deps, request)
    const body = stepInput.parse(request.body ?? {})
    const { body: about, subjectId } = await askedPresentation(deps, request)
    const world = await consultationWorld(deps)
    if (about.cancelled || (body.open && world.days.status !== 'open'))
      throw new HttpProblem('consultation-closed')
    const { recommendationId } = body
    if (
      recommendationId !== null &&
      !world.texts.some(({ recommendation: { id } }) => id === recommendationId)
    )
      throw new HttpProblem('not-found')
    await consultation.addEntry({ kind: 'step', subjectId, at: deps.now(), body })
    if (!body.open) deps.logger.info({ audit: true, by: account.id, id: subjectId }, 'presentation ended')
    response.status(204).end()
  })
}
