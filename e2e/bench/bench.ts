// `npm run bench`: a room of 64 with 16 writing, beside a bare relay in the same run. Figures are for reading as ratios.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpus } from 'node:os'
import { join } from 'node:path'
import * as Y from 'yjs'
import { type ProcessCost, processCost } from '#e2e/bench/processCost.ts'
import { loadRoom, type LoadResult, percentile } from '#e2e/bench/writers.ts'
import { documentOf, join as joinRoom } from '#e2e/harness/rawClient.ts'
import { freePort, startServer } from '#e2e/harness/runningServer.ts'
import { draftsOf, draftsRoot } from '#shared/draft/draftModel.ts'

const argument = (name: string, fallback: number): number => {
  const at = process.argv.indexOf(`--${name}`)
  return at > 0 ? Number(process.argv[at + 1]) : fallback
}
const people = argument('people', 64)
const writers = argument('writers', 16)
const seconds = argument('seconds', 10)
const rounds = argument('rounds', 3)
const editsPerSecond = argument('edits', 4)
const limits = {
  updatesPerSecond: 10_000,
  updateBurst: 100_000,
  bytesPerSecond: 1e8,
  socketsPerParticipant: 1000,
}

interface Measured extends LoadResult {
  readonly cpu: number
  readonly rssMiB: number
}

async function measured(pid: number, run: () => Promise<LoadResult>): Promise<Measured> {
  const before: ProcessCost = processCost(pid)
  const started = performance.now()
  const result = await run()
  const after = processCost(pid)
  const elapsed = (performance.now() - started) / 1000
  return { ...result, cpu: (after.cpuSeconds - before.cpuSeconds) / elapsed, rssMiB: after.rssMiB }
}

async function relayRound(): Promise<Measured> {
  const port = await freePort()
  const relay = spawn(process.execPath, [join(import.meta.dirname, 'bareRelay.ts'), String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(relay.stdout, 'data')
  try {
    return await measured(relay.pid ?? 0, () =>
      loadRoom({
        people,
        writers,
        editsPerSecond,
        seconds,
        handshake: false,
        roots: new Set(['text']),
        address: () => `ws://127.0.0.1:${port}`,
        text: (doc) => doc.getText('text'),
      }),
    )
  } finally {
    relay.kill()
  }
}

async function productRound(env: Record<string, string>): Promise<Measured> {
  const server = await startServer({ env: { LIMITS: JSON.stringify(limits), ...env } })
  try {
    const guests = await Promise.all(
      Array.from({ length: people }, (_, i) => joinRoom(server.url, 'NANTES', { name: `P${i}` })),
    )
    const address = (person: number): string => {
      const { answer } = guests[person] ?? {}
      if (!answer) throw new Error('nobody')
      return `${server.url.replace('http', 'ws')}/yjs/${documentOf(answer, 'drafts', 'NANTES')}?ticket=${answer.ticket}`
    }
    const text = (doc: Y.Doc, writer: number): Y.Text => {
      const drafts = [...draftsOf(doc).values()]
      const nuances = drafts[writer % drafts.length]?.get('summary')
      if (!(nuances instanceof Y.Text)) throw new Error('no draft to write in')
      return nuances
    }
    return await measured(server.pid(), () =>
      loadRoom({
        people,
        writers,
        editsPerSecond,
        seconds,
        handshake: true,
        roots: new Set([draftsRoot]),
        address,
        text,
      }),
    )
  } finally {
    await server.close()
  }
}

const row = (name: string, r: Measured): string =>
  [
    name.padEnd(26),
    ...[50, 95, 99].map((p) => percentile(r.latencies, p).toFixed(1).padStart(9)),
    r.cpu.toFixed(2).padStart(9),
    r.rssMiB.toFixed(0).padStart(9),
    (r.bytesReceived / Math.max(1, r.edits * (people - 1))).toFixed(0).padStart(9),
    String(r.edits).padStart(9),
    `${((100 * r.latencies.length) / Math.max(1, r.edits * (people - 1))).toFixed(1)} %`.padStart(9),
  ].join('')

console.log(
  `${people} people, ${writers} writing ${editsPerSecond} times a second, ${seconds} s, ${rounds} rounds; ${cpus().length} processors; LIMITS ${JSON.stringify(limits)}`,
)
console.log(
  ['', 'p50 ms', 'p95 ms', 'p99 ms', 'cpu', 'rss MiB', 'B/arrival', 'edits', 'arrived']
    .map((h, i) => (i === 0 ? h.padEnd(26) : h.padStart(9)))
    .join(''),
)
const ratios: number[] = []
for (let round = 1; round <= rounds; round++) {
  const relay = await relayRound()
  const product = await productRound({})
  console.log(row(`bare relay (keeps nothing)`, relay))
  console.log(row(`Faire Ensemble (durable)`, product))
  ratios.push(percentile(product.latencies, 95) / percentile(relay.latencies, 95))
  if (product.closed.length > 0) console.log(`closed: ${product.closed.join(', ')}`)
}
console.log(`p95 against the bare relay: ${ratios.map((r) => r.toFixed(1)).join(', ')} times`)
