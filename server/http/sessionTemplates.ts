// Agendas that facilitators keep for one another, across the rooms of the cooperative.
import express, { type Request, type Router } from 'express'
import { insiderOf, roomNamed } from '#server/http/roomAccess.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import {
  SavedTemplate,
  type SavedTemplatesAnswer,
  savedTemplateId,
  savedTemplateInput,
  savedTemplateLimit,
} from '#shared/agenda/savedTemplate.ts'
import { mayFacilitate, runsEverything } from '#shared/people/access.ts'

/** One setting each, so that two people who keep two agendas at once write two rows. */
const prefix = 'session-template:'

export function sessionTemplateRoutes(deps: Deps): Router {
  const router = express.Router()
  const { settings } = deps.store

  router.get('/api/session-templates', async (request, response) => {
    await facilitatorName(deps, request)
    const answer: SavedTemplatesAnswer = { templates: await kept(deps) }
    response.json(answer)
  })

  router.put('/api/session-templates/:id', async (request, response) => {
    const savedBy = await facilitatorName(deps, request)
    const id = savedTemplateId.parse(request.params['id'])
    const { name, steps, was } = savedTemplateInput.parse(request.body ?? {})
    // Frames belong to one room's whiteboard; in another room they would point nowhere.
    const free = steps.map((step) => ({ ...step, frameId: null }))
    const all = await kept(deps)
    const before = all.find((one) => one.id === id)
    const same = before && before.name === name && JSON.stringify(before.steps) === JSON.stringify(free)
    // The same again, after an answer that was lost, is done already.
    if (same) return void response.json(before)
    if ((before?.savedAt ?? null) !== was) throw new HttpProblem('conflict')
    if (!before && all.length >= savedTemplateLimit) throw new HttpProblem('too-many')
    const template: SavedTemplate = { id, name, steps: free, savedBy, savedAt: deps.now() }
    await settings.set(prefix + id, JSON.stringify(template))
    response.json(template)
  })

  router.delete('/api/session-templates/:id', async (request, response) => {
    await facilitatorName(deps, request)
    await settings.remove(prefix + savedTemplateId.parse(request.params['id']))
    response.status(204).end()
  })

  return router
}

/** By name; a row that cannot be read is left out. */
async function kept({ store }: Deps): Promise<SavedTemplate[]> {
  const rows = await store.settings.list(prefix)
  return rows
    .flatMap(({ value }) => SavedTemplate.safeParse(parsed(value)).data ?? [])
    .sort((a, b) => a.name.localeCompare(b.name, 'fr'))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Who asks: an account that facilitates a group or runs everything, or whoever facilitates the room named by `?room=` (a guest who
 * was handed the facilitation). @throws HttpProblem for everybody else
 */
async function facilitatorName(deps: Deps, request: Request): Promise<string> {
  const { account } = await deps.identify(request)
  if (account && (account.facilitatesGroupIds.length > 0 || runsEverything(account)))
    return account.displayName
  const room = await roomNamed(deps, request.query['room'])
  const found = room && (await insiderOf(deps, request, room))
  // In an aparté everybody leads, in it alone.
  if (found && !room.aparte && mayFacilitate(found.participant)) return found.participant.name
  throw new HttpProblem(account || found ? 'not-allowed' : 'not-signed-in')
}
