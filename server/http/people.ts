// What facilitators do to a room: remove somebody, give a role, open a group's drafts.
import express, { type Request, type Router } from 'express'
import { leaveApartes } from '#server/http/aparteRoutes.ts'
import { type Insider, insider } from '#server/http/roomAccess.ts'
import { actorOf } from '#server/live/gate.ts'
import type { Participant } from '#server/ports/people.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem, type ProblemCode } from '#server/transport/httpProblem.ts'
import { randomId } from '#shared/contract/ids.ts'
import { mayFacilitate, runsEverything } from '#shared/people/access.ts'
import { opennessInput, roleInput } from '#shared/room/door.ts'

export function peopleRoutes(deps: Deps): Router {
  const router = express.Router()

  router.post('/api/rooms/:code/people/:participantId/remove', async (request, response) => {
    const { by, target } = await aboutSomebody(deps, request)
    if (target.id === by.participant.id) throw new HttpProblem('conflict')
    await change(deps, target, { removed: true })
    deps.presence.forget(target)
    await leaveApartes(deps, by, target)
    audit(deps, by, 'person removed', { participantId: target.id })
    response.status(204).end()
  })

  router.put('/api/rooms/:code/people/:participantId/role', async (request, response) => {
    const { role } = roleInput.parse(request.body ?? {})
    const { by, target } = await aboutSomebody(deps, request)
    // Giving a role to somebody who was removed lets them in again.
    const changed = await change(deps, target, { role, removed: false })
    deps.presence.changed(changed)
    audit(deps, by, 'role given', { participantId: target.id, role })
    response.json({ participantId: changed.id, role: changed.role })
  })

  router.put('/api/rooms/:code/openness', async (request, response) => {
    const { groupId, access } = opennessInput.parse(request.body ?? {})
    const by = await facilitator(deps, request)
    const actor = actorOf(by.participant, by.room)
    const envelope = { id: randomId(), input: { groupId, access } }
    const answer = await deps.live.run(actor, 'openness.set', envelope)
    if (!answer.ok) throw new HttpProblem(problems[answer.error.code] ?? 'not-ready')
    response.json({ groupId, access })
  })

  return router
}

const problems: Readonly<Record<string, ProblemCode>> = {
  'not-found': 'not-found',
  'not-allowed': 'not-allowed',
}

/** 404 for strangers, 403 for the room's people who do not lead it. */
export async function facilitator(deps: Deps, request: Request): Promise<Insider> {
  const found = await insider(deps, request)
  if (!mayFacilitate(found.participant)) throw new HttpProblem('not-allowed')
  // [A7] Everybody leads in an aparté; who is in it is said by the parent's plan alone.
  if (found.room.aparte) throw new HttpProblem('not-allowed')
  return found
}

async function aboutSomebody(deps: Deps, request: Request): Promise<{ by: Insider; target: Participant }> {
  const by = await facilitator(deps, request)
  const id = request.params['participantId']
  const target = typeof id === 'string' ? await deps.store.people.participant(id) : undefined
  if (!target || target.roomId !== by.room.id) throw new HttpProblem('not-found')
  // A group's facilitator does not put cooperative life or an administrator out of the room.
  if (runsEverything(target) && !runsEverything(by.participant)) throw new HttpProblem('not-allowed')
  return { by, target }
}

/** Every ticket given so far dies; open lines are closed before this resolves. */
async function change(
  deps: Deps,
  target: Participant,
  rights: Partial<Pick<Participant, 'role' | 'removed'>>,
): Promise<Participant> {
  const changed = await deps.store.people.changeParticipant(target.id, rights, { raiseEpoch: true })
  if (!changed) throw new HttpProblem('not-found')
  await deps.recheck(new Set([target.id]))
  return changed
}

/** Who did what to whom, for the incident runbook; no names, no content. */
export function audit(deps: Deps, by: Insider, act: string, details: Record<string, unknown>): void {
  deps.logger.info({ audit: true, roomId: by.room.id, by: by.participant.id, ...details }, act)
}
