// The follow-up over HTTP.
import { request } from '#client/live/api.ts'
import { randomId } from '#shared/contract/ids.ts'
import type { ActBody, ActTarget } from '#shared/followUp/acts.ts'
import type {
  BecameAnswer,
  FollowNewsAnswer,
  FollowTarget,
  FollowUpAnswer,
  ThreadAnswer,
} from '#shared/followUp/followUpAnswers.ts'
import type { ReadPast } from '#shared/pastImport/pastRecommendation.ts'

export const readFollowUp = (signal?: AbortSignal): Promise<FollowUpAnswer> =>
  request('GET', '/api/follow-up', undefined, { signal })

export const readThread = (key: string, signal?: AbortSignal): Promise<ThreadAnswer> =>
  request('GET', `/api/follow-up/${encodeURIComponent(key)}`, undefined, { signal })

export const readBecame = (group: string, signal?: AbortSignal): Promise<BecameAnswer> =>
  request('GET', `/api/groups/${encodeURIComponent(group)}/became`, undefined, { signal })

export interface SentAct {
  readonly target: ActTarget
  readonly targetId: string
  /** The version that the person looked at, where the act replaces what stands. */
  readonly seen?: number
  readonly body: ActBody
}

/** `id` stays the same when it is sent again, so that it is kept once. */
export const sendAct = (act: SentAct, id = randomId()): Promise<unknown> =>
  request('POST', '/api/follow-up/acts', { ...act, id })

const followPath = (target: FollowTarget, id: string): string =>
  `/api/follows/${target}/${encodeURIComponent(id)}`

export const follow = (target: FollowTarget, id: string): Promise<unknown> =>
  request('PUT', followPath(target, id), {})
export const unfollow = (target: FollowTarget, id: string): Promise<unknown> =>
  request('DELETE', followPath(target, id))

export const readNotices = (language: string, signal?: AbortSignal): Promise<FollowNewsAnswer> =>
  request('GET', `/api/follows?${new URLSearchParams({ lang: language })}`, undefined, { signal })
export const sawNotices = (at: number): Promise<unknown> => request('PUT', '/api/follows', { at })

export interface PastImportLine {
  readonly id: string
  readonly name: string
  readonly byName: string
  readonly at: number
  readonly count: number
}

export const readImports = (signal?: AbortSignal): Promise<{ imports: readonly PastImportLine[] }> =>
  request('GET', '/api/past-recommendations', undefined, { signal })
export const withdrawImport = (id: string): Promise<unknown> =>
  request('DELETE', `/api/past-recommendations/${encodeURIComponent(id)}`)

/** Characters of one part: with its escapes well below what the server takes at once. */
const partSize = 60_000

/** Sent in parts; a part that is sent again is kept once. `told`: how many rows are kept so far. */
export async function sendPast(
  about: { readonly importId: string; readonly name: string },
  rows: readonly ReadPast[],
  told: (kept: number) => void,
): Promise<void> {
  let [part, size]: [{ place: number; past: ReadPast }[], number] = [[], 0]
  const send = async (): Promise<void> => {
    if (part.length === 0) return
    await request('POST', '/api/past-recommendations', { ...about, rows: part })
    told((part.at(-1)?.place ?? 0) + 1)
    part = []
    size = 0
  }
  for (const [place, past] of rows.entries()) {
    const length = JSON.stringify(past).length
    if (size + length > partSize || part.length >= 100) await send()
    part.push({ place, past })
    size += length
  }
  await send()
}
