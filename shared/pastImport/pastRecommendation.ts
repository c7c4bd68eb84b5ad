// A recommendation of an earlier cycle, as its import keeps it.
import { z } from 'zod'

/** The follow-up's own words of what became of one; `unknown` where nobody wrote it down. */
export const pastOutcomes = ['done', 'under-way', 'not-done', 'postponed', 'refused', 'unknown'] as const
export type PastOutcome = (typeof pastOutcomes)[number]

/** Characters; enough for any text of a list, and no more than a page can show. */
export const longestPast = { title: 300, text: 8_000, reason: 2_000, place: 160, link: 500 } as const

export const pastRecommendation = z.object({
  id: z.string(),
  year: z.number().int().min(1900).max(2100),
  /** The group or antenna that wrote it; empty where nobody knows. */
  place: z.string(),
  title: z.string(),
  text: z.string(),
  outcome: z.enum(pastOutcomes),
  reason: z.string(),
  /** `https://…` or empty. */
  link: z.string(),
})
export type PastRecommendation = z.output<typeof pastRecommendation>
/** Before it is kept. */
export type ReadPast = Omit<PastRecommendation, 'id'>
