// The follow-up as it is read and added to.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readFollowUp, readThread, type SentAct, sendAct } from '#client/features/followUp/followUpApi.ts'
import { RefusedRequest } from '#client/live/api.ts'
import { showToast } from '#client/ui/toasts.tsx'

export const followUpKey = ['follow-up'] as const

export const useFollowUp = () =>
  useQuery({ queryKey: [...followUpKey, 'list'], queryFn: ({ signal }) => readFollowUp(signal) })

export const useThread = (key: string) =>
  useQuery({ queryKey: [...followUpKey, 'thread', key], queryFn: ({ signal }) => readThread(key, signal) })

export interface Acting {
  readonly busy: boolean
  /** What went wrong, in the person's language; nothing typed is lost. */
  readonly problem: string | undefined
  /** True once it is kept and the pages are read again. */
  run(work: () => Promise<unknown>, done: string): Promise<boolean>
}

export function useActing(): Acting {
  const client = useQueryClient()
  const { t } = useTranslation('followUp')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const run = useCallback(
    async (work: () => Promise<unknown>, done: string): Promise<boolean> => {
      setBusy(true)
      setProblem(undefined)
      try {
        await work()
        await client.invalidateQueries({ queryKey: followUpKey })
        showToast({ text: done, tone: 'done' })
        return true
      } catch (error) {
        const isStale = error instanceof RefusedRequest && error.status === 409
        if (isStale) void client.invalidateQueries({ queryKey: followUpKey })
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

export const actOf = (act: SentAct, id?: string) => () => sendAct(act, id)
