// Who worked where: the antennas on a schematic map, each with its groups, and the groups that met online.
import { useTranslation } from 'react-i18next'
import { SlideEyebrow } from '#client/features/assembly/SlideEyebrow.tsx'
import { Antenna } from '#client/ui/Antenna.tsx'
import { MapLand } from '#client/ui/MapLand.tsx'
import type { Deck, DeckAntenna } from '#shared/assembly/deck.ts'
import { type AntennaMap, layMaps, type MapPoint } from '#shared/cyclePage/layMap.ts'
import type { RoomGroup } from '#shared/room/join.ts'

/** Pixels of the smallest wall; a larger one draws the same map larger. Badges are read from the last seat. */
const size = { width: 520, tallest: 500, shortest: 220, badge: { width: 80, height: 40 } }

export function MapSlide({ deck }: { deck: Deck }) {
  const { t } = useTranslation('assembly')
  // An antenna without a group of this cycle stays a dot: it is on the map, and nobody is said to have worked there.
  const placed = deck.antennas.flatMap(({ id, part, place }) => (place ? [{ id, part, ...place }] : []))
  const maps = layMaps(placed, size)
  const hosts = deck.antennas.filter((antenna) => groupsOf(deck, antenna).length > 0)
  const hosted = new Set(hosts.flatMap(({ groupIds }) => groupIds))
  const online = deck.groups.filter(({ id }) => !hosted.has(id))
  return (
    <>
      <header className="as-head">
        <div>
          <SlideEyebrow deck={deck} />
          <h2>{t('slide.map')}</h2>
        </div>
        <div className="as-figs">
          <Count of={hosts.length} words={t('figure.antennas', { count: hosts.length })} />
          <Count of={deck.groups.length} words={t('figure.groups', { count: deck.groups.length })} />
        </div>
      </header>
      <div className="as-where-map">
        <Placed map={maps.whole} deck={deck} />
        <div className="as-map-side">
          {maps.closer.map(({ map, part }) => (
            <Placed
              key={part}
              map={map}
              deck={deck}
              first={maps.whole.parts.findIndex((one) => one.part === part)}
            />
          ))}
          {online.length > 0 && (
            <section className="as-online">
              <h3>{t('metOnline')}</h3>
              <ul>
                {online.map(({ id, place, wear }) => (
                  <li key={id}>
                    <Antenna wear={wear} place={place} size="big" />
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      </div>
    </>
  )
}

const groupsOf = (deck: Deck, { groupIds }: DeckAntenna): readonly RoomGroup[] =>
  deck.groups.filter(({ id }) => groupIds.includes(id))

const Count = ({ of, words }: { of: number; words: string }) => (
  <p>
    <b className="num">{of}</b> {words}
  </p>
)

function Placed({ deck, first = 0, map }: { deck: Deck; first?: number; map: AntennaMap }) {
  const { t } = useTranslation('assembly')
  return (
    <div className="as-map" style={{ aspectRatio: `${map.width} / ${map.height}` }}>
      <MapLand map={map} first={first} />
      <ul aria-label={t('mapLabel')}>
        {map.antennas.map(({ badge, id }) => {
          const antenna = deck.antennas.find((one) => one.id === id)
          const groups = antenna ? groupsOf(deck, antenna) : []
          const [group] = groups
          if (!antenna) return null
          return (
            <li key={id} style={at(badge, map)} className={group ? '' : 'nobody'} title={antenna.name}>
              {group ? (
                <Antenna wear={group.wear} place={antenna.name} size="mini" />
              ) : (
                <i aria-hidden="true" />
              )}
              <span className="sr">
                {group
                  ? t('workedOn', { themes: groups.map(({ theme }) => theme).join(' ; ') })
                  : t('noGroupAt', { place: antenna.name })}
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

const at = ({ x, y }: MapPoint, { height, width }: AntennaMap) => ({
  left: `${(x / width) * 100}%`,
  top: `${(y / height) * 100}%`,
})
