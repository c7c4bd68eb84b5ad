// Joint sessions between groups: inviting, answering, the days that suit all, and the session in one's own calendar.
import express, { type Request, type Response, type Router } from 'express'
import { demoSpaces } from '#server/features/demo/loadDemo.ts'
import type { AskedPage } from '#server/features/group/groupPage.ts'
import { TextReader } from '#server/features/group/groupTexts.ts'
import { todayOf } from '#server/features/home/day.ts'
import { roomGroupsOf } from '#server/features/home/roomGroups.ts'
import { daysFor, groupsToInvite, invitationsOf, shownInvitation } from '#server/features/joint/jointPage.ts'
import { type JointRoomsDeps, makeJointRoom } from '#server/features/joint/jointRooms.ts'
import { askedPage, audit, type GroupDeps, mayContribute, mayLead } from '#server/http/groupsAsked.ts'
import type { KeptInvitation } from '#server/ports/jointRecords.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { failureLimit } from '#server/transport/rateLimit.ts'
import type { Result } from '#shared/contract/result.ts'
import { calendarFile } from '#shared/joint/calendarFile.ts'
import {
  type Acting,
  decide,
  type Invitation,
  invite,
  inviteInput,
  type JointActKind,
  jointAct,
} from '#shared/joint/invitation.ts'
import {
  daysQuery,
  type JointPageAnswer,
  type OwnJointAnswer,
  type ProposedDaysAnswer,
} from '#shared/joint/jointAnswers.ts'

/** Open invitations that a group may have out at once. */
const mostOpen = 20
/** Tries against somebody who answers at the same instant. */
const tries = 8

export interface JointRoutesOptions {
  readonly deps: Deps
  readonly addressOf: (request: Request) => string
}

/** What making a room takes. */
export const jointRoomsDeps = ({ demo, lane, live, store }: Deps): JointRoomsDeps => ({
  ...{ demo, lane, live, rooms: store.rooms, records: store.jointRecords, documentLog: store.documentLog },
  groups: (ids) => roomGroupsOf(store, ids),
  spaces: async () => (demo ? demoSpaces(store.settings) : {}),
})

export function jointRoutes({ deps: given, addressOf }: JointRoutesOptions): Router {
  const deps: GroupDeps = {
    ...given,
    addressOf,
    reader: new TextReader(given.lane, given.store.documentLog),
    failures: failureLimit(given.config.limits.failedJoins),
  }
  const router = express.Router()

  router.get('/api/joint', async (request, response) => {
    private_(response).json((await ownJoint(deps, request)) satisfies OwnJointAnswer)
  })

  router.get('/api/groups/:group/joint', async (request, response) => {
    const { named, visitor } = await askedPage(deps, request)
    const { standing } = visitor
    const leads = standing === 'facilitator'
    const answer: JointPageAnswer = {
      ...{ group: named.shown, mayInvite: leads, today: named.today },
      invitations: leads || standing === 'member' ? await invitationsOf(deps, named.group.id) : [],
      groups: leads ? await groupsToInvite(deps, named.group.id) : [],
    }
    private_(response).json(answer)
  })

  router.get('/api/groups/:group/joint/days', async (request, response) => {
    const { with: others } = daysQuery.parse(request.query)
    const { named, visitor } = await askedPage(deps, request)
    mayLead(visitor)
    const days = await daysFor(deps, [named.group.id, ...others])
    response.json({ days } satisfies ProposedDaysAnswer)
  })

  router.post('/api/groups/:group/joint', async (request, response) => {
    const input = inviteInput.parse(request.body ?? {})
    const asked = await askedPage(deps, request)
    mayLead(asked.visitor)
    response.json(await shownTo(deps, asked, await sent(deps, asked, input)))
  })

  router.post('/api/groups/:group/joint/:id', async (request, response) => {
    const input = jointAct.parse(request.body ?? {})
    const asked = await askedPage(deps, request)
    mayLead(asked.visitor)
    const kept = await act(deps, asked, {
      ...{ id: String(request.params['id']), act: input.act },
      decided: (invitation, acting) => decide(invitation, input, acting),
    })
    if (kept.invitation.status === 'accepted') await makeJointRoom(jointRoomsDeps(deps), kept.invitation)
    response.json(await shownTo(deps, asked, kept))
  })

  router.get('/api/groups/:group/joint/:id/calendar.ics', async (request, response) => {
    const asked = await askedPage(deps, request)
    mayContribute(asked.visitor)
    const kept = await invitationFor(deps, asked, String(request.params['id']))
    const file = await calendarOf(deps, kept.invitation)
    private_(response).type('text/calendar').attachment('seance-commune.ics').send(file)
  })

  return router
}

const private_ = (response: Response): Response => response.set('Cache-Control', 'no-store')

const shownTo = (deps: GroupDeps, { named }: AskedPage, kept: KeptInvitation) =>
  shownInvitation(deps, kept, named.group.id)

const acting = (deps: GroupDeps, { named, visitor }: AskedPage): Acting => ({
  ...{ groupId: named.group.id, name: visitor.name ?? '', now: deps.now(), today: named.today },
})

