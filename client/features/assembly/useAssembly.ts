// The assembly as it is followed: slides, what changes every few seconds, what is one's own, and acts.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readDeck, readDesk, readLive, readOwn } from '#client/features/assembly/assemblyApi.ts'
import { RefusedRequest } from '#client/live/api.ts'
import { showToast } from '#client/ui/toasts.tsx'
import type { LiveAnswer } from '#shared/assembly/assemblyAnswers.ts'

export const assemblyKey = ['assembly'] as const
/** How often everybody asks what has changed, in milliseconds; the slides themselves change rarely. */
const every = { live: 2_500, deck: 60_000 } as const

export const useDeck = () =>
  useQuery({
    queryKey: [...assemblyKey, 'deck'],
    queryFn: ({ signal }) => readDeck(signal),
    refetchInterval: every.deck,
  })

/** A wall is looked at also while another window has the keyboard. */
export const useLive = (always = false) =>
  useQuery({
    queryKey: [...assemblyKey, 'live'],
    queryFn: ({ signal }) => readLive(signal),
    refetchInterval: every.live,
    refetchIntervalInBackground: always,
    retry: false,
  })

/** Asked again when a vote opens or closes, and when a question is decided: not with every vote of somebody else. */
export function useOwn(live: LiveAnswer | undefined) {
  const about = [
    ...(live?.ballots ?? []).map(({ id, state }) => `${id} ${state}`),
    ...(live?.questions ?? []).map(({ id, state }) => `${id} ${state}`),
    String(live?.waiting ?? ''),
  ].join(',')
  return useQuery({
    queryKey: [...assemblyKey, 'me', about],
    queryFn: ({ signal }) => readOwn(signal),
    placeholderData: (before) => before,
  })
}

export const useDesk = (live: LiveAnswer | undefined, enabled: boolean) =>
  useQuery({
    queryKey: [...assemblyKey, 'desk', live?.revision ?? 0],
    queryFn: ({ signal }) => readDesk(signal),
    placeholderData: (before) => before,
    enabled,
  })

export interface Acting {
  readonly busy: boolean
  /** What went wrong, in the person's language; nothing typed is lost. */
  readonly problem: string | undefined
  /** True once it is kept and what is shown is read again. */
  run(work: () => Promise<unknown>, done?: string): Promise<boolean>
}

export function useActing(): Acting {
  const client = useQueryClient()
  const { t } = useTranslation('assembly')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const run = useCallback(
    async (work: () => Promise<unknown>, done?: string): Promise<boolean> => {
      setBusy(true)
      setProblem(undefined)
      try {
        await work()
        await client.invalidateQueries({ queryKey: [...assemblyKey] })
        if (done !== undefined) showToast({ text: done, tone: 'done' })
        return true
      } catch (error) {
        const isStale = error instanceof RefusedRequest && error.status === 409
        if (isStale) void client.invalidateQueries({ queryKey: [...assemblyKey] })
        setProblem(
          error instanceof RefusedRequest ? (isStale ? t('stale') : error.detail || t('failed')) : t('away'),
        )
        return false
      } finally {
        setBusy(false)
      }
    },
    [client, t],
  )
  return { busy, problem, run }
}
