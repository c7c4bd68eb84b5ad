// The frame of the assembly's pages: sidebar, banner of the demo, and what is said when the server is away.
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PageFrame } from '#client/routes/PageFrame.tsx'
import { StandInHeading } from '#client/routes/StandInHeading.tsx'
import { Banner } from '#client/ui/Banner.tsx'
import { Bold } from '#client/ui/Bold.tsx'
import { Skeleton } from '#client/ui/Skeleton.tsx'

export interface AssemblyFrameProps {
  readonly loading: boolean
  readonly away: boolean
  readonly onRetry: () => void
  readonly children: ReactNode
}

export function AssemblyFrame({ away, children, loading, onRetry }: AssemblyFrameProps) {
  const { t } = useTranslation('assembly')
  const client = useQueryClient()
  const heading = { isPending: loading && !away, isError: loading && away }
  return (
    <PageFrame className="as-page" onChanged={() => void client.invalidateQueries()}>
      <StandInHeading query={heading} title={t('title')} />
      {away && (
        <Banner
          tone="warn"
          action={
            <button type="button" className="btn sm" onClick={onRetry}>
              {t('retry')}
            </button>
          }
        >
          <Bold text={t('offline')} />
        </Banner>
      )}
      {loading && !away && <Skeleton label={t('loading')} lines={[48, 30, 100, 100, 92, 84]} />}
      {children}
    </PageFrame>
  )
}
