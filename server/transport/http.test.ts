// Headers, bodies, refusals and files, over real HTTP.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer, Visitor } from '#server/testing/doorsServer.ts'
import { nestsDeeperThan } from '#server/transport/httpSecurity.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ METRICS_TOKEN: 'a token of sixteen or more' })
  const client = join(server.serving.config.dataDir, 'client')
  mkdirSync(join(client, 'static'), { recursive: true })
  writeFileSync(join(client, 'index.html'), '<!doctype html><html lang="fr"><title>Faire Ensemble</title>')
  writeFileSync(join(client, 'static', 'app-1234.js'), 'export {}')
  writeFileSync(join(client, 'static', 'app-1234.js.map'), '{}')
  writeFileSync(join(client, 'static', 'big-5678.js'), 'export const whole = 1')
  writeFileSync(join(client, 'static', 'big-5678.js.gz'), gzipSync('export const small = 1'))
  writeFileSync(join(client, 'service-worker.js'), "const build = '__BUILD__'")
  writeFileSync(join(client, '.env'), 'SECRET=1')
})
afterAll(() => server.close())

const get = (path: string, headers: Record<string, string> = {}) => fetch(server.url + path, { headers })

/** As it is spelled: `fetch` would tidy the path. */
const getRaw = (path: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url)
    const asked = httpRequest({ hostname, port, path }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    asked.on('error', reject)
    asked.end()
  })

test('the process says that it lives and that it can serve', async () => {
  const health = await get('/healthz')
  expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }])
  expect((await get('/readyz')).status).toBe(200)
})

test('the figures are for this machine or the token', async () => {
  expect(await (await get('/metrics')).text()).toContain('fe_connections')
  expect((await get('/metrics', { 'x-forwarded-for': '192.0.2.1' })).status).toBe(404)
  const token = { 'x-forwarded-for': '192.0.2.1', authorization: 'Bearer a token of sixteen or more' }
  expect((await get('/metrics', token)).status).toBe(200)
})

test('pages are the client’s one page, never stored; other addresses are 404', async () => {
  for (const path of [
    '/',
    '/g/nantes',
    '/r/NANTES',
    '/r/NANTES/phone',
    '/r/NANTES/display',
    '/cycle',
    '/cycle/convergence',
    '/admin',
  ]) {
    const page = await get(path)
    expect(page.status, path).toBe(200)
    expect(page.headers.get('cache-control')).toBe('no-cache')
    expect(await page.text()).toContain('<html data-content-language="fr" lang="fr"><title>Faire Ensemble')
  }
})

test.each([
  '/nowhere',
  '/r',
  '/r/NANTES/elsewhere',
  '/index.html',
  '/.env',
  '/.git/config',
  '/package.json',
  '/static/app-1234.js.map',
  '/static/',
  '/../package.json',
  '/..%2fpackage.json',
  '/static/..%2f..%2fstore.sqlite',
  '/static/%00',
  '/%5c..%5cstore.sqlite',
  '/api/nowhere',
  '/assets/nowhere',
])('%s is 404', async (path) => {
  expect(await getRaw(path)).toBe(404)
})

test('files whose names change with their content are kept for ever', async () => {
  const file = await get('/static/app-1234.js')
  expect(file.status).toBe(200)
  expect(file.headers.get('cache-control')).toContain('immutable')
})

test('a compressed copy goes to those who take it, under the name and type of the whole', async () => {
  const small = await get('/static/big-5678.js', { 'accept-encoding': 'gzip, br' })
  expect(small.headers.get('content-encoding')).toBe('gzip')
  expect(small.headers.get('content-type')).toMatch(/javascript/)
  expect(small.headers.get('vary')).toMatch(/accept-encoding/i)
  expect(small.headers.get('cache-control')).toContain('immutable')
  expect(await small.text()).toBe('export const small = 1')
  const whole = await get('/static/big-5678.js', { 'accept-encoding': 'identity' })
  expect(whole.headers.get('content-encoding')).toBeNull()
  expect(whole.headers.get('vary')).toMatch(/accept-encoding/i)
  expect(await whole.text()).toBe('export const whole = 1')
  const alone = await get('/static/app-1234.js', { 'accept-encoding': 'gzip' })
  expect(alone.headers.get('content-encoding')).toBeNull()
  expect(await alone.text()).toBe('export {}')
})

test('the worker that keeps files is asked for anew each time, and is another one after another build', async () => {
  const read = async () => {
    const worker = await get('/service-worker.js')
    expect([worker.status, worker.headers.get('cache-control')]).toEqual([200, 'no-cache'])
    expect(worker.headers.get('content-type')).toContain('javascript')
    expect(worker.headers.get('content-security-policy')).toContain("worker-src 'self'")
    return worker.text()
  }
  const before = await read()
  expect(before).toMatch(/const build = '[0-9a-f]{16}'/u)
  expect(await read()).toBe(before)
  const page = join(server.serving.config.dataDir, 'client', 'index.html')
  const was = readFileSync(page, 'utf8')
  writeFileSync(page, `${was}<script src="/static/other.js"></script>`)
  expect(await read()).not.toBe(before)
  writeFileSync(page, was)
})

