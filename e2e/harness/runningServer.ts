// The product's own process, started as an operator would start it: on a free port, with a store of its own.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

export interface RunningServer {
  readonly url: string
  readonly port: number
  readonly dataDir: string
  pid(): number
  /** What the process printed so far. */
  output(): string
  /** Ends it without a warning, as a power cut would; resolves when it is gone. */
  kill(): Promise<void>
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>
  /** Starts it again on the same port and store. */
  restart(): Promise<void>
  /** Stops it and removes its store. */
  close(): Promise<void>
}

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

/** Asks until the answer is there; rejects with what was seen last after `timeout` milliseconds. */
export async function until<T>(
  look: () => Promise<T | undefined | false> | T | undefined | false,
  what: string,
  timeout = 30_000,
): Promise<T> {
  const end = Date.now() + timeout
  let last: unknown
  for (;;) {
    try {
      const seen = await look()
      if (seen) return seen
      last = seen
    } catch (error) {
      last = error
    }
    if (Date.now() > end) throw new Error(`waited ${timeout} ms for ${what}; last: ${String(last)}`)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

export interface StartOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly dataDir?: string
  readonly port?: number
}

/** Starts a server in demo mode unless `env` says otherwise, and waits until it is ready. */
export async function startServer(options: StartOptions = {}): Promise<RunningServer> {
  const port = options.port ?? (await freePort())
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'faire-ensemble-'))
  const url = `http://127.0.0.1:${port}`
  let printed = ''
  let child: ChildProcess | undefined
  const gone = (process: ChildProcess): Promise<number | null> =>
    process.exitCode !== null || process.signalCode !== null
      ? Promise.resolve(process.exitCode)
      : new Promise((resolve) => process.once('exit', (code) => resolve(code)))
  const start = async (): Promise<void> => {
    child = spawn(process.execPath, [join(root, 'server', 'main.ts')], {
      cwd: root,
      env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const started = child
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (bytes: Buffer) => (printed = (printed + String(bytes)).slice(-100_000)))
    await until(
      async () => started.exitCode !== null || (await fetch(`${url}/readyz`)).ok,
      `the server on port ${port}; it printed:\n${printed}`,
      60_000,
    )
    // Waiting on would not bring it back.
    if (started.exitCode !== null) throw new Error(`the server ended at once:\n${printed}`)
  }
  await start()
  const running = (): ChildProcess => {
    if (!child) throw new Error('not started')
    return child
  }
  const stop = (): Promise<number | null> => {
    running().kill('SIGTERM')
    return gone(running())
  }
  return {
    url,
    port,
    dataDir,
    pid: () => running().pid ?? 0,
    output: () => printed,
    kill: async () => {
      running().kill('SIGKILL')
      await gone(running())
    },
    stop,
    restart: start,
    close: async () => {
      if (running().exitCode === null && running().signalCode === null) await stop()
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
