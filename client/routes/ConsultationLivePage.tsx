// `/consultation/live/:code`: a phone in the hall or the call, which follows what is being presented.
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { LivePhone, useLive } from '#client/features/consultation/LivePhone.tsx'
import { addConsultationTexts } from '#client/i18n/consultationTexts.ts'
import { refusedStatus } from '#client/live/api.ts'
import { ConsultationFrame } from '#client/routes/ConsultationFrame.tsx'
import { useTitle } from '#client/routes/useTitle.ts'
import '#client/features/consultation/consultation.css'

addConsultationTexts()

export function ConsultationLivePage() {
  const { t } = useTranslation('consultation')
  const { code = '' } = useParams()
  const live = useLive(code)
  useTitle(live.data?.title ?? t('live.title'))
  const over = refusedStatus(live.error) === 404
  return (
    <ConsultationFrame
      className="co-live"
      query={over ? { ...live, isError: false, isPending: false } : live}
    >
      {over ? (
        <div className="empty">
          <h1>{t('live.over')}</h1>
          <p>{t('live.overText')}</p>
          <Link className="btn primary" to="/consultation">
            {t('toList')}
          </Link>
        </div>
      ) : (
        live.data && <LivePhone code={code} live={live.data} />
      )}
    </ConsultationFrame>
  )
}
