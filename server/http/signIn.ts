// Ways into an account: a link by e-mail, opened by a button and never by a mere look; the organisation's single sign-on.
import express, { type Request, type Response, type Router } from 'express'
import type { Office } from '#server/features/account/office.ts'
import { sendLink } from '#server/features/account/signInLink.ts'
import { inTurns } from '#server/live/inTurns.ts'
import type { Account } from '#server/ports/people.ts'
import type { SignedOn } from '#server/ports/signOn.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { hashOf, type IdentityDesk } from '#server/transport/identity.ts'
import { type FailureLimit, failureLimit } from '#server/transport/rateLimit.ts'
import { askLinkInput, signInPath, tokenInput, type WaysIn } from '#shared/account/account.ts'
import type { Me, MeAnswer } from '#shared/home/home.ts'
import { rightsOf } from '#shared/people/roles.ts'

export interface AccountDoors {
  readonly deps: Deps
  readonly desk: IdentityDesk
  readonly office: Office
  readonly addressOf: (request: Request) => string
  readonly describe: (account: Account) => Promise<Me>
}

/** Links asked for, and words tried, by one address in ten minutes: a whole hall may ask from one. */
const mostAsked = 60
const mostTried = 30
/** Milliseconds in which somebody comes back from the issuer, and answers its question. */
const tryLife = 10 * 60_000

export function signInRoutes(doors: AccountDoors): Router {
  const router = express.Router()
  const { deps, desk, office } = doors
  const asked = failureLimit(mostAsked)
  const tried = failureLimit(mostTried)
  // Two asks of one instant are counted one after the other.
  const turn = inTurns()

  router.get('/api/sign-in', async (request, response) => {
    const browser = desk.askingBrowser(request)
    const attempt = await deps.store.accounts.findTry(browser ?? '', deps.now())
    const account = attempt?.found ? await deps.store.people.account(attempt.found.accountId) : undefined
    const ways: WaysIn = {
      signOn: office.signOn !== undefined,
      confirm: account ? { name: account.displayName } : null,
    }
    response.json(ways)
  })

  router.post('/api/sign-in', (request, response) => {
    const { email } = askLinkInput.parse(request.body ?? {})
    limited(doors, asked, request, { counts: true })
    const browser = desk.rememberAsking(request, response)
    // The same words at the same time for everybody: whoever it is is only looked up once this is said.
    response.status(202).json({ sent: true })
    const link = { accounts: deps.store.accounts, office, publicUrl: deps.config.publicUrl, now: deps.now }
    turn(email, () => sendLink(link, email, browser)).catch((error: unknown) =>
      deps.logger.error(
        { error: error instanceof Error ? error.name : 'unknown' },
        'a sign-in link was not made',
      ),
    )
  })

  router.post('/api/sign-in/open', async (request, response) => {
    const { token } = tokenInput.parse(request.body ?? {})
    limited(doors, tried, request)
    const browser = desk.askingBrowser(request) ?? ''
    const link = await deps.store.accounts.takeLink(hashOf(token), browser, deps.now())
    if (link === 'other-browser') throw new HttpProblem('other-browser')
    if (!link) {
      tried.failed(doors.addressOf(request), deps.now())
      throw new HttpProblem('link-over')
    }
    await deps.store.accounts.changeProfile(link.accountId, { emailVerified: true })
    const answer: MeAnswer = { me: await enter(doors, { request, response }, link.accountId) }
    response.json(answer)
  })

  signOnRoutes(router, doors)
  return router
}

/** A fresh session for an account with a standing role; 410 for any other. */
export async function enter(
  { deps, desk, describe }: AccountDoors,
  { request, response }: { readonly request: Request; readonly response: Response },
  accountId: string,
): Promise<Me> {
  const { accounts, acts, people } = deps.store
  const account = await people.account(accountId)
  if (!account || !rightsOf(await accounts.grants(accountId), deps.now())) throw new HttpProblem('link-over')
  await accounts.settle(accountId, deps.now())
  await desk.signIn(request, response, account)
  await acts.note({ by: accountId, act: 'signed.in', about: accountId, details: {}, at: deps.now() })
  deps.logger.info({ audit: true, accountId }, 'signed in')
  return await describe((await people.account(accountId)) ?? account)
}

