// Adopted versions and consented words, from the room or from a group's page.
import { request } from '#client/live/api.ts'
import type { AdoptedVersions, ConsentedText } from '#shared/adoption/adoptedAnswers.ts'
import type { AdoptedVersion } from '#shared/adoption/version.ts'

/** `/api/rooms/<code>` or `/api/groups/<group>`. */
export const roomBase = (code: string): string => `/api/rooms/${encodeURIComponent(code)}`
export const groupBase = (group: string): string => `/api/groups/${encodeURIComponent(group)}`

export const readVersions = (base: string, signal?: AbortSignal): Promise<AdoptedVersions> =>
  request('GET', `${base}/adopted`, undefined, signal ? { signal } : {})

export const readVersion = (base: string, id: string, signal?: AbortSignal): Promise<AdoptedVersion> =>
  request('GET', `${base}/adopted/${encodeURIComponent(id)}`, undefined, signal ? { signal } : {})

export interface ConsentedPlace {
  readonly code: string
  readonly spaceId: string
  readonly draftId: string
  readonly fingerprint: string
}

export const readConsented = (
  { code, spaceId, draftId, fingerprint }: ConsentedPlace,
  signal?: AbortSignal,
): Promise<ConsentedText> =>
  request(
    'GET',
    `${roomBase(code)}/consented/${[spaceId, draftId, fingerprint].map(encodeURIComponent).join('/')}`,
    undefined,
    signal ? { signal } : {},
  )
