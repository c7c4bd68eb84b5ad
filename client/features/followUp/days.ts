// Days as the follow-up says them: short, with the year only where it is not the year that is looked from.

/** « 20 avril », « 20 avril 2019 ». */
export function monthDay(language: string, date: string, today: string): string {
  const year = date.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const)
  return said(language, date, { day: 'numeric', month: 'long', ...year })
}

/** « 20 avr. » with the year apart: the narrow column of a thread. */
export const shortDay = (language: string, date: string): string =>
  said(language, date, { day: 'numeric', month: 'short' })

export const monthYear = (language: string, date: string): string =>
  said(language, date, { month: 'long', year: 'numeric' })

/** French says « 1er ». */
function said(language: string, date: string, options: Intl.DateTimeFormatOptions): string {
  const words = new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options }).format(
    new Date(`${date}T12:00:00Z`),
  )
  return language.startsWith('fr') ? words.replace(/^1 /u, '1er ') : words
}
