// A child process for tests: appends to documents as fast as it can and says each row once it was acknowledged, until it is killed.
import { openStore } from '#server/adapters/sql/openStore.ts'

const [dataDir = '', databaseUrl, run = '0'] = process.argv.slice(2)
const { documentLog } = await openStore({ dataDir, databaseUrl: databaseUrl || undefined })
const documents = ['drafts/a', 'drafts/b', 'whiteboard/c']
for (const name of documents) await documentLog.create(name)

/** One writer's rows come one after the other; four writers' rows are committed together. */
async function write(name: string, writer: number): Promise<never> {
  for (let number = 0; ; number++) {
    const text = `${run}:${writer}:${number}`
    const seq = await documentLog.append(name, [
      { author: `w${writer}`, update: new TextEncoder().encode(text) },
    ])
    if (number % 20 === 19) await documentLog.saveSnapshot(name, { seq, state: Uint8Array.of(writer) })
    process.stdout.write(`${name} ${seq} ${text}\n`)
  }
}

await Promise.all(documents.flatMap((name) => [1, 2, 3, 4].map((writer) => write(name, writer))))
