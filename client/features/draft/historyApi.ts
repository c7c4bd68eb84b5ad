// A draft's versions and authors, asked of the server.
import { request } from '#client/live/api.ts'
import type { DraftAtVersion, DraftAuthorship, DraftVersions } from '#shared/draft/draftHistory.ts'

export interface DraftOnServer {
  readonly code: string
  readonly spaceId: string
  readonly draftId: string
}

const path = ({ code, spaceId, draftId }: DraftOnServer): string =>
  `/api/rooms/${encodeURIComponent(code)}/drafts/${encodeURIComponent(spaceId)}/${encodeURIComponent(draftId)}`

export const readVersions = (draft: DraftOnServer, signal?: AbortSignal): Promise<DraftVersions> =>
  request('GET', `${path(draft)}/versions`, undefined, { signal })

export const readVersion = (
  draft: DraftOnServer,
  seq: number,
  signal?: AbortSignal,
): Promise<DraftAtVersion> => request('GET', `${path(draft)}/versions/${seq}`, undefined, { signal })

export const readAuthorship = (draft: DraftOnServer, signal?: AbortSignal): Promise<DraftAuthorship> =>
  request('GET', `${path(draft)}/authorship`, undefined, { signal })
