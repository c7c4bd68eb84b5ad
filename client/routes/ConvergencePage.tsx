// The page of the convergence: the bench before publication for those who may, the final document for everybody after it.
import { GitMerge } from 'lucide-react'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ConvergenceDesk } from '#client/features/convergence/ConvergenceDesk.tsx'
import type { TogetherProps } from '#client/features/convergence/deskContext.ts'
import { FinalDocument } from '#client/features/convergence/FinalDocument.tsx'
import { useConvergence } from '#client/features/convergence/useConvergence.ts'
import { addConvergenceTexts } from '#client/i18n/convergenceTexts.ts'
import { UnreachableServer } from '#client/live/api.ts'
import { PageFrame } from '#client/routes/PageFrame.tsx'
import { useTitle } from '#client/routes/useTitle.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Bold } from '#client/ui/Bold.tsx'
import { dayAndMonth } from '#client/ui/dates.ts'
import { Empty } from '#client/ui/Empty.tsx'
import { lazyView } from '#client/ui/lazyView.tsx'
import { Skeleton } from '#client/ui/Skeleton.tsx'
import type { ConvergenceAnswer } from '#shared/convergence/convergenceAnswers.ts'
import '#client/features/convergence/convergence.css'

addConvergenceTexts()

const ExportButton = lazyView(async () => (await import('#client/routes/ExportPart.tsx')).ExportButton)
/** Public once it is published, as the page is. */
const documentSubject = [{ content: 'document' }] as const

const TogetherText = lazyView(async () => (await import('#client/routes/TogetherText.tsx')).TogetherText)

function Together(props: TogetherProps) {
  const { t } = useTranslation('convergence')
  return (
    <Suspense fallback={<Skeleton lines={[60, 95, 90]} label={t('loading')} />}>
      <TogetherText {...props} />
    </Suspense>
  )
}

export function ConvergencePage() {
  const { t } = useTranslation('convergence')
  const convergence = useConvergence()
  useTitle(t('title'))
  const away = convergence.error instanceof UnreachableServer
  return (
    <PageFrame className="cv-page" onChanged={() => void convergence.refetch()}>
      {convergence.isError && (
        <Banner
          tone={away ? 'warn' : 'danger'}
          action={
            <button type="button" className="btn sm" onClick={() => void convergence.refetch()}>
              {t('retry')}
            </button>
          }
        >
          <Bold text={t(away ? 'offline' : 'failed')} />
        </Banner>
      )}
      <Head page={convergence.data} />
      {convergence.data?.document && (
        <Suspense>
          <div className="row">
            <ExportButton subjects={documentSubject} />
          </div>
        </Suspense>
      )}
      {convergence.isPending && <Skeleton lines={[40, 90, 90, 70]} label={t('loading')} />}
      {convergence.data && <Opened page={convergence.data} />}
    </PageFrame>
  )
}

function Head({ page }: { page: ConvergenceAnswer | undefined }) {
  const { t, i18n } = useTranslation('convergence')
  const items = page?.document?.families.reduce((sum, one) => sum + one.items.length, 0) ?? 0
  const texts = page?.desk?.coverage.total ?? page?.document?.annex.length ?? 0
  return (
    <header className="cv-head">
      <h1>{t('title')}</h1>
      {page?.phase === 'working' && page.desk && (
        <p>
          {t('leadWorking', { count: texts })}{' '}
          {page.until && t('until', { day: dayAndMonth(i18n.language, page.until) })}
        </p>
      )}
      {page?.phase === 'published' && <p>{t('leadPublished', { count: items, texts })}</p>}
    </header>
  )
}

function Opened({ page }: { page: ConvergenceAnswer }) {
  const { t } = useTranslation('convergence')
  if (page.document) return <FinalDocument document={page.document} groups={page.groups} />
  if (page.desk) return <ConvergenceDesk desk={page.desk} page={page} Together={Together} />
  return (
    <Empty
      icon={GitMerge}
      title={t(page.phase === 'working' ? 'closed' : 'before')}
      action={
        <Link className="btn" to="/cycle">
          {t('toCycle')}
        </Link>
      }
    >
      {t(page.phase === 'working' ? 'closedText' : 'beforeText')}
    </Empty>
  )
}
