// One act after the other on what the server holds: busy, what went wrong, and the pages read again once it is kept.
import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { RefusedRequest } from '#client/live/api.ts'

export interface Acting {
  readonly busy: boolean
  /** What went wrong, in the person's language; nothing typed is lost. */
  readonly problem: string | undefined
  /** True once it is kept and the pages are read again. */
  run(work: () => Promise<unknown>, done: string): Promise<boolean>
}

export interface ActedOn {
  /** Read again once it is kept, and where somebody else was first. */
  readonly queryKey: QueryKey
  /** First words of other keys that are read again once it is kept, without waiting for them. */
  readonly also?: readonly string[]
  readonly words: { readonly stale: string; readonly failed: string; readonly away: string }
  /** Sentences for refusals by status, where this act has its own. */
  readonly said?: Readonly<Record<number, string>>
  /** Tells that it is done; not called with an empty sentence. */
  readonly tell: (done: string) => void
}

export function useActing(on: ActedOn): Acting {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  // As it was last rendered: `run` stays the same, for effects and handlers that hold it.
  const latest = useRef(on)
  useEffect(() => {
    latest.current = on
  })
  const run = useCallback(
    async (work: () => Promise<unknown>, done: string): Promise<boolean> => {
      const { also = [], queryKey } = latest.current
      setBusy(true)
      setProblem(undefined)
      try {
        await work()
        await client.invalidateQueries({ queryKey })
        if (also.length > 0)
          void client.invalidateQueries({ predicate: (one) => also.includes(String(one.queryKey[0])) })
        if (done !== '') latest.current.tell(done)
        return true
      } catch (error) {
        if (error instanceof RefusedRequest && error.status === 409)
          void client.invalidateQueries({ queryKey })
        setProblem(sentenceFor(error, latest.current))
        return false
      } finally {
        setBusy(false)
      }
    },
    [client],
  )
  return { busy, problem, run }
}

/** The act's own sentence; that somebody was first; the server's own; that it was not kept. */
export function sentenceFor(error: unknown, { said = {}, words }: Pick<ActedOn, 'said' | 'words'>): string {
  if (!(error instanceof RefusedRequest)) return words.away
  const own = said[error.status]
  if (own !== undefined) return own
  return error.code.includes('conflict') ? words.stale : error.detail || words.failed
}
