// Lists being handed over, and those that were: in the group's room to whoever may read its texts, on its page to whoever is shown them.
import express, { type Request, type Response, type Router } from 'express'
import { keepsMinutes } from '#server/features/account/keepsMinutes.ts'
import { groupsSpokenFor, isSecretary } from '#server/features/adoption/whoSpeaks.ts'
import { TextReader } from '#server/features/group/groupTexts.ts'
import { ownSpace, readGroupList } from '#server/features/handover/groupList.ts'
import { askedPage, type GroupDeps } from '#server/http/groupsAsked.ts'
import { type Insider, insider } from '#server/http/roomAccess.ts'
import { shapeOf } from '#server/live/gate.ts'
import type { KeptHandover } from '#server/ports/handovers.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { failureLimit } from '#server/transport/rateLimit.ts'
import type { HandoverAnswer, HandoversAnswer, HandoverVersion } from '#shared/handover/handedOver.ts'
import { documentAccess } from '#shared/people/access.ts'
import type { Actor } from '#shared/people/actor.ts'

export interface HandoverRoutesOptions {
  readonly deps: Deps
  readonly addressOf: (request: Request) => string
}

export function handoverRoutes({ deps: given, addressOf }: HandoverRoutesOptions): Router {
  const deps: GroupDeps = {
    ...given,
    addressOf,
    reader: new TextReader(given.lane, given.store.documentLog),
    failures: failureLimit(given.config.limits.failedJoins),
  }
  const { handovers } = deps.store
  const router = express.Router()
  /** The same address answers differently for each person. */
  const give = (response: Response, answer: HandoverAnswer | HandoversAnswer | HandoverVersion): void =>
    void response.set('Cache-Control', 'no-store').json(answer)

  router.get('/api/rooms/:code/handover', async (request, response) => {
    give(response, await listAnswer(deps, await insider(deps, request)))
  })

  router.get('/api/rooms/:code/handover/:id', async (request, response) => {
    const { groupId } = ownList(await insider(deps, request))
    give(response, await version(deps, groupId, request.params['id']))
  })

  router.get('/api/groups/:group/handovers', async (request, response) => {
    const { named, visitor } = await askedPage(deps, request)
    const isKnown = visitor.standing !== 'stranger'
    give(response, { handed: isKnown ? await handovers.handoversOfGroup(named.group.id) : [] })
  })

  router.get('/api/groups/:group/handovers/:id', async (request, response) => {
    const { named, visitor } = await askedPage(deps, request)
    if (visitor.standing === 'stranger')
      throw new HttpProblem(visitor.account ? 'not-allowed' : 'not-signed-in')
    give(response, await version(deps, named.group.id, request.params['id']))
  })
  return router
}

/** The room's own list, for whoever may read its texts. @throws HttpProblem */
function ownList({ participant, room }: Insider): { groupId: string; spaceId: string } {
  const own = ownSpace(room)
  if (!own || !documentAccess(participant, shapeOf(room), { kind: 'drafts', id: own.spaceId }))
    throw new HttpProblem('not-found')
  return own
}

async function listAnswer({ lane, store }: GroupDeps, found: Insider): Promise<HandoverAnswer> {
  const { groupId } = ownList(found)
  const { people, rooms, versions, handovers } = store
  const read = await readGroupList({ rooms, versions, lane: () => lane }, found.room)
  if (!read) throw new HttpProblem('not-found')
  const actor = actorOf(found)
  return {
    ...{ groupId, list: read.list, handed: await handovers.handoversOfGroup(groupId) },
    leads: (await groupsSpokenFor(people, actor, [groupId])).length > 0,
    notesDown:
      actor.role !== 'observer' &&
      ((await isSecretary({ people, rooms }, actor)) || (await keepsMinutes(store, found))),
  }
}

const actorOf = ({ participant, room }: Insider): Actor => ({
  ...{ participantId: participant.id, roomId: room.id, standing: participant.standing },
  ...{ role: participant.role, groupId: participant.groupIds[0] ?? null },
})

async function version(
  { store }: GroupDeps,
  groupId: string,
  id: string | string[] | undefined,
): Promise<HandoverVersion> {
  const kept: KeptHandover | undefined = await store.handovers.handover(String(id))
  if (kept?.groupId !== groupId) throw new HttpProblem('not-found')
  const { roomId: _, ...answer } = kept
  return answer
}
