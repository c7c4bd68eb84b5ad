// Remarks on drafts over HTTP: for whoever may read the draft in that room, by the rules of shared/remark.
import express, { type Request, type Response, type Router } from 'express'
import { TextReader } from '#server/features/group/groupTexts.ts'
import {
  type Asking,
  askingAbout,
  isMine,
  namesOf,
  type RemarkDeps,
  readableHere,
  viewerOf,
} from '#server/features/remark/remarkAsking.ts'
import { type RemarkDesk, remarkDesk } from '#server/features/remark/remarkDesk.ts'
import { eachSaying, mentionable, noticesFor } from '#server/features/remark/remarkMentions.ts'
import { placesOf, remarksFor } from '#server/features/remark/remarkView.ts'
import { readableSpaces } from '#server/features/similar/readableSpaces.ts'
import { askedPage, type GroupDeps } from '#server/http/groupsAsked.ts'
import { type Insider, insider } from '#server/http/roomAccess.ts'
import type { KeptNotice } from '#server/ports/remarks.ts'
import type { Deps } from '#server/transport/deps.ts'
import { failureLimit } from '#server/transport/rateLimit.ts'
import {
  AnswerRemark,
  AskRemark,
  EditRemark,
  type MentionableAnswer,
  type MentionsAnswer,
  RefuseRemark,
  type RemarkCounts,
  RenewRemark,
} from '#shared/remark/remark.ts'

export interface RemarkRoutesOptions {
  readonly deps: Deps
  readonly addressOf: (request: Request) => string
}

/** Mentions that a badge counts at most. */
const mostCounted = 500
const remarksPath = '/api/rooms/:code/drafts/:spaceId/:draftId/remarks'

export function remarkRoutes({ deps, addressOf }: RemarkRoutesOptions): Router {
  const router = express.Router()
  const desk = remarkDesk(deps)
  void desk.resume()

  router.get(remarksPath, async (request, response) => {
    give(response, await remarksFor(deps, await asked(deps, request, { perhaps: true })))
  })
  router.post(`${remarksPath}/seen`, async (request, response) => {
    const asking = await asked(deps, request, { perhaps: true })
    await deps.store.remarks.see(asking.viewer, [asking.place, ...placesOf(asking)], deps.now())
    response.status(204).end()
  })
  actRoutes(router, deps, desk)

  router.get('/api/rooms/:code/remarks/counts', async (request, response) => {
    give(response, await countsFor(deps, await insider(deps, request)))
  })
  router.get('/api/rooms/:code/mentionable', async (request, response) => {
    const people = await mentionable(deps, await insider(deps, request), String(request.query['q'] ?? ''))
    give(response, { people } satisfies MentionableAnswer)
  })
  router.get('/api/me/mentions', async (request, response) => {
    give(response, await ownMentions(deps, request))
  })
  const groupDeps: GroupDeps = {
    ...{ ...deps, addressOf },
    reader: new TextReader(deps.lane, deps.store.documentLog),
    failures: failureLimit(deps.config.limits.failedJoins),
  }
  router.get('/api/groups/:group/mentions', async (request, response) => {
    give(response, await groupMentions(groupDeps, request))
  })
  return router
}

/** [R5] @throws HttpProblem 404 for whoever may not read the draft in this room */
async function asked(deps: Deps, request: Request, options = {}): Promise<Asking> {
  const [spaceId, draftId] = [String(request.params['spaceId']), String(request.params['draftId'])]
  return askingAbout(deps, await insider(deps, request), { spaceId, draftId }, options)
}

const said = (request: Request): unknown => request.body ?? {}

