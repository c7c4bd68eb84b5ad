// The way into an aparté, from its parent room: for its own people, as who they are there.
import { type RequestOptions, request } from '#client/live/api.ts'
import type { JoinAnswer } from '#shared/room/join.ts'

export const joinAparte = (code: string, groupId: string, options?: RequestOptions): Promise<JoinAnswer> =>
  request(
    'POST',
    `/api/rooms/${encodeURIComponent(code)}/aparte/${encodeURIComponent(groupId)}/join`,
    undefined,
    options,
  )

export const apartePath = (code: string, groupId: string): string =>
  `/r/${encodeURIComponent(code)}/aparte/${encodeURIComponent(groupId)}`
