// The process itself: how it starts, what it refuses, how it stops.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { io } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { Visitor } from '#server/testing/doorsServer.ts'
import { closeCode } from '#shared/contract/closeCode.ts'

const main = join(import.meta.dirname, 'main.ts')
let folder: string
const running: ChildProcess[] = []
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'main-'))
})
afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill('SIGKILL')
    await ended(child)
  }
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

interface Started {
  readonly child: ChildProcess
  /** What it said so far. */
  readonly out: () => string
  readonly err: () => string
}

function start(env: Record<string, string>): Started {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', DATA_DIR: join(folder, 'data'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk) => {
    said.out += String(chunk)
  })
  child.stderr.on('data', (chunk) => {
    said.err += String(chunk)
  })
  return { child, out: () => said.out, err: () => said.err }
}

const ended = (child: ChildProcess): Promise<{ code: number | null; ms: number }> => {
  const began = performance.now()
  const result = (code: number | null) => ({ code, ms: performance.now() - began })
  if (child.exitCode !== null) return Promise.resolve(result(child.exitCode))
  return new Promise((resolve) => child.once('exit', (code) => resolve(result(code))))
}

/** Resolves with the address once the process printed it. */
function address({ child, out, err }: Started): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const found = /^Faire Ensemble: (\S+)$/m.exec(out())
      if (found?.[1]) resolve(found[1])
    }
    child.stdout?.on('data', look)
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${err()}`)))
    look()
  })
}

/** Resolves once the process has logged it. */
function logged({ child, err }: Started, words: RegExp): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (words.test(err())) resolve()
    }
    child.stderr?.on('data', look)
    child.once('exit', () => reject(new Error(`never logged ${words}: ${err()}`)))
    look()
  })
}

test('an empty store on loopback: the demo, an address, the command for the Wi-Fi; found again at the second start', async () => {
  const first = start({})
  const url = await address(first)
  expect(first.out()).toMatch(
    /To open the demo to the same Wi-Fi: .*HOST=0\.0\.0\.0 PUBLIC_URL=http:\/\/\S+ DEMO=1 npm start/,
  )
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
  const guest = new Visitor({ url })
  const { participantId, room } = await guest.join('NANTES')
  first.child.kill('SIGTERM')
  expect((await ended(first.child)).code).toBe(0)

  const second = start({})
  const again = new Visitor({ url: await address(second) })
  const back = await again.ask(
    'POST',
    '/api/rooms/NANTES/join',
    { name: 'Ana', presence: 'remote' },
    { cookie: guest.cookie },
  )
  expect(await back.json()).toMatchObject({ participantId, room: { id: room.id } })
  expect(statSync(join(folder, 'data', 'session-secret')).mode & 0o777).toBe(0o600)
}, 60_000)

test('SIGTERM: document lines close with 4503, room lines close, the end comes within five seconds', async () => {
  const started = start({})
  const url = await address(started)
  const { ticket, documents } = await new Visitor({ url }).join('NANTES')
  const document = new WebSocket(`${url.replace('http', 'ws')}/yjs/${documents[0]?.name}?ticket=${ticket}`)
  document.on('open', () => document.send(Uint8Array.of(0, 0, 1, 0)))
  await new Promise((resolve) => document.once('message', resolve))
  const room = io(url, { transports: ['websocket'], auth: { ticket }, reconnection: false, forceNew: true })
  await new Promise((resolve) => room.once('room', resolve))

  const closed = new Promise((resolve) => document.once('close', resolve))
  const disconnected = new Promise((resolve) => room.once('disconnect', resolve))
  const stopped = ended(started.child)
  started.child.kill('SIGTERM')
  expect(await closed).toBe(closeCode.shuttingDown)
  await disconnected
  const { code, ms } = await stopped
  expect(code).toBe(0)
  expect(ms).toBeLessThan(5_000)
}, 60_000)

test('while it stops, /readyz answers 503 with the reason, and says so in the log without calling it an error', async () => {
  const started = start({})
  const { hostname, port } = new URL(await address(started))
  // A question that was begun before the signal: the process waits for its end, and takes no new ones. It came in one piece
  // with the one before it, so that it has been read when that one is answered.
  const line = connect(Number(port), hostname)
  let answer = ''
  const first = new Promise<void>((resolve) => {
    line.on('data', (bytes) => {
      answer += String(bytes)
      resolve()
    })
  })
  const closed = new Promise((resolve, reject) => line.once('close', resolve).once('error', reject))
  const head = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\n`
  line.write(`${head('/healthz')}\r\n${head('/readyz')}`)
  await first
  answer = ''
  const stopped = ended(started.child)
  started.child.kill('SIGTERM')
  await logged(started, /"msg":"stopping"/)
  line.write('Connection: close\r\n\r\n')
  await closed
  expect(answer).toMatch(/^HTTP\/1\.1 503 /)
  expect(answer).toContain('{"status":"not ready","reason":"stopping"}')
  expect((await stopped).code).toBe(0)
  const lines = started
    .err()
    .split('\n')
    .filter((text) => text.includes('"/readyz"'))
    .map((text) => JSON.parse(text) as { level: unknown; status: unknown })
  // pino's warn: an error is 50.
  expect(lines).toEqual([expect.objectContaining({ level: 40, status: 503 })])
}, 60_000)

test('DEMO=0 turns the demo off, also for later starts, until DEMO=1', async () => {
  const signIn = async (env: Record<string, string>): Promise<number> => {
    const started = start(env)
    const url = await address(started)
    const response = await new Visitor({ url }).ask('POST', '/api/demo/sign-in', { persona: 'admin' })
    started.child.kill('SIGTERM')
    await ended(started.child)
    return response.status
  }
  expect(await signIn({})).toBe(200)
  expect(await signIn({ DEMO: '0', HOST: '127.0.0.1' })).toBe(404)
  expect(await signIn({ HOST: '127.0.0.1' })).toBe(404)
  expect(await signIn({ DEMO: '1' })).toBe(200)
}, 90_000)

test.each([
  [{ PORT: 'three' }, 'PORT'],
  [{ REDIS_URL: 'redis://localhost', SESSION_SECRET: 'x'.repeat(40) }, 'REDIS_URL'],
  [{ DATABASE_URL: 'postgres://localhost/x' }, 'SESSION_SECRET'],
  [{ LIMITS: '{"nothing":1}' }, 'LIMITS'],
])(
  '%j stops the start with one line and code 1',
  async (env, name) => {
    const started = start(env as unknown as Record<string, string>) // rows of several shapes
    expect((await ended(started.child)).code).toBe(1)
    expect(started.err().trim().split('\n')).toHaveLength(1)
    expect(started.err()).toMatch(new RegExp(`^${name}`))
  },
  30_000,
)

test('a second process on the same store, or on a taken port, says so in one line', async () => {
  const first = start({})
  const { port } = new URL(await address(first))
  const sameStore = start({})
  expect((await ended(sameStore.child)).code).toBe(1)
  expect(sameStore.err().trim()).toMatch(/^DATA_DIR: .*$/)
  const samePort = start({ PORT: port, DATA_DIR: join(folder, 'other') })
  expect((await ended(samePort.child)).code).toBe(1)
  expect(samePort.err().trim()).toMatch(/^PORT: \d+ is already in use$/)
}, 60_000)
