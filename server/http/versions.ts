// Adopted versions and consented words over HTTP: read by whoever may read the drafts of a group that they are of.
import express, { type Request, type Response, type Router } from 'express'
import { groupsOf } from '#server/features/adoption/whoSpeaks.ts'
import { TextReader } from '#server/features/group/groupTexts.ts'
import { askedPage, type GroupDeps } from '#server/http/groupsAsked.ts'
import { type Insider, insider } from '#server/http/roomAccess.ts'
import { shapeOf } from '#server/live/gate.ts'
import type { KeptVersion } from '#server/ports/versions.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { failureLimit } from '#server/transport/rateLimit.ts'
import type { AdoptedVersions, ConsentedText } from '#shared/adoption/adoptedAnswers.ts'
import type { AdoptedVersion, VersionHead } from '#shared/adoption/version.ts'
import { documentAccess } from '#shared/people/access.ts'

export interface VersionRoutesOptions {
  readonly deps: Deps
  readonly addressOf: (request: Request) => string
}

/**
 * [AV1] In a room: versions of the spaces that it shows to this person, and those that its groups adopted elsewhere, to whoever may
 * read those groups' drafts there.
 * [AV2] On a group's page: its versions, to whoever is shown its texts.
 * [AV3] Words that were consented to: to whoever may read the text that they are of.
 */
export function versionRoutes({ deps: given, addressOf }: VersionRoutesOptions): Router {
  const deps: GroupDeps = {
    ...given,
    addressOf,
    reader: new TextReader(given.lane, given.store.documentLog),
    failures: failureLimit(given.config.limits.failedJoins),
  }
  const { versions } = deps.store
  const router = express.Router()
  /** The same address answers differently for each person. */
  const give = (response: Response, answer: AdoptedVersions | AdoptedVersion | ConsentedText): void =>
    void response.set('Cache-Control', 'no-store').json(answer)

  router.get('/api/rooms/:code/adopted', async (request, response) => {
    const found = await insider(deps, request)
    const byGroup = await Promise.all(found.room.groupIds.map((id) => versions.versionsOfGroup(id)))
    const all = new Map(byGroup.flat().map((head) => [head.id, head]))
    const shown = [...all.values()].filter((head) => mayRead(found, head)).sort((a, b) => b.at - a.at)
    give(response, { versions: shown })
  })

  router.get('/api/rooms/:code/adopted/:id', async (request, response) => {
    const found = await insider(deps, request)
    const version = await versions.version(String(request.params['id']))
    if (!version || !mayRead(found, version)) throw new HttpProblem('not-found')
    give(response, answerOf(version))
  })

  router.get('/api/rooms/:code/consented/:spaceId/:draftId/:fingerprint', async (request, response) => {
    const found = await insider(deps, request)
    const { spaceId, fingerprint } = request.params
    if (groupsOf(found.room, spaceId).length === 0 || !readsSpace(found, spaceId))
      throw new HttpProblem('not-found')
    const text = await versions.text(found.room.id, fingerprint)
    if (!text) throw new HttpProblem('not-found')
    give(response, { text })
  })

  router.get('/api/groups/:group/adopted', async (request, response) => {
    const { named, visitor } = await askedPage(deps, request)
    // A stranger is told what a group without adopted texts tells; the page asks for everybody who looks at it.
    const isKnown = visitor.standing !== 'stranger'
    give(response, { versions: isKnown ? await versions.versionsOfGroup(named.group.id) : [] })
  })

  router.get('/api/groups/:group/adopted/:id', async (request, response) => {
    const group = await readGroup(deps, request)
    const version = await versions.version(String(request.params['id']))
    if (!version?.groupIds.includes(group)) throw new HttpProblem('not-found')
    give(response, answerOf(version))
  })
  return router
}

/** [AV2] The group, where this person is shown its texts. @throws HttpProblem */
async function readGroup(deps: GroupDeps, request: Request): Promise<string> {
  const { named, visitor } = await askedPage(deps, request)
  if (visitor.standing === 'stranger')
    throw new HttpProblem(visitor.account ? 'not-allowed' : 'not-signed-in')
  return named.group.id
}

/** [AV1] */
const mayRead = (found: Insider, { spaceId, groupIds }: Pick<VersionHead, 'spaceId' | 'groupIds'>): boolean =>
  readsSpace(found, spaceId) ||
  found.room.spaces.some(
    (space) => space.groupId !== null && groupIds.includes(space.groupId) && readsSpace(found, space.spaceId),
  )

const readsSpace = ({ participant, room }: Insider, spaceId: string): boolean =>
  documentAccess(participant, shapeOf(room), { kind: 'drafts', id: spaceId }) !== undefined

/** Without the room's id, which is nobody's concern outside. */
const answerOf = ({ roomId: _, ...version }: KeptVersion): AdoptedVersion => version
