// The administration of the cycle over HTTP.
import i18next from 'i18next'
import { RefusedRequest, request, UnreachableServer } from '#client/live/api.ts'
import type { CycleAdminAnswer, EditedAnswer, ImportAnswer } from '#shared/admin/cycleAdmin.ts'
import type { EditedKind, StartInput } from '#shared/admin/editedRecords.ts'

const part = encodeURIComponent
const inLanguage = (): string => `lang=${part(i18next.language)}`

export const exportPath = '/api/admin/cycle/export'

export const readCycle = (signal?: AbortSignal): Promise<CycleAdminAnswer> =>
  request('GET', '/api/admin/cycle', undefined, { signal })
export const beginCycle = (input: StartInput): Promise<EditedAnswer> =>
  request('POST', `/api/admin/cycle?${inLanguage()}`, input)

export interface Edited {
  readonly kind: EditedKind
  /** `new` for a record that is not there yet. */
  readonly id: string
  readonly seen: string | null
  readonly record: Readonly<Record<string, unknown>>
}
export const saveRecord = ({ kind, id, seen, record }: Edited): Promise<EditedAnswer> =>
  request('PUT', `/api/admin/cycle/${kind}/${part(id)}?${inLanguage()}`, { seen, record })
export const removeRecord = ({ kind, id, seen }: Omit<Edited, 'record'>): Promise<EditedAnswer> =>
  request('DELETE', `/api/admin/cycle/${kind}/${part(id)}?${inLanguage()}&seen=${part(seen ?? '')}`)

export interface Bringing {
  readonly file: Blob
  readonly replace: boolean
  /** What the preview answered; absent asks for the preview. */
  readonly over?: string
}

/** The file goes as it is: forms are smaller than a whole organisation. */
export async function bringFile({ file, replace, over }: Bringing): Promise<ImportAnswer> {
  // Corrected on the disk after it was chosen, a browser no longer gives it out.
  const body = await file.arrayBuffer().catch(() => {
    throw new RefusedRequest(409, { code: 'file-changed' })
  })
  const seen = over === undefined ? '' : `&over=${part(over)}`
  const response = await fetch(
    `/api/admin/cycle/import?${inLanguage()}&replace=${replace ? '1' : '0'}${seen}`,
    { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body },
  ).catch(() => {
    throw new UnreachableServer()
  })
  const said: unknown = await response.json().catch(() => ({}))
  if (!response.ok) throw new RefusedRequest(response.status, said as { code?: unknown }) // a problem, or nothing of use
  return said as ImportAnswer // what shared/ declares for this address
}
