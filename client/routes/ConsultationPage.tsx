// `/consultation`: every published text, what was felt of all of them, and the open videoconferences. No account is needed.
import { CalendarClock } from 'lucide-react'
import { Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useSearchParams } from 'react-router'
import { KeeperPanel } from '#client/features/consultation/KeeperPanel.tsx'
import { Meetings } from '#client/features/consultation/Meetings.tsx'
import { Distribution, Splits } from '#client/features/consultation/Results.tsx'
import { TextList } from '#client/features/consultation/TextList.tsx'
import { useConsultation } from '#client/features/consultation/useConsultation.ts'
import { addConsultationTexts } from '#client/i18n/consultationTexts.ts'
import { ConsultationFrame } from '#client/routes/ConsultationFrame.tsx'
import { useTitle } from '#client/routes/useTitle.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { dayAndMonth, wholeDay } from '#client/ui/dates.ts'
import { lazyView } from '#client/ui/lazyView.tsx'
import type { ConsultationAnswer } from '#shared/consultation/consultationAnswers.ts'
import type { TextFilter } from '#shared/consultation/filterTexts.ts'
import '#client/features/consultation/consultation.css'

addConsultationTexts()

const ExportButton = lazyView(async () => (await import('#client/routes/ExportPart.tsx')).ExportButton)
/** Public, as the page is. */
const documentSubject = [{ content: 'document' }] as const

export function ConsultationPage() {
  const { t } = useTranslation('consultation')
  const query = useConsultation()
  useTitle(t('title'))
  return <ConsultationFrame query={query}>{query.data && <Opened page={query.data} />}</ConsultationFrame>
}

function useFilter(): [TextFilter, (filter: TextFilter) => void] {
  const [search, setSearch] = useSearchParams()
  const filter: TextFilter = {
    ...{ words: (search.get('q') ?? '').slice(0, 80), themeId: search.get('theme') ?? '' },
    mine: search.has('mine'),
  }
  const change = ({ mine, themeId, words }: TextFilter): void => {
    const next = new URLSearchParams()
    if (words !== '') next.set('q', words)
    if (themeId !== '') next.set('theme', themeId)
    if (mine) next.set('mine', '1')
    setSearch(next, { replace: true })
  }
  return [filter, change]
}

function Opened({ page }: { page: ConsultationAnswer }) {
  const { t } = useTranslation('consultation')
  const [filter, onFilter] = useFilter()
  useHashTarget()
  if (page.days.status === 'before')
    return (
      <div className={page.you.keeps ? 'co-grid' : ''}>
        <Before page={page} />
        {page.you.keeps && <KeeperPanel page={page} />}
      </div>
    )
  return (
    <>
      <Head page={page} />
      <div className="co-grid">
        <TextList {...{ page, filter, onFilter }} />
        <div className="co-aside">
          {page.you.keeps && <KeeperPanel page={page} />}
          <Meetings page={page} />
          <section className="card pad" aria-labelledby="co-all">
            <h2 className="co-h3" id="co-all">
              {t('all.title')}
            </h2>
            <p className="sm soft" data-total={page.results.total}>
              {page.results.total === 0 ? t('feltNone') : t('felt', { count: page.results.total })}
            </p>
            <Distribution counts={page.results.feelings} />
            <Splits results={page.results} entities={page.entities} groups={page.groups} />
          </section>
        </div>
      </div>
    </>
  )
}

/** What the address points at is there only once the page has been read. */
function useHashTarget(): void {
  const { hash } = useLocation()
  useEffect(() => {
    if (hash !== '') document.getElementById(hash.slice(1))?.scrollIntoView()
  }, [hash])
}

function Head({ page }: { page: ConsultationAnswer }) {
  const { t, i18n } = useTranslation('consultation')
  const { closesOn, status } = page.days
  return (
    <header className="co-wide">
      <h1>{t('head', { count: page.texts.length })}</h1>
      {status === 'open' ? (
        <p className="co-lead">
          {t('lead')}{' '}
          {closesOn !== null && (
            <b className="nowrap">{t('leadUntil', { day: dayAndMonth(i18n.language, closesOn) })}</b>
          )}
        </p>
      ) : (
        <Banner tone="info">
          <b>{t('closed', { day: wholeDay(i18n.language, closesOn ?? page.today) })}</b> {t('closedText')}
        </Banner>
      )}
      <Suspense>
        <div className="row">
          <ExportButton subjects={documentSubject} />
        </div>
      </Suspense>
    </header>
  )
}

function Before({ page }: { page: ConsultationAnswer }) {
  const { t, i18n } = useTranslation('consultation')
  const { opensOn } = page.days
  return (
    <div className="empty">
      <CalendarClock className="i" aria-hidden="true" />
      <h1>{t('before')}</h1>
      <p>
        {opensOn !== null && opensOn >= page.today
          ? t('beforeOn', { day: wholeDay(i18n.language, opensOn) })
          : t('beforeNoDay')}
      </p>
    </div>
  )
}
