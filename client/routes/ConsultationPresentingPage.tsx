// `/consultation/presenting/:id`: the wall of an open videoconference, for whoever presents it.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { readPresenting } from '#client/features/consultation/consultationApi.ts'
import { Presenter } from '#client/features/consultation/Presenter.tsx'
import { consultationKey } from '#client/features/consultation/useConsultation.ts'
import { addConsultationTexts } from '#client/i18n/consultationTexts.ts'
import { refusedStatus } from '#client/live/api.ts'
import { ConsultationFrame } from '#client/routes/ConsultationFrame.tsx'
import { useTitle } from '#client/routes/useTitle.ts'
import '#client/features/consultation/consultation.css'

addConsultationTexts()

/** Milliseconds between two looks at what phones say. */
const every = 2_000

export function ConsultationPresentingPage() {
  const { t } = useTranslation('consultation')
  const { id = '' } = useParams()
  const query = useQuery({
    queryKey: [...consultationKey, 'presenting', id],
    queryFn: ({ signal }) => readPresenting(id, signal),
    refetchInterval: every,
  })
  useTitle(query.data?.title ?? t('keeper.present'))
  if (query.data)
    return (
      <main id="main" tabIndex={-1} data-region="main">
        <Presenter page={query.data} />
      </main>
    )
  const barred = [401, 403].includes(refusedStatus(query.error) ?? 0)
  return (
    <ConsultationFrame query={barred ? { ...query, isError: false, isPending: false } : query}>
      {barred && (
        <div className="empty">
          <h1>{t('presenting.notYours')}</h1>
          <p>{t('presenting.notYoursText')}</p>
          <Link className="btn primary" to="/consultation">
            {t('toList')}
          </Link>
        </div>
      )}
    </ConsultationFrame>
  )
}
