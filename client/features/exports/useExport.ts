// One export from this page: asked for, looked at until it is there, saved by the browser, cancelled with the page.
import { useCallback, useEffect, useRef, useState } from 'react'
import {
  cancelExport,
  type ExportHeaders,
  fetchExport,
  readExport,
  startExport,
} from '#client/features/exports/exportsApi.ts'
import { refusedStatus, UnreachableServer } from '#client/live/api.ts'
import type { ExportInput, ExportStatus, ExportStep } from '#shared/exports/exportAsked.ts'

export type ExportState =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly step: ExportStep; readonly progress: number }
  | { readonly kind: 'done'; readonly fileName: string; readonly bytes: number; save(): void }
  | { readonly kind: 'failed'; readonly why: 'failed' | 'offline' | 'busy' | 'refused' }
  | { readonly kind: 'cancelled' }

/** Milliseconds between two looks. */
const pause = 400

export interface Exporting {
  readonly state: ExportState
  start(input: ExportInput): void
  cancel(): void
}

export function useExport(given: ExportHeaders): Exporting {
  // As they were when the dialog opened: a page makes them anew each time that it is shown.
  const [headers] = useState(given)
  const [state, setState] = useState<ExportState>({ kind: 'none' })
  /** The export that the page still waits for; a new object for each. */
  const current = useRef<{ id?: string } | null>(null)

  const drop = useCallback(() => {
    const id = current.current?.id
    current.current = null
    // It ends by itself in a while, should this not arrive.
    if (id !== undefined) void cancelExport(id, headers).catch(() => undefined)
  }, [headers])
  useEffect(() => drop, [drop])

  const start = (input: ExportInput): void => {
    drop()
    const own: { id?: string } = {}
    current.current = own
    setState({ kind: 'running', step: 'waiting', progress: 0 })
    const show = (status: ExportStatus): void => {
      if (status.state === 'running') setState({ ...status, kind: 'running' })
    }
    void follow({ input, headers, own, show, isWanted: () => current.current === own })
      .then((done) => {
        if (current.current !== own || !done) return
        current.current = null
        setState({ kind: 'done', ...done })
        done.save()
      })
      .catch((error: unknown) => {
        if (current.current !== own) return
        current.current = null
        setState({ kind: 'failed', why: whyOf(error) })
      })
  }
  const cancel = (): void => {
    drop()
    setState({ kind: 'cancelled' })
  }
  return { state, start, cancel }
}

interface Followed {
  readonly input: ExportInput
  readonly headers: ExportHeaders
  readonly own: { id?: string }
  readonly show: (status: ExportStatus) => void
  readonly isWanted: () => boolean
}

/** Undefined once nobody wants it any more. */
async function follow({ headers, input, isWanted, own, show }: Followed) {
  let status = await startExport(input, headers)
  own.id = status.id
  while (status.state === 'running') {
    // Cancelled before its id was known.
    if (!isWanted()) return void (await cancelExport(status.id, headers))
    show(status)
    await new Promise((resolve) => setTimeout(resolve, pause))
    if (isWanted()) status = await readExport(status.id, { headers })
  }
  if (!isWanted()) return undefined
  if (status.state !== 'done') throw new Error(status.state)
  const { bytes, fileName } = status
  const file = await fetchExport(status.id, headers)
  // It is here now; where this does not arrive, the server forgets the file by itself.
  void cancelExport(status.id, headers).catch(() => undefined)
  return { bytes, fileName, save: () => saveFile(file, fileName) }
}

function saveFile(file: Blob, fileName: string): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // The browser has taken it by then; a file that is kept would stay in memory.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

function whyOf(error: unknown): Extract<ExportState, { kind: 'failed' }>['why'] {
  if (error instanceof UnreachableServer) return 'offline'
  const status = refusedStatus(error)
  if (status === 429) return 'busy'
  return status === 401 || status === 403 || status === 404 ? 'refused' : 'failed'
}
