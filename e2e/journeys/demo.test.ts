// The demo's moment: said in a banner, changed for everybody after a question, found again at the next start.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openHouse } from '#e2e/harness/house.ts'
import { until } from '#e2e/harness/runningServer.ts'
import { RoomPage } from '#e2e/pages/roomPage.ts'

const evening = 'Soirée commune Nantes-Lyon'
const january = 'Nantes, en salle'
const parcel = 'Suivre une recommandation comme on suit un colis'
const wall = 'Le mur des suites'

const house = openHouse()

async function somebody(): Promise<RoomPage> {
  const one = await house.somebody()
  return new RoomPage(one.page)
}

const momentNow = async (): Promise<string> => {
  const { moment } = (await (await fetch(`${house.server.url}/api/demo`)).json()) as {
    moment: { key: string }
  } // its contract
  return moment.key
}

/** What the home page shows, but for who is present at this instant. */
const homeNow = async (): Promise<string> =>
  (await (await fetch(`${house.server.url}/api/home`)).text()).replaceAll(/"present":\{[^}]*\}/g, '')

test('a guest sees the moment and cannot change it; a facilitator’s question moves open browsers to the fresh rooms', async () => {
  const [ana, ben, lead] = await Promise.all([somebody(), somebody(), somebody()])
  await Promise.all([ana.enter('NANTES', 'Ana'), ben.enter('NANTES-LYON', 'Ben', 'in-person', 'Lyon')])
  await ana.write(parcel, ' [avant]')
  await ana.saves('saved')
  await ben.write(wall, ' [avant aussi]')
  await ben.saves('saved')

  const banner = lead.page.getByRole('complementary', { name: 'Démonstration' })
  await lead.page.goto('/')
  await banner.locator('b', { hasText: evening }).waitFor()
  expect(await banner.getByRole('button', { name: 'Changer de moment' }).count()).toBe(0)
  await banner.getByRole('button', { name: 'Essayer en tant que' }).click()
  await lead.page
    .getByRole('dialog')
    .getByRole('button', { name: /Animation, Nantes/ })
    .click()
  await banner.getByRole('button', { name: 'Changer de moment' }).click()
  const dialog = lead.page.getByRole('dialog', { name: 'À quel moment du cycle ?' })
  await dialog.locator('.choice-option', { hasText: january }).click()
  await dialog.getByRole('button', { name: 'Aller à ce moment' }).click()
  // A question first, and its safe answer changes nothing.
  const question = lead.page.getByRole('alertdialog', { name: 'Charger ce moment à neuf ?' })
  await question.getByRole('button', { name: 'Pas maintenant' }).click()
  expect(await momentNow()).toBe('joint-evening')
  await dialog.getByRole('button', { name: 'Aller à ce moment' }).click()
  await question.getByRole('button', { name: 'Charger à neuf' }).click()
  await banner.locator('b', { hasText: january }).waitFor({ timeout: 60_000 })
  expect(await momentNow()).toBe('nantes-in-the-room')

  // Both are in the fresh rooms: asked nothing, no error, nothing of what was written, and they write on.
  for (const [room, words] of [
    [ana, '[avant]'],
    [ben, '[avant aussi]'],
  ] as const) {
    await until(
      async () => !(await room.page.locator('.room-list').innerText()).includes(words),
      'the old words to be gone',
    )
    await until(
      async () => (await room.page.locator('[data-save="saved"]').count()) > 0,
      'the fresh room to be saved',
    )
    expect(await room.page.getByRole('alert').count()).toBe(0)
    for (const gone of [
      'n’est pas ouverte',
      'n’a pas été accepté',
      's’est arrêtée',
      'ne vous est plus ouverte',
    ])
      expect(await room.page.getByText(gone).count()).toBe(0)
    await room.addNote(`Écrite en janvier ${words}`)
    await room.saves('saved')
  }
  const carl = await somebody()
  await carl.enter('NANTES', 'Carl')
  await carl.showNotes()
  await carl.noteRow('Écrite en janvier [avant]').waitFor()
  expect((await carl.people()).sort()).toEqual(['Ana', 'Carl'])
  expect(house.people.flatMap(({ complaints }) => complaints)).toEqual([])
})

test('a second start finds the same demo: its moment, its rooms, what was written since', async () => {
  const moment = await momentNow()
  const home = await homeNow()
  expect(await house.server.stop()).toBe(0)
  await house.server.restart()
  expect(await momentNow()).toBe(moment)
  expect(await homeNow()).toBe(home)
  const dora = await somebody()
  await dora.enter('NANTES', 'Dora')
  await dora.showNotes()
  await dora.noteRow('Écrite en janvier [avant]').waitFor()
  await dora.page.goto('/')
  const banner = dora.page.getByRole('complementary', { name: 'Démonstration' })
  await banner.locator('b', { hasText: january }).waitFor()
})

test('the demo’s file is exported as it was imported, from the demo’s own store and from another one', async () => {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const shipped = join(root, 'server/features/demo/data/cycle-2019-2020.json')
  const folder = mkdtempSync(join(tmpdir(), 'export-'))
  const run = (command: 'exportCycle' | 'importCycle', file: string, dataDir: string) =>
    spawnSync(process.execPath, [join(root, `server/launch/${command}.ts`), file], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, DATA_DIR: dataDir, LC_ALL: 'en_GB.UTF-8' },
    })
  const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
  try {
    // While the server has the store open, the command says so and stops.
    const early = run('exportCycle', join(folder, 'early.json'), house.server.dataDir)
    expect({ status: early.status, told: early.stderr.includes('a server is using this store') }).toEqual({
      status: 1,
      told: true,
    })
    await house.server.stop()
    expect(run('exportCycle', join(folder, 'one.json'), house.server.dataDir)).toMatchObject({
      status: 0,
      stderr: '',
    })
    expect(json(join(folder, 'one.json'))).toEqual(json(shipped))
    const other = join(folder, 'store')
    mkdirSync(other)
    expect(run('importCycle', join(folder, 'one.json'), other)).toMatchObject({ status: 0, stderr: '' })
    expect(run('exportCycle', join(folder, 'two.json'), other)).toMatchObject({ status: 0, stderr: '' })
    expect(json(join(folder, 'two.json'))).toEqual(json(shipped))
  } finally {
    rmSync(folder, { recursive: true })
  }
})
