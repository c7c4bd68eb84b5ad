// Signing in and one's own account over HTTP.
import { request } from '#client/live/api.ts'
import type { ErasedAnswer, OwnAccount, SeenInvitation, WaysIn } from '#shared/account/account.ts'
import type { MeAnswer } from '#shared/home/home.ts'

export const readWaysIn = (signal?: AbortSignal): Promise<WaysIn> =>
  request('GET', '/api/sign-in', undefined, { signal })
export const askLink = (email: string, language: string): Promise<unknown> =>
  request('POST', '/api/sign-in', { email, language })
export const openLink = (token: string): Promise<MeAnswer> => request('POST', '/api/sign-in/open', { token })
export const beginSignOn = (): Promise<{ url: string }> => request('POST', '/api/sign-on')
export const confirmSignOn = (): Promise<MeAnswer> => request('POST', '/api/sign-on/confirm')
export const lookAtInvitation = (token: string): Promise<SeenInvitation> =>
  request('POST', '/api/invitations/look', { token })
export const acceptInvitation = (input: {
  readonly token: string
  readonly name: string
  readonly email?: string
  readonly language: string
}): Promise<MeAnswer> => request('POST', '/api/invitations/accept', input)

export const readOwnAccount = (signal?: AbortSignal): Promise<OwnAccount> =>
  request('GET', '/api/me/account', undefined, { signal })
export const closeSession = (id: string): Promise<void> =>
  request('DELETE', `/api/me/sessions/${encodeURIComponent(id)}`)
export const closeEverySession = (): Promise<void> => request('DELETE', '/api/me/sessions')
export const eraseAccount = (name: string): Promise<ErasedAnswer> =>
  request('POST', '/api/me/erase', { name })
export const changeLanguage = (language: string): Promise<void> =>
  request('PUT', '/api/me/account', { language })
/** A link of its own: the browser saves it as a file. */
export const ownDataAddress = '/api/me/data'
