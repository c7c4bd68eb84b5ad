// The cycle's page over HTTP. Every act answers with the page as it stands after it.
import { request } from '#client/live/api.ts'
import type {
  AnswerInput,
  CycleAnswer,
  FeedsAnswer,
  Places,
  ShownFeed,
} from '#shared/cyclePage/cycleAnswers.ts'

const sessionPath = (id: string, what: string): string =>
  `/api/cycle/sessions/${encodeURIComponent(id)}/${what}`

export const readCycle = (signal?: AbortSignal): Promise<CycleAnswer> =>
  request('GET', '/api/cycle', undefined, { signal })

export const sendAnswer = (id: string, input: AnswerInput): Promise<CycleAnswer> =>
  request('PUT', sessionPath(id, 'coming'), input)

export const sendPlaces = (id: string, places: Places): Promise<CycleAnswer> =>
  request('PUT', sessionPath(id, 'places'), places)

export const sendCancelled = (id: string, cancelled: boolean): Promise<CycleAnswer> =>
  request('PUT', sessionPath(id, 'cancelled'), { cancelled })

export const sendOpen = (groupId: string, open: boolean): Promise<CycleAnswer> =>
  request('PUT', `/api/cycle/groups/${encodeURIComponent(groupId)}/open`, { open })

export const calendarAddress = (id: string): string => sessionPath(id, 'calendar.ics')

export const readFeeds = (signal?: AbortSignal): Promise<FeedsAnswer> =>
  request('GET', '/api/cycle/feeds', undefined, { signal })

export const makeFeed = (groupId: string | null): Promise<ShownFeed> =>
  request('POST', '/api/cycle/feeds', { groupId })

export const revokeFeed = (id: string): Promise<unknown> =>
  request('DELETE', `/api/cycle/feeds/${encodeURIComponent(id)}`)