/** Of one remark: judged by the desk, on what is kept then. */
function actRoutes(router: Router, deps: Deps, desk: RemarkDesk): void {
  const answering =
    (work: (asking: Asking, request: Request) => Promise<unknown>) =>
    async (request: Request, response: Response): Promise<void> =>
      give(response, await work(await asked(deps, request), request))
  const idIn = ({ params }: Request): string => String(params['id'])
  const one = `${remarksPath}/:id`

  router.post(
    remarksPath,
    answering((asking, request) => desk.ask(asking, AskRemark.parse(said(request)))),
  )
  router.put(
    one,
    answering((asking, request) => desk.edit(asking, idIn(request), EditRemark.parse(said(request)))),
  )
  router.post(
    `${one}/replies`,
    answering((asking, request) => desk.answer(asking, idIn(request), AnswerRemark.parse(said(request)))),
  )
  router.post(
    `${one}/renew`,
    answering((asking, request) => desk.renew(asking, idIn(request), RenewRemark.parse(said(request)))),
  )
  router.post(
    `${one}/accept`,
    answering((asking, request) => desk.accept(asking, idIn(request))),
  )
  router.post(
    `${one}/refuse`,
    answering((asking, request) => {
      const { reason } = RefuseRemark.parse(said(request))
      return desk.end(asking, idIn(request), { act: 'refuse', reason })
    }),
  )
  for (const act of ['resolve', 'reopen', 'withdraw'] as const)
    router.post(
      `${one}/${act}`,
      answering((asking, request) => desk.end(asking, idIn(request), { act, reason: '' })),
    )
}

/** The same address answers differently for each person. */
const give = (response: Response, answer: unknown): void =>
  void response.set('Cache-Control', 'no-store').json(answer)

/** [R5] Of drafts that this room shows to this person. */
async function countsFor(deps: RemarkDeps, found: Insider): Promise<RemarkCounts> {
  const { remarks } = deps.store
  const readable = readableHere(deps, found)
  const kept = await remarks.unseen(viewerOf(found), await namesOf(deps, found), mostCounted)
  const notices = eachSaying(kept).filter(
    (one) => !isMine(found, one.by) && readable.includes(one.remark.spaceId),
  )
  const counts = new Map<string, RemarkCounts['drafts'][number]>()
  for (const { spaceId, draftId, open } of await remarks.openCounts(readable))
    counts.set(`${spaceId}/${draftId}`, { spaceId, draftId, open, mentions: 0 })
  for (const {
    remark: { spaceId, draftId },
  } of notices) {
    const before = counts.get(`${spaceId}/${draftId}`) ?? { spaceId, draftId, open: 0, mentions: 0 }
    counts.set(`${spaceId}/${draftId}`, { ...before, mentions: before.mentions + 1 })
  }
  return { drafts: [...counts.values()] }
}

async function ownMentions(deps: Deps, request: Request): Promise<MentionsAnswer> {
  const { account } = await deps.identify(request)
  if (!account) return { mentions: [] }
  const groups = account.groupIds.map((id) => ({ kind: 'group' as const, id }))
  const mentions = await noticesFor(deps, {
    viewer: `account:${account.id}`,
    named: [{ kind: 'person', id: `m:${account.personId}` }, ...groups],
    isOwn: ({ by }: KeptNotice) => by.accountId === account.id,
    readable: await readableSpaces(deps, request),
  })
  return { mentions }
}

/** For the group's people; what they have looked at is theirs alone. */
async function groupMentions(deps: GroupDeps, request: Request): Promise<MentionsAnswer> {
  const { named, visitor } = await askedPage(deps, request)
  if (visitor.standing !== 'member' && visitor.standing !== 'facilitator') return { mentions: [] }
  const own = named.room && (await deps.participantOf(request, named.room.id))
  const viewer = visitor.account ? `account:${visitor.account.id}` : own && viewerOf({ participant: own })
  const mentions = await noticesFor(deps, {
    viewer: viewer ?? '',
    named: [{ kind: 'group', id: named.group.id }],
    isOwn: ({ by }: KeptNotice) =>
      (own !== undefined && isMine({ participant: own }, by)) ||
      (visitor.account !== undefined && by.accountId === visitor.account.id),
    readable: await readableSpaces(deps, request),
  })
  return { mentions }
}
