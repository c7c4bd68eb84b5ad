// Invitations that wait, and what became of the others.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { revokeInvitation } from '#client/features/admin/adminApi.ts'
import { dayWords } from '#client/features/admin/dayWords.ts'
import { sayProblem } from '#client/features/admin/sayProblem.ts'
import { showToast } from '#client/ui/toasts.tsx'
import type { AdminInvitation } from '#shared/account/admin.ts'

export function InvitationsList({ invitations }: { invitations: readonly AdminInvitation[] }) {
  const { t, i18n } = useTranslation(['admin', 'account'])
  const client = useQueryClient()
  const revoking = useMutation({
    mutationFn: revokeInvitation,
    onSuccess: () => {
      showToast({ text: t('invitation.revoked') })
      return client.invalidateQueries({ queryKey: ['admin'] })
    },
    onError: sayProblem,
  })
  return (
    <section aria-labelledby="admin-invitations">
      <h2 id="admin-invitations">{t('invitation.title')}</h2>
      {invitations.length === 0 && <p className="soft">{t('invitation.none')}</p>}
      <ul className="card admin-lines">
        {invitations.map(({ id, name, email, roles, state, expiresAt }) => (
          <li key={id} className="admin-person">
            <div className="grow">
              <b>{name || t('acts.gone')}</b> {email && <span className="sm soft">{email}</span>}{' '}
              <span className={`chip ${state === 'used' ? 'ok' : 'line'}`}>
                {t(`invitation.state.${state}`)}
              </span>
              <p className="sm soft">
                {roles
                  .map(({ role, place }) => [t(`account:role.${role}`), place].filter(Boolean).join(', '))
                  .join(' ; ')}
                {state === 'waiting' &&
                  ` — ${t('invitation.until', { day: dayWords(i18n.language, expiresAt) })}`}
              </p>
            </div>
            {state === 'waiting' && (
              <button
                type="button"
                className="btn sm"
                aria-label={t('invitation.revokeLabel', { name })}
                onClick={() => revoking.mutate(id)}
              >
                {t('invitation.revoke')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
