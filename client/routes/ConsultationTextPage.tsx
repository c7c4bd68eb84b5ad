// `/consultation/:id`: one published text, summary first; what one feels of it, what others do, and what its group makes of it.
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { Comments } from '#client/features/consultation/Comments.tsx'
import { FeelingForm } from '#client/features/consultation/FeelingForm.tsx'
import { GroupDecision, KeptLines } from '#client/features/consultation/GroupDecision.tsx'
import { MeetingCard } from '#client/features/consultation/MeetingCard.tsx'
import { Questions } from '#client/features/consultation/Questions.tsx'
import { Distribution, Splits } from '#client/features/consultation/Results.tsx'
import { Context, WrittenBy } from '#client/features/consultation/TextAside.tsx'
import { TextBody, Unreviewed, Versions } from '#client/features/consultation/TextBody.tsx'
import { useText } from '#client/features/consultation/useConsultation.ts'
import { LibraryGlossary } from '#client/features/library/LibraryGlossary.tsx'
import { addConsultationTexts } from '#client/i18n/consultationTexts.ts'
import { ConsultationFrame } from '#client/routes/ConsultationFrame.tsx'
import { useTitle } from '#client/routes/useTitle.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { dayAndMonth, wholeDay } from '#client/ui/dates.ts'
import { GlossedText } from '#client/ui/GlossedText.tsx'
import { Unbroken } from '#client/ui/Unbroken.tsx'
import type { TextAnswer } from '#shared/consultation/consultationAnswers.ts'
import '#client/features/consultation/consultation.css'

addConsultationTexts()

export function ConsultationTextPage() {
  const { t } = useTranslation('consultation')
  const { id = '' } = useParams()
  const query = useText(id)
  useTitle(query.data?.text.title ?? t('title'))
  return (
    <ConsultationFrame query={query}>
      <LibraryGlossary>{query.data && <Opened key={query.data.text.id} page={query.data} />}</LibraryGlossary>
    </ConsultationFrame>
  )
}

function Opened({ page }: { page: TextAnswer }) {
  const { t } = useTranslation('consultation')
  const coming = page.presentations.filter(
    ({ cancelled, themeIds, when }) =>
      when === 'coming' && !cancelled && (themeIds.length === 0 || themeIds.includes(page.text.themeId)),
  )
  const next = coming.find(({ liveCode }) => liveCode !== null) ?? coming[0]
  return (
    <div className="co-grid">
      <div className="co-main-column">
        <Head page={page} />
        <div>
          <Unreviewed page={page} />
          <TextBody page={page} />
          <Versions page={page} />
        </div>
        {page.mayDecide && page.days.status !== 'before' && <GroupDecision page={page} />}
        {page.kept.length > 0 && <KeptLines page={page} />}
        <Feeling page={page} />
        <Comments page={page} />
        <Questions page={page} />
        <nav className="co-pager" aria-label={t('nav.texts')}>
          {page.before !== null && (
            <Link className="btn" to={`/consultation/${encodeURIComponent(page.before)}`}>
              <ChevronLeft className="i" aria-hidden="true" />
              {t('previous')}
            </Link>
          )}
          {page.after !== null && (
            <Link className="btn" to={`/consultation/${encodeURIComponent(page.after)}`}>
              {t('next')}
              <ChevronRight className="i" aria-hidden="true" />
            </Link>
          )}
        </nav>
      </div>
      <div className="co-aside">
        {next && <MeetingCard one={next} language={page.language} signedIn={page.you.signedIn} />}
        <WrittenBy page={page} />
        <Context page={page} />
        <Splits results={page.results} entities={page.entities} groups={page.groups} />
      </div>
    </div>
  )
}

function Head({ page }: { page: TextAnswer }) {
  const { t } = useTranslation('consultation')
  const theme = page.themes.find(({ id }) => id === page.text.themeId)
  return (
    <header>
      <div className="row wrap">
        <span className="chip brand">{t('place', { place: page.place, of: page.of })}</span>
        {page.version > 1 && <span className="chip line">{t('version', { count: page.version })}</span>}
        {theme && (
          <Link
            className="sm"
            lang={page.language}
            to={`/consultation?theme=${encodeURIComponent(theme.id)}`}
          >
            {theme.title}
          </Link>
        )}
      </div>
      <h1 lang={page.language}>
        <Unbroken text={page.text.title} />
      </h1>
      <p className="co-lead" lang={page.language}>
        <GlossedText text={page.text.summary} lang={page.language} />
      </p>
    </header>
  )
}

function Feeling({ page }: { page: TextAnswer }) {
  const { t, i18n } = useTranslation('consultation')
  const { closesOn, status } = page.days
  const { feelings, total } = page.results
  const count = total === 0 ? t('feltNone') : t('felt', { count: total })
  const until =
    status === 'open' && closesOn !== null ? t('until', { day: dayAndMonth(i18n.language, closesOn) }) : ''
  return (
    <section aria-labelledby="co-yours">
      <div className="row between wrap">
        <h2 id="co-yours">{t(status === 'open' ? 'yours' : 'wasFelt')}</h2>
        <span className="sm soft" data-total={total}>
          {[count, until].filter(Boolean).join(', ')}
        </span>
      </div>
      {status === 'open' ? (
        <FeelingForm
          {...{ textId: page.text.id, version: page.version, counts: feelings, own: page.own }}
          {...{ entities: page.entities, groups: page.groups }}
        />
      ) : (
        <>
          <Distribution counts={feelings} />
          <Banner tone="info">
            <b>{t('closed', { day: wholeDay(i18n.language, closesOn ?? page.today) })}</b> {t('closedText')}
          </Banner>
        </>
      )}
    </section>
  )
}
