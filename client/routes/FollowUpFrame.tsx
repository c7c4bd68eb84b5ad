// The frame of the follow-up's pages: sidebar, banner of the demo, and what is said when the page cannot be read.
import type { UseQueryResult } from '@tanstack/react-query'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { DemoBanner } from '#client/features/demo/DemoBanner.tsx'
import { followUpKey } from '#client/features/followUp/useFollowUp.ts'
import { useHome } from '#client/features/home/useHome.ts'
import { forgetAllJoins } from '#client/features/join/rememberedJoin.ts'
import { refusedStatus, UnreachableServer } from '#client/live/api.ts'
import { Sidebar } from '#client/routes/Sidebar.tsx'
import { useSignOut } from '#client/routes/useSignOut.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Bold } from '#client/ui/Bold.tsx'
import { Skeleton } from '#client/ui/Skeleton.tsx'

interface FrameProps {
  readonly query: Pick<UseQueryResult, 'isPending' | 'isError' | 'error' | 'refetch'>
  readonly children: ReactNode
}

export function FollowUpFrame({ query, children }: FrameProps) {
  const { t } = useTranslation('followUp')
  const { t: shell } = useTranslation('shell')
  const home = useHome()
  const signOut = useSignOut()
  const client = useQueryClient()
  return (
    <>
      <a className="skip" href="#main">
        {shell('skipToContent')}
      </a>
      <div className="shell">
        <Sidebar home={home.data} onSignOut={() => void signOut()} />
        <main className="main fu-page" id="main" tabIndex={-1} data-region="main">
          <DemoBanner
            persona={home.data?.me?.persona ?? null}
            onSignOut={signOut}
            onChanged={() => {
              forgetAllJoins()
              void client.invalidateQueries({ queryKey: followUpKey })
            }}
          />
          {query.isError && <Trouble error={query.error} retry={query.refetch} />}
          {query.isPending && <Skeleton label={t('loading')} lines={[48, 30, 100, 100, 100, 92, 100, 84]} />}
          {children}
        </main>
      </div>
    </>
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
