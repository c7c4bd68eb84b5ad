// The land of a schematic map: outlines of its parts, places without a badge here, and lines from badges to their places.
import type { AntennaMap } from '#shared/cyclePage/layMap.ts'
import '#client/ui/mapLand.css'

/** Nearer than this a badge stands on its place, and needs no line to it. */
const nearby = 9

export interface MapLandProps {
  readonly map: AntennaMap
  /** The look of its first part, so that a part looks alike on several maps. */
  readonly first?: number
}

export function MapLand({ first = 0, map }: MapLandProps) {
  return (
    <svg className="map-land" viewBox={`0 0 ${map.width} ${map.height}`} aria-hidden="true">
      {map.parts.map(({ corners, part }, at) => (
        <polygon
          key={part}
          className={`land-${(at + first) % 3}`}
          points={corners.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
        />
      ))}
      {map.dots.map(({ x, y }) => (
        <circle key={`${x}-${y}`} cx={x} cy={y} r="2.6" />
      ))}
      {map.antennas.map(({ at, badge, id }) =>
        Math.hypot(at.x - badge.x, at.y - badge.y) < nearby ? null : (
          <g key={id}>
            <path d={`M${at.x.toFixed(1)} ${at.y.toFixed(1)}L${badge.x.toFixed(1)} ${badge.y.toFixed(1)}`} />
            <circle cx={at.x} cy={at.y} r="2.6" />
          </g>
        ),
      )}
    </svg>
  )
}
