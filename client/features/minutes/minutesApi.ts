// What the server does with minutes: writes them, and gives them as files.
import { type RequestOptions, request } from '#client/live/api.ts'
import type { MinutesAnswer, MinutesWritten } from '#shared/minutes/minutesAnswers.ts'
import type { MinutesFormat } from '#shared/minutes/minutesFile.ts'

const path = (code: string): string => `/api/rooms/${encodeURIComponent(code)}/minutes`

/** Milliseconds: a long session's logs are read before anything is written. */
const patience = 60_000

export const readMinutesAnswer = (code: string, options?: RequestOptions): Promise<MinutesAnswer> =>
  request('GET', path(code), undefined, options)

export const askForMinutes = (
  code: string,
  body: { readonly sessionId?: string; readonly language?: string },
): Promise<MinutesWritten> => request('POST', path(code), body, { patience })

export const minutesFilePath = (code: string, sessionId: string, format: MinutesFormat): string =>
  `${path(code)}/${encodeURIComponent(sessionId)}.${format}`