test('headers: scripts from here only, nothing framed, plain http stays plain', async () => {
  const { headers } = await get('/')
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).toContain(`ws://localhost:${server.serving.config.port}`)
  expect(policy).not.toContain('upgrade-insecure-requests')
  expect(headers.get('strict-transport-security')).toBeNull()
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('x-powered-by')).toBeNull()
})

test('a page may be reached by a link from anywhere, the API not', async () => {
  const foreign = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }
  expect((await get('/r/NANTES', foreign)).status).toBe(200)
  expect((await get('/api/me', foreign)).status).toBe(403)
  expect((await get('/', { origin: 'https://evil.example' })).status).toBe(403)
})

const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/api/rooms/NANTES/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })

test.each([
  ['too large', '"'.padEnd(300_000, 'x'), {}, 413],
  ['too deep', `${'['.repeat(60_000)}${']'.repeat(60_000)}`, {}, 400],
  ['not JSON', '{"name":', {}, 400],
  ['a bare word', 'true', {}, 400],
  ['compressed', gzipSync('{"name":"A","presence":"remote"}'), { 'content-encoding': 'gzip' }, 415],
  ['another charset', '{}', { 'content-type': 'application/json; charset=utf-7' }, 415],
  ['a form', 'name=A', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ['XML', '<!DOCTYPE a [<!ENTITY x "y">]>', { 'content-type': 'application/xml' }, 415],
])('a body that is %s is refused at once', async (_name, body, headers, status) => {
  const began = performance.now()
  const response = await post(body as string, headers as unknown as Record<string, string>) // rows of several shapes
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toContain('application/problem+json')
  expect(performance.now() - began).toBeLessThan(1_000)
})

test('brackets count outside strings only', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  expect(nestsDeeperThan(bytes(JSON.stringify({ a: '[[[[[[', b: '\\"[[[[' })), 2)).toBe(false)
  expect(nestsDeeperThan(bytes('[[[]]]'), 2)).toBe(true)
})

test('refusals speak the language asked for, French otherwise', async () => {
  const title = async (headers: Record<string, string>, query = '') =>
    ((await (await get(`/api/nowhere${query}`, headers)).json()) as { title: string }).title
  expect(await title({})).toBe('Introuvable')
  expect(await title({ 'accept-language': 'en-GB,en;q=0.9,fr;q=0.5' })).toBe('Not found')
  expect(await title({ 'accept-language': 'de, nl;q=0.8, en;q=0.7' })).toBe('Niet gevonden')
  expect(await title({ 'accept-language': 'en' }, '?lang=nl')).toBe('Niet gevonden')
  expect(await title({ 'accept-language': ',;q=,'.repeat(2000) })).toBe('Introuvable')
})

test('a ticket, a cookie and a room code stand in no line of the log', async () => {
  const guest = new Visitor(server)
  const { ticket } = await guest.join('NANTES')
  await guest.ask('GET', `/api/rooms/NANTES?ticket=${ticket}`)
  await guest.ask('GET', '/api/rooms/NANTES', undefined, { authorization: `Bearer ${ticket}` })
  const log = server.log.join('')
  expect(log).toContain('/api/rooms/:code')
  expect(log).not.toContain(ticket)
  expect(log).not.toContain(guest.cookie.split('=')[1])
  expect(log).not.toContain('NANTES')
})

test('malformed requests close their own line and nothing else', async () => {
  const { port } = new URL(server.url)
  const send = (bytes: string): Promise<string> =>
    new Promise((resolve) => {
      let heard = ''
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(bytes))
      socket.on('data', (chunk) => {
        heard += chunk.toString()
      })
      socket.on('error', () => undefined)
      socket.on('close', () => resolve(heard))
    })
  const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket\r\n'
  const many = Array.from({ length: 1_900 }, (_, n) => `X-${n}: ${n}\r\n`).join('')
  expect(await send('GET / HTTP/9.9\r\n\r\n')).toMatch(/^HTTP\/1.1 (400|505)/)
  expect(await send('\x16\x03\x01\x02garbage\r\n\r\n')).toMatch(/^HTTP\/1.1 400/)
  expect(await send(`GET / HTTP/1.1\r\nHost: a\r\n${many}\r\n`)).toMatch(/^HTTP\/1.1 431/)
  expect(
    await send(
      `GET /yjs/whiteboard/nantes HTTP/1.1\r\nHost: a\r\n${upgrade}Sec-WebSocket-Key: short\r\n\r\n`,
    ),
  ).toMatch(/^HTTP\/1.1 400/)
  expect(await send(`GET /elsewhere HTTP/1.1\r\nHost: a\r\n${upgrade}\r\n`)).toMatch(/^HTTP\/1.1 404/)
  expect((await get('/healthz')).status).toBe(200)
})
