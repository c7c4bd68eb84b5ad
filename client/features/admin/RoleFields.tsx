// Which role, and for which group or board.
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { PeopleAnswer } from '#shared/account/admin.ts'
import { type Role, type RoleInScope, roles, scopeKindOf } from '#shared/people/roles.ts'

export interface RoleFieldsProps {
  readonly around: Pick<PeopleAnswer, 'groups' | 'boards' | 'mayGiveAll'>
  readonly value: RoleInScope
  readonly onChange: (role: RoleInScope) => void
}

export function RoleFields({ around, value, onChange }: RoleFieldsProps) {
  const { t } = useTranslation(['admin', 'account'])
  const id = useId()
  const kind = scopeKindOf(value.role)
  const places = kind === 'group' ? around.groups : around.boards
  const offered = roles.filter((role) => around.mayGiveAll || scopeKindOf(role) === 'group')
  const choose = (role: Role): void => onChange({ role, scope: firstScope(around, role) })
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}-role`}>{t('invitation.role')}</label>
        <select
          id={`${id}-role`}
          className="input"
          value={value.role}
          onChange={(event) => {
            const role = offered.find((one) => one === event.target.value)
            if (role) choose(role)
          }}
        >
          {offered.map((role) => (
            <option key={role} value={role}>
              {t(`account:role.${role}`)}
            </option>
          ))}
        </select>
      </div>
      {kind !== 'whole' && (
        <div className="field">
          <label htmlFor={`${id}-scope`}>
            {t(kind === 'group' ? 'invitation.group' : 'invitation.board')}
          </label>
          <select
            id={`${id}-scope`}
            className="input"
            value={value.scope ?? ''}
            onChange={(event) => onChange({ ...value, scope: event.target.value })}
          >
            {places.map((place) => (
              <option key={place.id} value={place.id}>
                {place.name}
              </option>
            ))}
          </select>
        </div>
      )}
    </>
  )
}

/** A role needs a place from the first moment on. */
export function firstScope(around: RoleFieldsProps['around'], role: Role): string | null {
  const kind = scopeKindOf(role)
  if (kind === 'whole') return null
  return (kind === 'group' ? around.groups : around.boards)[0]?.id ?? null
}
