// The consultation as it is read and added to.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { readConsultation, readText } from '#client/features/consultation/consultationApi.ts'
import { type Acting, useActing } from '#client/live/useActing.ts'
import { tellDone } from '#client/ui/toasts.tsx'

export const consultationKey = ['consultation'] as const

export const useConsultation = () =>
  useQuery({ queryKey: [...consultationKey, 'list'], queryFn: ({ signal }) => readConsultation(signal) })

export const useText = (id: string) =>
  useQuery({
    queryKey: [...consultationKey, 'text', id],
    queryFn: ({ signal }) => readText(id, signal),
  })

/** `said`: sentences for refusals by status, where this act has its own. */
export function useConsultationAct(said: Readonly<Record<number, string>> = {}): Acting {
  const { t } = useTranslation('consultation')
  return useActing({
    queryKey: consultationKey,
    words: { stale: t('stale'), failed: t('failed'), away: t('away') },
    said,
    tell: tellDone,
  })
}
