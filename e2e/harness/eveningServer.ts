// The product's own process on an evening of the past: its clock is moved from step to step.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { freePort, until } from '#e2e/harness/runningServer.ts'

export interface EveningServer {
  readonly url: string
  /** Milliseconds since 1970. */
  moveTo(moment: number): Promise<void>
  close(): Promise<void>
}

export async function eveningServer(begin: number): Promise<EveningServer> {
  const here = dirname(fileURLToPath(import.meta.url))
  const [port, dataDir] = [await freePort(), mkdtempSync(join(tmpdir(), 'evening-'))]
  const clock = pathToFileURL(join(here, 'movedClock.ts')).href
  const child = spawn(process.execPath, ['--import', clock, join(here, '..', '..', 'server', 'main.ts')], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn', TZ: 'Europe/Paris' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const url = `http://127.0.0.1:${port}`
  const moveTo = async (moment: number): Promise<void> => {
    child.send(moment)
    await once(child, 'message')
  }
  await moveTo(begin)
  await until(async () => child.exitCode !== null || (await fetch(`${url}/readyz`)).ok, 'the server', 60_000)
  return {
    url,
    moveTo,
    close: async () => {
      child.kill('SIGTERM')
      await once(child, 'exit')
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
