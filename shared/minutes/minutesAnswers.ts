// What is asked for and answered at `/api/rooms/:code/minutes`.
import { z } from 'zod'
import type { MinutesLanguage } from '#shared/minutes/minutesWords.ts'

export const writeMinutesInput = z.strictObject({
  /** The session that is meant, so that nobody writes another one's minutes unseen; absent for the present one. */
  sessionId: z.string().min(1).max(80).optional(),
  language: z.enum(['fr', 'en', 'nl']).optional(),
})

export interface MinutesLine {
  readonly sessionId: string
  readonly spaceId: string
  readonly title: string
  readonly day: string
  /** Milliseconds since 1970. */
  readonly writtenAt: number
  readonly closedAt: number | null
  readonly language: MinutesLanguage
}

export interface MinutesAnswer {
  /** The newest session first. */
  readonly minutes: readonly MinutesLine[]
  /** The session that is held or has just been held; null where there is none. */
  readonly sessionId: string | null
  readonly mayWrite: boolean
  /** Whether this server can print PDF files. */
  readonly pdf: boolean
}

export interface MinutesWritten {
  readonly sessionId: string
  readonly spaceId: string
  /** False where nothing had changed since. */
  readonly written: boolean
}
