// An address that leads nowhere, and the way back.
import { Compass } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { PlainPage } from '#client/routes/PlainPage.tsx'
import { useTitle } from '#client/routes/useTitle.ts'

export function NotFoundPage() {
  const { t } = useTranslation('shell')
  useTitle(t('lost.title'))
  return (
    <PlainPage>
      <div className="empty">
        <Compass className="i" aria-hidden="true" />
        <h1>{t('lost.title')}</h1>
        <p>{t('lost.text')}</p>
        <Link className="btn primary" to="/">
          {t('lost.action')}
        </Link>
      </div>
    </PlainPage>
  )
}
