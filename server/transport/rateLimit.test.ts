import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { addressGroup, clientAddress, failureLimit } from '#server/transport/rateLimit.ts'

const now = 1_700_000_000_000

test('nine failures are free, the tenth try waits, and time pays back', () => {
  const limit = failureLimit(9)
  for (let n = 0; n < 9; n++) {
    expect(limit.wait('192.0.2.1', now)).toBe(0)
    limit.failed('192.0.2.1', now + n * 1000)
  }
  expect(limit.wait('192.0.2.1', now + 9000)).toBe(591)
  expect(limit.wait('192.0.2.2', now + 9000)).toBe(0)
  expect(limit.wait('192.0.2.1', now + 10 * 60_000)).toBe(0)
  limit.failed('192.0.2.1', now + 10 * 60_000)
  expect(limit.wait('192.0.2.1', now + 10 * 60_000)).toBe(1)
})

test('a clock that goes back opens nothing', () => {
  const limit = failureLimit(1)
  limit.failed('192.0.2.1', now)
  expect(limit.wait('192.0.2.1', now - 3_600_000)).toBeGreaterThan(0)
})

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['::FFFF:c000:0201', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002:ffff::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['not an address', 'unknown'],
])('%s is counted as %s', (address, key) => {
  expect(addressGroup(address)).toBe(key)
})

const request = (remoteAddress: string, forwardedFor?: string) =>
  ({
    headers: forwardedFor ? { 'x-forwarded-for': forwardedFor } : {},
    socket: { remoteAddress },
  }) as unknown as IncomingMessage // only these fields are read

test('what a stranger claims to forward is not believed', () => {
  expect(clientAddress(request('203.0.113.9', '1.2.3.4'), () => false)).toBe('203.0.113.9')
})

test('one trusted hop: the address it saw, not what the visitor put before it', () => {
  const oneHop = (_address: string, distance: number) => distance < 1
  expect(clientAddress(request('10.0.0.1', '6.6.6.6, 203.0.113.9'), oneHop)).toBe('203.0.113.9')
  expect(clientAddress(request('10.0.0.1'), oneHop)).toBe('10.0.0.1')
})
