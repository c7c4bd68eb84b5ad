// Two inks printed over each other: the square is the room, the circle is the distance, and the groups lend their inks.
import { useTranslation } from 'react-i18next'
import { wearStyle } from '#client/ui/wear.ts'
import type { HomeSession } from '#shared/home/home.ts'

export function Overprint({ session }: { session: HomeSession }) {
  const { t } = useTranslation('home')
  const first = session.groups[0]
  const second = session.groups[1] ?? first
  const { room, remote } = session.present
  const counted = room + remote > 0
  return (
    <div className="overprint" aria-hidden="true">
      <div className="op-square a" style={first ? wearStyle(first.wear) : {}}>
        <b>{counted ? room : first?.wear.initials}</b>
        <span>{counted ? t('inRoom') : first?.place}</span>
      </div>
      <div
        className={`op-circle a ${second === first ? 'same' : ''}`}
        style={second ? wearStyle(second.wear) : {}}
      >
        {counted ? (
          <>
            <b>{remote}</b>
            <span>{t('atDistance')}</span>
          </>
        ) : (
          second !== first && (
            <>
              <b>{second?.wear.initials}</b>
              <span>{second?.place}</span>
            </>
          )
        )}
      </div>
    </div>
  )
}
