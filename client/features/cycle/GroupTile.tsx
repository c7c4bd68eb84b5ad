// One group in the list: where it meets, how far it is, and the way to its page.
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Antenna } from '#client/ui/Antenna.tsx'
import { wearStyle } from '#client/ui/wear.ts'
import type { CycleGroup } from '#shared/cyclePage/cycleAnswers.ts'

/** More segments than these are no longer seen one by one. */
const mostSegments = 24

export function GroupTile({ group, theme }: { group: CycleGroup; theme?: string }) {
  const { t } = useTranslation('cycle')
  const { handedOver, live, sessionsHeld: held, sessionsPlanned: planned, texts } = group
  return (
    <Link className="cy-group a" style={wearStyle(group.wear)} to={`/g/${encodeURIComponent(group.code)}`}>
      <Antenna
        wear={group.wear}
        place={group.place}
        {...(theme === undefined ? {} : { size: 'mini' as const })}
      />
      {theme !== undefined && <span className="cy-theme">{theme}</span>}
      <Segments held={held} planned={planned} live={live} />
      <span className="cy-line">
        <span aria-hidden="true">{t('sessionsOf', { held, planned })}, </span>
        <span className="sr">, {t('sessionsOfLong', { count: held, held, planned })}, </span>
        {t('textCount', { count: texts })}
      </span>
      {(live || handedOver || group.openedSince) && (
        <span className="row wrap cy-chips">
          {live && <span className="chip now">{t('live')}</span>}
          {group.openedSince && <span className="chip info">{t('openOnline')}</span>}
          {handedOver && (
            <span className="chip line">{t(handedOver.note ? 'noteHanded' : 'listHanded')}</span>
          )}
        </span>
      )}
    </Link>
  )
}

function Segments({ held, live, planned }: { held: number; planned: number; live: boolean }) {
  if (planned < 1 || planned > mostSegments) return null
  return (
    <span className="segs" aria-hidden="true">
      {Array.from({ length: planned }, (_, at) => (
        <i key={`${at}-${planned}`} className={live && at === held ? 'c' : at < held ? 'd' : ''} />
      ))}
    </span>
  )
}
