// The frame of the library's pages: sidebar, banner of the demo, the glossary, and what is said when the page cannot be read.
import type { UseQueryResult } from '@tanstack/react-query'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { LibraryGlossary } from '#client/features/library/LibraryGlossary.tsx'
import { libraryKey } from '#client/features/library/useLibrary.ts'
import { refusedStatus, UnreachableServer } from '#client/live/api.ts'
import { PageFrame } from '#client/routes/PageFrame.tsx'
import { StandInHeading } from '#client/routes/StandInHeading.tsx'
import { Banner } from '#client/ui/Banner.tsx'
import { Bold } from '#client/ui/Bold.tsx'
import { Skeleton } from '#client/ui/Skeleton.tsx'
import { signInPath } from '#shared/account/account.ts'

interface FrameProps {
  readonly query: Pick<UseQueryResult, 'isPending' | 'isError' | 'error' | 'data' | 'refetch'>
  readonly children: ReactNode
}

export function LibraryFrame({ query, children }: FrameProps) {
  const { t } = useTranslation('library')
  const client = useQueryClient()
  return (
    <PageFrame
      className="library-page"
      onChanged={() => void client.invalidateQueries({ queryKey: libraryKey })}
    >
      <LibraryGlossary>
        {refusedStatus(query.error) !== 404 && <StandInHeading query={query} title={t('title')} />}
        {query.isError && <Trouble error={query.error} retry={query.refetch} />}
        {query.isPending && <Skeleton label={t('loading')} lines={[48, 30, 100, 100, 92, 84]} />}
        {children}
      </LibraryGlossary>
    </PageFrame>
  )
}

function Trouble({ error, retry }: { error: unknown; retry: () => Promise<unknown> }) {
  const { t } = useTranslation('library')
  const status = refusedStatus(error)
  if (status === 404)
    return (
      <div className="empty">
        <h1>{t('unknown')}</h1>
        <p>{t('unknownText')}</p>
        <Link className="btn primary" to="/library?tab=documents">
          {t('toLibrary')}
        </Link>
      </div>
    )
  const away = error instanceof UnreachableServer
  return (
    <>
      <Banner
        tone={away ? 'warn' : status === 401 ? 'info' : 'danger'}
        action={
          status === 401 ? (
            <Link className="btn sm" to={signInPath}>
              {t('toSignIn')}
            </Link>
          ) : (
            <button type="button" className="btn sm" onClick={() => void retry()}>
              {t('retry')}
            </button>
          )
        }
      >
        <Bold text={t(away ? 'offline' : status === 401 ? 'signInFirst' : 'broken')} />
      </Banner>
    </>
  )
}
