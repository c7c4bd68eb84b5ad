// What a text's own groups do with the debate, over HTTP: answer questions, amend the text, keep it.
import type { Request, Response, Router } from 'express'
import { z } from 'zod'
import { consultationWorld } from '#server/features/consultation/consultationWorld.ts'
import { isRuled } from '#server/features/consultation/textPage.ts'
import { changeText } from '#server/features/publication/texts.ts'
import { askedText, type ConsultationHttp, mustBeSignedIn } from '#server/http/consultationAsked.ts'
import type { Account } from '#server/ports/people.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { amendInput, keepInput, replyInput } from '#shared/consultation/consultationInputs.ts'
import { mayAnswerFor, mayDecideFor } from '#shared/consultation/consultationRights.ts'
import { randomId } from '#shared/contract/ids.ts'
import type { PublishedVersion } from '#shared/publication/publishedVersion.ts'

const key = z.string().min(1).max(200)

export function consultationGroupRoutes(router: Router, deps: ConsultationHttp): void {
  router.post('/api/consultation/questions/:id/replies', (request, response) =>
    reply(deps, request, response),
  )
  router.post('/api/consultation/:id/amendment', async (request, response) => {
    const account = await mustBeSignedIn(deps, request)
    const { seen, why, words } = amendInput.parse(request.body ?? {})
    const { date, text } = await decided(deps, request, { account, seen })
    const changed = Object.entries(words).filter(
      ([name, value]) => text.recommendation[name as keyof typeof words] !== value, // an object's own names
    )
    if (changed.length === 0) throw new HttpProblem('bad-input', { fields: ['words'] })
    const outcome = await changeText(deps, text, {
      ...{ words: Object.fromEntries(changed), cause: 'amendment', why },
      ...{ byName: account.displayName, date },
    })
    if (outcome === 'stale') throw new HttpProblem('conflict', { fields: ['stale'] })
    audit(deps, account, text, 'text amended after the debate')
    response.status(204).end()
  })
  router.post('/api/consultation/:id/kept', async (request, response) => {
    const account = await mustBeSignedIn(deps, request)
    const { seen, why } = keepInput.parse(request.body ?? {})
    const { date, text } = await decided(deps, request, { account, seen })
    const { groupIds, id } = text.recommendation
    const groupId = groupIds.find((one) => account.facilitatesGroupIds.includes(one)) ?? ''
    await deps.store.consultation.addEntry({
      ...{ kind: 'kept', subjectId: id, at: deps.now() },
      body: {
        ...{ version: text.version, fingerprint: text.fingerprint, why, groupId, date },
        ...{ by: account.id, byName: account.displayName },
      },
    })
    audit(deps, account, text, 'text kept after the debate')
    response.status(204).end()
  })
}

function audit(deps: ConsultationHttp, account: Account, text: PublishedVersion, act: string): void {
  deps.logger.info({ audit: true, by: account.id, id: text.recommendation.id, version: text.version }, act)
}

/** @throws HttpProblem 403 for whoever leads none of its groups, 409 where it changed since, or a board has ruled */
async function decided(
  deps: ConsultationHttp,
  request: Request,
  { account, seen }: { readonly account: Account; readonly seen: string },
): Promise<{ text: PublishedVersion; date: string }> {
  const { text, world } = await askedText(deps, request)
  if (!mayDecideFor(account, text.recommendation.groupIds)) throw new HttpProblem('not-allowed')
  if (await isRuled(deps, world.today, text.recommendation.id))
    throw new HttpProblem('conflict', { fields: ['ruled'] })
  if (text.fingerprint !== seen) throw new HttpProblem('conflict', { fields: ['stale'] })
  return { text, date: world.today }
}

async function reply(deps: ConsultationHttp, request: Request, response: Response): Promise<void> {
  const account = await mustBeSignedIn(deps, request)
  const { text } = replyInput.parse(request.body ?? {})
  const { consultation } = deps.store
  const id = key.parse(request.params['id'])
  const question = (await consultation.entries('question')).find(({ body }) => body.id === id)
  const world = await consultationWorld(deps)
  const about = world.texts.find(({ recommendation }) => recommendation.id === question?.subjectId)
  if (!question || !about) throw new HttpProblem('not-found')
  const { groupIds } = about.recommendation
  if (!mayAnswerFor(account, groupIds)) throw new HttpProblem('not-allowed')
  await consultation.addEntry({
    ...{ kind: 'reply', subjectId: id, at: deps.now() },
    body: {
      ...{ id: `rep-${randomId()}`, text, date: world.today, by: account.id, byName: account.displayName },
      groupId: groupIds.find((one) => account.groupIds.includes(one)) ?? '',
    },
  })
  response.status(204).end()
}
