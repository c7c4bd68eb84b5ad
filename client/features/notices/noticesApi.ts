// How somebody is told by mail, over HTTP.
import { request } from '#client/live/api.ts'
import type { NoticesAnswer, NoticeWishes } from '#shared/notices/noticeRules.ts'

export const readNoticeWishes = (signal?: AbortSignal): Promise<NoticesAnswer> =>
  request('GET', '/api/me/notices', undefined, { signal })

export const changeNoticeWishes = (wishes: NoticeWishes): Promise<unknown> =>
  request('PUT', '/api/me/notices', wishes)

export const stopNotices = (token: string): Promise<unknown> =>
  request('POST', '/api/notices/stop', { token })
