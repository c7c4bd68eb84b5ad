// Time zones of the places where people meet, and the instant of an hour on their wall.

/** Countries that have one zone, or one in which nearly everybody lives. Elsewhere nothing is guessed. */
const zones: Readonly<Record<string, string>> = {
  AD: 'Europe/Andorra',
  AT: 'Europe/Vienna',
  BE: 'Europe/Brussels',
  BG: 'Europe/Sofia',
  CH: 'Europe/Zurich',
  CI: 'Africa/Abidjan',
  CM: 'Africa/Douala',
  CY: 'Asia/Nicosia',
  CZ: 'Europe/Prague',
  DE: 'Europe/Berlin',
  DK: 'Europe/Copenhagen',
  DZ: 'Africa/Algiers',
  EE: 'Europe/Tallinn',
  ES: 'Europe/Madrid',
  FI: 'Europe/Helsinki',
  FR: 'Europe/Paris',
  GB: 'Europe/London',
  GR: 'Europe/Athens',
  HR: 'Europe/Zagreb',
  HU: 'Europe/Budapest',
  IE: 'Europe/Dublin',
  IT: 'Europe/Rome',
  JP: 'Asia/Tokyo',
  LT: 'Europe/Vilnius',
  LU: 'Europe/Luxembourg',
  LV: 'Europe/Riga',
  MA: 'Africa/Casablanca',
  MC: 'Europe/Monaco',
  MT: 'Europe/Malta',
  NL: 'Europe/Amsterdam',
  NO: 'Europe/Oslo',
  PL: 'Europe/Warsaw',
  RO: 'Europe/Bucharest',
  SE: 'Europe/Stockholm',
  SI: 'Europe/Ljubljana',
  SK: 'Europe/Bratislava',
  SN: 'Africa/Dakar',
  TN: 'Africa/Tunis',
}

/** Of an ISO country code; null where it is not known. */
export const zoneOf = (country: string | null | undefined): string | null =>
  (country && Object.hasOwn(zones, country) ? zones[country] : undefined) ?? null

/** What the wall of that zone shows at an instant, as if it were UTC. */
function wallAt(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', era: 'short' },
  }).formatToParts(instant)
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value)
  const date = new Date(0)
  date.setUTCFullYear(part('year'), part('month') - 1, part('day'))
  date.setUTCHours(part('hour'), part('minute'), part('second'))
  return date.getTime()
}

/**
 * The instant at which a wall shows this hour, both in milliseconds since 1970. An hour that a change of the clock leaves out
 * is taken as an hour later, one that comes twice as its first time. Undefined for a zone that this machine does not know.
 */
export function instantOf(wall: number, zone: string): number | undefined {
  try {
    const day = 24 * 3_600_000
    // The zone's distance from UTC, as it is on the day before and on the day after.
    const [before, after] = [wall - day, wall + day].map((at) => wallAt(at, zone) - at)
    const candidates = [before, after].flatMap((offset) => (offset === undefined ? [] : wall - offset))
    const right = candidates.filter((at) => wallAt(at, zone) === wall)
    return right.length > 0 ? Math.min(...right) : candidates[0]
  } catch {
    return undefined
  }
}
