// Dates and numbers of the cycle's page in the reader's language. Its dates carry no time zone and are never shifted.
import type { CycleAnswer, Part } from '#shared/cyclePage/cycleAnswers.ts'

const asUtc = (date: string): Date => new Date(`${date}T12:00:00Z`)

/** « oct. – avr. », « 25 juin », « avril »: what a stage's column has room for. */
export function stageDates(language: string, { start, end }: { start: string; end: string }): string {
  const year = start.slice(0, 4) === end.slice(0, 4) ? undefined : ('numeric' as const)
  const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options })
  if (start === end) return format({ day: 'numeric', month: 'long' }).format(asUtc(start))
  if (start.slice(0, 7) === end.slice(0, 7)) return format({ month: 'long' }).format(asUtc(start))
  return format({ month: 'short', ...(year ? { year } : {}) }).formatRange(asUtc(start), asUtc(end))
}

/** « mar. 14 avr. » */
export const dayShort = (language: string, date: string): string =>
  new Intl.DateTimeFormat(language, {
    ...{ timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' },
  }).format(asUtc(date))

/** « mardi 14 avril » */
export const dayLong = (language: string, date: string): string =>
  new Intl.DateTimeFormat(language, {
    ...{ timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' },
  }).format(asUtc(date))

/** `YYYY-MM` or `YYYY`. */
export const periodName = (language: string, from: string, month: 'short' | 'long'): string =>
  from.length === 4
    ? from
    : new Intl.DateTimeFormat(language, {
        ...{ timeZone: 'UTC', month },
        ...(month === 'long' ? { year: 'numeric' as const } : {}),
      }).format(asUtc(`${from}-01`))

/** « 10,1 »; whole numbers bare. */
export const average = (language: string, value: number): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value)

/** Every part that is named on the page, to tell those of one country apart. */
export const partsOf = ({ antennas, themes }: Pick<CycleAnswer, 'antennas' | 'themes'>): Part[] => [
  ...antennas.flatMap(({ part }) => part ?? []),
  ...themes.flatMap(({ parts }) => parts),
]

/** A country in the reader's language; what the cooperative calls a part that is no country of its own. */
export function partName(language: string, part: Part, parts: readonly Part[]): string {
  const shared = parts.some(({ code, name }) => code === part.code && name !== part.name)
  if (shared || !/^[A-Z]{2}$/.test(part.code)) return part.name
  return new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }).of(part.code) ?? part.name
}

/** « Belgique et France » */
export const listed = (language: string, names: readonly string[]): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(names)
