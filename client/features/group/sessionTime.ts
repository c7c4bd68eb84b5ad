// How far a session is, and from when to when, in words.
import type { NextSession } from '#shared/group/groupPage.ts'

const dayLength = 24 * 3_600_000

/** How the day is told besides its date. Both are `YYYY-MM-DD`. */
export function dayWords(date: string, today: string): 'today' | 'tomorrow' | 'plain' {
  const days = (Date.parse(`${date}T12:00:00Z`) - Date.parse(`${today}T12:00:00Z`)) / dayLength
  return days === 0 ? 'today' : days === 1 ? 'tomorrow' : 'plain'
}

/** The hour at which it ends; past midnight the clock begins again. */
export function endOf({ startTime, durationMin }: Pick<NextSession, 'startTime' | 'durationMin'>): string {
  const [hours = 0, minutes = 0] = startTime.split(':').map(Number)
  const end = (hours * 60 + minutes + durationMin) % (24 * 60)
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${two(Math.floor(end / 60))}:${two(end % 60)}`
}

export const weekday = (language: string, date: string): string =>
  new Intl.DateTimeFormat(language, { timeZone: 'UTC', weekday: 'long' }).format(
    new Date(`${date}T12:00:00Z`),
  )

/** « 17/10 », day and month, in the three languages: as short as a column of the presence is wide. */
export const shortDay = (date: string): string => {
  const [, month, day] = date.split('-').map(Number)
  return `${day}/${month}`
}
