// The frame of the follow-up's pages: sidebar, banner of the demo, and what is said when the page cannot be read.
import type { UseQueryResult } from '@tanstack/react-query'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { followUpKey } from '#client/features/followUp/useFollowUp.ts'
import { refusedStatus, UnreachableServer } from '#client/live/api.ts'
import { PageFrame } from '#client/routes/PageFrame.tsx'
import { Banner } from '#client/ui/Banner.tsx'
import { Bold } from '#client/ui/Bold.tsx'
import { Skeleton } from '#client/ui/Skeleton.tsx'

interface FrameProps {
  readonly query: Pick<UseQueryResult, 'isPending' | 'isError' | 'error' | 'refetch'>
  readonly children: ReactNode
}

export function FollowUpFrame({ query, children }: FrameProps) {
  const { t } = useTranslation('followUp')
  const client = useQueryClient()
  return (
    <PageFrame className="fu-page" onChanged={() => void client.invalidateQueries({ queryKey: followUpKey })}>
      {query.isError && <Trouble error={query.error} retry={query.refetch} />}
      {query.isPending && <Skeleton label={t('loading')} lines={[48, 30, 100, 100, 100, 92, 100, 84]} />}
      {children}
    </PageFrame>
  )
}

function Trouble({ error, retry }: { error: unknown; retry: () => Promise<unknown> }) {
  const { t } = useTranslation('followUp')
  if (refusedStatus(error) === 404)
    return (
      <div className="empty">
        <h1>{t('unknown')}</h1>
        <p>{t('unknownText')}</p>
        <Link className="btn primary" to="/follow-up">
          {t('toList')}
        </Link>
      </div>
    )
  const away = error instanceof UnreachableServer
  return (
    <Banner
      tone={away ? 'warn' : 'danger'}
      action={
        <button type="button" className="btn sm" onClick={() => void retry()}>
          {t('retry')}
        </button>
      }
    >
      <Bold text={t(away ? 'offline' : 'broken')} />
    </Banner>
  )
}
