// Joining as people do it: a code in any spelling, a form that keeps what was typed, seats, observers, coming back, and plain http on a LAN.
import { networkInterfaces } from 'node:os'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { phone } from '#e2e/harness/browser.ts'
import { type Look, openHouse } from '#e2e/harness/house.ts'
import { freePort, type RunningServer, startServer, until } from '#e2e/harness/runningServer.ts'
import { RoomPage } from '#e2e/pages/roomPage.ts'
import { lanAddress } from '#server/http/wifiCommand.ts'

const committee = 'Un comité de sociétaires à Nantes'
const parcel = 'Suivre une recommandation comme on suit un colis'

const house = openHouse()
const { everybodyLeaves } = house
/** Width in pixels of a picture once it is there. */
const drawnWidth = (picture: Locator): Promise<number> =>
  picture.evaluate(async (image: HTMLImageElement) => {
    await image.decode()
    return image.naturalWidth
  })
const somebody = async (options: Look = {}, url?: string): Promise<RoomPage> =>
  new RoomPage((await house.somebody(options, url)).page)

test('the home page’s field takes the code as people type it; what was typed stays after a refusal', async () => {
  const { page } = await somebody()
  await page.goto('/')
  const code = page.getByLabel('Code de la salle')
  await page.getByRole('button', { name: 'Entrer' }).click()
  await page.getByText('Écrivez le code de la salle.').waitFor()
  await code.fill('nantes lyonn')
  await code.press('Enter')
  await page.getByText('Aucune salle ouverte ne porte ce code.').waitFor()
  expect(await code.inputValue()).toBe('nantes lyonn')
  for (const typed of ['nantes-lyon', ' Nantes–Lyon ', 'NANTES-LYON']) {
    await page.goto('/')
    await code.fill(typed)
    await code.press('Enter')
    await page.waitForURL('**/r/NANTES-LYON')
    await page.getByRole('heading', { level: 1, name: 'Nantes et Lyon' }).waitFor()
  }
  await page.goto('/r/égalité')
  await page.getByText('Où êtes-vous ?').waitFor()
  await everybodyLeaves()
})

test('the form asks for what is missing and keeps what was typed, also when the server does not answer', async () => {
  const { page } = await somebody()
  await page.goto('/r/nantes-lyon')
  const name = page.getByLabel('Votre nom, tel qu’on le verra')
  const enter = page.locator('form').getByRole('button', { name: 'Entrer' })
  await page.locator('.choice-option', { hasText: 'Dans la salle' }).click()
  await page.locator('.choice-option', { hasText: 'Lyon' }).click()
  await page.getByLabel('Nous sommes plusieurs derrière cet écran').check()
  await page.getByLabel('Personne 2', { exact: true }).fill('Yann')
  await enter.click()
  await page.getByText('Écrivez un nom ou un prénom.').waitFor()
  expect(await name.evaluate((field) => field === document.activeElement)).toBe(true)
  await name.fill('Odile')
  await page.route('**/join', (route) => route.abort())
  await enter.click()
  await page.getByText('Le serveur ne répond pas. Ce que vous avez écrit reste là').waitFor()
  expect(await name.inputValue()).toBe('Odile')
  expect(await page.getByLabel('Personne 2', { exact: true }).inputValue()).toBe('Yann')
  expect(await page.getByRole('radio', { name: 'Dans la salle' }).isChecked()).toBe(true)
  expect(await page.getByRole('radio', { name: 'Lyon' }).isChecked()).toBe(true)
  await page.unroute('**/join')
  await enter.click()
  const room = new RoomPage(page)
  await room.ready()
  expect(await room.people()).toEqual(['Odile', 'Yann'])
  await everybodyLeaves()
})

