// `npm run faults -- --rounds N [--seed S]`: kills the server N times in mid-typing and says what was lost.
import { killRound } from '#e2e/faults/killRounds.ts'
import { startServer } from '#e2e/harness/runningServer.ts'

const argument = (name: string, fallback: number): number => {
  const at = process.argv.indexOf(`--${name}`)
  return at > 0 ? Number(process.argv[at + 1]) : fallback
}
const rounds = argument('rounds', 20)
let seed = argument('seed', Date.now() % 2 ** 31)
console.log(`${rounds} rounds of kill -9, seed ${seed}`)
/** mulberry32, so that a run can be repeated from its printed seed. */
const random = (): number => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
}

const server = await startServer()
let lost = 0
let seen = 0
try {
  for (let round = 1; round <= rounds; round++) {
    const result = await killRound(server, random)
    lost += result.missing
    seen += result.seen
    console.log(
      `round ${round}: ${result.seen} characters seen by others, ${result.missing} missing, ready again after ${result.restartMs.toFixed(0)} ms`,
    )
    if (result.seen === 0) throw new Error('a round without typing proves nothing')
  }
} finally {
  await server.close()
}
console.log(`${rounds} kills, ${seen} characters seen by others, ${lost} lost`)
process.exit(lost > 0 ? 1 : 0)
