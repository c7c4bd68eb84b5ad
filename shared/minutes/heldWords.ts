// When a session was held, as people say it: the day and the hours of its place, without a time zone.
import type { MinutesWords } from '#shared/minutes/minutesWords.ts'

export interface Held {
  readonly day: string
  readonly from: string
  readonly until: string | null
}

export const heldWords = ({ day, from, until }: Held, words: MinutesWords): string =>
  words.held(dayWords(day, words.tag), hourWords(from, words.tag), until && hourWords(until, words.tag))

/** « jeudi 23 janvier 2020 ». */
export const dayWords = (day: string, tag: string): string =>
  new Intl.DateTimeFormat(tag === 'en' ? 'en-GB' : tag, {
    ...{ timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  }).format(new Date(`${day}T12:00:00Z`))

/** « 19 h », « 18 h 30 » in French; `18:30` elsewhere. */
function hourWords(time: string, tag: string): string {
  const [hours = '0', minutes = '00'] = time.split(':')
  if (tag !== 'fr') return `${hours}:${minutes}`
  return minutes === '00' ? `${Number(hours)}\u00a0h` : `${Number(hours)}\u00a0h\u00a0${minutes}`
}

/** A day, or a day and an hour: « mardi 4 février 2020, 18 h 30 ». What is neither stays as it was said. */
export function whenWords(when: string, tag: string): string {
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/.test(when)) return when
  const [day = '', time] = when.split('T')
  return time === undefined ? dayWords(day, tag) : `${dayWords(day, tag)}, ${hourWords(time, tag)}`
}