export function limited(
  { addressOf, deps }: Pick<AccountDoors, 'addressOf' | 'deps'>,
  limit: FailureLimit,
  request: Request,
  { counts = false } = {},
): void {
  const address = addressOf(request)
  const wait = limit.wait(address, deps.now())
  if (wait > 0) throw new HttpProblem('too-many', { retryAfter: wait })
  if (counts) limit.failed(address, deps.now())
}

function signOnRoutes(router: Router, doors: AccountDoors): void {
  const { deps, desk, office } = doors
  const { accounts } = deps.store
  const began = failureLimit(mostAsked)

  router.post('/api/sign-on', async (request, response) => {
    if (!office.signOn) throw new HttpProblem('not-found')
    limited(doors, began, request, { counts: true })
    const begun = await office.signOn.begin().catch((error: unknown) => {
      deps.logger.warn({ error }, 'the single sign-on cannot be reached')
      throw new HttpProblem('sign-on-away')
    })
    const browserHash = desk.rememberAsking(request, response)
    await accounts.keepTry({ browserHash, ...begun.checks, expiresAt: deps.now() + tryLife, found: null })
    response.json({ url: begun.url })
  })

  // Outside /api: the browser comes here from the issuer's page, which is another site.
  router.get('/sign-in/back', async (request, response) => {
    const to = (place: string): void => response.redirect(303, place)
    response.setHeader('Cache-Control', 'no-store')
    const browserHash = desk.askingBrowser(request)
    const attempt = browserHash && (await accounts.takeTry(browserHash, deps.now()))
    if (!office.signOn || !browserHash || !attempt || attempt.found) return to(`${signInPath}#failed`)
    const address = new URL(request.originalUrl, deps.config.publicUrl)
    const who = await office.signOn.finish(address, attempt).catch((error: unknown) => {
      deps.logger.warn(
        { error: error instanceof Error ? error.name : 'unknown' },
        'a single sign-on was refused',
      )
      return undefined
    })
    if (!who) return to(`${signInPath}#failed`)
    const known = await accounts.profileBySignOn(who.issuer, who.subject)
    if (known) {
      const entered = await enter(doors, { request, response }, known.accountId).catch(() => undefined)
      return to(entered ? '/' : `${signInPath}#unknown`)
    }
    const tied = await waitForYes(doors, { ...attempt, browserHash }, who)
    return to(tied ? `${signInPath}#confirm` : `${signInPath}#unknown`)
  })

  router.post('/api/sign-on/confirm', async (request, response) => {
    const browserHash = desk.askingBrowser(request)
    const attempt = browserHash && (await accounts.takeTry(browserHash, deps.now()))
    if (!attempt || !attempt.found) throw new HttpProblem('link-over')
    const { accountId, issuer, subject } = attempt.found
    await accounts.changeProfile(accountId, { signOn: { issuer, subject } })
    const at = deps.now()
    await deps.store.acts.note({ by: accountId, act: 'sign-on.tied', about: accountId, details: {}, at })
    const answer: MeAnswer = { me: await enter(doors, { request, response }, accountId) }
    response.json(answer)
  })
}

/** [V10] By a verified address on both sides only, and only after the person said yes. */
async function waitForYes(
  { deps }: AccountDoors,
  attempt: {
    readonly browserHash: string
    readonly state: string
    readonly nonce: string
    readonly verifier: string
  },
  { issuer, subject, verifiedEmail }: SignedOn,
): Promise<boolean> {
  const { accounts } = deps.store
  const profile = verifiedEmail === null ? undefined : await accounts.profileByEmail(verifiedEmail)
  if (!profile?.emailVerified || profile.signOn || profile.erasedAt !== null) return false
  const { browserHash, state, nonce, verifier } = attempt
  const found = { issuer, subject, accountId: profile.accountId }
  await accounts.keepTry({
    ...{ browserHash, state, nonce, verifier, found },
    expiresAt: deps.now() + tryLife,
  })
  return true
}
