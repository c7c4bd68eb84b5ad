// The follow-up over HTTP: the list, threads, what people add, follows and feeds.
import express, { type Request, type Response, type Router } from 'express'
import { z } from 'zod'
import { becameOfGroup } from '#server/features/followUp/became.ts'
import { happeningsOf } from '#server/features/followUp/followNews.ts'
import type { Asker } from '#server/features/followUp/followUpAsker.ts'
import { followUpList } from '#server/features/followUp/followUpList.ts'
import { type FollowUpWorld, readWorld } from '#server/features/followUp/followUpWorld.ts'
import { feedTitle, happeningTitle } from '#server/features/followUp/happeningWords.ts'
import { takeAct } from '#server/features/followUp/takeAct.ts'
import { threadOf } from '#server/features/followUp/thread.ts'
import { mayReadThread, type ReadableGroups, subjectOf } from '#server/features/followUp/threadSubject.ts'
import { namedGroup } from '#server/features/group/namedGroup.ts'
import { readableSpaces } from '#server/features/similar/readableSpaces.ts'
import type { Account } from '#server/ports/people.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { languageOf } from '#server/transport/httpProblemTexts.ts'
import type { Refusal } from '#shared/contract/result.ts'
import type { RecommendationAsOf } from '#shared/cycle/moment.ts'
import { atomFeed } from '#shared/followUp/atomFeed.ts'
import { actInput, type FollowNewsAnswer, followTargets } from '#shared/followUp/followUpAnswers.ts'
import { isFollowed, usualWishes } from '#shared/notices/noticeRules.ts'

const key = z.string().min(1).max(200)
const followed = z.object({ target: z.enum(followTargets), id: key })
const seenInput = z.object({ at: z.number().int().min(0) })
/** Entries of a feed, and notices on the home page. */
const most = { feed: 60, notices: 8 } as const
/** Follows of one account. */
const mostFollowed = 400

export function followUpRoutes(deps: Deps): Router {
  const router = express.Router()
  const { followUp } = deps.store

  const askerOf = async (request: Request): Promise<Asker> => ({
    account: (await deps.identify(request)).account,
    demo: deps.demo,
  })
  /** The same address answers differently for each person. */
  const own = (response: Response): Response => response.set('Cache-Control', 'no-store')

  router.get('/api/follow-up', async (request, response) => {
    own(response).json(await followUpList(deps, await readWorld(deps), await askerOf(request)))
  })

  router.get('/api/follow-up/:key', async (request, response) => {
    const world = await readWorld(deps)
    const subject = subjectOf(world, key.parse(request.params.key))
    if (!subject) throw new HttpProblem('not-found')
    const readable = await readableGroups(deps, request)
    // What is not public answers like what does not exist.
    if (!mayReadThread(subject, readable)) throw new HttpProblem('not-found')
    own(response).json(await threadOf(deps, { world, asker: await askerOf(request), subject, readable }))
  })

  router.post('/api/follow-up/acts', async (request, response) => {
    const asked = actInput.parse(request.body ?? {})
    const asker = await askerOf(request)
    if (!asker.account) throw new HttpProblem('not-signed-in')
    const world = await readWorld(deps)
    const taken = await takeAct(deps, { asker, asked, world })
    if (!taken.ok) throw refused(taken.error)
    const { target, targetId } = asked
    deps.logger.info({ audit: true, by: asker.account.id, target, targetId }, 'follow-up act')
    response.status(204).end()
  })

  router.get('/api/groups/:group/became', async (request, response) => {
    const { group } = await namedGroup(deps, request.params['group'])
    const readable = await readableGroups(deps, request)
    own(response).json(await becameOfGroup(deps, group.id, readable.has(group.id)))
  })

  followRoutes(router, deps, { own })
  feedRoutes(router, deps)
  return router

  function followRoutes(
    to: Router,
    { now }: Deps,
    { own: mine }: { own: (response: Response) => Response },
  ): void {
    to.put('/api/follows/:target/:id', async (request, response) => {
      const account = await signedIn(deps, request)
      const { id, target } = followed.parse(request.params)
      await mustExist(await readWorld(deps), target, id)
      if ((await followUp.follows(account.id)).length >= mostFollowed) throw new HttpProblem('too-many')
      await followUp.follow(account.id, { target, targetId: id }, now())
      response.status(204).end()
    })
    to.delete('/api/follows/:target/:id', async (request, response) => {
      const account = await signedIn(deps, request)
      const { id, target } = followed.parse(request.params)
      await followUp.unfollow(account.id, { target, targetId: id })
      response.status(204).end()
    })
    to.get('/api/follows', async (request, response) => {
      const { account } = await deps.identify(request)
      // Whoever has just signed out follows nothing: that is no fault of the page.
      const nothing: FollowNewsAnswer = { language: 'fr', news: [] }
      mine(response).json(account ? await noticesFor(deps, account, languageFor(request)) : nothing)
    })
    to.put('/api/follows', async (request, response) => {
      const account = await signedIn(deps, request)
      await followUp.sawNews(account.id, Math.min(seenInput.parse(request.body ?? {}).at, now()))
      response.status(204).end()
    })
  }
}

