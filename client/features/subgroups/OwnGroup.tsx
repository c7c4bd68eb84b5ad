// One's own sub-group: with whom, where, how long, its call, help, and the way to another one.
import { DoorOpen, LayoutDashboard, LifeBuoy, List } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChooseGroup } from '#client/features/subgroups/ChooseGroup.tsx'
import { SubgroupCall } from '#client/features/subgroups/SubgroupCall.tsx'
import { SubgroupTime } from '#client/features/subgroups/SubgroupTime.tsx'
import { useSubgroupWays } from '#client/features/subgroups/subgroupWays.ts'
import { type ShownSubgroups, useSubgroupAsk } from '#client/features/subgroups/useSubgroups.ts'
import type { Seat } from '#shared/people/actor.ts'
import type { PlanView, SubgroupView } from '#shared/subgroups/subgroupsView.ts'

interface OwnGroupProps {
  readonly seat: Seat
  readonly group: SubgroupView
  readonly shown: ShownSubgroups
  readonly plan: PlanView
}

export function OwnGroup({ seat, group, shown, plan }: OwnGroupProps) {
  const { t, i18n } = useTranslation('subgroups')
  const others = group.seats.filter(({ id }) => id !== seat.id).map((one) => shown.memberOf(one).name)
  const runs = plan.status === 'running'
  const isApart = plan.kind === 'aparte'
  const isOne = shown.ownSeats.length === 1
  const names = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(others)
  return (
    <div className="subgroups-own">
      <div className="subgroups-group-head">
        <h2 aria-label={t('yoursLabel', { group: group.name })}>
          <span className="eyebrow">{isOne ? t('yours') : t('yoursFor', { name: seat.name })}</span>{' '}
          {group.name}
        </h2>
        {runs && <SubgroupTime endsAt={group.endsAt} />}
      </div>
      <p>{others.length > 0 ? t('with', { names }) : t('alone')}</p>
      {runs && <p className="soft">{t(isApart ? 'aparteHint' : 'groupsHint')}</p>}
      {runs && <Where group={group} isApart={isApart} />}
      {runs && group.callUrl && <SubgroupCall url={group.callUrl} />}
      {runs && <Help group={group} />}
      <Change seatId={seat.id} group={group} shown={shown} plan={plan} />
    </div>
  )
}

function Where({ group, isApart }: { group: SubgroupView; isApart: boolean }) {
  const { t } = useTranslation('subgroups')
  const ways = useSubgroupWays()
  const { frameId } = group
  if (isApart)
    return (
      <button type="button" className="btn primary" onClick={() => ways.enterAparte(group.id)}>
        <DoorOpen className="i" aria-hidden="true" />
        {t('toAparte')}
      </button>
    )
  if (!frameId) return null
  return (
    <div className="subgroups-acts">
      <button type="button" className="btn" onClick={() => ways.onFrame(frameId)}>
        <LayoutDashboard className="i" aria-hidden="true" />
        {t('toFrame')}
      </button>
      <button type="button" className="btn" onClick={() => ways.onFrameInList(frameId)}>
        <List className="i" aria-hidden="true" />
        {t('toList')}
      </button>
    </div>
  )
}

/** Once asked, the same place says so, and offers to take it back. */
export function Help({ group }: { group: SubgroupView }) {
  const { t } = useTranslation('subgroups')
  const ask = useSubgroupAsk()
  const asked = group.help !== null
  const act = asked ? 'subgroups.helped' : 'subgroups.askHelp'
  return (
    <div className="subgroups-own-help">
      {asked && (
        <p className="subgroups-help" role="status">
          <LifeBuoy className="i" aria-hidden="true" />
          {t('helpComes')}
        </p>
      )}
      <button type="button" className="btn" onClick={() => void ask(act, { groupId: group.id })}>
        {!asked && <LifeBuoy className="i" aria-hidden="true" />}
        {t(asked ? 'helpNotNeeded' : 'askHelp')}
      </button>
    </div>
  )
}

function Change({ seatId, group, shown, plan }: Omit<OwnGroupProps, 'seat'> & { seatId: string }) {
  const { t } = useTranslation('subgroups')
  const [open, setOpen] = useState(false)
  if (plan.groups.length < 2) return null
  // Others could read with one tap what was written apart from them.
  if (plan.kind === 'aparte' && plan.status === 'running') return <p className="soft">{t('changeAparte')}</p>
  return (
    <>
      <button type="button" className="btn quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('change')}
      </button>
      {open && (
        <ChooseGroup
          seatId={seatId}
          at={group.id}
          shown={shown}
          plan={plan}
          onChosen={() => setOpen(false)}
        />
      )}
    </>
  )
}
