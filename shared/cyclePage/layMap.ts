// Where antennas stand on a schematic map: their true places, badges that do not cover one another, and an outline of each part. Pure.
export interface MapAntenna {
  readonly id: string
  readonly lat: number
  readonly lon: number
  /** The part of the cooperative it belongs to; empty for none. */
  readonly part: string
}

export interface MapPoint {
  readonly x: number
  readonly y: number
}

export interface AntennaMap {
  /** Pixels. */
  readonly width: number
  readonly height: number
  /** True places of antennas whose badges stand on a map of their part's own. */
  readonly dots: readonly MapPoint[]
  /** `at`: the true place; `badge`: the middle of its badge. In the order of the antennas. */
  readonly antennas: readonly { readonly id: string; readonly at: MapPoint; readonly badge: MapPoint }[]
  /** Corners of an outline around the antennas of a part, in the order of their first antenna. */
  readonly parts: readonly { readonly part: string; readonly corners: readonly MapPoint[] }[]
}

export interface MapSize {
  readonly width: number
  readonly tallest: number
  readonly shortest: number
  /** Of a badge, with the air around it. */
  readonly badge: { readonly width: number; readonly height: number }
}

/** From an antenna to its part's outline, in pixels. */
const land = 15
/** Rounds in which badges move apart; more change nothing that is seen. */
const rounds = 240

export interface AntennaMaps {
  readonly whole: AntennaMap
  /** Parts that lie too close together on the map of all, each larger on its own. */
  readonly closer: readonly { readonly part: string; readonly map: AntennaMap }[]
}

/** How much more room than their badges take the antennas of a part need to be told apart. */
const air = 1.6
/** Fewer antennas than these find their place anywhere. */
const crowd = 3

export function layMaps(antennas: readonly MapAntenna[], size: MapSize): AntennaMaps {
  const { places } = scaled(antennas, size)
  const parts = [...new Set(antennas.map(({ part }) => part))]
  const { badge } = size
  const crowded = parts.filter((part) => {
    const theirs = places.filter((_, n) => antennas[n]?.part === part)
    const [spanX, spanY] = [spanOf(theirs.map(({ x }) => x)), spanOf(theirs.map(({ y }) => y))]
    const room = (spanX.length + badge.width) * (spanY.length + badge.height)
    return (
      parts.length > 1 && theirs.length >= crowd && room < air * theirs.length * badge.width * badge.height
    )
  })
  return {
    whole: layMap(antennas, size, new Set(crowded)),
    closer: crowded.map((part) => ({
      part,
      map: layMap(
        antennas.filter((antenna) => antenna.part === part),
        { ...size, tallest: size.tallest * 0.6, shortest: size.shortest * 0.6 },
      ),
    })),
  }
}

export function layMap(
  antennas: readonly MapAntenna[],
  size: MapSize,
  elsewhere: ReadonlySet<string> = new Set(),
): AntennaMap {
  const { height, places } = scaled(antennas, size)
  const isHere = (_: unknown, n: number): boolean => !elsewhere.has(antennas[n]?.part ?? '')
  const here = places.filter(isHere)
  const badges = apart(here, { ...size.badge, room: { width: size.width, height } })
  const parts = [...new Set(antennas.map(({ part }) => part))]
  return {
    ...{ width: size.width, height, dots: places.filter((one, n) => !isHere(one, n)) },
    antennas: antennas.filter(isHere).map(({ id }, n) => ({ id, ...paired(here[n], badges[n]) })),
    parts: parts.map((part) => ({
      part,
      corners: outline(places.filter((_, n) => antennas[n]?.part === part)),
    })),
  }
}

/** True places in pixels, as large as the map allows. */
function scaled(
  antennas: readonly MapAntenna[],
  size: MapSize,
): { readonly places: readonly MapPoint[]; readonly height: number } {
  const flat = projected(antennas)
  const margin = { x: size.badge.width / 2 + 4, y: size.badge.height / 2 + 4 }
  const [spanX, spanY] = [spanOf(flat.map(({ x }) => x)), spanOf(flat.map(({ y }) => y))]
  const scale = Math.min(
    (size.width - 2 * margin.x) / (spanX.length || Number.MIN_VALUE),
    (size.tallest - 2 * margin.y) / (spanY.length || Number.MIN_VALUE),
    1e6,
  )
  const height = Math.max(size.shortest, Math.min(size.tallest, spanY.length * scale + 2 * margin.y))
  const centred = (value: number, span: Span, room: number): number =>
    room / 2 + (value - span.middle) * (span.length === 0 ? 0 : scale)
  return {
    height,
    places: flat.map(({ x, y }) => ({ x: centred(x, spanX, size.width), y: centred(y, spanY, height) })),
  }
}

