// A role with what it is for: « Animation, Groupe de Nantes ».
import { useTranslation } from 'react-i18next'
import type { NamedRole } from '#shared/account/account.ts'

export function RoleName({ role }: { role: NamedRole }) {
  const { t } = useTranslation('account')
  const name = t(`role.${role.role}`)
  return <>{role.place === null ? name : t('roleIn', { role: name, place: role.place })}</>
}
