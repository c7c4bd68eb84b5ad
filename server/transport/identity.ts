// Who is behind a request: a signed-in account by its session cookie, a guest by the cookie of the device.
import { createHash, randomBytes } from 'node:crypto'
import type { Request, Response } from 'express'
import type { Account, Participant, People } from '#server/ports/people.ts'
import type { Identity } from '#server/transport/deps.ts'

/** How long a guest's device is remembered, and how long a session lasts, in milliseconds. */
export const deviceLife = 60 * 24 * 3_600_000
export const sessionLife = 7 * 24 * 3_600_000

export interface IdentityOptions {
  readonly people: Pick<People, 'findParticipant' | 'openSession' | 'closeSession'>
  /** The account of an open session; undefined also for sessions of a demo that is off. */
  readonly sessionAccount: (sessionHash: string, now: number) => Promise<Account | undefined>
  /** Whether people reach the server by https: `Secure` and `__Host-` exist only there. */
  readonly https: boolean
  readonly now: () => number
}

export interface IdentityDesk {
  identify(request: Request): Promise<Identity>
  participantOf(request: Request, roomId: string): Promise<Participant | undefined>
  /** The device's identity, and its cookie for another sixty days; a new one where there was none. */
  rememberDevice(request: Request, response: Response): { readonly hash: string }
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
    ? { device: '__Host-fe-device', session: '__Host-fe-session' }
    : { device: 'fe-device', session: 'fe-session' }
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure: options.https } as const
  const secretIn = (request: Request, name: string): string | undefined => {
    const value = readCookie(request.headers.cookie, name)
    return value !== undefined && secretShape.test(value) ? value : undefined
  }
  const known = new WeakMap<Request, Promise<Identity>>()

  const look = async (request: Request): Promise<Identity> => {
    const session = secretIn(request, names.session)
    const device = secretIn(request, names.device)
    const sessionHash = session === undefined ? undefined : hashOf(session)
    const account =
      sessionHash === undefined ? undefined : await options.sessionAccount(sessionHash, options.now())
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
    async signIn(request, response, account) {
      await closeSession(request)
      const secret = newSecret()
      await options.people.openSession({
        hash: hashOf(secret),
        accountId: account.id,
        expiresAt: options.now() + sessionLife,
      })
      response.cookie(names.session, secret, { ...attributes, maxAge: sessionLife })
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
