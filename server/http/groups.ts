// A group's page between two sessions, and what people answer and bring there.
import express, { type Request, type Router } from 'express'
import {
  type AskedPage,
  comingTo,
  groupPage,
  sessionsOf,
  shownContribution,
} from '#server/features/group/groupPage.ts'
import { TextReader } from '#server/features/group/groupTexts.ts'
import { takeContribution } from '#server/features/group/takeContribution.ts'
import { askedPage, audit, type GroupDeps, mayContribute, mayLead } from '#server/http/groupsAsked.ts'
import { groupLinkRoutes } from '#server/http/groupsLinks.ts'
import type { KeptContribution } from '#server/ports/sessionRecords.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { failureLimit } from '#server/transport/rateLimit.ts'
import {
  type ComingAnswer,
  type Contribution,
  type ContributionInput,
  comingInput,
  contributionInput,
} from '#shared/group/groupPage.ts'

/** Contributions that wait, of one person and of a whole group. */
const mostWaiting = { ofOne: 40, ofGroup: 400 } as const

export interface GroupRoutesOptions {
  readonly deps: Deps
  readonly addressOf: (request: Request) => string
}

export function groupRoutes({ deps: given, addressOf }: GroupRoutesOptions): Router {
  const deps: GroupDeps = {
    ...given,
    addressOf,
    reader: new TextReader(given.lane, given.store.documentLog),
    failures: failureLimit(given.config.limits.failedJoins),
  }
  const router = express.Router()
  const { sessionRecords: records } = deps.store

  router.get('/api/groups/:group', async (request, response) => {
    // The same address answers differently for each person.
    response.set('Cache-Control', 'no-store').json(await groupPage(deps, await askedPage(deps, request)))
  })

  router.put('/api/groups/:group/coming', async (request, response) => {
    const { sessionId, answer } = comingInput.parse(request.body ?? {})
    const asked = await askedPage(deps, request)
    const author = mayContribute(asked.visitor)
    const sessions = await sessionsOf(deps, asked.named)
    const open = sessions.some(({ when, cycle }) => when !== 'held' && cycle?.id === sessionId)
    if (!open) throw new HttpProblem('not-found')
    const { group, room } = asked.named
    await records.answerComing({ groupId: group.id, roomId: room?.id ?? null, sessionId, author, answer })
    response.json((await comingTo(deps, asked.named, { sessionId, author })) satisfies ComingAnswer)
  })

  router.post('/api/groups/:group/contributions', async (request, response) => {
    const input = contributionInput.parse(request.body ?? {})
    const asked = await askedPage(deps, request)
    response.json((await contribute(deps, asked, input)) satisfies Contribution)
  })

  router.delete('/api/groups/:group/contributions/:id', async (request, response) => {
    const { named, visitor } = await askedPage(deps, request)
    const author = mayContribute(visitor)
    const one = await records.contribution(named.group.id, String(request.params['id']))
    // Gone already, or never one's own: nothing is said of other people's.
    if (one && one.author !== author) throw new HttpProblem('not-found')
    if (one && !(await records.withdrawContribution(named.group.id, one.id)))
      throw new HttpProblem('conflict')
    response.status(204).end()
  })

  router.post('/api/groups/:group/contributions/:id/take', async (request, response) => {
    const { named, visitor } = await askedPage(deps, request)
    mayLead(visitor)
    const id = String(request.params['id'])
    const one = await records.contribution(named.group.id, id)
    if (!one) throw new HttpProblem('not-found')
    if (one.takenAt === null) {
      await takeContribution(deps.lane, named, one)
      await records.contributionTaken(named.group.id, id, deps.now())
      audit(deps, visitor, 'contribution taken', { groupId: named.group.id, contributionId: id })
    }
    const taken = (await records.contribution(named.group.id, id)) ?? one
    const texts = await deps.reader.read(named.spaceId)
    response.json(shownContribution(taken, visitor, texts) satisfies Contribution)
  })

  groupLinkRoutes(router, deps)
  return router
}

async function contribute(
  deps: GroupDeps,
  { named, visitor }: AskedPage,
  input: ContributionInput,
): Promise<Contribution> {
  const { sessionRecords: records } = deps.store
  const author = mayContribute(visitor)
  // An account and a link have their own name; a guest may be one of several people behind a device.
  const fixed = visitor.account !== undefined || visitor.byLink
  const name = (fixed ? visitor.name : (input.name ?? visitor.name)) ?? input.name
  if (name === undefined || name === '') throw new HttpProblem('bad-input', { fields: ['name'] })
  const texts = await deps.reader.read(named.spaceId)
  const before = await records.contribution(named.group.id, input.id)
  if (!before) await mayBeKept(deps, { named, author, input, draftIds: texts.drafts.map(({ id }) => id) })
  const { group, room } = named
  const one: KeptContribution = {
    ...{ id: input.id, groupId: group.id, roomId: room?.id ?? null, kind: input.kind, text: input.text },
    degree: input.kind === 'position' ? input.degree : null,
    draft: input.kind === 'note' ? null : { spaceId: input.spaceId, draftId: input.draftId },
    ...{ name, author, at: deps.now(), takenAt: null },
  }
  if (!(await records.contribute(one))) throw new HttpProblem('conflict')
  const kept = (await records.contribution(group.id, input.id)) ?? one
  return shownContribution(kept, visitor, texts)
}

/** @throws HttpProblem 422 for a draft that is not the group's, 429 when too much waits */
async function mayBeKept(
  { store }: GroupDeps,
  about: {
    readonly named: AskedPage['named']
    readonly author: string
    readonly input: ContributionInput
    readonly draftIds: readonly string[]
  },
): Promise<void> {
  const { author, draftIds, input, named } = about
  const ofGroup =
    input.kind === 'note' || (input.spaceId === named.spaceId && draftIds.includes(input.draftId))
  if (!ofGroup) throw new HttpProblem('bad-input', { fields: ['draftId'] })
  const all = await store.sessionRecords.contributions(named.group.id)
  const waiting = all.filter(({ takenAt }) => takenAt === null)
  const own = waiting.filter((one) => one.author === author)
  if (own.length >= mostWaiting.ofOne || waiting.length >= mostWaiting.ofGroup)
    throw new HttpProblem('too-many')
}
