// The whole server on a store that dies at a moment that a test names, and a new one on what it left behind.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { pino } from 'pino'
import type { DatabaseSettings } from '#server/adapters/sql/database.ts'
import { openStore } from '#server/adapters/sql/openStore.ts'
import { readConfig } from '#server/config.ts'
import { serve } from '#server/http/serve.ts'
import { startTestServer, type TestServer } from '#server/testing/doorsServer.ts'

/** Prints its port. What stands at `arm` changes `store` so that it calls `die` in time; `given` are the words it was given. */
const program = (arm: string): string => `
import { pino } from 'pino'
import { openStore } from '#server/adapters/sql/openStore.ts'
import { readConfig } from '#server/config.ts'
import { serve } from '#server/http/serve.ts'
const [dataDir, ...given] = process.argv.slice(1)
const store = await openStore({ dataDir })
const die = () => { process.kill(process.pid, 'SIGKILL'); return new Promise(() => undefined) }
${arm}
const serving = await serve({
  config: readConfig({ PORT: '0', DATA_DIR: dataDir }), host: '127.0.0.1', publicUrlGiven: false, store, demo: true,
  secret: 'a secret of more than thirty-two characters', logger: pino({ level: 'silent' }), clientFolder: dataDir,
  wifiCommand: () => '', fatal: (error) => { throw error },
})
serving.open()
console.log(serving.config.port)
`

export interface DyingServer {
  readonly url: string
  /** Code and signal of its end. */
  readonly ended: Promise<unknown[]>
  /** For a test that was given up before the server died of its own. */
  stop(): void
}

/** The folder of a test server's store, nobody using it. Whoever asks for it removes it. */
export async function storeFolder(): Promise<string> {
  const { serving, store } = await startTestServer()
  await serving.close()
  await store.close()
  return serving.config.dataDir
}

export const serveDying = (dataDir: string, arm: string, given: readonly string[]): Promise<DyingServer> =>
  begin(program(arm), [dataDir, ...given])

/** Rooms with drafts to be merged, seeded by itself before it serves, in any database. */
const mergingProgram = (arm: string): string => `
import { openStore } from '#server/adapters/sql/openStore.ts'
import { seedMergeRooms, seedParents, serveMerges } from '#server/testing/mergeBench.ts'
const [settings, ...given] = process.argv.slice(1)
const { dataDir, databaseUrl } = JSON.parse(settings)
const store = await openStore({ dataDir, ...(databaseUrl ? { databaseUrl } : {}) })
const die = () => { process.kill(process.pid, 'SIGKILL'); return new Promise(() => undefined) }
${arm}
await seedMergeRooms(store)
const serving = await serveMerges(store, dataDir)
await seedParents(serving)
console.log(serving.config.port)
`

export const serveDyingMerges = (
  { dataDir, databaseUrl }: DatabaseSettings,
  arm: string,
  given: readonly string[],
): Promise<DyingServer> => begin(mergingProgram(arm), [JSON.stringify({ dataDir, databaseUrl }), ...given])

async function begin(text: string, given: readonly string[]): Promise<DyingServer> {
  const child = spawn(process.execPath, ['-e', text, ...given], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const [port] = (await Promise.race([once(child.stdout, 'data'), ended.then(neverCameUp)])) as [Buffer] // piped streams give buffers
  return { url: `http://127.0.0.1:${Number(port.toString())}`, ended, stop: () => child.kill('SIGKILL') }
}

function neverCameUp(): never {
  throw new Error('the server to be killed never came up')
}

export async function serveAgain(dataDir: string): Promise<Pick<TestServer, 'url' | 'store' | 'serving'>> {
  const store = await openStore({ dataDir })
  const serving = await serve({
    config: readConfig({ PORT: '0', DATA_DIR: dataDir }),
    ...{ host: '127.0.0.1', publicUrlGiven: false, store, demo: true, clientFolder: dataDir },
    secret: 'a secret of more than thirty-two characters',
    logger: pino({ level: 'silent' }),
    wifiCommand: () => '',
    fatal: (error) => {
      throw error
    },
  })
  serving.open()
  return { url: `http://127.0.0.1:${serving.config.port}`, store, serving }
}
