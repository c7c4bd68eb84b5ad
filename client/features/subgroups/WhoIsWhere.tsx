// Who is in which sub-group, to be read.
import { useTranslation } from 'react-i18next'
import { SubgroupTime } from '#client/features/subgroups/SubgroupTime.tsx'
import type { ShownSubgroups } from '#client/features/subgroups/useSubgroups.ts'
import type { PlanView } from '#shared/subgroups/subgroupsView.ts'

export function WhoIsWhere({ shown, plan }: { shown: ShownSubgroups; plan: PlanView }) {
  const { t } = useTranslation('subgroups')
  return (
    <ul className="subgroups-who">
      {plan.groups.map(({ id, name, seats, endsAt }) => (
        <li key={id}>
          <b>{name}</b> {plan.status === 'running' && <SubgroupTime endsAt={endsAt} />}
          <p>{seats.map((seat) => shown.memberOf(seat).name).join(', ') || t('empty')}</p>
        </li>
      ))}
    </ul>
  )
}
