// One past recommendation as it may be kept: the same rule for the preview in the browser and for the server.
import { z } from 'zod'
import { longestPast, pastOutcomes, type ReadPast } from '#shared/pastImport/pastRecommendation.ts'

/** Past recommendations that a store keeps in all. */
export const mostPast = 20_000

/** Only addresses that a browser may open: `javascript:` and the like are no links. */
export const isLink = (text: string): boolean => /^https?:\/\/[^\s"<>]+$/iu.test(text)

/** Well-formed Unicode without control characters but line ends and tabs; what a database cannot keep is nobody's text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
const unkeepable = /\p{Surrogate}|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/u

const plain = (most: number) =>
  z
    .string()
    .max(most)
    .refine((text) => !unkeepable.test(text))
    .transform((text) => text.trim())

const row = z.object({
  year: z.number().int().min(1900).max(2100),
  place: plain(longestPast.place),
  title: plain(longestPast.title).pipe(z.string().min(1)),
  text: plain(longestPast.text),
  outcome: z.enum(pastOutcomes),
  reason: plain(longestPast.reason),
  link: plain(longestPast.link).refine((link) => link === '' || isLink(link)),
})

/** Undefined for what is none. */
export const readPastRow = (given: unknown): ReadPast | undefined => row.safeParse(given).data
