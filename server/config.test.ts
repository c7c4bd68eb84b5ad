import { expect, test } from 'vitest'
import { BadSetting, isLoopback, readConfig, servesDemo, withPort } from '#server/config.ts'

const lineFor = (env: Record<string, string>): string => {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof BadSetting) return error.message
    throw error
  }
  return 'accepted'
}

test('nothing set gives the defaults of the contract', () => {
  const config = readConfig({})
  expect(config.port).toBe(3000)
  expect(config.host).toBeUndefined()
  expect(config.publicUrl.href).toBe('http://localhost:3000/')
  expect(config.loopback).toBe(true)
  expect(config.dataDir).toMatch(/\/data$/)
  expect(config.logLevel).toBe('info')
  expect(config.changedLimits).toEqual({})
})

test.each([
  [{ PORT: 'three' }, 'PORT'],
  [{ PORT: '70000' }, 'PORT'],
  [{ HOST: 'a b' }, 'HOST'],
  [{ PUBLIC_URL: 'ftp://example.org' }, 'PUBLIC_URL'],
  [{ PUBLIC_URL: 'example.org' }, 'PUBLIC_URL'],
  [{ PUBLIC_URL: 'https://example.org/app' }, 'PUBLIC_URL'],
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
  [{ DATABASE_URL: 'postgres://x/y' }, 'SESSION_SECRET'],
  [{ REDIS_URL: 'redis://localhost', SESSION_SECRET: 'x'.repeat(32) }, 'REDIS_URL'],
  [{ SESSION_SECRET: 'short' }, 'SESSION_SECRET'],
  [{ DEMO: 'yes' }, 'DEMO'],
  [{ TRUST_PROXY: 'true' }, 'TRUST_PROXY'],
  [{ TRUST_PROXY: '10.0.0.0/40' }, 'TRUST_PROXY'],
  [{ LIMITS: '{' }, 'LIMITS'],
  [{ LIMITS: '{"updatePerSecond":5}' }, 'LIMITS'],
  [{ LIMITS: '{"updatesPerSecond":-5}' }, 'LIMITS (updatesPerSecond)'],
  [{ ICE_SERVERS: '[{"url":"stun:x"}]' }, 'ICE_SERVERS'],
  [{ METRICS_TOKEN: 'short' }, 'METRICS_TOKEN'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
])('a wrong value is refused with one line that begins with its name: %j', (env, name) => {
  const line = lineFor(env)
  expect(line.startsWith(`${name}`)).toBe(true)
  expect(line).not.toContain('\n')
})

test('a secret never appears in the line that refuses it', () => {
  expect(lineFor({ SESSION_SECRET: 'hunter2' })).not.toContain('hunter2')
})

test('empty values mean not set', () => {
  expect(readConfig({ REDIS_URL: '', DEMO: ' ' }).demo).toBeUndefined()
})

test('LIMITS are laid over the defaults and remembered apart', () => {
  const config = readConfig({ LIMITS: '{"updatesPerSecond": 1000}' })
  expect(config.limits.updatesPerSecond).toBe(1000)
  expect(config.limits.updateBurst).toBe(1000)
  expect(config.changedLimits).toEqual({ updatesPerSecond: 1000 })
})

test('settings of later versions are named, not ignored in silence', () => {
  expect(readConfig({ LIVEKIT_URL: 'ws://localhost' }).unused).toEqual(['LIVEKIT_URL'])
  expect(readConfig({ SMTP_URL: 'smtp://localhost' }).smtpUrl).toBe('smtp://localhost')
})

test('loopback is this machine and nothing else', () => {
  expect(['localhost', '127.0.0.1', '127.8.9.1', '[::1]', '::1'].every(isLoopback)).toBe(true)
  expect(
    ['192.168.1.4', 'example.org', '127.0.0.1.evil.example', 'localhost.evil.example', '0.0.0.0'].some(
      isLoopback,
    ),
  ).toBe(false)
})

test.each([
  ['DEMO=1 wins', { demo: true, loopback: false }, { marked: false, empty: false }, true],
  ['DEMO=0 wins', { demo: false, loopback: true }, { marked: true, empty: true }, false],
  ['an empty store on loopback', { demo: undefined, loopback: true }, { marked: false, empty: true }, true],
  ['a marked store on loopback', { demo: undefined, loopback: true }, { marked: true, empty: false }, true],
  ['a store of real data', { demo: undefined, loopback: true }, { marked: false, empty: false }, false],
  [
    'a public address, empty store',
    { demo: undefined, loopback: false },
    { marked: false, empty: true },
    false,
  ],
  [
    'a public address, marked store',
    { demo: undefined, loopback: false },
    { marked: true, empty: false },
    false,
  ],
])('the demo: %s', (_name, config, store, expected) => {
  expect(servesDemo(config, store)).toBe(expected)
})

test('a port chosen by the system moves the default address, never a given one', () => {
  const config = readConfig({ PORT: '0' })
  expect(withPort(config, 4123, false).publicUrl.href).toBe('http://localhost:4123/')
  const given = readConfig({ PORT: '0', PUBLIC_URL: 'http://localhost:9' })
  expect(withPort(given, 4123, true).publicUrl.href).toBe('http://localhost:9/')
})
