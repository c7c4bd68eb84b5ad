// The library as it is read and added to.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import {
  type LinkHeaders,
  readBrief,
  readCardVersions,
  readDocument,
  readFrame,
  readLearned,
  readLibrary,
} from '#client/features/library/libraryApi.ts'
import { type Acting, useActing } from '#client/live/useActing.ts'
import { tellDone } from '#client/ui/toasts.tsx'

export const libraryKey = ['library'] as const

/** How old a phase that somebody else switches may be while it is looked at, in milliseconds. */
const frameAge = 15_000

export const useLibrary = () =>
  useQuery({ queryKey: [...libraryKey, 'page'], queryFn: ({ signal }) => readLibrary(signal) })

export const useBrief = (theme: string) =>
  useQuery({
    queryKey: [...libraryKey, 'brief', theme],
    queryFn: ({ signal }) => readBrief(theme, signal),
    enabled: theme !== '',
  })

export const useCardVersions = (id: string, wanted: boolean) =>
  useQuery({
    queryKey: [...libraryKey, 'versions', id],
    queryFn: ({ signal }) => readCardVersions(id, signal),
    enabled: wanted,
  })

export const useDocument = (id: string, version: string | null) =>
  useQuery({
    queryKey: [...libraryKey, 'document', id, version],
    queryFn: ({ signal }) => readDocument(id, version, signal),
  })

export const useFrame = (group: string, draftId: string | undefined) =>
  useQuery({
    queryKey: [...libraryKey, 'frame', group, draftId ?? null],
    queryFn: ({ signal }) => readFrame(group, draftId, signal),
    refetchInterval: frameAge,
    retry: false,
  })

export const useLearned = (group: string, headers: LinkHeaders) =>
  useQuery({
    queryKey: [...libraryKey, 'learned', group],
    queryFn: ({ signal }) => readLearned(group, headers, signal),
    retry: false,
  })

export function useLibraryAct(): Acting {
  const { t } = useTranslation('library')
  return useActing({
    queryKey: libraryKey,
    // Cards are shown beside drafts too, and what waits stands at home.
    also: ['context', 'home'],
    words: { stale: t('stale'), failed: t('failed'), away: t('away') },
    tell: tellDone,
  })
}
