// What was acknowledged is there after `kill -9`, and what is there is whole.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { describe, expect, test } from 'vitest'
import { openStore } from '#server/adapters/sql/openStore.ts'
import { databaseKinds, freshPlace } from '#server/testing/stores.ts'

const child = new URL('../../testing/appendForever.ts', import.meta.url).pathname

interface Acknowledged {
  readonly name: string
  readonly seq: number
  readonly text: string
}

/** Kills the child in the middle of its work once it has acknowledged some rows, and gives all that it acknowledged. */
async function appendUntilKilled(
  settings: { dataDir: string; databaseUrl?: string | undefined },
  run: number,
  rows: number,
): Promise<Acknowledged[]> {
  const args = [...process.execArgv, child, settings.dataDir, settings.databaseUrl ?? '', String(run)]
  const appending = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(appending, 'exit')
  const acknowledged: Acknowledged[] = []
  for await (const line of createInterface({ input: appending.stdout })) {
    const [name = '', seq, text = ''] = line.split(' ')
    acknowledged.push({ name, seq: Number(seq), text })
    if (acknowledged.length === rows) appending.kill('SIGKILL')
  }
  const [, signal] = await exited
  expect(signal).toBe('SIGKILL')
  return acknowledged
}

describe.each(databaseKinds)('%s', (kind) => {
  test('killed five times in mid-append, nothing acknowledged is lost and the chain holds', async () => {
    const place = await freshPlace(kind)
    const acknowledged: Acknowledged[] = []
    try {
      for (const [run, rows] of [150, 37, 400, 1, 220].entries()) {
        acknowledged.push(...(await appendUntilKilled(place.settings, run, rows)))
      }
      // The killed process's lock is gone: this one opens at once.
      const store = await openStore(place.settings)
      const decoder = new TextDecoder()
      for (const name of ['drafts/a', 'drafts/b', 'whiteboard/c']) {
        const texts = new Map<number, string>()
        for await (const { seq, update } of store.documentLog.history(name))
          texts.set(seq, decoder.decode(update))
        const theirs = acknowledged.filter((row) => row.name === name)
        expect(theirs.length).toBeGreaterThan(50)
        for (const { seq, text } of theirs) expect(texts.get(seq)).toBe(text)
        expect([...texts.keys()]).toEqual(Array.from(texts, (_, index) => index + 1))
        const kept = await store.documentLog.load(name)
        expect(kept?.headSeq).toBe(texts.size)
        expect(kept?.snapshot).toBeDefined()
      }
      await store.close()
    } finally {
      place.remove()
    }
  }, 120_000)
})
