// The two commands, as a person runs them.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '#server/adapters/sql/openStore.ts'
import { demoCycle } from '#server/testing/cycleContract.ts'
import { databaseKinds, type FreshPlace, freshPlace } from '#server/testing/stores.ts'

const path = (file: string) => new URL(file, import.meta.url).pathname
const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))

describe.each(databaseKinds)('%s', (kind) => {
  let place: FreshPlace
  let folder: string
  beforeEach(async () => {
    place = await freshPlace(kind)
    folder = mkdtempSync(join(tmpdir(), 'faire-ensemble-files-'))
  })
  afterEach(() => {
    place.remove()
    rmSync(folder, { recursive: true })
  })

  const command = (
    name: 'importCycle' | 'exportCycle',
    args: readonly string[],
    language = 'en_GB.UTF-8',
  ) => {
    const { dataDir, databaseUrl = '' } = place.settings
    const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: databaseUrl, LC_ALL: language }
    const run = spawnSync(process.execPath, [...process.execArgv, path(`${name}.ts`), ...args], {
      env,
      encoding: 'utf8',
    })
    return { status: run.status, out: run.stdout, err: run.stderr }
  }
  const fileWith = (content: unknown, name = 'in.json') => {
    const file = join(folder, name)
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
    return file
  }

  test('what is imported is exported, equal, and imported again without a change', () => {
    const file = fileWith(demoCycle())
    expect(command('importCycle', [file])).toEqual({
      status: 0,
      out: 'Imported: 862 added, 0 changed, 0 unchanged, 0 kept.\n',
      err: '',
    })
    const out = join(folder, 'out.json')
    expect(command('exportCycle', [out])).toEqual({ status: 0, out: `Exported to ${out}.\n`, err: '' })
    expect(json(out)).toStrictEqual(demoCycle())
    expect(readdirSync(folder).sort()).toEqual(['in.json', 'out.json'])
    expect(command('importCycle', [out], 'nl_BE').out).toBe(
      'Geïmporteerd: 0 toegevoegd, 0 gewijzigd, 862 ongewijzigd, 0 behouden.\n',
    )
  })

  test('a wrong file is told line by line, in the person’s language, and nothing is written', () => {
    const broken = demoCycle()
    broken.recommendations[12].nuances[0].groupId = 'grp-x'
    broken.sessions[3].antennaIds = ['ant-nowhere']
    const file = fileWith(broken)
    const english = command('importCycle', [file])
    expect(english.status).toBe(1)
    expect(english.err.split('\n')).toEqual([
      'sessions[3].antennaIds[0]: unknown id "ant-nowhere"',
      'recommendations[12].nuances[0].groupId: unknown id "grp-x"',
      'Nothing was imported.',
      '',
    ])
    expect(command('importCycle', [file], 'C').err).toContain('identifiant inconnu «\u00a0grp-x\u00a0»')
    expect(command('exportCycle', [join(folder, 'out.json')])).toMatchObject({
      status: 1,
      err: 'nothing to export: no cycle was imported\n',
    })
    expect(readdirSync(folder)).toEqual(['in.json'])
  })

  test('files that are missing, not JSON, or not named end with one line', () => {
    expect(command('importCycle', [fileWith('{\n  "format": oops\n}')]).err).toContain(
      'not valid JSON (line 2, column 13)',
    )
    const missing = command('importCycle', [join(folder, 'missing.json')])
    expect(missing).toMatchObject({ status: 1, out: '' })
    expect(missing.err).toMatch(/^ENOENT[^\n]*\n$/)
    expect(command('importCycle', [])).toEqual({
      status: 1,
      out: '',
      err: 'usage: npm run import -- FILE [--replace]\n',
    })
    expect(command('exportCycle', ['a', 'b'])).toMatchObject({
      status: 1,
      err: 'usage: npm run export -- FILE\n',
    })
  })

  test('while a server is running the embedded store refuses with one line, PostgreSQL takes the file', async () => {
    const file = fileWith(demoCycle())
    const server = await openStore(place.settings)
    try {
      const run = command('importCycle', [file])
      if (kind === 'postgres') {
        expect(run.status).toBe(0)
        expect((await server.cycle.groups()).length).toBe(17)
      } else {
        expect(run).toMatchObject({ status: 1, out: '' })
        expect(run.err).toMatch(/^a server is using this store: stop it first[^\n]*\(process \d+\)\)\n$/)
        expect(command('exportCycle', [join(folder, 'out.json')]).status).toBe(1)
        expect(await server.cycle.groups()).toEqual([])
      }
    } finally {
      await server.close()
    }
  })
})
