// The frame of the follow-up's pages: sidebar, banner of the demo, and what is said when the page cannot be read.
import type { UseQueryResult } from '@tanstack/react-query'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { followUpKey } from '#client/features/followUp/useFollowUp.ts'
import { refusedStatus } from '#client/live/api.ts'
import { PageFrame } from '#client/routes/PageFrame.tsx'
import { PageTrouble } from '#client/routes/PageTrouble.tsx'
import { StandInHeading } from '#client/routes/StandInHeading.tsx'
import { Skeleton } from '#client/ui/Skeleton.tsx'

interface FrameProps {
  readonly query: Pick<UseQueryResult, 'isPending' | 'isError' | 'error' | 'data' | 'refetch'>
  readonly children: ReactNode
}

export function FollowUpFrame({ query, children }: FrameProps) {
  const { t } = useTranslation('followUp')
  const client = useQueryClient()
  return (
    <PageFrame className="fu-page" onChanged={() => void client.invalidateQueries({ queryKey: followUpKey })}>
      {refusedStatus(query.error) !== 404 && <StandInHeading query={query} title={t('title')} />}
      {query.isError && (
        <PageTrouble
          error={query.error}
          retry={query.refetch}
          backTo="/follow-up"
          words={{
            ...{ unknown: t('unknown'), unknownText: t('unknownText'), back: t('toList') },
            ...{ offline: t('offline'), broken: t('broken'), retry: t('retry') },
          }}
        />
      )}
      {query.isPending && <Skeleton label={t('loading')} lines={[48, 30, 100, 100, 100, 92, 100, 84]} />}
      {children}
    </PageFrame>
  )
}
