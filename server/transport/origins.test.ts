import { expect, test } from 'vitest'
import { allowedOrigins, isFromOurPages } from '#server/transport/origins.ts'

const local = allowedOrigins({ publicUrl: new URL('http://localhost:3000/'), dev: false })
const dev = allowedOrigins({ publicUrl: new URL('http://localhost:3000/'), dev: true })
const public_ = allowedOrigins({ publicUrl: new URL('https://ensemble.example/'), dev: false })
const lan = allowedOrigins({ publicUrl: new URL('http://192.168.1.5:3000/'), dev: true })

const from = (headers: Record<string, string>, allowed: ReadonlySet<string>, strict = true) =>
  isFromOurPages({ headers }, allowed, { strict })

test.each([
  ['no browser', {}, true],
  ['our page', { origin: 'http://localhost:3000' }, true],
  ['our page, other spelling', { origin: 'http://127.0.0.1:3000' }, true],
  ['our page, IPv6', { origin: 'http://[::1]:3000' }, true],
  ['another port', { origin: 'http://localhost:3001' }, false],
  ['https of the same', { origin: 'https://localhost:3000' }, false],
  ['a hidden origin', { origin: 'null' }, false],
  ['an empty origin', { origin: '' }, false],
  ['a foreign page', { origin: 'https://evil.example' }, false],
  ['a look-alike', { origin: 'http://localhost:3000.evil.example' }, false],
  ['two origins', { origin: 'http://localhost:3000, https://evil.example' }, false],
  ['a foreign page that hides its origin', { 'sec-fetch-site': 'cross-site' }, false],
  ['a sister site', { 'sec-fetch-site': 'same-site' }, false],
  ['our page without Origin', { 'sec-fetch-site': 'same-origin' }, true],
  ['the address bar', { 'sec-fetch-site': 'none' }, true],
  [
    'a foreign origin that claims to be the same site',
    { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
    false,
  ],
])('%s', (_name, headers, expected) => {
  expect(from(headers as Record<string, string>, local)).toBe(expected)
})

test('pages may be reached by a link from anywhere', () => {
  expect(from({ 'sec-fetch-site': 'cross-site' }, local, false)).toBe(true)
  expect(from({ origin: 'https://evil.example' }, local, false)).toBe(false)
})

test('Vite’s pages are ours in dev on loopback only', () => {
  expect(from({ origin: 'http://localhost:5173' }, dev)).toBe(true)
  expect(from({ origin: 'http://127.0.0.1:5173' }, dev)).toBe(true)
  expect(from({ origin: 'http://localhost:5173' }, local)).toBe(false)
  expect(from({ origin: 'http://localhost:5173' }, lan)).toBe(false)
})

test('a public address allows itself and nothing else', () => {
  expect([...public_]).toEqual(['https://ensemble.example'])
  expect(from({ origin: 'http://localhost:3000' }, public_)).toBe(false)
  expect([...lan]).toEqual(['http://192.168.1.5:3000'])
})
