// The room at the wished instant: one question under way at a time, always for the latest wish.
import { useCallback, useEffect, useRef, useState } from 'react'
import { type FetchedInstant, fetchInstant } from '#client/features/replay/replayApi.ts'
import type { RoomInstant } from '#shared/replay/roomInstant.ts'

export interface ShownInstant {
  /** The last one that came; stays while the next is under way. */
  readonly instant: RoomInstant | undefined
  readonly isComing: boolean
  readonly hasFailed: boolean
  readonly retry: () => void
}

export function useInstant(code: string, at: number): ShownInstant {
  const [fetched, setFetched] = useState<FetchedInstant>()
  const [hasFailed, setFailed] = useState(false)
  const [isComing, setComing] = useState(true)
  const run = useRef<{ wish: number; busy: boolean; known?: FetchedInstant }>({ wish: at, busy: false })
  const ask = useCallback(
    async (wish: number): Promise<void> => {
      const state = run.current
      state.wish = wish
      if (state.busy) return
      state.busy = true
      setComing(true)
      try {
        for (let asked = Number.NaN; asked !== state.wish; ) {
          asked = state.wish
          state.known = await fetchInstant(code, asked, state.known)
          setFetched(state.known)
          setFailed(false)
        }
      } catch {
        setFailed(true)
      } finally {
        state.busy = false
        setComing(false)
      }
    },
    [code],
  )
  useEffect(() => void ask(at), [ask, at])
  return { instant: fetched?.instant, isComing, hasFailed, retry: () => void ask(at) }
}
