// The band across an aparté: who reads what is written here, with whom, how long, and the way back. It lives on the parent room's line.
import { ArrowLeft, Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Help } from '#client/features/subgroups/OwnGroup.tsx'
import { SubgroupCall } from '#client/features/subgroups/SubgroupCall.tsx'
import { SubgroupsVoice } from '#client/features/subgroups/SubgroupsVoice.tsx'
import { SubgroupTime } from '#client/features/subgroups/SubgroupTime.tsx'
import { useSubgroups } from '#client/features/subgroups/useSubgroups.ts'
import { Bold } from '#client/ui/Bold.tsx'
import '#client/features/subgroups/subgroups.css'

export interface AparteBandProps {
  readonly groupId: string
  /** The frame on the parent's board where what was written came back. */
  readonly onBack: (frameId: string | null) => void
}

/** In words up to ten, as people say it. */
const numberWord = (t: (key: string) => string, n: number): string =>
  n >= 2 && n <= 10 ? t(`numbers.${n}`) : String(n)

export function AparteBand({ groupId, onBack }: AparteBandProps) {
  const { t, i18n } = useTranslation('subgroups')
  const shown = useSubgroups()
  if (!shown) return null
  const { plan, last } = shown.view
  const group = plan?.groups.find(({ id }) => id === groupId)
  const past = last?.groups.find(({ id }) => id === groupId)
  const names = group?.seats.map((seat) => shown.memberOf(seat).name) ?? []
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(names)
  const isCalled = group !== undefined && plan?.calledBackAt != null
  const words = group?.mine
    ? t('aparteBand', { group: group.name, count: names.length, number: numberWord(t, names.length) })
    : t(past?.mine ? 'aparteEnded' : 'aparteLeft')
  return (
    <section className={`subgroups-aparte ${isCalled || !group ? 'called' : ''}`} aria-label={t('aparte')}>
      <Lock className="i" aria-hidden="true" />
      <div className="grow">
        <p>
          <Bold text={words} />
        </p>
        {group?.mine && <p className="soft">{list}</p>}
        {isCalled && (
          <p className="subgroups-called">
            <Bold text={t('calledBack')} />
          </p>
        )}
      </div>
      {group?.mine && <SubgroupTime endsAt={group.endsAt} />}
      {group?.mine && group.callUrl && <SubgroupCall url={group.callUrl} />}
      {group?.mine && <Help group={group} />}
      <button
        type="button"
        className={`btn ${isCalled || !group ? 'primary' : ''}`}
        onClick={() => onBack(past?.frameId ?? null)}
      >
        <ArrowLeft className="i" aria-hidden="true" />
        {t('back')}
      </button>
      <SubgroupsVoice />
    </section>
  )
}
