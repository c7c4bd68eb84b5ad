// A draft's versions and authors over HTTP, for whoever may read the draft in this room.
import { type NextFunction, type Request, type Response, Router } from 'express'
import { draftAuthorship } from '#server/features/history/draftAuthorship.ts'
import { Replays } from '#server/features/history/replays.ts'
import { shapeOf } from '#server/live/gate.ts'
import type { Participant } from '#server/ports/people.ts'
import type { Room } from '#server/ports/rooms.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { documentName } from '#shared/contract/documentName.ts'
import type {
  DraftAtVersion,
  DraftAuthor,
  DraftAuthorship,
  DraftVersions,
} from '#shared/draft/draftHistory.ts'
import { draftsOf } from '#shared/draft/draftModel.ts'
import { documentAccess, staysBehindClosedDoor } from '#shared/people/access.ts'
import { canonicalCode } from '#shared/room/door.ts'

const draftPath = '/api/rooms/:code/drafts/:spaceId/:draftId'
const serverAuthor = 'server'
const byTheGroup: DraftAuthor = { participantId: null, name: null }

type Asked = Request<{ code: string; spaceId: string; draftId: string; seq?: string }>

export type HistoryDeps = Pick<Deps, 'participantOf'> & {
  readonly gate: Pick<Deps['gate'], 'holder'>
  readonly store: Pick<Deps['store'], 'rooms' | 'people' | 'documentLog'>
}

export function historyRoutes(deps: HistoryDeps): Router {
  const replays = new Replays(deps.store.documentLog)
  const router = Router()
  const answer = (path: string, say: (request: Asked, name: string) => Promise<unknown>): void => {
    router.get(path, (request: Asked, response: Response, next: NextFunction) => {
      readableDocument(deps, request)
        .then((name) => say(request, name))
        .then((body) => response.set('cache-control', 'no-store').json(body))
        .catch(next)
    })
  }
  answer(`${draftPath}/versions`, (request, name) => versions(deps, replays, name, request.params.draftId))
  answer(`${draftPath}/versions/:seq`, (request, name) => version(replays, name, request.params))
  answer(`${draftPath}/authorship`, (request, name) =>
    authorship(deps, replays, name, request.params.draftId),
  )
  return router
}

/** The name of the document asked for, or 404: whoever may not read it is not told that it exists. */
async function readableDocument(deps: HistoryDeps, request: Asked): Promise<string> {
  const room = await roomNamed(deps, request.params.code)
  const document = { kind: 'drafts', id: request.params.spaceId } as const
  const person = room && (await personIn(deps, request, room))
  if (!room || !person || !documentAccess(person, shapeOf(room), document)) throw new HttpProblem('not-found')
  return documentName(document)
}

async function roomNamed({ store }: HistoryDeps, typed: string): Promise<Room | undefined> {
  const code = canonicalCode(typed)
  if (code === undefined) return undefined
  return (await store.rooms.roomByCode(code)) ?? (await store.rooms.roomByCode(code.replaceAll(' ', '')))
}

/** By ticket (`Authorization: Bearer …`) or by cookie; undefined for whoever may not be in this room now. */
async function personIn(deps: HistoryDeps, request: Asked, room: Room): Promise<Participant | undefined> {
  const ticket = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (ticket !== undefined) {
    const holder = await deps.gate.holder(ticket)
    return holder?.room.id === room.id ? holder.participant : undefined
  }
  const participant = await deps.participantOf(request, room.id)
  if (!participant || participant.removed) return undefined
  return room.doorOpen || staysBehindClosedDoor(participant, shapeOf(room)) ? participant : undefined
}

async function versions(
  deps: HistoryDeps,
  replays: Replays,
  name: string,
  draftId: string,
): Promise<DraftVersions> {
  const replay = await replays.upToDate(name)
  const found = replay?.versionsOf(draftId) ?? []
  if (found.length === 0) throw new HttpProblem('not-found')
  const authorNamed = await authorsNamed(
    deps,
    found.flatMap(({ authors }) => authors),
  )
  return { versions: found.map((version) => ({ ...version, authors: version.authors.map(authorNamed) })) }
}

async function version(replays: Replays, name: string, params: Asked['params']): Promise<DraftAtVersion> {
  const seq = Number(params.seq)
  if (!Number.isSafeInteger(seq) || seq < 1) throw new HttpProblem('bad-input', { fields: ['seq'] })
  const draft = await replays.draftAt(name, params.draftId, seq)
  if (!draft) throw new HttpProblem('not-found')
  return { seq, draft }
}

async function authorship(
  deps: HistoryDeps,
  replays: Replays,
  name: string,
  draftId: string,
): Promise<DraftAuthorship> {
  const replay = await replays.upToDate(name)
  const draft = replay && draftsOf(replay.doc).get(draftId)
  if (!replay || !draft) throw new HttpProblem('not-found')
  const clients = await deps.store.documentLog.clients(name)
  const authorNamed = await authorsNamed(deps, [...clients.values()])
  const found = draftAuthorship(draftId, draft, replay.authors, (client) =>
    authorNamed(clients.get(client) ?? serverAuthor),
  )
  if (!found) throw new HttpProblem('not-found')
  return found
}

async function authorsNamed(
  { store }: HistoryDeps,
  ids: readonly string[],
): Promise<(id: string) => DraftAuthor> {
  const people = [...new Set(ids)].filter((id) => id !== serverAuthor)
  const names = await store.people.participantNames(people)
  return (id) => (id === serverAuthor ? byTheGroup : { participantId: id, name: names.get(id) ?? null })
}
