// The convergence's one answer, read again while others work on it too, and what a person does to it.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { readConvergence, sendAct, sendPublish } from '#client/features/convergence/convergenceApi.ts'
import { UnreachableServer } from '#client/live/api.ts'
import { showToast } from '#client/ui/toasts.tsx'
import type { ConvergenceAct } from '#shared/convergence/convergenceActs.ts'
import type { ConvergenceActAnswer } from '#shared/convergence/convergenceAnswers.ts'

export const convergenceKey = ['convergence'] as const

export const useConvergence = () =>
  useQuery({
    queryKey: convergenceKey,
    queryFn: ({ signal }) => readConvergence(signal),
    // Two people place texts at once, facilitators answer: a few seconds old at most while somebody works.
    refetchInterval: ({ state }) => (state.data?.desk ? 6_000 : 60_000),
  })

const reasons = [
  ...([
    'families',
    'gone',
    'familyFull',
    'stale',
    'summaryLong',
    'notSource',
    'wordWanted',
    'noSummary',
  ] as const),
  ...([
    'published',
    'onlyText',
    'uncovered',
    'summariesWanted',
    'proposalsWanted',
    'reviewsChanged',
    'notTakenOver',
    'sourcesGone',
  ] as const),
] as const
const known = (reason: string) => reasons.find((one) => one === reason)

/** Does it, shows the page after it and says in words what was not done. The refusal's reason, `away`, or null when it was done. */
export type Settle = (answer: () => Promise<ConvergenceActAnswer>) => Promise<string | null>

function useSettle(): Settle {
  const client = useQueryClient()
  const { t } = useTranslation('convergence')
  return useCallback(
    async (ask) => {
      try {
        await client.cancelQueries({ queryKey: convergenceKey })
        const { page, refused } = await ask()
        client.setQueryData(convergenceKey, page)
        void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== convergenceKey[0] })
        const reason = refused === null ? undefined : known(refused)
        if (refused !== null) showToast({ text: t(reason ? `refused.${reason}` : 'failed'), tone: 'problem' })
        return refused
      } catch (error) {
        showToast({
          text: t(error instanceof UnreachableServer ? 'sayOffline' : 'failed'),
          tone: 'problem',
        })
        return 'away'
      }
    },
    [client, t],
  )
}

export function useConvergenceActs() {
  const settle = useSettle()
  return {
    act: useCallback((act: ConvergenceAct) => settle(() => sendAct(act)), [settle]),
    publish: useCallback((knowing: readonly string[]) => settle(() => sendPublish(knowing)), [settle]),
  }
}
