// An instant as people say it, and lengths of time in whole minutes.
import { hour } from '#client/ui/dates.ts'

/** « 18 h 30 » in French, `18:30` elsewhere, in this device's time zone. */
export function clockTime(language: string, at: number): string {
  const time = new Date(at)
  const two = (n: number): string => String(n).padStart(2, '0')
  return hour(language, `${two(time.getHours())}:${two(time.getMinutes())}`)
}

/** Whole minutes of what really took time; one at least, for what was short has happened too. */
export const wholeMinutes = (ms: number): number => Math.max(1, Math.round(ms / 60_000))
