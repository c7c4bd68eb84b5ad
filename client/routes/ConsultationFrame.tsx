// The frame of the public pages: a header for anybody, the banner of the demo, and what is said when the page cannot be read.
import type { UseQueryResult } from '@tanstack/react-query'
import { useQueryClient } from '@tanstack/react-query'
import { Languages } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, NavLink } from 'react-router'
import { consultationKey } from '#client/features/consultation/useConsultation.ts'
import { DemoBanner } from '#client/features/demo/DemoBanner.tsx'
import { useHome } from '#client/features/home/useHome.ts'
import { refusedStatus, UnreachableServer } from '#client/live/api.ts'
import { StandInHeading } from '#client/routes/StandInHeading.tsx'
import { useSignOut } from '#client/routes/useSignOut.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Bold } from '#client/ui/Bold.tsx'
import { Mark } from '#client/ui/Logo.tsx'
import { Skeleton } from '#client/ui/Skeleton.tsx'
import { useFocusKept } from '#client/ui/useFocusKept.ts'
import { signInPath } from '#shared/account/account.ts'

const AppearanceDialog = lazy(async () => ({
  default: (await import('#client/ui/AppearanceDialog.tsx')).AppearanceDialog,
}))

interface FrameProps {
  readonly query: Pick<UseQueryResult, 'isPending' | 'isError' | 'error' | 'data' | 'refetch'>
  readonly className?: string
  readonly children: ReactNode
}

export function ConsultationFrame({ children, className = '', query }: FrameProps) {
  const { t } = useTranslation('consultation')
  const client = useQueryClient()
  const home = useHome()
  const signOut = useSignOut()
  useFocusKept()
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <Header signedIn={Boolean(home.data?.me)} live={className === 'co-live'} />
      <main className={`co-page ${className}`.trim()} id="main" tabIndex={-1} data-region="main">
        <DemoBanner
          persona={home.data?.me?.persona ?? null}
          onSignOut={signOut}
          onChanged={() => void client.invalidateQueries({ queryKey: consultationKey })}
        />
        {refusedStatus(query.error) !== 404 && <StandInHeading query={query} title={t('title')} />}
        {query.isError && <Trouble error={query.error} retry={query.refetch} />}
        {query.isPending && <Skeleton label={t('loading')} lines={[30, 70, 90, 90, 60]} />}
        {children}
      </main>
    </>
  )
}

function Header({ live, signedIn }: { signedIn: boolean; live: boolean }) {
  const { t, i18n } = useTranslation('consultation')
  const [looks, setLooks] = useState(false)
  return (
    <header className={live ? 'co-top co-live-top' : 'co-top'}>
      <Link className="logo" to="/">
        <Mark />
        <span>Faire Ensemble</span>
      </Link>
      <nav aria-label={t('navLabel')} data-region="nav">
        <NavLink to="/consultation">{t('nav.texts')}</NavLink>
        <Link to="/consultation#visioconferences">{t('nav.meetings')}</Link>
        <NavLink to="/cycle">{t('nav.cycle')}</NavLink>
      </nav>
      <span className="grow" />
      <button type="button" className="btn quiet" aria-haspopup="dialog" onClick={() => setLooks(true)}>
        <Languages className="i" aria-hidden="true" />
        <span className="sr">{t('look')} </span>
        {i18n.language.toUpperCase()}
      </button>
      <Link className="btn" to={signedIn ? '/' : signInPath}>
        {t(signedIn ? 'home' : 'signIn')}
      </Link>
      <Suspense>{looks && <AppearanceDialog onClose={() => setLooks(false)} />}</Suspense>
    </header>
  )
}

function Trouble({ error, retry }: { error: unknown; retry: () => Promise<unknown> }) {
  const { t } = useTranslation('consultation')
  if (refusedStatus(error) === 404)
    return (
      <div className="empty">
        <h1>{t('unknown')}</h1>
        <p>{t('unknownText')}</p>
        <Link className="btn primary" to="/consultation">
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
