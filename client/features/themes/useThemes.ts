// Theme proposals as they stand, and acts about them.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readThemes } from '#client/features/themes/themesApi.ts'
import { RefusedRequest } from '#client/live/api.ts'
import { showToast } from '#client/ui/toasts.tsx'
import type { ThemesAnswer } from '#shared/themes/proposal.ts'

const key = ['themes'] as const

export const useThemes = () =>
  useQuery({ queryKey: key, queryFn: ({ signal }) => readThemes(signal), refetchInterval: 20_000 })

export function useThemeAct() {
  const client = useQueryClient()
  const { t } = useTranslation('themes')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  /** True once it is kept; nothing typed is lost where it is not. */
  const run = async (work: () => Promise<ThemesAnswer>, done?: string): Promise<boolean> => {
    setBusy(true)
    setProblem(undefined)
    try {
      client.setQueryData(key, await work())
      if (done !== undefined) showToast({ text: done, tone: 'done' })
      return true
    } catch (error) {
      setProblem(error instanceof RefusedRequest ? error.detail || t('failed') : t('away'))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, problem, run }
}
export type ThemeAct = ReturnType<typeof useThemeAct>
