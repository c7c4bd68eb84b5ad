// Brings a clone to the point where it can run: dependencies that match the lock file, and a Node that is new enough.
// Plain JavaScript for whatever Node the machine has; uses nothing that would have to be installed first.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const stamp = join(root, 'node_modules', '.faire-ensemble.json')

const wanted = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')

function installed() {
  try {
    return JSON.parse(readFileSync(stamp, 'utf8'))
  } catch {
    return {}
  }
}

/** Installs what the lock file says, unless it is there. `tests` also brings what only the tests need. */
export function ensureDependencies({ tests }) {
  const lock = wanted()
  const have = installed()
  if (have.lock === lock && (have.tests || !tests)) return
  // A tree that somebody develops in is never shrunk to what the server needs.
  const everything = tests || have.tests || existsSync(join(root, 'node_modules', 'vitest'))
  console.log(everything ? 'Installing dependencies…' : 'Installing what the server needs…')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const done = spawnSync(npm, ['ci', '--loglevel=error', ...(everything ? [] : ['--omit=dev'])], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (done.status !== 0) {
    console.error('The installation did not succeed; what npm said stands above.')
    process.exit(1)
  }
  writeFileSync(stamp, JSON.stringify({ lock, tests: everything }))
}

/** The Node 24 that came as a package; else the machine's own where it is 22.12 or newer. */
export function node() {
  const brought = join(
    root,
    'node_modules',
    `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  )
  if (existsSync(brought)) return brought
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 12)) return process.execPath
  console.error(
    `Node ${process.versions.node} is too old and no newer one came with the packages for ${process.platform} ${process.arch}: please install Node 22.12 or newer.`,
  )
  process.exit(1)
}

/** Between 22.12 and 22.18 Node strips types only when asked. */
export function typeFlags(binary) {
  if (binary !== process.execPath) return []
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major === 22 && minor < 18
    ? ['--experimental-strip-types', '--disable-warning=ExperimentalWarning']
    : []
}

/** The environment in which the packages' own commands find our Node first. */
export function environment(extra = {}) {
  const separator = process.platform === 'win32' ? ';' : ':'
  return {
    ...process.env,
    PATH: [dirname(node()), join(root, 'node_modules', '.bin'), process.env.PATH].join(separator),
    ...extra,
  }
}

function newest(path) {
  const stats = statSync(path)
  if (!stats.isDirectory()) return stats.mtimeMs
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), stats.mtimeMs)
}

/** Builds the client where a source is newer than the last build. */
export function ensureBuild() {
  const built = join(root, 'dist', 'client', 'index.html')
  const sources = ['client', 'shared', 'vite.config.ts', 'package-lock.json'].map((path) => join(root, path))
  if (existsSync(built) && sources.every((source) => newest(source) <= statSync(built).mtimeMs)) return
  console.log('Building the client…')
  const done = spawnSync(
    node(),
    [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'error'],
    { cwd: root, stdio: 'inherit', env: environment() },
  )
  if (done.status !== 0) process.exit(done.status ?? 1)
}
