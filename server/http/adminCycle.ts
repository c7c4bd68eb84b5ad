// The administration of the cycle over HTTP: its records one by one, and the whole organisation as a file, in and out.
import express, { type Request, type Response, type Router } from 'express'
import { z } from 'zod'
import { stepUp } from '#server/features/account/stepUp.ts'
import {
  begin,
  cycleAdminAnswer,
  type EditOutcome,
  edit,
  refusedWith,
} from '#server/features/admin/cycleDesk.ts'
import { importAsked } from '#server/features/admin/importDesk.ts'
import { standingCycle } from '#server/features/exports/standingCycle.ts'
import { begunSetting } from '#server/features/notices/noticesKeeper.ts'
import { keeper } from '#server/http/adminPeople.ts'
import type { AccountDoors } from '#server/http/signIn.ts'
import type { Account } from '#server/ports/people.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { languageOf } from '#server/transport/httpProblemTexts.ts'
import { completeRecord } from '#shared/admin/completeRecord.ts'
import { type EditedAnswer, importLimit } from '#shared/admin/cycleAdmin.ts'
import {
  type EditedKind,
  editedKinds,
  editInput,
  isSingle,
  mayEditRecord,
  mayMoveOrganisation,
  startInput,
  wrongFields,
} from '#shared/admin/editedRecords.ts'
import { randomId } from '#shared/contract/ids.ts'

const newId = (prefix: string): string => `${prefix}-${randomId()}`
const flag = z.enum(['0', '1']).default('0')
const importQuery = z.object({ replace: flag, over: z.string().max(64).optional() })

export function adminCycleRoutes(doors: AccountDoors): Router {
  const router = express.Router()
  const { deps } = doors
  const { acts } = deps.store

  router.get('/api/admin/cycle', async (request, response) => {
    response.json(await cycleAdminAnswer(deps.store, await keeper(doors, request)))
  })

  router.post('/api/admin/cycle', async (request, response) => {
    const by = await mover(doors, request)
    const outcome = await begin(deps.store, startInput.parse(request.body ?? {}), newId)
    if (outcome.kind === 'done')
      await acts.note({ by: by.id, act: 'cycle.begun', about: null, details: {}, at: deps.now() })
    await told(doors, request, response, { by, outcome })
  })

  router.put('/api/admin/cycle/:kind/:id', async (request, response) => {
    const { by, kind, id } = await editing(doors, request)
    const { seen, record } = editInput.parse(request.body ?? {})
    if (isSingle(kind) && seen === null) throw new HttpProblem('not-found')
    const own = seen === null ? newId(prefixes[kind]) : id
    const complete = completeRecord(kind, { ...record, id: own }, newId)
    const fields = wrongFields(kind, complete)
    if (fields.length > 0) throw new HttpProblem('bad-input', { fields })
    const outcome = await edit(deps.store, { kind, id: own, record: complete, seen })
    if (outcome.kind === 'done') await noted(doors, by, { act: seen ? 'changed' : 'added', kind, id: own })
    await told(doors, request, response, { by, outcome })
  })

  router.delete('/api/admin/cycle/:kind/:id', async (request, response) => {
    const { by, kind, id } = await editing(doors, request)
    if (isSingle(kind)) throw new HttpProblem('not-found')
    const seen = typeof request.query['seen'] === 'string' ? request.query['seen'] : ''
    const outcome = await edit(deps.store, { kind, id, record: null, seen })
    if (outcome.kind === 'done') await noted(doors, by, { act: 'removed', kind, id })
    await told(doors, request, response, { by, outcome })
  })

  router.post('/api/admin/cycle/import', async (request, response) => {
    if (!/^application\/octet-stream$/i.test(request.headers['content-type'] ?? ''))
      throw new HttpProblem('body-type')
    const by = await mover(doors, request)
    const { replace, over } = importQuery.parse(request.query)
    if (over !== undefined) await stepUp(deps, request)
    const bytes = await bytesOf(request)
    const language = languageOf(request.query['lang'], request.headers['accept-language'])
    const asked = { bytes, replace: replace === '1', over, language, by: by.displayName, at: deps.now() }
    const answer = await importAsked(deps.store, asked)
    if (answer === 'stale') throw new HttpProblem('conflict')
    if (answer.ok && answer.written) {
      const count = answer.lists.reduce((sum, { added, changed }) => sum + added + changed, 0)
      const details = { count, replace: answer.replace }
      // What a file brings is old: nobody is told of it by mail.
      await deps.store.settings.set(begunSetting, '0')
      await acts.note({ by: by.id, act: 'cycle.imported', about: null, details, at: deps.now() })
    }
    response.json(answer)
  })

  router.get('/api/admin/cycle/export', async (request, response) => {
    const by = await mover(doors, request)
    await stepUp(deps, request)
    const standing = await standingCycle(deps.store, deps.now())
    if (!standing) throw new HttpProblem('not-found')
    const { file, leftOut } = standing
    const details = leftOut.length > 0 ? { leftOut: leftOut.length } : {}
    await acts.note({ by: by.id, act: 'cycle.exported', about: null, details, at: deps.now() })
    response.setHeader('Content-Disposition', 'attachment; filename="faire-ensemble-coop-cycle.json"')
    response.type('application/json').send(JSON.stringify(file, null, 2))
  })

  return router
}

