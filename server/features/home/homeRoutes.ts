// GET /api/home: what waits for this person; GET /api/context: the context cards that exist.
import express, { type Request, type Response, type Router } from 'express'
import { z } from 'zod'
import { demoSpaces } from '#server/features/demo/loadDemo.ts'
import { personaOfAccount } from '#server/features/demo/personas.ts'
import { demoMoment, todayOf } from '#server/features/home/day.ts'
import { type DraftCount, draftCounter, shownGroup } from '#server/features/home/homeGroups.ts'
import { homeSessions, type SessionView } from '#server/features/home/homeSessions.ts'
import { meOf } from '#server/features/home/me.ts'
import { roomGroups } from '#server/features/home/roomGroups.ts'
import { type CardAsker, mayBeTold } from '#server/features/library/toldCards.ts'
import type { Account } from '#server/ports/people.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import type { Group } from '#shared/cycle/cycleFile.ts'
import type { HomeAnswer } from '#shared/home/home.ts'
import type { Waits } from '#shared/home/waits.ts'

export type HomeDeps = Pick<Deps, 'demo' | 'store' | 'lane' | 'identify' | 'participantOf' | 'now'> & {
  readonly presence: Pick<Deps['presence'], 'people'>
  /** What waits for somebody in the parts of the product. */
  readonly waits?: (account: Account) => Promise<readonly Waits[]>
}

type Count = (spaceId: string) => Promise<DraftCount>

const contextQuery = z.object({
  theme: z.string().min(1).max(80).optional(),
  jurisdiction: z.string().min(1).max(20).optional(),
  /** The room that a guest is in: what lets a guest outside the demo read the cards. */
  room: z.string().min(1).max(64).optional(),
})

export function homeRoutes(deps: HomeDeps): Router {
  const router = express.Router()
  const count = draftCounter(deps.lane, deps.now)

  router.get('/api/home', async (request: Request, response: Response) => {
    const { account } = await deps.identify(request)
    // The same address answers differently for each person.
    response.set('Cache-Control', 'no-store').json(await homeAnswer(deps, account, count))
  })

  router.get('/api/context', async (request: Request, response: Response) => {
    const query = contextQuery.safeParse(request.query)
    if (!query.success)
      throw new HttpProblem('bad-input', { fields: query.error.issues.map(({ path }) => path.join('.')) })
    const { theme, jurisdiction, room } = query.data
    if (!(await mayBeTold(deps, await cardAsker(deps, request, room)))) {
      response.set('Cache-Control', 'no-store').json({ cards: [], phase: 'free' })
      return
    }
    const before = await todayOf(deps)
    const cards = await deps.store.cycle.contextCards({ before, ...(theme ? { themeId: theme } : {}) })
    response.set('Cache-Control', 'no-store').json({
      cards: jurisdiction ? cards.filter(({ jurisdictions }) => jurisdictions.includes(jurisdiction)) : cards,
    })
  })
  return router
}

/** The demo is open to anyone; a cooperative's own cards are for those who signed in or are in one of its rooms. */
async function cardAsker(deps: HomeDeps, request: Request, roomId: string | undefined): Promise<CardAsker> {
  const { account } = await deps.identify(request)
  const participant = roomId === undefined ? undefined : await deps.participantOf(request, roomId)
  if (!deps.demo && !account && !participant) throw new HttpProblem('not-signed-in')
  return { account, roomId, participant }
}

/** The home page's one answer. Everything is read as of the day: the demo's, or today. */
export async function homeAnswer(
  deps: HomeDeps,
  account: Account | undefined,
  count: Count,
): Promise<HomeAnswer> {
  const { cycle, rooms } = deps.store
  const today = await todayOf(deps)
  const asOf = { before: today }
  const [about, groups, sessions, allRooms, shownGroups] = await Promise.all([
    cycle.about(asOf),
    cycle.groups(asOf),
    cycle.sessions(asOf),
    rooms.all(),
    roomGroups(deps.store),
  ])
  const view: SessionView = {
    sessions,
    rooms: allRooms,
    groups: shownGroups,
    onlineOnly: new Set(groups.filter(({ onlineOnly }) => onlineOnly).map(({ id }) => id)),
    demo: deps.demo,
    account,
    people: (roomId) => deps.presence.people(roomId),
  }
  // Outside the demo a stranger is told whose door this is, and nothing of what happens behind it.
  const stranger = !deps.demo && !account
  const mine = groups.filter(({ id }) => account?.groupIds.includes(id))
  // An invited expert reads the groups that invited them, and no other.
  const invited = account?.readsGroupIds
  const theirs = mine.length > 0 ? mine : groups.filter(({ id }) => invited?.includes(id) ?? true)
  const stage = about?.cycle.stages.find(({ key }) => key === about.cycle.currentStage)
  return {
    me: account ? await meOf(cycle, account) : null,
    cooperative: about
      ? { name: about.organisation.name, shortName: about.organisation.shortName ?? about.organisation.name }
      : null,
    cycle: about ? { name: about.cycle.name, stage: stage?.name ?? '' } : null,
    today,
    ...(stranger
      ? { hero: null, sessions: [] }
      : homeSessions(
          view,
          (invited ? theirs : mine).map(({ id }) => id),
        )),
    groups: stranger ? [] : await groupCards(deps, view, theirs, count),
    groupsAre: mine.length > 0 ? 'mine' : invited ? 'invited' : 'all',
    groupsInAll: groups.length,
    waiting: await waitingFor(deps, account),
    waits: account && deps.waits ? await deps.waits(account) : [],
    // One cycle is all that a store holds so far: there is no year before.
    lastYear: [],
  }
}

async function groupCards(
  deps: HomeDeps,
  view: SessionView,
  groups: readonly Group[],
  count: Count,
): Promise<HomeAnswer['groups']> {
  const ofDemo = deps.demo ? await demoSpaces(deps.store.settings) : {}
  const spaceOf = (groupId: string): string | undefined =>
    view.rooms.flatMap(({ spaces }) => spaces).find((space) => space.groupId === groupId)?.spaceId ??
    ofDemo[groupId]
  const cards = await Promise.all(
    groups.map((group) => shownGroup(view, group, { id: spaceOf(group.id), count })),
  )
  return cards.flatMap((card) => card ?? [])
}

/** What the moment says of this persona; a page that does not exist yet is the client's to leave unlinked. */
async function waitingFor(deps: HomeDeps, account: Account | undefined): Promise<HomeAnswer['waiting']> {
  const persona = account && personaOfAccount(account.id)
  const moment = await demoMoment(deps)
  const waiting = persona && moment?.waiting[persona]
  return waiting ? { text: waiting.text, page: waiting.page } : null
}
