// From a sub-group to its aparté: nothing is asked, the parent room knows who this is.
import { useCallback, useEffect, useRef, useState } from 'react'
import { joinAparte } from '#client/features/subgroups/aparteApi.ts'
import { refusedStatus } from '#client/live/api.ts'
import type { JoinAnswer } from '#shared/room/join.ts'

export type AparteEntry =
  | { readonly kind: 'opening' }
  | { readonly kind: 'joined'; readonly answer: JoinAnswer }
  | { readonly kind: 'problem'; readonly problem: 'notYours' | 'unreachable' }

export interface AparteEntryHandle {
  readonly entry: AparteEntry
  readonly retry: () => void
  /** A fresh ticket for the same person. */
  readonly refresh: () => Promise<JoinAnswer>
  /** Somebody who was inside is no longer of this sub-group. */
  readonly shutOut: boolean
}

/** Milliseconds: whoever is faster than the server, which makes the room after it has said so, waits a moment. */
const patience = [250, 500, 1_000, 2_000]

export function useAparteEntry(code: string, groupId: string): AparteEntryHandle {
  const [entry, setEntry] = useState<AparteEntry>({ kind: 'opening' })
  const [attempt, setAttempt] = useState(0)
  const [shutOut, setShutOut] = useState(false)
  const turnedAway = useRef<unknown>(undefined)
  useEffect(() => {
    const given = new AbortController()
    setEntry({ kind: 'opening' })
    setShutOut(false)
    turnedAway.current = undefined
    void arrive(code, groupId, given.signal).then((found) => {
      if (!given.signal.aborted) setEntry(found)
    })
    return () => given.abort()
  }, [code, groupId, attempt])

  const refresh = useCallback(async (): Promise<JoinAnswer> => {
    // Every line of the room would ask again, and get the same answer.
    if (turnedAway.current !== undefined) throw turnedAway.current as Error // kept below
    try {
      return await joinAparte(code, groupId)
    } catch (error) {
      if (refusedStatus(error) === 404) {
        turnedAway.current = error
        setShutOut(true)
      }
      throw error
    }
  }, [code, groupId])

  return { entry, retry: useCallback(() => setAttempt((was) => was + 1), []), refresh, shutOut }
}

async function arrive(code: string, groupId: string, signal: AbortSignal): Promise<AparteEntry> {
  for (const wait of [...patience, null]) {
    try {
      return { kind: 'joined', answer: await joinAparte(code, groupId, { signal }) }
    } catch (error) {
      const status = refusedStatus(error)
      if (status !== 404) return { kind: 'problem', problem: status ? 'notYours' : 'unreachable' }
      if (wait === null || signal.aborted) break
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }
  return { kind: 'problem', problem: 'notYours' }
}
