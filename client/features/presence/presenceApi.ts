// The record of who took part, over HTTP.
import { request } from '#client/live/api.ts'
import type {
  HeldSessionsAnswer,
  PresenceLine,
  PresenceLineInput,
  PresenceRecord,
} from '#shared/group/groupPage.ts'

const pathOf = (code: string, ...rest: string[]): string =>
  ['/api/rooms', ...[code, ...rest].map(encodeURIComponent)].join('/')

export const readHeldSessions = (code: string, signal?: AbortSignal): Promise<HeldSessionsAnswer> =>
  request('GET', pathOf(code, 'sessions'), undefined, { signal })

/** Where a record and a line of it stand. */
export interface RecordPlace {
  readonly code: string
  readonly sessionId: string
}

export const readRecord = ({ code, sessionId }: RecordPlace, signal?: AbortSignal): Promise<PresenceRecord> =>
  request('GET', pathOf(code, 'presence', sessionId), undefined, { signal })

/** A new id adds a line; the same again changes nothing. */
export const writeLine = (
  { code, sessionId }: RecordPlace,
  lineId: string,
  input: PresenceLineInput,
): Promise<PresenceLine> => request('PUT', pathOf(code, 'presence', sessionId, 'lines', lineId), input)

export const removeLine = ({ code, sessionId }: RecordPlace, lineId: string): Promise<unknown> =>
  request('DELETE', pathOf(code, 'presence', sessionId, 'lines', lineId))
