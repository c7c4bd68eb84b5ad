// The scalars of the coop-cycle format: ids, texts, dates, times. Each names its own problem when it is wrong.
import { z } from 'zod'

/** Well-formed Unicode without NUL: neither database can keep anything else, and half a character is nobody's text. */
const isKeepable = (text: string): boolean => !/\p{Surrogate}/u.test(text) && !text.includes('\u0000')

const isDate = (text: string): boolean => {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  if (!parts) return false
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const date = new Date(Date.UTC(year, month - 1, day))
  date.setUTCFullYear(year) // years below 100 would be taken for 19xx
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

/** Any length, any script, markup and all: text is only ever text. */
export const text = z.string().refine(isKeepable, { params: { problem: 'characters' } })
export const filled = text.refine((value) => value.trim() !== '', { params: { problem: 'empty' } })
/** Up to 200 characters: ids and codes stand in indexes and addresses. */
export const id = filled.refine((value) => value.length <= 200, { params: { problem: 'tooLong' } })
export const date = z.string().refine(isDate, { params: { problem: 'date' } })
export const time = z.string().refine(isTime, { params: { problem: 'time' } })
export const count = z.number().int().min(0)
export const whole = z.number().int()
export const amount = z.number()
export const yes = z.boolean()

/** May be null, or absent, which is kept apart from null when the file is given back. */
export const maybe = <T extends z.ZodType>(schema: T) => schema.nullish()
/** A list that may be absent. */
export const listOf = <T extends z.ZodType>(schema: T) => z.array(schema).optional()
export const ids = listOf(id)
export const words = listOf(text)
