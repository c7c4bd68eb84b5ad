import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { createMetrics, mayReadMetrics } from '#server/transport/metrics.ts'

const asked = (remoteAddress: string, headers: Record<string, string> = {}) =>
  ({ headers, socket: { remoteAddress } }) as unknown as IncomingMessage // only these fields are read
const token = 'a token of sixteen or more'

test.each([
  ['this machine', '127.0.0.1', {}, undefined, true],
  ['this machine, IPv6', '::1', {}, undefined, true],
  ['this machine, mapped', '::ffff:127.0.0.1', {}, undefined, true],
  ['another machine', '192.0.2.1', {}, undefined, false],
  ['a proxy on this machine', '127.0.0.1', { 'x-forwarded-for': '192.0.2.1' }, undefined, false],
  ['a proxy that says Forwarded', '127.0.0.1', { forwarded: 'for=192.0.2.1' }, undefined, false],
  ['the token from anywhere', '192.0.2.1', { authorization: `Bearer ${token}` }, token, true],
  [
    'the token through a proxy',
    '127.0.0.1',
    { authorization: `Bearer ${token}`, 'x-forwarded-for': '1.1.1.1' },
    token,
    true,
  ],
  ['a wrong token', '192.0.2.1', { authorization: 'Bearer wrong' }, token, false],
  ['a token where none is set', '192.0.2.1', { authorization: 'Bearer undefined' }, undefined, false],
])('%s', (_name, address, headers, set, expected) => {
  expect(mayReadMetrics(asked(address, headers as Record<string, string>), set)).toBe(expected)
})

test('the figures of the contract are there', async () => {
  const metrics = createMetrics()
  metrics.watch({ roomSockets: () => 2, documentSockets: () => 3, rooms: () => 1, documents: () => 4 })
  metrics.documents.updateIn()
  metrics.documents.updateOut(7)
  metrics.documents.refused('schema')
  metrics.documents.kept(12)
  const text = await metrics.registry.metrics()
  for (const line of [
    'fe_connections 5',
    'fe_rooms 1',
    'fe_documents_open 4',
    'fe_updates_in_total 1',
    'fe_updates_out_total 7',
    'fe_update_refusals_total{code="schema"} 1',
    'fe_persistence_lag_seconds_bucket{le="0.02"} 1',
    'nodejs_eventloop_lag_p99_seconds',
    'process_resident_memory_bytes',
  ]) {
    expect(text).toContain(line)
  }
})
