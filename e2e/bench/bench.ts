// `npm run bench`: measures the product and writes the tables into docs/bench.md. `--only room|board|disk|hall|similar|search|merge`; a room alone by default.
import { boardBench } from '#e2e/bench/boardBench.ts'
import { diskUse } from '#e2e/bench/diskUse.ts'
import { hallBench } from '#e2e/bench/hallBench.ts'
import { mergeBench } from '#e2e/bench/mergeBench.ts'
import { type BenchReport, load, tell } from '#e2e/bench/report.ts'
import { roomBench } from '#e2e/bench/roomBench.ts'
import { searchBench } from '#e2e/bench/searchBench.ts'
import { similarBench } from '#e2e/bench/similarBench.ts'
import { demoFiles } from '#e2e/bench/similarQuality.ts'

const given = process.argv.slice(2)

const number = (name: string, fallback: number): number => {
  const at = given.indexOf(`--${name}`)
  if (at < 0) return fallback
  const value = Number(given[at + 1])
  if (!(value > 0)) throw new Error(`--${name} wants a number above 0`)
  return value
}

function judgedFiles(): { readonly cycle: string; readonly pairs: string } | undefined {
  const file = (name: string): string | undefined =>
    given.includes(`--${name}`) ? given[given.indexOf(`--${name}`) + 1] : undefined
  const [cycle, pairs] = [file('cycle'), file('pairs')]
  if (cycle === undefined && pairs === undefined) return undefined
  return { cycle: cycle ?? demoFiles.cycle, pairs: pairs ?? demoFiles.pairs }
}

const benches = {
  /** The smoke run. */
  room: () =>
    roomBench(
      {
        people: number('people', 64),
        writers: number('writers', 16),
        editsPerSecond: number('edits', 4),
        seconds: number('seconds', 10),
      },
      number('rounds', 3),
    ),
  board: () => boardBench({ openings: number('rounds', 5), seconds: number('seconds', 10) }),
  disk: () => diskUse(number('share', 0.2)),
  hall: () => hallBench(number('seconds', 60)),
  merge: () => mergeBench(number('rounds', 3)),
  search: async () => searchBench(),
  /** `--cycle FILE --pairs FILE`: another cycle and other judged pairs. */
  similar: async () => similarBench(judgedFiles()),
} satisfies Record<string, () => Promise<BenchReport>>

function chosen(): (keyof typeof benches)[] {
  const names = Object.keys(benches) as (keyof typeof benches)[] // the keys of that very object
  if (given.includes('--hall')) return ['hall']
  if (!given.includes('--only')) return ['room']
  const asked = given[given.indexOf('--only') + 1]
  const found = names.filter((name) => name === asked)
  if (found.length === 0) throw new Error(`--only wants one of ${names.join(', ')}`)
  return found
}

for (const name of chosen()) {
  const before = load()
  const command = ['npm run bench', ...(given.length > 0 ? ['--', ...given] : [])].join(' ')
  tell(await benches[name](), command, before)
}
