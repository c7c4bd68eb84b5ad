// A browser in the public debate: digests that say « the same browser again » and nothing else.
import { createHash } from 'node:crypto'

const digest = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex')

/** Of one text and day: what one browser felt of two texts cannot be joined, by whoever reads the store either. */
export const voterDigest = (token: string, recommendationId: string, day: string): string =>
  digest('ressenti', token, recommendationId, day)

/** Of one presentation. */
export const presenceDigest = (token: string, presentationId: string): string =>
  digest('presence', token, presentationId)

/** `YYYY-MM-DD` in UTC: the day of which a browser has one ressenti a text. */
export const feltDay = (now: number): string => new Date(now).toISOString().slice(0, 10)
