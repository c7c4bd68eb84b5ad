// One person of the list: name, roles, and what may be done.
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { dayWords } from '#client/features/admin/dayWords.ts'
import type { AdminPerson } from '#shared/account/admin.ts'

export interface PersonLineProps {
  readonly person: AdminPerson
  readonly onInvite: (person: AdminPerson) => void
  readonly onGive: (person: AdminPerson) => void
  readonly onTake: (person: AdminPerson, role: AdminPerson['roles'][number]) => void
}

export function PersonLine({ person, onInvite, onGive, onTake }: PersonLineProps) {
  const { t, i18n } = useTranslation(['admin', 'account'])
  const { accountId, name, email, demo, roles, sessions } = person
  const nameOf = ({ role, place }: AdminPerson['roles'][number]): string => {
    const called = t(`account:role.${role}`)
    return place === null ? called : t('account:roleIn', { role: called, place })
  }
  return (
    <li className="admin-person">
      <div className="grow">
        <b>{name}</b> {email && <span className="sm soft">{email}</span>}{' '}
        {accountId === null && <span className="chip line">{t('people.noAccount')}</span>}
        {demo && <span className="chip line">{t('people.demo')}</span>}
        {sessions > 0 && <span className="sm soft"> {t('people.connected', { count: sessions })}</span>}
        <ul className="admin-roles">
          {roles.map((role) => (
            <li key={role.id ?? `${role.role} ${role.scope}`} className="chip">
              {nameOf(role)}
              {role.until !== null && (
                <span className="soft">
                  {' '}
                  {t('account:roleUntil', { day: dayWords(i18n.language, role.until - 1) })}
                </span>
              )}
              {role.id !== null && (
                <button
                  type="button"
                  className="admin-take"
                  data-act="take-role"
                  aria-label={t('people.takeLabel', { name, role: nameOf(role) })}
                  onClick={() => onTake(person, role)}
                >
                  <X className="i" aria-hidden="true" />
                </button>
              )}
            </li>
          ))}
        </ul>
      </div>
      {accountId === null && (
        <button
          type="button"
          className="btn sm"
          aria-haspopup="dialog"
          aria-label={t('people.inviteLabel', { name })}
          onClick={() => onInvite(person)}
        >
          {t('people.invite')}
        </button>
      )}
      {accountId !== null && !demo && (
        <button
          type="button"
          className="btn sm"
          aria-haspopup="dialog"
          aria-label={t('people.giveLabel', { name })}
          onClick={() => onGive(person)}
        >
          {t('people.give')}
        </button>
      )}
    </li>
  )
}
