// A choice of sub-groups, with who is in each already.
import { useTranslation } from 'react-i18next'
import { type ShownSubgroups, useSubgroupAsk } from '#client/features/subgroups/useSubgroups.ts'
import { announce } from '#client/ui/announcer.tsx'
import type { PlanView } from '#shared/subgroups/subgroupsView.ts'

export interface ChooseGroupProps {
  readonly seatId: string
  /** The sub-group that is left. */
  readonly at: string | null
  readonly shown: ShownSubgroups
  readonly plan: PlanView
  readonly onChosen?: () => void
}

export function ChooseGroup({ seatId, at, shown, plan, onChosen }: ChooseGroupProps) {
  const { t } = useTranslation('subgroups')
  const ask = useSubgroupAsk()
  const choose = async (to: string, group: string): Promise<void> => {
    if (!(await ask('subgroups.choose', { seatId, to }))) return
    announce(t('chosenSaid', { group }))
    onChosen?.()
  }
  return (
    <ul className="subgroups-choices">
      {plan.groups
        .filter(({ id }) => id !== at)
        .map(({ id, name, seats }) => (
          <li key={id}>
            <button type="button" className="subgroups-choice" onClick={() => void choose(id, name)}>
              <b>{name}</b>
              <small>{seats.map((seat) => shown.memberOf(seat).name).join(', ') || t('empty')}</small>
            </button>
          </li>
        ))}
    </ul>
  )
}
