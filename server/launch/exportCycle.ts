// `npm run export -- FILE`: writes the whole organisation, as it stands in the product, as a coop-cycle file.
import { open, rename, rm } from 'node:fs/promises'
import { openStore } from '#server/adapters/sql/openStore.ts'
import { standingCycle } from '#server/features/exports/standingCycle.ts'
import { commandWords, runOnStore } from '#server/launch/storeCommand.ts'

const words = commandWords(process.env)
const [file, ...rest] = process.argv.slice(2)

/** Whoever kills this in the middle keeps the former file whole. */
async function writeWhole(target: string, content: string): Promise<void> {
  const part = `${target}.${process.pid}.part`
  try {
    const handle = await open(part, 'w')
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(part, target)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

async function run(): Promise<number> {
  if (file === undefined || rest.length > 0 || file.startsWith('--')) throw new Error(words.exportUsage)
  return await runOnStore(openStore, process.env, async (store) => {
    const standing = await standingCycle(store, Date.now())
    if (!standing) throw new Error(words.emptyStore)
    await writeWhole(file, `${JSON.stringify(standing.file, null, 2)}\n`)
    if (standing.leftOut.length > 0) process.stderr.write(`${words.leftOut(standing.leftOut)}\n`)
    process.stdout.write(`${words.exported(file)}\n`)
    return 0
  })
}

process.exitCode = await run().catch((error: unknown) => {
  process.stderr.write(`${words.failure(error)}\n`)
  return 1
})