const languageFor = (request: Request) =>
  languageOf(request.query['lang'], request.headers['accept-language'])

async function signedIn(deps: Deps, request: Request): Promise<Account> {
  const { account } = await deps.identify(request)
  if (!account) throw new HttpProblem('not-signed-in')
  return account
}

/** Groups whose texts the asker may read now, with the space that these are in. */
async function readableGroups(deps: Deps, request: Request): Promise<ReadableGroups> {
  const spaces = await readableSpaces(deps, request)
  return new Map(
    [...spaces.values()].flatMap(({ groupId, spaceId }): [string, string][] =>
      groupId === null ? [] : [[groupId, spaceId]],
    ),
  )
}

async function mustExist(world: FollowUpWorld, target: string, id: string): Promise<void> {
  const list = target === 'theme' ? world.themes : world.recommendations
  if (!list.some((one) => one.id === id)) throw new HttpProblem('not-found')
}

const problems = {
  'bad-input': 'bad-input',
  'not-allowed': 'not-allowed',
  'not-found': 'not-found',
  'too-many': 'too-many',
} as const

function refused({ code }: Refusal): HttpProblem {
  const known = Object.entries(problems).find(([name]) => name === code)?.[1]
  return new HttpProblem(known ?? 'conflict')
}

async function noticesFor(
  deps: Deps,
  account: Account,
  language: ReturnType<typeof languageFor>,
): Promise<FollowNewsAnswer> {
  const { followUp } = deps.store
  const [follows, seen, state, world] = await Promise.all([
    followUp.follows(account.id),
    followUp.newsSeen(account.id),
    deps.store.notices.noticeState(account.id),
    readWorld(deps),
  ])
  const who = {
    follows: new Set(follows.map(({ target, targetId }) => `${target}:${targetId}`)),
    groupIds: account.groupIds,
    ownTexts: (state?.wishes ?? usualWishes).ownTexts,
  }
  const followedOnes = world.recommendations.filter((one) => isFollowed(one, who))
  return {
    language: world.about?.language ?? 'fr',
    news: happeningsOf(world, followedOnes)
      .slice(0, most.notices)
      .map((one) => ({
        ...{ id: one.id, date: one.date, code: one.code, title: one.title },
        text: [happeningTitle(one, language), one.text].filter(Boolean).join('. '),
        fresh: (one.at ?? Date.parse(`${one.date}T12:00:00Z`)) > seen,
      })),
  }
}

/** Atom needs no account and no cookie: what it tells is public. */
function feedRoutes(router: Router, deps: Deps): void {
  router.get('/feeds/follow-up.atom', async (request, response) => {
    const world = await readWorld(deps)
    sendFeed(deps, request, response, { world, recommendations: world.recommendations, name: '' })
  })
  router.get('/feeds/themes/:theme', async (request, response) => {
    const world = await readWorld(deps)
    const theme = world.themes.find(({ id }) => `${id}.atom` === request.params.theme)
    if (!theme) throw new HttpProblem('not-found')
    const recommendations = world.recommendations.filter(({ themeId }) => themeId === theme.id)
    sendFeed(deps, request, response, { world, recommendations, name: theme.title })
  })
  router.get('/feeds/follow-up/:key', async (request, response) => {
    const world = await readWorld(deps)
    const found = /^(.+)\.atom$/u.exec(key.parse(request.params.key))
    const one = found?.[1] === undefined ? undefined : subjectOf(world, found[1])?.recommendation
    if (!one) throw new HttpProblem('not-found')
    sendFeed(deps, request, response, {
      world,
      recommendations: [one],
      name: `${one.code ?? ''} ${one.title}`.trim(),
    })
  })
}

interface FeedAbout {
  readonly world: FollowUpWorld
  readonly recommendations: readonly RecommendationAsOf[]
  readonly name: string
}

function sendFeed(deps: Deps, request: Request, response: Response, about: FeedAbout): void {
  const { name, recommendations, world } = about
  const language = languageFor(request)
  const url = (path: string): string => new URL(path, deps.config.publicUrl).href
  const pageOf = (code: string): string => url(`/follow-up/${encodeURIComponent(code)}`)
  const [only, ...others] = recommendations
  const xml = atomFeed({
    id: `urn:faire-ensemble:${encodeURIComponent(world.about?.cycle.id ?? '')}:${encodeURIComponent(request.path)}`,
    title: [feedTitle(language), name].filter(Boolean).join(', '),
    author: world.about?.organisation.name ?? 'Faire Ensemble',
    language: world.about?.language ?? 'fr',
    selfUrl: url(request.path),
    pageUrl: only && others.length === 0 ? pageOf(only.code ?? only.id) : url('/follow-up'),
    madeAt: Date.parse(`${world.today}T00:00:00Z`),
    entries: happeningsOf(world, recommendations)
      .slice(0, most.feed)
      .map((one) => ({
        ...{ id: `urn:faire-ensemble:${encodeURIComponent(one.id)}`, text: one.text, url: pageOf(one.code) },
        title: `${one.code} ${one.title}. ${happeningTitle(one, language)}`,
        at: Date.parse(`${one.date}T12:00:00Z`),
      })),
  })
  response.set('Cache-Control', 'no-cache').type('application/atom+xml').send(xml)
}
