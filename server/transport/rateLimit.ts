// Counts failures by address. Only failures: a school's sixty people share one address, and none of them guesses.
import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

export interface FailureLimit {
  /** Seconds to wait before trying again; 0 when the address may try. */
  wait(address: string, now: number): number
  failed(address: string, now: number): void
}

/** Addresses remembered at most; the oldest is forgotten first, so that forged ones cannot fill the memory. */
const remembered = 20_000
/** Milliseconds for which a failure is held against its address. */
const window = 10 * 60_000

/** `allowed` failures are free in ten minutes; the next try waits until the oldest of them is forgotten. */
export function failureLimit(allowed: number): FailureLimit {
  const failures = new Map<string, readonly number[]>()
  // A time that lies ahead is of a clock that was set back since: it still counts.
  const recent = (key: string, now: number): readonly number[] =>
    (failures.get(key) ?? []).filter((at) => at > now - window)
  return {
    wait(address, now) {
      const counted = recent(addressGroup(address), now)
      const oldest = counted[counted.length - allowed]
      return oldest === undefined ? 0 : Math.max(1, Math.ceil((oldest + window - now) / 1000))
    },
    failed(address, now) {
      const key = addressGroup(address)
      const counted = [...recent(key, now), now].slice(-allowed)
      failures.delete(key)
      failures.set(key, counted)
      const first = failures.keys().next()
      if (failures.size > remembered && !first.done) failures.delete(first.value)
    },
  }
}

/** One key for all spellings of an address, and for all of an IPv6 /64, which one person holds whole. */
export function addressGroup(address: string): string {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  if (isIP(bare) === 4) return bare
  if (isIP(bare) !== 6) return 'unknown'
  // The URL parser writes every spelling of an IPv6 address in the same way.
  const canonical = new URL(`http://[${bare}]/`).hostname.slice(1, -1)
  const mapped = /^::ffff:([0-9a-f]+):([0-9a-f]+)$/.exec(canonical)
  if (mapped) return ipv4Of(Number.parseInt(mapped[1] ?? '0', 16), Number.parseInt(mapped[2] ?? '0', 16))
  const [head = '', tail] = canonical.split('::')
  const groups = head === '' ? [] : head.split(':')
  if (tail !== undefined) {
    const after = tail === '' ? [] : tail.split(':')
    while (groups.length + after.length < 8) groups.push('0')
    groups.push(...after)
  }
  return `${groups.slice(0, 4).join(':')}::/64`
}

const ipv4Of = (high: number, low: number): string => `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`

/** Decides whether the hop at this distance may be believed; what Express makes of TRUST_PROXY. */
export type TrustedHop = (address: string, distance: number) => boolean

/** The address that asks: the socket's, or the one forwarded by hops that TRUST_PROXY names. Never what a stranger claims. */
export function clientAddress(
  request: Pick<IncomingMessage, 'headers' | 'socket'>,
  trusted: TrustedHop,
): string {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .reverse()
  const hops = [request.socket.remoteAddress ?? '', ...forwarded]
  const last = hops.findIndex((address, distance) => !trusted(address, distance))
  return hops[last < 0 ? hops.length - 1 : last] ?? ''
}
