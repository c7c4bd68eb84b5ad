// The power is cut in the middle of four people's typing: what anybody else had seen is there for a newcomer.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { killRound } from '#e2e/faults/killRounds.ts'
import { type RunningServer, startServer } from '#e2e/harness/runningServer.ts'

/** Rounds here; `npm run faults -- --rounds N` does more. */
const rounds = 3

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

test(`${rounds} times kill -9 in mid-typing: nothing that another person had seen is missing`, async () => {
  for (let round = 0; round < rounds; round++) {
    const pid = server.pid()
    const { seen, missing } = await killRound(server, Math.random)
    expect(seen).toBeGreaterThan(0)
    expect(missing).toBe(0)
    expect(server.pid()).not.toBe(pid)
  }
}, 180_000)
