// The cycle's one answer, read again when people come back to the tab, and what a person does to it.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { readCycle } from '#client/features/cycle/cycleApi.ts'
import { RefusedRequest, UnreachableServer } from '#client/live/api.ts'
import { showToast } from '#client/ui/toasts.tsx'
import type { CycleAnswer } from '#shared/cyclePage/cycleAnswers.ts'

const key = ['cycle'] as const

export const useCycle = () =>
  useQuery({
    queryKey: key,
    queryFn: ({ signal }) => readCycle(signal),
    // People answer from elsewhere: their numbers are a minute old at most.
    refetchInterval: 60_000,
  })

/** Does something and shows the page after it; says in words what was not done. Returns whether it was. */
export function useCycleAct(): (act: () => Promise<CycleAnswer>) => Promise<boolean> {
  const client = useQueryClient()
  const { t } = useTranslation('cycle')
  return useCallback(
    async (act) => {
      try {
        await client.cancelQueries({ queryKey: key })
        const page = await act()
        client.setQueryData(key, page)
        // The same answers stand on the groups' pages and at home.
        void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== key[0] })
        return true
      } catch (error) {
        if (error instanceof RefusedRequest && error.status === 409)
          void client.invalidateQueries({ queryKey: key })
        showToast({
          text: t(
            error instanceof UnreachableServer
              ? 'sayOffline'
              : error instanceof RefusedRequest && error.status === 409
                ? 'sayFull'
                : 'sayFailed',
          ),
          tone: 'problem',
        })
        return false
      }
    },
    [client, t],
  )
}
