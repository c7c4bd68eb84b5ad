// A page with one thing on it: the mark, and a card in the middle.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Mark } from '#client/ui/Logo.tsx'

export function PlainPage({ children, above }: { children: ReactNode; above?: ReactNode }) {
  const { t } = useTranslation('shell')
  return (
    <div className="plain">
      <a className="skip" href="#main">
        {t('skipToContent')}
      </a>
      <header className="plain-top" data-region="header">
        <Link className="logo" to="/" aria-label={t('homeLabel')}>
          <Mark />
          <span>{t('name')}</span>
        </Link>
      </header>
      <main className="plain-main" id="main" tabIndex={-1} data-region="main">
        {above}
        {children}
      </main>
    </div>
  )
}
