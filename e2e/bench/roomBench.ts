// A room that writes, beside a bare relay in the same run: interleaved rounds, so that both meet the same machine.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { firstParagraph } from '#e2e/bench/firstParagraph.ts'
import { type ProcessCost, processCost } from '#e2e/bench/processCost.ts'
import { type BenchReport, milliseconds } from '#e2e/bench/report.ts'
import { type LoadResult, loadRoom, percentile, type RoomLoad } from '#e2e/bench/writers.ts'
import { documentOf, join as joinRoom } from '#e2e/harness/rawClient.ts'
import { freePort, type RunningServer, startServer } from '#e2e/harness/runningServer.ts'
import { draftsRoot } from '#shared/draft/draftModel.ts'

/** One machine stands for everybody's: the limits of one address and one person are lifted. */
export const benchLimits = {
  updatesPerSecond: 10_000,
  updateBurst: 100_000,
  bytesPerSecond: 1e8,
  socketsPerParticipant: 1000,
} as const

export type Pace = Pick<
  RoomLoad,
  'people' | 'writers' | 'editsPerSecond' | 'seconds' | 'presences' | 'timedEach'
>

export interface Measured extends LoadResult {
  /** Processors kept busy by the server while people wrote. */
  readonly cpu: number
  readonly rssMiB: number
}

async function measured(pid: number, load: RoomLoad): Promise<Measured> {
  let before: ProcessCost = processCost(pid)
  let started = performance.now()
  const result = await loadRoom({
    ...load,
    begins: async () => {
      await load.begins?.()
      before = processCost(pid)
      started = performance.now()
    },
  })
  const after = processCost(pid)
  const elapsed = (performance.now() - started) / 1000
  return { ...result, cpu: (after.cpuSeconds - before.cpuSeconds) / elapsed, rssMiB: after.rssMiB }
}

async function relayRound(pace: Pace): Promise<Measured> {
  const port = await freePort()
  const relay = spawn(process.execPath, [join(import.meta.dirname, 'bareRelay.ts'), String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(relay.stdout, 'data')
  try {
    return await measured(relay.pid ?? 0, {
      ...pace,
      handshake: false,
      roots: new Set(['text']),
      address: () => `ws://127.0.0.1:${port}`,
      text: (doc) => doc.getText('text'),
    })
  } finally {
    relay.kill()
  }
}

/** Everybody joins as a guest of `NANTES` and writes in the proposals of its drafts. */
export async function productRound(
  pace: Pace,
  begins: (server: RunningServer) => Promise<void> = () => Promise.resolve(),
): Promise<Measured> {
  const server = await startServer({ env: { LIMITS: JSON.stringify(benchLimits) } })
  try {
    const guests = []
    for (let person = 0; person < pace.people; person++)
      guests.push(await joinRoom(server.url, 'NANTES', { name: `Personne ${person + 1}` }))
    const addresses = guests.map(
      ({ answer }) =>
        `${server.url.replace('http', 'ws')}/yjs/${documentOf(answer, 'drafts', 'NANTES')}?ticket=${answer.ticket}`,
    )
    return await measured(server.pid(), {
      ...pace,
      handshake: true,
      roots: new Set([draftsRoot]),
      address: (person) => addresses[person] ?? '',
      text: (doc, writer) => firstParagraph(doc, writer).text,
      begins: () => begins(server),
    })
  } finally {
    await server.close()
  }
}

export const loadColumns = [
  '',
  'p50 ms',
  'p95 ms',
  'p99 ms',
  'CPU',
  'RSS MiB',
  'bytes/arrival',
  'edits',
  'arrived',
]

export const loadRow = (name: string, pace: Pace, r: Measured): string[] => [
  name,
  ...[50, 95, 99].map((p) => milliseconds(percentile(r.latencies, p))),
  r.cpu.toFixed(2),
  r.rssMiB.toFixed(0),
  (r.bytesReceived / Math.max(1, r.edits * (pace.people - 1))).toFixed(0),
  String(r.edits),
  `${((100 * r.latencies.length) / Math.max(1, r.expected)).toFixed(1)} %`,
]

const median = (values: readonly number[]): number =>
  percentile(
    [...values].sort((a, b) => a - b),
    50,
  )

/** Throws when an edit was lost or a line was ended: figures of such a run say nothing. */
export function mustBeWhole(name: string, { latencies, expected, closed }: Measured): void {
  if (closed.length > 0) throw new Error(`${name}: lines were ended with ${closed.join(', ')}`)
  if (latencies.length < expected)
    throw new Error(`${name}: ${expected - latencies.length} of ${expected} arrivals are missing`)
}

export async function roomBench(pace: Pace, rounds: number): Promise<BenchReport> {
  const rows: string[][] = []
  const ratios: number[] = []
  for (let round = 1; round <= rounds; round++) {
    const relay = await relayRound(pace)
    const product = await productRound(pace)
    mustBeWhole('bare relay', relay)
    mustBeWhole('Faire Ensemble', product)
    rows.push(loadRow(`${round}. bare relay, keeps nothing`, pace, relay))
    rows.push(loadRow(`${round}. Faire Ensemble, on disk`, pace, product))
    ratios.push(percentile(product.latencies, 95) / percentile(relay.latencies, 95))
  }
  const { people, writers, editsPerSecond, seconds } = pace
  return {
    title: 'A room that writes',
    about: `${people} people, ${writers} of them writing ${editsPerSecond} times a second in the drafts of one room, ${seconds} s a round. From an edit to its arrival at another person; « CPU » is processors kept busy by the server alone. LIMITS ${JSON.stringify(benchLimits)}.`,
    columns: loadColumns,
    rows,
    notes: [
      `p95 against the relay: ${ratios.map((ratio) => ratio.toFixed(1)).join(', ')} times (median ${median(ratios).toFixed(1)}); nothing arrives before it is on disk.`,
    ],
  }
}
