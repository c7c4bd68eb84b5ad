// Who asks for the consultation: an account, and a browser known by a token that says nothing else of it.
import { randomBytes } from 'node:crypto'
import type { Request, Response } from 'express'
import { z } from 'zod'
import {
  type ConsultationAsker,
  type ConsultationWorld,
  consultationWorld,
  textNamed,
} from '#server/features/consultation/consultationWorld.ts'
import type { Account } from '#server/ports/people.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { deviceLife, readCookie } from '#server/transport/identity.ts'
import type { Refusal } from '#shared/contract/result.ts'
import type { PublishedVersion } from '#shared/publication/publishedVersion.ts'

export interface ConsultationHttp extends Deps {
  readonly addressOf: (request: Request) => string
}

const key = z.string().min(1).max(200)
const tokenShape = /^[\w-]{27}$/u

const cookieName = ({ config }: Deps): string =>
  config.publicUrl.protocol === 'https:' ? '__Host-fe-felt' : 'fe-felt'

/** Apart from the device's cookie: what is felt is joined to nobody's place in a room. */
export function browserToken(deps: Deps, request: Request): string | undefined {
  const value = readCookie(request.headers.cookie, cookieName(deps))
  return value !== undefined && tokenShape.test(value) ? value : undefined
}

/** The browser's token for another sixty days; a new one where there was none. */
export function rememberBrowser(deps: Deps, request: Request, response: Response): string {
  const token = browserToken(deps, request) ?? randomBytes(20).toString('base64url')
  const secure = deps.config.publicUrl.protocol === 'https:'
  response.cookie(cookieName(deps), token, {
    ...{ path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: deviceLife },
  })
  return token
}

export async function consultationAsker(deps: Deps, request: Request): Promise<ConsultationAsker> {
  return { account: (await deps.identify(request)).account, token: browserToken(deps, request) }
}

export async function mustBeSignedIn(deps: Deps, request: Request): Promise<Account> {
  const { account } = await deps.identify(request)
  if (!account) throw new HttpProblem('not-signed-in')
  return account
}

/** `glance`: a world that is a second old at most, for the many who look at once. @throws HttpProblem 404 */
export async function askedText(
  deps: Deps,
  request: Request,
  glance: () => Promise<ConsultationWorld> = () => consultationWorld(deps),
): Promise<{ world: ConsultationWorld; text: PublishedVersion }> {
  const world = await glance()
  const text = textNamed(world, key.parse(request.params['id']))
  if (!text) throw new HttpProblem('not-found')
  return { world, text }
}

/** The same address answers differently for each person. */
export const own = (response: Response): Response => response.set('Cache-Control', 'no-store')

const problems = {
  'bad-input': 'bad-input',
  'not-allowed': 'not-allowed',
  'not-found': 'not-found',
  'too-many': 'too-many',
  'wrong-state': 'consultation-closed',
} as const

export function refusedConsultation({ code, reason }: Refusal): HttpProblem {
  const known = Object.entries(problems).find(([name]) => name === code)?.[1]
  return new HttpProblem(known ?? 'conflict', { fields: [reason.replace('consultation.', '')] })
}
