// A room's past, asked of the server. Nothing is ever written.
import { RefusedRequest, request, UnreachableServer } from '#client/live/api.ts'
import type { ReplayAnswer } from '#shared/replay/replayAnswer.ts'
import { type RoomInstant, readInstant } from '#shared/replay/roomInstant.ts'

const path = (code: string): string => `/api/rooms/${encodeURIComponent(code)}/replay`
/** Milliseconds: the first question about a long past takes longer than the others. */
const patience = 30_000

export const readReplay = (code: string, signal?: AbortSignal): Promise<ReplayAnswer> =>
  request('GET', path(code), undefined, { signal, patience })

export interface FetchedInstant {
  readonly tag: string
  readonly instant: RoomInstant
}

/**
 * The room at that instant. Where it is the same as `known`, the server sends nothing again.
 * @throws RefusedRequest, UnreachableServer
 */
export async function fetchInstant(
  code: string,
  at: number,
  known: FetchedInstant | undefined,
): Promise<FetchedInstant> {
  const response = await fetch(`${path(code)}/state?at=${Math.round(at)}`, {
    cache: 'no-store',
    headers: known ? { 'if-none-match': `"${known.tag}"` } : {},
    signal: AbortSignal.timeout(patience),
  }).catch(() => {
    throw new UnreachableServer()
  })
  if (response.status === 304 && known) return { tag: known.tag, instant: { ...known.instant, at } }
  if (!response.ok) throw new RefusedRequest(response.status, {})
  const bytes = await response.arrayBuffer().catch(() => {
    throw new UnreachableServer()
  })
  const tag = (response.headers.get('etag') ?? '').replace(/^W\//, '').replaceAll('"', '')
  return { tag, instant: readInstant(at, new Uint8Array(bytes)) }
}
