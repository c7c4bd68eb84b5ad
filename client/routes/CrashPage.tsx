// The last resort: a page that stopped, and what is safe.
import { useTranslation } from 'react-i18next'
import { useRouteError } from 'react-router'
import { PlainPage } from '#client/routes/PlainPage.tsx'

export function CrashPage() {
  const { t } = useTranslation('shell')
  const error = useRouteError()
  return (
    <PlainPage>
      <div className="empty" role="alert">
        <h1>{t('crash.title')}</h1>
        <p>{t('crash.safe')}</p>
        <button type="button" className="btn primary" onClick={() => location.reload()}>
          {t('crash.action')}
        </button>
        <p className="xs muted">{error instanceof Error ? error.message : ''}</p>
      </div>
    </PlainPage>
  )
}