test('present by shape: square in the room, round at a distance; several seats behind one device', async () => {
  const [ana, ben, hall] = await Promise.all([somebody(), somebody(), somebody()])
  await Promise.all([ana.enter('NANTES', 'Ana', 'in-person'), ben.enter('NANTES', 'Ben', 'remote')])
  await hall.page.goto('/r/NANTES')
  await hall.page.getByLabel('Votre nom, tel qu’on le verra').fill('Odile')
  await hall.page.locator('.choice-option', { hasText: 'Cet appareil est celui de la salle' }).click()
  await hall.page.getByLabel('Personne 2', { exact: true }).fill('Yann')
  await hall.page.getByRole('button', { name: 'Ajouter une personne' }).click()
  await hall.page.getByLabel('Personne 3', { exact: true }).fill('Inès')
  await hall.page.getByLabel('Combien de personnes en tout ?').fill('5')
  await hall.page.locator('form').getByRole('button', { name: 'Entrer' }).click()
  await hall.ready()

  const shapes = (page: Page) =>
    page.locator('.q-list li:has(.av)').evaluateAll((rows) =>
      Object.fromEntries(
        rows.map((row) => {
          const { borderRadius, width } = getComputedStyle(row.querySelector('.av') as Element)
          const round = borderRadius.includes('%')
            ? Number.parseFloat(borderRadius) >= 50
            : Number.parseFloat(borderRadius) >= Number.parseFloat(width) / 2
          return [row.querySelector('.trunc')?.textContent, round ? 'round' : 'square']
        }),
      ),
    )
  for (const { page } of [ana, ben, hall]) {
    await until(
      async () => (await page.locator('.q-list').innerText()).includes('et 2 personnes sans nom'),
      'everybody to be seen',
    )
    expect(await shapes(page)).toEqual({
      Ana: 'square',
      Ben: 'round',
      Odile: 'square',
      Yann: 'square',
      Inès: 'square',
    })
    await page.getByText('7 personnes', { exact: true }).waitFor()
  }
  // Seats change on the device that has them, and everybody sees it.
  await hall.page.getByRole('button', { name: 'Nous sommes plusieurs derrière cet écran' }).click()
  await hall.page.getByRole('button', { name: 'Retirer Inès' }).click()
  await until(async () => !(await ana.people()).includes('Inès'), 'the seat to be free')
  await everybodyLeaves()
})

test('an observer reads everything live and writes nothing', async () => {
  const [ana, eva] = await Promise.all([somebody(), somebody()])
  await ana.enter('LYON', 'Ana')
  await eva.page.goto('/r/LYON')
  await eva.page.getByLabel('Votre nom, tel qu’on le verra').fill('Eva')
  await eva.page.getByRole('button', { name: 'Regarder sans écrire' }).click()
  await eva.ready()
  await eva.page.getByText('Vous regardez. Tout se lit, rien ne se modifie').waitFor()
  const wall = 'Le mur des suites'
  const row = await eva.open(wall)
  expect(await row.locator('[contenteditable="true"], textarea').count()).toBe(0)
  await row.getByText('Vous observez cette séance').waitFor()
  await ana.write(wall, ' Vu de loin aussi.')
  await until(
    async () => (await eva.wordsOf(wall)).includes('Vu de loin aussi.'),
    'the observer to read along',
  )
  const add = eva.page.getByRole('button', { name: 'Nouvelle recommandation' })
  expect(await add.getAttribute('aria-disabled')).toBe('true')
  await ana.page.locator('.q-list li', { hasText: 'Eva' }).getByText('regarde').waitFor()
  await everybodyLeaves()
})

test('who comes back is asked nothing, is the same participant, and is present once', async () => {
  const [ana, ben] = await Promise.all([somebody(), somebody()])
  await ben.enter('NANTES', 'Ben')
  const joined: string[] = []
  // Read on the way: the browser may have let go of an answer's body by the time that one asks for it.
  const own = ana.page.context()
  await own.route('**/join', async (route) => {
    const response = await route.fetch()
    const body = await response.body()
    if (response.ok()) joined.push((JSON.parse(body.toString()) as { participantId: string }).participantId)
    await route.fulfill({ response, body })
  })
  await ana.enter('NANTES', 'Ana', 'in-person')
  await ana.write(parcel, ' Et un numéro.')
  await ana.saves('saved')
  await ana.page.close()
  await until(async () => !(await ben.people()).includes('Ana'), 'Ana to be gone')

  const again = new RoomPage(await own.newPage())
  await again.comeBack('nantes')
  const second = new RoomPage(await own.newPage())
  await second.comeBack('NANTES')
  await until(() => joined.length >= 3, 'three joins')
  expect(new Set(joined).size).toBe(1)
  expect(await again.wordsOf(parcel)).toContain('Et un numéro.')
  // Two tabs are one person.
  await until(async () => (await ben.people()).includes('Ana'), 'Ana to be back')
  expect((await ben.people()).filter((name) => name === 'Ana')).toHaveLength(1)
  await everybodyLeaves()
})

