// The antennas on a schematic map, drawn from where they are: each badge is a button that leads to its groups in the list.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { partName, partsOf } from '#client/features/cycle/cycleWords.ts'
import { Antenna } from '#client/ui/Antenna.tsx'
import { MapLand } from '#client/ui/MapLand.tsx'
import type { CycleAnswer, CycleAntenna } from '#shared/cyclePage/cycleAnswers.ts'
import { type AntennaMap as Laid, layMaps, type MapPoint } from '#shared/cyclePage/layMap.ts'
import type { Wear } from '#shared/room/join.ts'

const size = { width: 308, tallest: 290, shortest: 120, badge: { width: 44, height: 27 } }

export function AntennaMap({ page, onAntenna }: { page: CycleAnswer; onAntenna: (id: string) => void }) {
  const { t, i18n } = useTranslation('cycle')
  const { antennas } = page
  const maps = useMemo(
    () =>
      layMaps(
        antennas.flatMap(({ id, part, place }) => (place ? [{ id, ...place, part: part?.code ?? '' }] : [])),
        size,
      ),
    [antennas],
  )
  const parts = partsOf(page)
  const nameOfPart = (code: string): string => {
    const part = parts.find((one) => one.code === code)
    return part ? partName(i18n.language, part, parts) : ''
  }
  const online = page.groups.some(({ antennaId }) => antennaId === null)
  const unplaced = antennas.filter(({ place }) => !place)
  if (antennas.length === 0) return null
  return (
    <section className="card cy-side-card" aria-labelledby="cy-map">
      <h2 id="cy-map">{t(online ? 'mapAndOnline' : 'map', { count: antennas.length })}</h2>
      <p className="sr">{t('mapLabel')}</p>
      {maps.whole.parts.length > 0 && (
        <>
          <Placed map={maps.whole} page={page} onAntenna={onAntenna} />
          <Legend page={page} map={maps.whole} />
        </>
      )}
      {maps.closer.map(({ map, part }) => (
        <div key={part}>
          <h3 className="cy-closer">{nameOfPart(part)}</h3>
          <Placed
            map={map}
            page={page}
            first={maps.whole.parts.findIndex((one) => one.part === part)}
            onAntenna={onAntenna}
          />
        </div>
      ))}
      {unplaced.length > 0 && (
        <div className="row wrap cy-unplaced">
          <span className="xs soft">{t('mapUnplaced')}</span>
          {unplaced.map((antenna) => (
            <Pin key={antenna.id} antenna={antenna} page={page} onAntenna={onAntenna} />
          ))}
        </div>
      )}
      {online && (
        <button type="button" className="btn sm cy-online" onClick={() => onAntenna('')}>
          {t('mapOnline')}
        </button>
      )}
    </section>
  )
}

interface PlacedProps {
  readonly map: Laid
  readonly page: CycleAnswer
  /** The look of its first part, so that a part looks alike on both maps. */
  readonly first?: number
  readonly onAntenna: (id: string) => void
}

function Placed({ first = 0, map, onAntenna, page }: PlacedProps) {
  return (
    <div className="cy-map" style={{ aspectRatio: `${map.width} / ${map.height}` }}>
      <MapLand map={map} first={first} />
      <ul>
        {map.antennas.map(({ badge, id }) => {
          const antenna = page.antennas.find((one) => one.id === id)
          return (
            antenna && (
              <li key={id} style={placed(badge, map)}>
                <Pin antenna={antenna} page={page} onAntenna={onAntenna} />
              </li>
            )
          )
        })}
      </ul>
    </div>
  )
}

const placed = ({ x, y }: MapPoint, { height, width }: Laid) => ({
  left: `${(x / width) * 100}%`,
  top: `${(y / height) * 100}%`,
})

interface PinProps {
  readonly antenna: CycleAntenna
  readonly page: CycleAnswer
  readonly onAntenna: (id: string) => void
}

function Pin({ antenna: { id, name }, onAntenna, page }: PinProps) {
  const { t } = useTranslation('cycle')
  const groups = page.groups.filter(({ antennaId }) => antennaId === id)
  const wear: Wear = groups[0]?.wear ?? nobody(name)
  return (
    <button
      type="button"
      className={`cy-pin ${groups.length === 0 ? 'empty-pin' : ''}`}
      onClick={() => onAntenna(id)}
    >
      <Antenna wear={wear} place={name} size="mini" />
      <span className="sr">, {t('mapGroups', { count: groups.length })}</span>
    </button>
  )
}

/** An antenna without a group wears no group's ink. */
const nobody = (name: string): Wear => ({
  ...{ ink: 'ardoise', pattern: 'bandes', line: 'solid' as const },
  initials: [...name.replace(/[^\p{L}]/gu, '')].slice(0, 2).join('').toLocaleUpperCase(),
})

function Legend({ map, page }: { map: Laid; page: CycleAnswer }) {
  const { i18n } = useTranslation('cycle')
  const parts = partsOf(page)
  const named = map.parts.flatMap(({ part }, at) => {
    const of = parts.find(({ code }) => code === part)
    return of ? [{ part, at, name: partName(i18n.language, of, parts) }] : []
  })
  if (named.length < 2) return null
  return (
    <p className="cy-legend xs soft" aria-hidden="true">
      {named.map(({ at, name, part }) => (
        <span key={part}>
          <svg viewBox="0 0 18 12" width="18" height="12">
            <rect x="1" y="1" width="16" height="10" rx="3" className={`land-${at % 3}`} />
          </svg>
          {name}
        </span>
      ))}
    </p>
  )
}