/** Throws the 404 that strangers get for an invitation which is none of this group's. */
async function invitationFor(deps: GroupDeps, { named }: AskedPage, id: string): Promise<KeptInvitation> {
  const kept = await deps.store.jointRecords.invitation(id)
  if (!kept?.invitation.groupIds.includes(named.group.id)) throw new HttpProblem('not-found')
  return kept
}

async function sent(
  deps: GroupDeps,
  asked: AskedPage,
  input: Parameters<typeof invite>[0],
): Promise<KeptInvitation> {
  const { jointRecords: records } = deps.store
  const { id: groupId } = asked.named.group
  const before = await records.invitation(input.id)
  // The same again was sent already; the same id by another group is nobody's.
  if (before?.invitation.fromGroupId === groupId) return before
  if (before) throw new HttpProblem('conflict')
  const open = (await records.invitationsOf(groupId)).filter(
    ({ invitation: { fromGroupId, status } }) => fromGroupId === groupId && status === 'open',
  )
  if (open.length >= mostOpen) throw new HttpProblem('too-many')
  if ((await roomGroupsOf(deps.store, input.groupIds)).length !== new Set(input.groupIds).size)
    throw new HttpProblem('bad-input', { fields: ['groupIds'] })
  const invitation = settled(invite(input, acting(deps, asked)))
  await keep(deps, asked, { invitation, version: 0, act: 'invite' })
  return { invitation, version: 1 }
}

interface Act {
  readonly id: string
  readonly act: JointActKind
  readonly decided: (invitation: Invitation, acting: Acting) => Result<Invitation>
}

/** Decides again on what somebody else has just made of it. @throws HttpProblem */
async function act(
  deps: GroupDeps,
  asked: AskedPage,
  { id, act: kind, decided }: Act,
): Promise<KeptInvitation> {
  for (let n = 0; n < tries; n++) {
    const { invitation: before, version } = await invitationFor(deps, asked, id)
    const invitation = settled(decided(before, acting(deps, asked)))
    const outcome = await keep(deps, asked, { invitation, version, act: kind })
    if (outcome === 'saved') return { invitation, version: version + 1 }
  }
  throw new HttpProblem('not-ready')
}

async function keep(
  deps: GroupDeps,
  asked: AskedPage,
  { invitation, version, act: kind }: KeptInvitation & { readonly act: JointActKind },
): Promise<'saved' | 'stale'> {
  const { named, visitor } = asked
  const { id: groupId } = named.group
  const outcome = await deps.store.jointRecords.saveInvitation(invitation, version, {
    ...{ act: kind, groupId, by: visitor.author ?? '', at: deps.now() },
    homeRoomId: named.room?.id ?? null,
  })
  if (outcome === 'saved')
    audit(deps, visitor, 'joint session', { act: kind, groupId, invitationId: invitation.id })
  return outcome
}

const problems = {
  'bad-input': 'bad-input',
  'not-allowed': 'not-allowed',
  'not-found': 'not-found',
} as const

/** @throws HttpProblem */
function settled(result: Result<Invitation>): Invitation {
  if (result.ok) return result.value
  const { code } = result.error
  const known = Object.entries(problems).find(([key]) => key === code)?.[1]
  throw new HttpProblem(known ?? 'conflict')
}

async function calendarOf(deps: GroupDeps, invitation: Invitation): Promise<string> {
  const { agreed, durationMin, id, madeAt, subject } = invitation
  if (!agreed) throw new HttpProblem('not-found')
  const groups = await roomGroupsOf(deps.store, agreed.groupIds)
  const room = await deps.store.rooms.room(`joint-${id}`)
  const url = new URL(room ? `/r/${encodeURIComponent(room.code)}` : '/', deps.config.publicUrl).href
  return calendarFile({
    ...{ id, durationMin, madeAt, url, day: agreed.day, title: subject },
    description: `${groups.map(({ place }) => place).join(', ')}\n${url}`,
  })
}

/** Nothing for whoever is not signed in: the page of each group says it to guests. */
async function ownJoint(deps: GroupDeps, request: Request): Promise<OwnJointAnswer> {
  const { account } = await deps.identify(request)
  if (!account) return { sessions: [], waiting: [] }
  const today = await todayOf(deps)
  const groups = await roomGroupsOf(deps.store, account.groupIds)
  const shown = (
    await Promise.all(
      groups.map(async ({ code, id }) =>
        (await invitationsOf(deps, id)).map((one) => ({ ...one, groupCode: code, groupId: id })),
      ),
    )
  ).flat()
  const first = shown.filter((one, n) => shown.findIndex(({ id }) => id === one.id) === n)
  const dayOf = ({ agreed }: (typeof shown)[number]): string => `${agreed?.date} ${agreed?.startTime}`
  return {
    sessions: first
      .filter(({ agreed, roomCode }) => agreed && agreed.date >= today && roomCode !== null)
      .sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1)),
    waiting: shown.filter(
      ({ answers, groupId, isInviter, status }) =>
        status === 'open' &&
        !isInviter &&
        account.facilitatesGroupIds.includes(groupId) &&
        answers.some(({ group, kind }) => group.id === groupId && kind === 'waiting'),
    ),
  }
}
