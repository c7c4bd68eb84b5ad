// What a person does and sees while sub-groups work: their own one, the choice of one, and for facilitators all of them.
import { useTranslation } from 'react-i18next'
import { ChooseGroup, mayChoose } from '#client/features/subgroups/ChooseGroup.tsx'
import { OwnGroup } from '#client/features/subgroups/OwnGroup.tsx'
import { RunningGroups } from '#client/features/subgroups/RunningGroups.tsx'
import { type ShownSubgroups, useSubgroups } from '#client/features/subgroups/useSubgroups.ts'
import { WhoIsWhere } from '#client/features/subgroups/WhoIsWhere.tsx'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import type { Seat } from '#shared/people/actor.ts'
import type { PlanView } from '#shared/subgroups/subgroupsView.ts'
import '#client/features/subgroups/subgroups.css'

/** Null while nothing runs. `compact`: a phone's one screen. */
export function SubgroupsNow({ compact = false }: { compact?: boolean }) {
  const { t } = useTranslation('subgroups')
  const shown = useSubgroups()
  const plan = shown?.plan
  if (!shown || !plan || !isShown(plan)) return null
  const { leads, ownSeats } = shown
  // Whoever leads may well stay outside: they are asked nothing.
  const seats = leads ? ownSeats.filter(({ id }) => shown.groupOf(id)) : ownSeats
  return (
    <section className={`subgroups-now ${compact ? 'compact' : ''}`} aria-label={t('title')}>
      {seats.length === 0 && !leads && (
        <>
          <h2>{t('title')}</h2>
          <p className="soft">{t(plan.status === 'running' ? 'watching' : 'preparing')}</p>
          <WhoIsWhere shown={shown} plan={plan} />
        </>
      )}
      {leads && plan.status === 'running' && (
        <>
          <h2>{t('titleRunning')}</h2>
          <RunningGroups shown={shown} plan={plan} />
        </>
      )}
      {seats.map((seat) => (
        <OwnPlace key={seat.id} seat={seat} shown={shown} plan={plan} />
      ))}
    </section>
  )
}

/** While it is prepared, people have something to do only where they choose themselves. */
const isShown = ({ status, method }: PlanView): boolean => status === 'running' || method === 'theme'

interface OwnPlaceProps {
  readonly seat: Seat
  readonly shown: ShownSubgroups
  readonly plan: PlanView
}

function OwnPlace({ seat, shown, plan }: OwnPlaceProps) {
  const { t } = useTranslation('subgroups')
  const group = shown.groupOf(seat.id)
  const isOne = shown.ownSeats.length === 1
  const { you } = useLiveRoom().join
  if (group) return <OwnGroup seat={seat} group={group} shown={shown} plan={plan} />
  // Another group is apart: nothing is asked of those who stay.
  if (!plan.groups.some((one) => mayChoose(plan, one, you.groupId)))
    return <WhoIsWhere shown={shown} plan={plan} />
  return (
    <div className="subgroups-own">
      <h2>{isOne ? t('choose') : t('chooseFor', { name: seat.name })}</h2>
      <ChooseGroup seatId={seat.id} at={null} shown={shown} plan={plan} />
    </div>
  )
}
