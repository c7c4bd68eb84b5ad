// Days and hours in the reader's language; the cooperative's own dates carry no time zone and are never shifted.
const asUtc = (date: string): Date => new Date(`${date}T12:00:00Z`)

const format = (language: string, date: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options }).format(asUtc(date))

export const dayNumber = (date: string): string => String(Number(date.slice(8, 10)))
export const monthName = (language: string, date: string): string => format(language, date, { month: 'long' })
export const dayAndMonth = (language: string, date: string): string =>
  format(language, date, { day: 'numeric', month: 'long' })
export const wholeDay = (language: string, date: string): string =>
  format(language, date, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

/** « 19 h », « 18 h 30 » in French; `18:30` elsewhere. */
export function hour(language: string, time: string): string {
  const [hours = '0', minutes = '00'] = time.split(':')
  if (!language.startsWith('fr')) return `${hours}:${minutes}`
  return minutes === '00' ? `${Number(hours)}\u00a0h` : `${Number(hours)}\u00a0h\u00a0${minutes}`
}
