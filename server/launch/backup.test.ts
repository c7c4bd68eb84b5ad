// Backup and restore as an operator runs them: under load, back again, damaged, newer, beside a running server.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '#server/adapters/sql/openStore.ts'
import { databaseKinds, type FreshPlace, freshPlace } from '#server/testing/stores.ts'

const path = (file: string) => new URL(file, import.meta.url).pathname

/** Each part of a backup spoilt in turn, and put right again. */
function damage(backup: string, part: string, refused: (why: RegExp) => void): void {
  const list = readFileSync(join(backup, 'manifest.json'), 'utf8')
  const whole = readFileSync(join(backup, part))
  appendFileSync(join(backup, part), 'x')
  refused(/^this backup is incomplete or damaged \(store\.[a-z.]+\): nothing was touched\n$/)
  writeFileSync(join(backup, part), whole)
  writeFileSync(
    join(backup, 'session-secret'),
    'another secret that nobody listed, and that opens everything',
  )
  refused(/damaged \(session-secret\)/)
  rmSync(join(backup, 'session-secret'))
  writeFileSync(join(backup, 'manifest.json'), list.replace(/"schema": "[^"]+"/, '"schema": "9999-later"'))
  refused(/of a newer version \(9999-later\)/)
  writeFileSync(join(backup, 'manifest.json'), list.slice(0, 40))
  refused(/manifest\.json/)
  writeFileSync(join(backup, 'manifest.json'), list)
}

describe.each(databaseKinds)('%s', (kind) => {
  let place: FreshPlace
  let folder: string
  beforeEach(async () => {
    place = await freshPlace(kind)
    folder = mkdtempSync(join(tmpdir(), 'faire-ensemble-backup-'))
  })
  afterEach(() => {
    place.remove()
    rmSync(folder, { recursive: true })
  })

  const command = (name: 'backup' | 'restore', target: string) => {
    const { dataDir, databaseUrl = '' } = place.settings
    const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: databaseUrl, LC_ALL: 'en_GB.UTF-8' }
    const run = spawnSync(process.execPath, [...process.execArgv, path(`${name}.ts`), target], {
      env,
      encoding: 'utf8',
    })
    return { status: run.status, out: run.stdout, err: run.stderr }
  }

  const names = ['drafts/a', 'drafts/b', 'whiteboard/c']
  /** Every row of every document, in its order. */
  async function hashes(): Promise<Record<string, string>> {
    const store = await openStore(place.settings)
    try {
      const made: Record<string, string> = {}
      for (const name of names) {
        const hash = createHash('sha256')
        for await (const { seq, author, update } of store.documentLog.history(name))
          hash.update(`${seq} ${author} `).update(update)
        made[name] = hash.digest('hex')
      }
      return made
    } finally {
      await store.close()
    }
  }

  /** Writes for as long as `act` takes; answers every row that was acknowledged before it began. */
  async function underLoad(act: () => void): Promise<string[]> {
    const { dataDir, databaseUrl = '' } = place.settings
    const writer = spawn(process.execPath, [
      ...process.execArgv,
      path('../testing/appendForever.ts'),
      dataDir,
      databaseUrl,
    ])
    let said = ''
    await new Promise<void>((resolve, reject) => {
      writer.on('exit', () => reject(new Error('the writer ended')))
      writer.stdout.on('data', (part: Buffer) => {
        said += part.toString()
        if (said.split('\n').length > 200) resolve()
      })
    })
    const before = said.split('\n').slice(0, -1)
    writer.removeAllListeners('exit')
    try {
      act()
    } finally {
      writer.kill('SIGKILL')
      await new Promise((resolve) => writer.on('close', resolve))
    }
    return before
  }

  test('a backup under load holds every acknowledged row, and comes back as it was after more was written', async () => {
    const backup = join(folder, 'one')
    let made = { status: null as number | null, out: '', err: '' }
    const acknowledged = await underLoad(() => {
      made = command('backup', backup)
    })
    expect(made).toMatchObject({ status: 0, err: '' })
    expect(made.out).toMatch(/^Saved to .*one: \d+ files, \d+ bytes, schema \d{4}-/)

    const restored = command('restore', backup)
    expect(restored).toMatchObject({ status: 0, err: '' })
    const first = await hashes()
    const store = await openStore(place.settings)
    // Some from the whole run: a row is either there under its number with its words, or it is lost.
    for (const line of acknowledged.filter((_, at) => at % 10 === 0)) {
      const [name = '', seq, text] = line.split(' ')
      for await (const row of store.documentLog.history(name, Number(seq))) {
        expect(new TextDecoder().decode(row.update), line).toBe(text)
        break
      }
    }
    await store.documentLog.append('drafts/a', [{ author: 'w9', update: Uint8Array.of(1) }])
    await store.settings.set('after', 'the backup')
    await store.close()
    expect(await hashes()).not.toEqual(first)

    expect(command('restore', backup)).toMatchObject({ status: 0, err: '' })
    expect(await hashes()).toEqual(first)
    const again = await openStore(place.settings)
    expect(await again.settings.get('after')).toBeUndefined()
    await again.close()
  })

  test('what is damaged, newer, or of another kind is refused, and nothing was touched', async () => {
    const store = await openStore(place.settings)
    for (const name of names) await store.documentLog.create(name)
    await store.settings.set('here', 'yes')
    await store.close()
    const backup = join(folder, 'two')
    expect(command('backup', backup).status).toBe(0)
    const part = kind === 'sqlite' ? 'store.sqlite' : 'store.jsonl.gz'
    const refused = (why: RegExp) => {
      const run = command('restore', backup)
      expect(run.status).toBe(1)
      expect(run.err).toMatch(why)
    }
    if (kind === 'sqlite') damage(backup, part, refused)
    const standing = await openStore(place.settings)
    expect(await standing.settings.get('here')).toBe('yes')
    refused(/^a server is using this store: stop it first\n$/)
    expect(await standing.settings.get('here')).toBe('yes')
    await standing.close()
    expect(readdirSync(place.settings.dataDir).filter((name) => name.startsWith('before-restore'))).toEqual(
      [],
    )
  })
})