test('on this computer alone, the invitation gives the command for the Wi-Fi in place of a QR code', async () => {
  const ana = await somebody()
  await ana.enter('NANTES', 'Ana')
  const dialog = await ana.invite()
  await dialog.getByText('seul cet ordinateur peut ouvrir ce lien').first().waitFor()
  const [link, command] = await dialog
    .locator('input')
    .evaluateAll((fields) => fields.map((f) => (f as HTMLInputElement).value))
  expect(link).toBe(`http://localhost:${house.server.port}/r/NANTES`)
  expect(command).toMatch(/HOST=0\.0\.0\.0 PUBLIC_URL=http:\/\/\S+ DEMO=1 npm start$/)
  expect(command).toContain(`PORT=${house.server.port} DATA_DIR=${house.server.dataDir} `)
  expect(await dialog.locator('img').count()).toBe(0)
  await everybodyLeaves()
})

describe('over plain http on a local network', () => {
  let lan: RunningServer
  let url: string
  beforeAll(async () => {
    const address = lanAddress(networkInterfaces())
    if (!address) throw new Error('this machine has no address on any network: the LAN cannot be shown')
    const port = await freePort()
    url = `http://${address}:${port}`
    lan = await startServer({ port, env: { HOST: '0.0.0.0', PUBLIC_URL: url, DEMO: '1' } })
  })
  afterAll(() => lan.close())

  test('joining, typing, pictures, the badge and the QR code work without a secure context', async () => {
    const [ana, ben] = await Promise.all([
      somebody({}, url),
      somebody({ viewport: phone, hasTouch: true }, url),
    ])
    await ana.enter('NANTES', 'Ana', 'in-person')
    expect(
      await ana.page.evaluate(() => [isSecureContext, 'subtle' in crypto, 'clipboard' in navigator]),
    ).toEqual([false, false, false])
    await ben.enter('NANTES', 'Ben', 'phone')
    await ana.write(committee, ' Par le câble.')
    await until(async () => (await ben.wordsOf(committee)).includes('Par le câble.'), 'the phone to read it')
    await ben.write(committee, ' Et par les ondes.')
    await until(async () => (await ana.wordsOf(committee)).includes('Et par les ondes.'), 'the answer')
    await Promise.all([ana.saves('saved'), ben.saves('saved')])

    await putPicture(ana.page)
    await ana.showNotes()
    await ana.page.locator('.list-rows [data-row]', { hasText: 'Image' }).first().waitFor()
    const source = await until(
      () => ana.page.locator('.tl-image').first().getAttribute('src', { timeout: 5_000 }),
      'the picture on the board',
    )
    expect(new URL(source ?? '', url).pathname).toMatch(/^\/assets\/[\w-]+/)
    expect(await drawnWidth(ana.page.locator('.tl-image').first())).toBeGreaterThan(0)
    await ana.saves('saved')

    const dialog = await ana.invite()
    const qr = dialog.getByRole('img', { name: 'QR code du lien de la salle NANTES' })
    await qr.waitFor()
    expect(await drawnWidth(qr)).toBeGreaterThan(50)
    expect(await dialog.getByText('seul cet ordinateur').count()).toBe(0)
    expect(await dialog.locator('input').first().inputValue()).toBe(`${url}/r/NANTES`)
    await dialog.getByRole('button', { name: 'Copier le lien' }).click()
    await ana.page
      .getByText(/Copié|Le lien est sélectionné/)
      .first()
      .waitFor({ state: 'attached' })
    await everybodyLeaves()
  })
})

/** Chooses a drawing of 64 × 48 pixels with the board's image tool. */
async function putPicture(page: Page): Promise<void> {
  const png = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 48 })
    canvas.getContext('2d')?.fillRect(8, 8, 40, 30)
    return canvas.toDataURL('image/png').split(',')[1] ?? ''
  })
  const tool = page.locator('[data-testid$=".asset"]:visible').first()
  // On a board that is not wide the tool stands behind « plus ».
  if (!(await tool.isVisible())) await page.getByTestId('tools.more-button').click()
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tool.click()])
  await chooser.setFiles({ name: 'croquis.png', mimeType: 'image/png', buffer: Buffer.from(png, 'base64') })
}