const nowhere: MapPoint = { x: 0, y: 0 }
const paired = (at = nowhere, badge = nowhere) => ({ at, badge })

interface Span {
  readonly middle: number
  readonly length: number
}
const spanOf = (values: readonly number[]): Span => {
  if (values.length === 0) return { middle: 0, length: 0 }
  const [least, most] = [Math.min(...values), Math.max(...values)]
  return { middle: (least + most) / 2, length: most - least }
}

/** Degrees east are as long as degrees north in the middle of the map. The map is cut open where the globe is emptiest. */
function projected(antennas: readonly MapAntenna[]): MapPoint[] {
  const west = widestGap(antennas.map(({ lon }) => lon))
  const middle = spanOf(antennas.map(({ lat }) => lat)).middle
  const narrow = Math.max(0.2, Math.cos((middle * Math.PI) / 180))
  return antennas.map(({ lat, lon }) => ({ x: ((lon - west + 720) % 360) * narrow, y: -lat }))
}

/** The longitude at which to begin, so that what lies on both sides of 180° stays together. */
function widestGap(longitudes: readonly number[]): number {
  const sorted = [...longitudes].sort((a, b) => a - b)
  let [from, widest] = [sorted[0] ?? 0, -1]
  sorted.forEach((lon, n) => {
    const before = n === 0 ? (sorted.at(-1) ?? lon) - 360 : (sorted[n - 1] ?? lon)
    if (lon - before > widest) [from, widest] = [lon, lon - before]
  })
  return from
}

interface Badges {
  readonly width: number
  readonly height: number
  readonly room: { readonly width: number; readonly height: number }
}

/** Moves badges that overlap apart along the shorter way, again and again, and keeps them on the map. */
function apart(places: readonly MapPoint[], { width, height, room }: Badges): MapPoint[] {
  const badges = places.map(({ x, y }) => ({ x, y }))
  for (let round = 0; round < rounds; round++) {
    // Home again a little first; not in the last rounds, which only part them.
    if (round < rounds / 2)
      badges.forEach((badge, n) => {
        const home = places[n] ?? badge
        badge.x += (home.x - badge.x) * 0.08
        badge.y += (home.y - badge.y) * 0.08
      })
    badges.forEach((one, n) => {
      badges.slice(n + 1).forEach((other) => {
        const [dx, dy] = [other.x - one.x, other.y - one.y]
        const [overX, overY] = [width - Math.abs(dx), height - Math.abs(dy)]
        if (overX <= 0 || overY <= 0) return
        // Two at one place part downwards.
        if (overX < overY) {
          const push = (Math.sign(dx) || 1) * (overX / 2)
          one.x -= push
          other.x += push
        } else {
          const push = (Math.sign(dy) || 1) * (overY / 2)
          one.y -= push
          other.y += push
        }
      })
    })
    for (const badge of badges) {
      badge.x = Math.min(room.width - width / 2, Math.max(width / 2, badge.x))
      badge.y = Math.min(room.height - height / 2, Math.max(height / 2, badge.y))
    }
  }
  return badges
}

/** The convex hull of a ring around each place: a coast that leaves room. */
function outline(places: readonly MapPoint[]): MapPoint[] {
  const ring = Array.from({ length: 12 }, (_, n) => (n * Math.PI) / 6)
  const points = places
    .flatMap(({ x, y }) =>
      ring.map((angle) => ({ x: x + land * Math.cos(angle), y: y + land * Math.sin(angle) })),
    )
    .sort((a, b) => a.x - b.x || a.y - b.y)
  const turn = (a: MapPoint, b: MapPoint, c: MapPoint): number =>
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
  const half = (sorted: readonly MapPoint[]): MapPoint[] => {
    const kept: MapPoint[] = []
    for (const point of sorted) {
      while (kept.length > 1 && turn(kept.at(-2) ?? point, kept.at(-1) ?? point, point) <= 0) kept.pop()
      kept.push(point)
    }
    return kept.slice(0, -1)
  }
  return [...half(points), ...half([...points].reverse())]
}
