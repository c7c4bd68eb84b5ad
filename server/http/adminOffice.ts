// The outbox and the journal of acts: for administrators.
import express, { type Request, type Router } from 'express'
import { z } from 'zod'
import { keeper } from '#server/http/adminPeople.ts'
import type { AccountDoors } from '#server/http/signIn.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import type { ActsAnswer, MailsAnswer } from '#shared/account/admin.ts'
import { mayReadOffice } from '#shared/people/roles.ts'

const pageSize = 100
const beforeQuery = z.object({ before: z.coerce.number().int().positive().optional() })

export function adminOfficeRoutes(doors: AccountDoors): Router {
  const router = express.Router()
  const { deps, office } = doors
  const { acts, outbox } = deps.store

  router.get('/api/admin/mails', async (request, response) => {
    const by = await administrator(doors, request)
    await outbox.forgetOver(deps.now())
    const mails = await outbox.mails(pageSize)
    // Reading mails that hold links is an act: whoever is written to may know.
    await acts.note({ by, act: 'mails.read', about: null, details: { count: mails.length }, at: deps.now() })
    response.json({
      sends: office.sendsMails,
      mails: mails.map(({ id, to, subject, language, text, madeAt, sentAt, tries, problem }) => ({
        ...{ id, to, subject, language, text, madeAt, sentAt, tries, problem },
      })),
    } satisfies MailsAnswer)
  })

  router.get('/api/admin/acts', async (request, response) => {
    await administrator(doors, request)
    const { before } = beforeQuery.parse(request.query)
    const kept = await acts.acts({ limit: pageSize, ...(before !== undefined && { before }) })
    const names = new Map<string, string>()
    for (const { accountId, displayName } of await deps.store.accounts.all())
      names.set(accountId, displayName)
    for (const { id, title } of await deps.store.rooms.all()) names.set(id, title)
    for (const { id, name } of await deps.store.accounts.invitations()) if (name !== '') names.set(id, name)
    response.json({
      acts: kept.map(({ seq, at, act, by, about, details }) => ({
        ...{ seq, at, act, details, by: by === 'console' ? by : (names.get(by) ?? null) },
        about: about === null ? null : (names.get(about) ?? null),
      })),
      whole: (await acts.brokenAt()) === undefined,
      next: kept.length === pageSize ? (kept.at(-1)?.seq ?? null) : null,
    } satisfies ActsAnswer)
  })

  return router
}

async function administrator(doors: AccountDoors, request: Request): Promise<string> {
  const by = await keeper(doors, request)
  if (!mayReadOffice(by)) throw new HttpProblem('not-allowed')
  return by.id
}
