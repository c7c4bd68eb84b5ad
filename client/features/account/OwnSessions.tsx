// Where one is signed in, and closing any of it.
import { LogOut, MonitorSmartphone } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { closeSession } from '#client/features/account/accountApi.ts'
import { accountProblem } from '#client/features/account/accountProblem.ts'
import { dayAt } from '#client/features/account/dayAt.ts'
import { showToast } from '#client/ui/toasts.tsx'
import type { OwnSession } from '#shared/account/account.ts'

export interface OwnSessionsProps {
  readonly sessions: readonly OwnSession[]
  readonly onChanged: () => void
  readonly onCloseAll: () => void
}

export function OwnSessions({ sessions, onChanged, onCloseAll }: OwnSessionsProps) {
  const { t, i18n } = useTranslation('account')
  const close = (id: string): void => {
    closeSession(id).then(
      () => {
        showToast({ text: t('me.closed') })
        onChanged()
      },
      (error: unknown) => showToast({ text: t(`problem.${accountProblem(error)}`), tone: 'problem' }),
    )
  }
  return (
    <section className="card pad account-part" aria-labelledby="own-sessions">
      <h2 id="own-sessions">{t('me.sessions')}</h2>
      <p className="sm soft">{t('me.sessionsHint')}</p>
      <ul className="account-lines">
        {sessions.map(({ id, here, device, seenAt }) => {
          const name = device || t('me.someDevice')
          return (
            <li key={id}>
              <MonitorSmartphone className="i" aria-hidden="true" />
              <span className="grow">
                <b>{name}</b>{' '}
                <span className="sm soft">
                  {here ? t('me.here') : seenAt > 0 && t('me.used', { when: dayAt(i18n.language, seenAt) })}
                </span>
              </span>
              {!here && (
                <button
                  type="button"
                  className="btn sm"
                  aria-label={t('me.closeLabel', { device: name })}
                  onClick={() => close(id)}
                >
                  {t('me.close')}
                </button>
              )}
            </li>
          )
        })}
      </ul>
      <button type="button" className="btn" data-act="close-all" onClick={onCloseAll}>
        <LogOut className="i" aria-hidden="true" />
        {t('me.closeAll')}
      </button>
    </section>
  )
}
