// Columns of people: dragged, tapped or moved by a menu; who waits without a place stands first.
import { Plus } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { GroupColumn } from '#client/features/subgroups/GroupColumn.tsx'
import { type Member, type ShownSubgroups, useSubgroupAsk } from '#client/features/subgroups/useSubgroups.ts'
import { announce } from '#client/ui/announcer.tsx'
import { mostGroups } from '#shared/subgroups/subgroupsState.ts'
import type { PlanView } from '#shared/subgroups/subgroupsView.ts'

export interface PlanColumnsProps {
  readonly shown: ShownSubgroups
  readonly plan: PlanView
}

export function PlanColumns({ shown, plan }: PlanColumnsProps) {
  const { t } = useTranslation('subgroups')
  const ask = useSubgroupAsk()
  const part = useRef<HTMLDivElement>(null)
  const focusOn = useRef<{ readonly seatId: string; readonly to: string | null } | null>(null)
  useEffect(() => {
    // The person was drawn anew in the new column: the focus goes along, once it stands there.
    const wanted = focusOn.current
    if (!wanted) return
    const column = part.current?.querySelector(`[data-group="${CSS.escape(wanted.to ?? '')}"]`)
    const button = column?.querySelector<HTMLElement>(`[data-seat="${CSS.escape(wanted.seatId)}"]`)
    if (!button) return
    button.focus()
    focusOn.current = null
  })
  const move = async (member: Member, to: string | null): Promise<void> => {
    focusOn.current = { seatId: member.seatId, to }
    if (!(await ask('subgroups.move', { seatId: member.seatId, to }))) {
      focusOn.current = null
      return
    }
    const group = plan.groups.find(({ id }) => id === to)?.name ?? t('without')
    announce(t('movedSaid', { name: member.name, group }))
  }
  const everybody = [...shown.without, ...plan.groups.flatMap(({ seats }) => seats.map(shown.memberOf))]
  const shared = { plan, onMove: move, everybody }
  const prepares = plan.status === 'preparing'
  return (
    <div className="subgroups-columns" ref={part}>
      <GroupColumn group={null} members={shown.without} {...shared} />
      {plan.groups.map((group, at) => (
        <GroupColumn
          key={group.id}
          group={group}
          number={at + 1}
          members={group.seats.map(shown.memberOf)}
          {...shared}
        />
      ))}
      {prepares && plan.groups.length < mostGroups && (
        <button
          type="button"
          className="btn subgroups-add"
          onClick={() =>
            void ask('subgroups.addGroup', { name: t('numbered', { n: plan.groups.length + 1 }) })
          }
        >
          <Plus className="i" aria-hidden="true" />
          {t('add')}
        </button>
      )}
    </div>
  )
}
