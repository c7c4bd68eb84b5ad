// The public debate over HTTP: published texts for anybody, what is felt and asked, and its moderation.
import express, { type Request, type Response, type Router } from 'express'
import { consultationList } from '#server/features/consultation/consultationList.ts'
import { consultationWorld, wholeConsultation } from '#server/features/consultation/consultationWorld.ts'
import { dayCounter } from '#server/features/consultation/feelingLimits.ts'
import { moderationSubject } from '#server/features/consultation/moderation.ts'
import { moderableText } from '#server/features/consultation/questions.ts'
import {
  forgetting,
  type ReadingTogether,
  readingTogether,
} from '#server/features/consultation/readingTogether.ts'
import { takeRessenti } from '#server/features/consultation/takeRessenti.ts'
import { textPage } from '#server/features/consultation/textPage.ts'
import {
  askedText,
  type ConsultationHttp,
  consultationAsker,
  mustBeSignedIn,
  own,
  refusedConsultation,
  rememberBrowser,
} from '#server/http/consultationAsked.ts'
import { consultationGroupRoutes } from '#server/http/consultationGroups.ts'
import { consultationLiveRoutes } from '#server/http/consultationLive.ts'
import { consultationMeetingRoutes } from '#server/http/consultationMeetings.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { failureLimit } from '#server/transport/rateLimit.ts'
import {
  closingInput,
  moderationInput,
  questionInput,
  ressentiInput,
} from '#shared/consultation/consultationInputs.ts'
import { keepsConsultation } from '#shared/consultation/consultationRights.ts'
import { feltFromAnAddress, questionsFromAnAddress } from '#shared/consultation/liveRule.ts'
import { randomId } from '#shared/contract/ids.ts'

/** Questions and counter-proposals that one text takes in all; then somebody answers or moderates first. */
const mostQuestions = 2_000

export function consultationRoutes(given: ConsultationHttp): Router {
  const router = express.Router()
  const reading = readingTogether(given)
  const deps = { ...given, store: forgetting(given.store, reading.forget) }

  router.get('/api/consultation', async (request, response) => {
    const asker = await consultationAsker(deps, request)
    own(response).json(await consultationList(deps, await reading(), asker))
  })
  router.get('/api/consultation/:id', async (request, response) => {
    own(response).json(
      await textPage(deps, await askedText(deps, request, reading), await consultationAsker(deps, request)),
    )
  })
  feelingRoute(router, deps, reading)
  questionRoute(router, deps)
  keeperRoutes(router, deps)
  consultationGroupRoutes(router, deps)
  consultationMeetingRoutes(router, deps)
  consultationLiveRoutes(router, deps)
  return router
}

function feelingRoute(router: Router, deps: ConsultationHttp, reading: ReadingTogether): void {
  const limits = dayCounter(feltFromAnAddress)
  router.put('/api/consultation/:id/ressenti', async (request, response) => {
    const input = ressentiInput.parse(request.body ?? {})
    const asked = await askedText(deps, request, reading)
    const token = rememberBrowser(deps, request, response)
    const address = deps.addressOf(request)
    const taken = await takeRessenti(deps, { ...asked, input }, { token, address, limits })
    if (!taken.ok) throw refusedConsultation(taken.error)
    // As it is with what was just said: nothing is read a second time while a hall answers.
    const { text, world } = asked
    const others = world.ressentis.filter(({ id }) => id !== taken.value.id)
    const told = { text, world: { ...world, ressentis: [...others, taken.value] } }
    const asker = await consultationAsker(deps, request)
    own(response).json(await textPage(deps, told, { ...asker, token }))
  })
}

/** As it is after what was just done. */
async function answerPage(deps: ConsultationHttp, request: Request, response: Response): Promise<void> {
  const asker = await consultationAsker(deps, request)
  own(response).json(await textPage(deps, await askedText(deps, request), asker))
}

function questionRoute(router: Router, deps: ConsultationHttp): void {
  const limit = failureLimit(questionsFromAnAddress)
  router.post('/api/consultation/:id/questions', async (request, response) => {
    const input = questionInput.parse(request.body ?? {})
    const { text, world } = await askedText(deps, request)
    if (world.days.status !== 'open') throw new HttpProblem('consultation-closed')
    const [address, now] = [deps.addressOf(request), deps.now()]
    const wait = limit.wait(address, now)
    if (wait > 0) throw new HttpProblem('too-many', { retryAfter: wait })
    limit.failed(address, now)
    const { id: subjectId } = text.recommendation
    if ((await deps.store.consultation.entries('question', subjectId)).length >= mostQuestions)
      throw new HttpProblem('too-many')
    await deps.store.consultation.addEntry({
      ...{ kind: 'question', subjectId, at: now },
      body: { ...input, id: `que-${randomId()}`, date: world.today, version: text.version },
    })
    await answerPage(deps, request, response)
  })
}

function keeperRoutes(router: Router, deps: ConsultationHttp): void {
  const { consultation } = deps.store
  const keeper = async (request: Request) => {
    const account = await mustBeSignedIn(deps, request)
    if (!keepsConsultation(account)) throw new HttpProblem('not-allowed')
    return account
  }
  router.post('/api/consultation/moderation', async (request, response) => {
    const account = await keeper(request)
    const { hide, reason, seen, target, targetId } = moderationInput.parse(request.body ?? {})
    const world = await consultationWorld(deps)
    const words = await moderableText(deps, world, { target, targetId })
    if (words === undefined) throw new HttpProblem('not-found')
    const subjectId = moderationSubject(target, targetId)
    const before = world.moderations.get(subjectId)?.at(-1)?.body
    if ((before?.hide ?? false) === hide) throw new HttpProblem('conflict', { fields: ['stale'] })
    const signed = { by: account.id, byName: account.displayName, date: world.today }
    // Hidden words are read here no more: the act that hid them keeps them.
    const body = { ...signed, target, hide, reason, text: hide ? words : (before?.text ?? words) }
    const kept = await consultation.addEntry({ kind: 'moderation', subjectId, at: deps.now(), body }, seen)
    if (kept === 'stale') throw new HttpProblem('conflict', { fields: ['stale'] })
    deps.logger.info({ audit: true, by: account.id, target, targetId, hide }, 'consultation moderated')
    response.status(204).end()
  })
  router.put('/api/consultation/closing', async (request, response) => {
    const account = await keeper(request)
    const { closesOn } = closingInput.parse(request.body ?? {})
    await consultation.addEntry({
      ...{ kind: 'closing', subjectId: wholeConsultation, at: deps.now() },
      body: { closesOn, by: account.id, byName: account.displayName },
    })
    deps.logger.info({ audit: true, by: account.id, closesOn }, 'consultation closing set')
    response.status(204).end()
  })
}
