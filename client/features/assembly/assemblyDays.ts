// Days and hours as an assembly says them.
const said = (language: string, date: string, options: Intl.DateTimeFormatOptions): string => {
  const words = new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options }).format(
    new Date(`${date}T12:00:00Z`),
  )
  return language.startsWith('fr') ? words.replace(/^1 /u, '1er ') : words
}

/** « 25 juin 2020 » */
export const dayOf = (language: string, date: string): string =>
  said(language, date, { day: 'numeric', month: 'long', year: 'numeric' })

/** « février 2021 » */
export const monthOf = (language: string, date: string): string =>
  said(language, date, { month: 'long', year: 'numeric' })

/** The hour of this device. */
export const clockOf = (language: string, at: number): string =>
  new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' }).format(new Date(at))

/** « 12:05 », in minutes and seconds. */
export function elapsed(from: number, now: number): string {
  const seconds = Math.max(0, Math.floor((now - from) / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
