// How somebody is told what became of what they follow: their wishes, and the link with which a mail is the last one.
import express, { type Request, type Router } from 'express'
import { todayOf } from '#server/features/home/day.ts'
import { newStopToken, noticesPath, stopMark } from '#server/features/notices/noticesKeeper.ts'
import type { NoticeState } from '#server/ports/notices.ts'
import type { Account } from '#server/ports/people.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { failureLimit } from '#server/transport/rateLimit.ts'
import { type NoticesAnswer, stopInput, usualWishes, wishesInput } from '#shared/notices/noticeRules.ts'

export interface NoticesRoutesOptions {
  readonly deps: Deps
  readonly sendsMails: boolean
  readonly addressOf: (request: Request) => string
}

export function noticesRoutes({ deps, addressOf, sendsMails }: NoticesRoutesOptions): Router {
  const router = express.Router()
  const { notices } = deps.store
  const failures = failureLimit(deps.config.limits.failedJoins)

  router.get('/api/me/notices', async (request, response) => {
    const account = await signedIn(deps, request)
    response.set('Cache-Control', 'no-store').json(await answerFor(deps, account, sendsMails))
  })

  router.put('/api/me/notices', async (request, response) => {
    const wishes = wishesInput.parse(request.body ?? {})
    const account = await signedIn(deps, request)
    await stateOf(deps, account)
    await notices.changeWishes(account.id, wishes)
    response.status(204).end()
  })

  /** Without an account: the mail is in the hands of whoever it was sent to. Guesses are counted by address. */
  const stop = async (request: Request, given: unknown): Promise<void> => {
    const [now, address] = [deps.now(), addressOf(request)]
    const wait = failures.wait(address, now)
    if (wait > 0) throw new HttpProblem('too-many', { retryAfter: wait })
    const asked = stopInput.safeParse(given ?? {})
    const accountId = asked.success ? await notices.accountByStopToken(asked.data.token) : undefined
    if (accountId === undefined) {
      failures.failed(address, now)
      throw new HttpProblem('not-found')
    }
    const state = await notices.noticeState(accountId)
    await notices.changeWishes(accountId, { ...(state?.wishes ?? usualWishes), rhythm: 'off' })
  }
  router.post('/api/notices/stop', async (request, response) => {
    await stop(request, request.body)
    response.status(204).end()
  })
  /** The button of a mail program (RFC 8058): a form that says nothing but that it was pressed. */
  router.post('/api/notices/stop/:token', async (request, response) => {
    await stop(request, { token: request.params['token'] })
    response.status(204).end()
  })
  /** A mail program without that button opens the address: looking stops nothing, the page asks. */
  router.get('/api/notices/stop/:token', (request, response) => {
    const token = encodeURIComponent(String(request.params['token']))
    response.redirect(303, `${noticesPath}#${stopMark}=${token}`)
  })
  return router
}

async function signedIn(deps: Deps, request: Request): Promise<Account> {
  const { account } = await deps.identify(request)
  if (!account) throw new HttpProblem('not-signed-in')
  return account
}

async function stateOf({ now, store }: Deps, { id }: Account): Promise<NoticeState | undefined> {
  const known = await store.notices.noticeState(id)
  if (known) return known
  await store.notices.beginNotices({ accountId: id, toldUntil: now(), stopToken: newStopToken() })
  return store.notices.noticeState(id)
}

async function answerFor(deps: Deps, account: Account, sends: boolean): Promise<NoticesAnswer> {
  const { accounts, cycle, followUp, notices } = deps.store
  const asOf = { before: await todayOf(deps) }
  const [state, profile, follows, recommendations, themes] = await Promise.all([
    notices.noticeState(account.id),
    accounts.profile(account.id),
    followUp.follows(account.id),
    cycle.recommendations(asOf),
    cycle.themes(asOf),
  ])
  const titleOf = new Map([
    ...recommendations.map(
      ({ code, id, title }) => [`recommendation:${id}`, `${code ?? ''} ${title}`.trim()] as const,
    ),
    ...themes.map(({ id, title }) => [`theme:${id}`, title] as const),
  ])
  return {
    ...(state?.wishes ?? usualWishes),
    ...{ email: profile?.email ?? null, sends },
    follows: follows.flatMap(({ target, targetId }) => {
      const title = titleOf.get(`${target}:${targetId}`)
      return title === undefined ? [] : [{ target, id: targetId, title }]
    }),
    ownTextCount: recommendations.filter(({ groupIds }) =>
      groupIds.some((id) => account.groupIds.includes(id)),
    ).length,
  }
}
