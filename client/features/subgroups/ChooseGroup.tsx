// A choice of sub-groups, with who is in each already.
import { useTranslation } from 'react-i18next'
import { type ShownSubgroups, useSubgroupAsk } from '#client/features/subgroups/useSubgroups.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { announce } from '#client/ui/announcer.tsx'
import type { PlanView, SubgroupView } from '#shared/subgroups/subgroupsView.ts'

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
  const { you } = useLiveRoom().join
  const ask = useSubgroupAsk()
  const choose = async (to: string, group: string): Promise<void> => {
    if (!(await ask('subgroups.choose', { seatId, to }))) return
    announce(t('chosenSaid', { group }))
    onChosen?.()
  }
  return (
    <ul className="subgroups-choices">
      {plan.groups
        .filter((group) => group.id !== at && mayChoose(plan, group, you.groupId))
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

/** [U12] A group of a joint room that is apart is no choice for the others. */
export const mayChoose = (
  { kind, status }: PlanView,
  { antennaId }: SubgroupView,
  groupId: string | null,
): boolean => status !== 'running' || kind !== 'aparte' || antennaId === null || antennaId === groupId
