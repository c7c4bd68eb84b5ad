// Exports over HTTP: asked for, looked at, cancelled, fetched. Whoever came by a personal link sends it along in a header.
import { RefusedRequest, type RequestOptions, request, UnreachableServer } from '#client/live/api.ts'
import type { ExportInput, ExportOffer, ExportStatus } from '#shared/exports/exportAsked.ts'

export type ExportHeaders = Readonly<Record<string, string>>

const path = (id: string): string => `/api/exports/${encodeURIComponent(id)}`

export const readOffer = (group: string | undefined, options: RequestOptions): Promise<ExportOffer> =>
  request(
    'GET',
    `/api/exports${group === undefined ? '' : `?group=${encodeURIComponent(group)}`}`,
    undefined,
    options,
  )

export const startExport = (input: ExportInput, headers: ExportHeaders): Promise<ExportStatus> =>
  request('POST', '/api/exports', input, { headers })

export const readExport = (id: string, options: RequestOptions): Promise<ExportStatus> =>
  request('GET', path(id), undefined, options)

export const cancelExport = (id: string, headers: ExportHeaders): Promise<unknown> =>
  request('DELETE', path(id), undefined, { headers })

/** The file itself, which is no JSON. @throws RefusedRequest, UnreachableServer */
export async function fetchExport(id: string, headers: ExportHeaders): Promise<Blob> {
  const response = await fetch(`${path(id)}/file`, { credentials: 'same-origin', headers }).catch(() => {
    throw new UnreachableServer()
  })
  if (!response.ok) throw new RefusedRequest(response.status, {})
  return response.blob()
}
