// Theme proposals over HTTP; each act answers the page as it then stands.
import { request } from '#client/live/api.ts'
import type { Source, ThemesAnswer } from '#shared/themes/proposal.ts'

export interface NewProposal {
  readonly title: string
  readonly question: string
  readonly why: string
  readonly sources: readonly Source[]
}

const one = (id: string): string => `/api/themes/${encodeURIComponent(id)}`

export const readThemes = (signal?: AbortSignal): Promise<ThemesAnswer> =>
  request('GET', '/api/themes', undefined, { signal })
export const propose = (proposal: NewProposal): Promise<ThemesAnswer> =>
  request('POST', '/api/themes', proposal)
export const takeBack = (id: string): Promise<ThemesAnswer> => request('DELETE', one(id))
export const join = (from: string, into: string, why: string): Promise<ThemesAnswer> =>
  request('POST', '/api/themes/merge', { from, into, why })
export const part = (id: string): Promise<ThemesAnswer> => request('POST', `${one(id)}/part`, {})
export const setAside = (id: string, why: string): Promise<ThemesAnswer> =>
  request('POST', `${one(id)}/aside`, { why })
export const choose = (
  ballotId: string,
  proposalIds: readonly string[],
  presidedBy: string,
): Promise<ThemesAnswer> => request('POST', '/api/themes/chosen', { ballotId, proposalIds, presidedBy })
