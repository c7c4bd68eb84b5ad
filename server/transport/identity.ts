// Who is behind a request: a signed-in account by its session cookie, a guest by the cookie of the device.
import { createHash, randomBytes } from 'node:crypto'
import type { Request, Response } from 'express'
import type { Account, Participant, People } from '#server/ports/people.ts'
import { browserName } from '#server/transport/browserName.ts'
import type { Identity } from '#server/transport/deps.ts'

/** How long a guest's device is remembered, and how long a session lasts, in milliseconds. */
export const deviceLife = 60 * 24 * 3_600_000
export const sessionLife = 7 * 24 * 3_600_000
/** A person's own account: a session that nobody uses ends after the first, any session after the second. */
export const idleLife = 12 * 3_600_000
export const longestLife = 30 * 24 * 3_600_000
/** How often at most it is written down that a session is in use, in milliseconds. */
const seenEvery = 5 * 60_000
/** How long a browser that asked for a link, or went to the single sign-on, is known again. */
const askingLife = 30 * 60_000

export interface IdentityOptions {
  readonly people: Pick<People, 'findParticipant' | 'openSession' | 'closeSession'>
  /** The account of an open session; undefined also for sessions of a demo that is off. */
  readonly sessionAccount: (sessionHash: string, now: number) => Promise<Account | undefined>
  /** Whether an account is a person's own, whose sessions end when nobody uses them. */
  readonly isOwn?: (account: Account) => boolean
  /** Says that a session was used now. Never waited for. */
  readonly seen?: (sessionHash: string, use: { at: number; idle: number; longest: number }) => void
  /** Whether people reach the server by https: `Secure` and `__Host-` exist only there. */
  readonly https: boolean
  readonly now: () => number
}

export interface IdentityDesk {
  identify(request: Request): Promise<Identity>
  participantOf(request: Request, roomId: string): Promise<Participant | undefined>
  /** The device's identity, and its cookie for another sixty days; a new one where there was none. */
  rememberDevice(request: Request, response: Response): { readonly hash: string }
  /** The browser that asks for a way in, by its hash; a new one each time. */
  rememberAsking(request: Request, response: Response): string
  askingBrowser(request: Request): string | undefined
  /** Opens a new session; one that the browser already had is closed, so that a planted id is worth nothing. */
  signIn(request: Request, response: Response, account: Account): Promise<void>
  signOut(request: Request, response: Response): Promise<void>
}

/** SHA-256 in hex: cookies are kept as this only. They hold 160 random bits, so no salt is needed. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')
const newSecret = (): string => randomBytes(20).toString('base64url')
const secretShape = /^[\w-]{27}$/

export function createIdentityDesk(options: IdentityOptions): IdentityDesk {
  const names = options.https
    ? { device: '__Host-fe-device', session: '__Host-fe-session', asking: '__Host-fe-asking' }
    : { device: 'fe-device', session: 'fe-session', asking: 'fe-asking' }
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure: options.https } as const
  const secretIn = (request: Request, name: string): string | undefined => {
    const value = readCookie(request.headers.cookie, name)
    return value !== undefined && secretShape.test(value) ? value : undefined
  }
  const known = new WeakMap<Request, Promise<Identity>>()
  const lastUse = new Map<string, number>()
  const noteUse = (hash: string): void => {
    const at = options.now()
    if (at - (lastUse.get(hash) ?? 0) < seenEvery) return
    if (lastUse.size > 10_000) lastUse.clear()
    lastUse.set(hash, at)
    options.seen?.(hash, { at, idle: idleLife, longest: longestLife })
  }

  const look = async (request: Request): Promise<Identity> => {
    const session = secretIn(request, names.session)
    const device = secretIn(request, names.device)
    const sessionHash = session === undefined ? undefined : hashOf(session)
    const account =
      sessionHash === undefined ? undefined : await options.sessionAccount(sessionHash, options.now())
    if (account && sessionHash !== undefined && options.isOwn?.(account)) noteUse(sessionHash)
    return {
      ...(account && sessionHash !== undefined ? { account, sessionHash } : {}),
      ...(device === undefined ? {} : { device: { hash: hashOf(device) } }),
    }
  }
  const identify = (request: Request): Promise<Identity> => {
    const before = known.get(request)
    if (before) return before
    const found = look(request)
    known.set(request, found)
    return found
  }
  const closeSession = async (request: Request): Promise<void> => {
    const session = secretIn(request, names.session)
    if (session !== undefined) await options.people.closeSession(hashOf(session))
    known.delete(request)
  }

  return {
    identify,
    async participantOf(request, roomId) {
      const { account, device } = await identify(request)
      const byAccount = account && (await options.people.findParticipant(roomId, { accountId: account.id }))
      if (byAccount) return byAccount.removed ? undefined : byAccount
      const byDevice = device && (await options.people.findParticipant(roomId, { deviceHash: device.hash }))
      return byDevice?.removed ? undefined : byDevice
    },
    rememberDevice(request, response) {
      const secret = secretIn(request, names.device) ?? newSecret()
      response.cookie(names.device, secret, { ...attributes, maxAge: deviceLife })
      return { hash: hashOf(secret) }
    },
    rememberAsking(request, response) {
      const secret = secretIn(request, names.asking) ?? newSecret()
      response.cookie(names.asking, secret, { ...attributes, maxAge: askingLife })
      return hashOf(secret)
    },
    askingBrowser(request) {
      const secret = secretIn(request, names.asking)
      return secret === undefined ? undefined : hashOf(secret)
    },
    async signIn(request, response, account) {
      await closeSession(request)
      const secret = newSecret()
      const own = options.isOwn?.(account) ?? false
      const startedAt = options.now()
      await options.people.openSession({
        hash: hashOf(secret),
        accountId: account.id,
        expiresAt: startedAt + (own ? idleLife : sessionLife),
        startedAt,
        device: browserName(request.headers['user-agent']),
      })
      response.cookie(names.session, secret, { ...attributes, maxAge: own ? longestLife : sessionLife })
    },
    async signOut(request, response) {
      await closeSession(request)
      response.clearCookie(names.session, attributes)
    },
  }
}

/** The first cookie of that name; cookies of other names may hold anything. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return undefined
}
