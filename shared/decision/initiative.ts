// What a group begins by itself: the first step of a draft, who takes it, and when.
import { z } from 'zod'

export const firstStepLimit = 400
export const whoLimit = 200
export const initiativesLimit = 100

/** A day, or a day and an hour, of the group's own calendar: no time zone. */
export const initiativeDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/)
  .refine((date) => isRealDate(date))

export const initiativeDraft = z.object({
  spaceId: z.string().min(1).max(64),
  draftId: z.string().min(1).max(64),
  title: z.string().trim().min(1).max(240),
})

export const initiative = z.object({
  id: z.string(),
  draft: initiativeDraft,
  firstStep: z.string(),
  who: z.string(),
  when: z.string(),
  /** Milliseconds since 1970, server clock. */
  at: z.number(),
})
export type Initiative = z.output<typeof initiative>

/** 31 February is refused, whatever `Date` would make of it. */
function isRealDate(date: string): boolean {
  const [day = '', time = '00:00'] = date.split('T')
  const instant = new Date(`${day}T${time}:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 16) === `${day}T${time}`
}
