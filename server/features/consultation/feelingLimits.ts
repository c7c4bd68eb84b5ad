// How often one address counts. Kept in memory only, under keys of a secret that dies with the day: no address is ever stored.
import { createHmac, randomBytes } from 'node:crypto'
import { addressGroup } from '#server/transport/rateLimit.ts'

/** Keys remembered at most; the oldest goes first, so that forged addresses cannot fill the memory. */
const remembered = 100_000

export interface DayCounter {
  /** Whether this address may count once more for that subject today. */
  has(address: string, subject: string, day: string): boolean
  count(address: string, subject: string, day: string): void
}

/** `most` for each address (IPv4 address, IPv6 /64) and subject a day. */
export function dayCounter(most: number): DayCounter {
  let [today, secret] = ['', randomBytes(32)]
  let counted = new Map<string, number>()
  const keyOf = (address: string, subject: string, day: string): string => {
    if (day !== today) {
      ;[today, secret] = [day, randomBytes(32)]
      counted = new Map()
    }
    return createHmac('sha256', secret)
      .update(`${addressGroup(address)}\n${subject}`)
      .digest('base64url')
  }
  return {
    has: (address, subject, day) => (counted.get(keyOf(address, subject, day)) ?? 0) < most,
    count(address, subject, day) {
      const key = keyOf(address, subject, day)
      const before = counted.get(key) ?? 0
      counted.delete(key)
      counted.set(key, before + 1)
      const first = counted.keys().next()
      if (counted.size > remembered && !first.done) counted.delete(first.value)
    },
  }
}
