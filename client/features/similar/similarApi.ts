// What is close to a draft, asked of the server: in a room, and for a group's page.
import { request } from '#client/live/api.ts'
import type { GroupSimilarAnswer, SimilarAnswer } from '#shared/similar/similarAnswer.ts'

const path = (...parts: string[]): string => ['/api', ...parts.map(encodeURIComponent)].join('/')

export interface DraftInRoom {
  readonly code: string
  readonly spaceId: string
  readonly draftId: string
}

export const readSimilar = (
  { code, spaceId, draftId }: DraftInRoom,
  signal?: AbortSignal,
): Promise<SimilarAnswer> =>
  request('GET', path('rooms', code, 'drafts', spaceId, draftId, 'similar'), undefined, { signal })

export const readSimilarOfGroup = (group: string, signal?: AbortSignal): Promise<GroupSimilarAnswer> =>
  request('GET', path('groups', group, 'similar'), undefined, { signal })
