// One big hall: sixty people write and show their hands, a hundred and forty read.
import { type BenchReport, milliseconds } from '#e2e/bench/report.ts'
import { loadColumns, loadRow, mustBeWhole, type Pace, productRound } from '#e2e/bench/roomBench.ts'
import type { RunningServer } from '#e2e/harness/runningServer.ts'

export const hallPace = (seconds: number): Pace => ({
  ...{ people: 200, writers: 60, editsPerSecond: 2, seconds },
  presences: { people: 60, perSecond: 5 },
  // Ten readers' and ten writers' arrivals: reading all 200 would keep this process busier than the server.
  timedEach: 10,
})

/** Milliseconds: the 99th percentile of the event loop's delay since the last reading; reading it begins a new time. */
async function loopDelay(server: RunningServer): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text()
  return Number(/^nodejs_eventloop_lag_p99_seconds (\S+)/mu.exec(text)?.[1] ?? Number.NaN) * 1000
}

export async function hallBench(seconds: number): Promise<BenchReport> {
  const pace = hallPace(seconds)
  let delay = Promise.resolve(Number.NaN)
  let timer: NodeJS.Timeout | undefined
  const result = await productRound(pace, async (server) => {
    await loopDelay(server)
    timer = setTimeout(
      () => {
        delay = loopDelay(server)
      },
      seconds * 1000 - 500,
    )
  })
  clearTimeout(timer)
  mustBeWhole('hall', result)
  return {
    title: 'One big hall',
    about: `200 lines on one document: 60 people write twice a second and move five times a second, 140 read; ${seconds} s. Timed at every tenth person.`,
    columns: [...loadColumns, 'loop p99 ms'],
    rows: [[...loadRow('Faire Ensemble, on disk', pace, result), milliseconds(await delay)]],
    notes: ['Wanted: p95 ≤ 150 ms, p99 ≤ 400 ms, event-loop delay p99 ≤ 50 ms, nothing lost.'],
  }
}
