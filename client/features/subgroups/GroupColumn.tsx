// One sub-group while it is made: its name, its people, and a place to drop somebody.
import { X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PersonChip } from '#client/features/subgroups/PersonChip.tsx'
import { type Member, useSubgroupAsk } from '#client/features/subgroups/useSubgroups.ts'
import { longestName } from '#shared/subgroups/subgroupsState.ts'
import type { PlanView, SubgroupView } from '#shared/subgroups/subgroupsView.ts'

export interface GroupColumnProps {
  readonly plan: PlanView
  /** Null for those without a place. */
  readonly group: SubgroupView | null
  readonly number?: number
  readonly members: readonly Member[]
  readonly everybody: readonly Member[]
  readonly onMove: (member: Member, to: string | null) => Promise<void>
}

export function GroupColumn({ plan, group, number = 0, members, everybody, onMove }: GroupColumnProps) {
  const { t } = useTranslation('subgroups')
  const ask = useSubgroupAsk()
  const [over, setOver] = useState(false)
  const name = group?.name ?? t('without')
  const removable = group !== null && plan.status === 'preparing' && plan.groups.length > 1
  return (
    <section
      className={`subgroups-column ${group ? '' : 'without'} ${over ? 'over' : ''}`}
      aria-label={name}
      data-group={group?.id ?? ''}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        const to = event.relatedTarget
        if (!(to instanceof Node && event.currentTarget.contains(to))) setOver(false)
      }}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const seatId = event.dataTransfer.getData('text/plain')
        const dropped = everybody.find((one) => one.seatId === seatId)
        if (dropped && !members.includes(dropped)) void onMove(dropped, group?.id ?? null)
      }}
    >
      <header>
        {group ? (
          <NameField key={group.name} group={group} label={t('nameLabel', { n: number })} />
        ) : (
          <h3>{name}</h3>
        )}
        <span className="subgroups-n num">{t('people', { count: members.length })}</span>
        {removable && (
          <button
            type="button"
            className="btn quiet icon"
            title={t('remove')}
            aria-label={t('removeLabel', { group: name })}
            onClick={() => void ask('subgroups.removeGroup', { groupId: group.id })}
          >
            <X className="i" aria-hidden="true" />
          </button>
        )}
      </header>
      <ul>
        {members.map((member) => (
          <PersonChip
            key={member.seatId}
            member={member}
            plan={plan}
            at={group?.id ?? null}
            onMove={(to) => void onMove(member, to)}
          />
        ))}
      </ul>
      {members.length === 0 && <p className="subgroups-empty">{t(group ? 'empty' : 'withoutEmpty')}</p>}
    </section>
  )
}

/** A new name is sent when the field is left or Enter is pressed; an emptied field goes back to the name. */
function NameField({ group, label }: { group: SubgroupView; label: string }) {
  const ask = useSubgroupAsk()
  const [typed, setTyped] = useState(group.name)
  const send = (): void => {
    const name = typed.trim()
    if (name && name !== group.name) void ask('subgroups.rename', { groupId: group.id, name })
    else setTyped(group.name)
  }
  return (
    <input
      className="subgroups-name"
      aria-label={label}
      value={typed}
      maxLength={longestName}
      autoComplete="off"
      onChange={(event) => setTyped(event.target.value)}
      onBlur={send}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return
        event.preventDefault()
        event.currentTarget.blur()
      }}
    />
  )
}
