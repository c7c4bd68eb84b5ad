// `npm run import -- FILE`: brings a whole organisation in the coop-cycle format into the store, all or nothing.
import { readFile } from 'node:fs/promises'
import { openStore, type Store } from '#server/adapters/sql/openStore.ts'
import { becomesPast } from '#server/features/followUp/becomesPast.ts'
import { livingStore } from '#server/features/publication/livingStore.ts'
import { commandWords, runOnStore } from '#server/launch/storeCommand.ts'
import { describeCycleProblem } from '#shared/cycle/cycleErrors.ts'
import type { CycleProblem } from '#shared/cycle/cycleProblem.ts'
import { parseCycleJson } from '#shared/cycle/parseCycleJson.ts'

const words = commandWords(process.env)
const args = process.argv.slice(2)
const replace = args.includes('--replace')
const [file, ...rest] = args.filter((arg) => arg !== '--replace')

const complain = (problems: readonly CycleProblem[], total: number): number => {
  for (const problem of problems) process.stderr.write(`${describeCycleProblem(problem, words.language)}\n`)
  if (total > problems.length) process.stderr.write(`${words.more(total - problems.length)}\n`)
  process.stderr.write(`${words.nothingWritten}\n`)
  return 1
}

async function importInto(store: Store, json: unknown): Promise<number> {
  const closing = { past: replace ? await becomesPast(livingStore(store)) : [], byName: '', at: Date.now() }
  const outcome = await store.cycle.importFile(json, { replace, closing })
  if (!outcome.ok) return complain(outcome.problems, outcome.total)
  process.stdout.write(`${words.imported(outcome.report)}\n`)
  return 0
}

async function run(): Promise<number> {
  if (file === undefined || rest.length > 0 || file.startsWith('--')) throw new Error(words.importUsage)
  const parsed = parseCycleJson(await readFile(file, 'utf8'))
  if (!parsed.ok) return complain([parsed.problem], 1)
  return await runOnStore(openStore, process.env, (store) => importInto(store, parsed.json))
}

process.exitCode = await run().catch((error: unknown) => {
  process.stderr.write(`${words.failure(error)}\n`)
  return 1
})