const prefixes: Readonly<Record<EditedKind, string>> = {
  ...{ organisation: 'org', cycle: 'cycle' },
  ...{ entities: 'ent', boards: 'board', antennas: 'ant', themes: 'th', groups: 'grp' },
}

/** @throws HttpProblem 401, 403 for everybody who brings no organisation in or out */
async function mover(doors: AccountDoors, request: Request): Promise<Account> {
  const by = await keeper(doors, request)
  if (!mayMoveOrganisation(by)) throw new HttpProblem('not-allowed')
  return by
}

async function editing(
  doors: AccountDoors,
  request: Request,
): Promise<{ by: Account; kind: EditedKind; id: string }> {
  const by = await keeper(doors, request)
  const kind = editedKinds.find((one) => one === request.params['kind'])
  if (!kind) throw new HttpProblem('not-found')
  if (!mayEditRecord(by, kind)) throw new HttpProblem('not-allowed')
  return { by, kind, id: String(request.params['id']) }
}

async function noted(
  { deps }: AccountDoors,
  by: Account,
  { act, kind, id }: { act: 'added' | 'changed' | 'removed'; kind: EditedKind; id: string },
): Promise<void> {
  const details = { kind, id }
  await deps.store.acts.note({ by: by.id, act: `cycle.${act}`, about: null, details, at: deps.now() })
}

/** What stands now; 409 where somebody else was first; what is wrong, in words, where the cycle would not hold together. */
async function told(
  { deps }: AccountDoors,
  request: Request,
  response: Response,
  { by, outcome }: { by: Account; outcome: EditOutcome },
): Promise<void> {
  if (outcome.kind === 'stale') throw new HttpProblem('conflict')
  const language = languageOf(request.query['lang'], request.headers['accept-language'])
  const answer: EditedAnswer =
    outcome.kind === 'refused'
      ? refusedWith(outcome, language)
      : { ok: true, ...(await cycleAdminAnswer(deps.store, by)) }
  response.json(answer)
}

/** Milliseconds for the whole file. */
const patience = 60_000

/** The route's own bytes: larger than any form's, and read only for an administrator. */
function bytesOf(request: Request): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let size = 0
    const timer = setTimeout(() => fail('too-large'), patience)
    const fail = (code: 'too-large' | 'bad-input'): void => {
      clearTimeout(timer)
      request.removeAllListeners('data')
      request.resume()
      reject(new HttpProblem(code))
    }
    request.on('data', (part: Buffer) => {
      size += part.length
      if (size > importLimit) fail('too-large')
      else parts.push(part)
    })
    request.on('aborted', () => fail('bad-input'))
    request.on('end', () => {
      clearTimeout(timer)
      resolve(Buffer.concat(parts))
    })
  })
}
