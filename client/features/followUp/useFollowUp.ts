// The follow-up as it is read and added to.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { readFollowUp, readThread, type SentAct, sendAct } from '#client/features/followUp/followUpApi.ts'
import { type Acting, useActing } from '#client/live/useActing.ts'
import { tellDone } from '#client/ui/toasts.tsx'

export const followUpKey = ['follow-up'] as const

export const useFollowUp = () =>
  useQuery({ queryKey: [...followUpKey, 'list'], queryFn: ({ signal }) => readFollowUp(signal) })

export const useThread = (key: string) =>
  useQuery({ queryKey: [...followUpKey, 'thread', key], queryFn: ({ signal }) => readThread(key, signal) })

export function useFollowUpAct(): Acting {
  const { t } = useTranslation('followUp')
  return useActing({
    queryKey: followUpKey,
    words: { stale: t('stale'), failed: t('failed'), away: t('away') },
    tell: tellDone,
  })
}

export const actOf = (act: SentAct, id?: string) => () => sendAct(act, id)
