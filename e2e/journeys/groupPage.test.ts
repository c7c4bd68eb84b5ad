// Between two sessions: somebody who missed one opens a personal link on a phone, brings a nuance, and it is in the room.
import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dottedNames, violations } from '#e2e/harness/accessibility.ts'
import { launchBrowser, type Person, person, phone } from '#e2e/harness/browser.ts'
import { signIn } from '#e2e/harness/rawClient.ts'
import { type RunningServer, startServer, until } from '#e2e/harness/runningServer.ts'
import { RoomPage } from '#e2e/pages/roomPage.ts'

const nuance = 'Même à quatre en juin, restons un comité : la porte ouverte compte plus que le nombre.'
const note = 'Je peux prêter mon grand tableau de liège'
const text = 'Un comité de sociétaires'

let server: RunningServer
let browser: Browser
let lead: Person
let ines: Person
let link: string
const people: Person[] = []

beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
  lead = await somebody()
  const cookie = await signIn(server.url, 'facilitator-nantes')
  const [name = '', value = ''] = cookie.split(';')[0]?.split('=') ?? []
  await lead.context.addCookies([{ name, value, url: server.url }])
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

async function somebody(options: Parameters<typeof person>[2] = {}): Promise<Person> {
  const made = await person(browser, server.url, options)
  people.push(made)
  return made
}

async function clean({ page }: Person): Promise<void> {
  expect(await violations(page)).toEqual([])
  expect(await dottedNames(page)).toEqual([])
}

const card = (who: Person, name: string): Locator => who.page.getByRole('region', { name })
const give = (who: Person): Locator => card(who, 'Contribuer pour la prochaine séance')

test('a facilitator makes a personal link, which is shown once', async () => {
  await lead.page.goto('/g/NANTES')
  await lead.page.getByRole('button', { name: 'Liens personnels' }).click()
  const dialog = lead.page.getByRole('dialog', { name: 'Liens personnels' })
  await dialog.getByLabel('Pour qui').fill('Inès')
  await dialog.getByRole('button', { name: 'Créer le lien' }).click()
  link = await dialog.getByLabel('Lien pour Inès').inputValue()
  expect(link).toMatch(/\/g\/[^#]+#lien=.{20,}/)
  // The product says the address under which phones reach it; this browser knows the server under another.
  link = server.url + link.slice(new URL(link).origin.length)
  await dialog.getByRole('listitem').filter({ hasText: 'pas encore ouvert' }).waitFor()
  await clean(lead)
  await lead.page.keyboard.press('Escape')
  await lead.page.getByRole('button', { name: 'Liens personnels' }).click()
  await dialog.getByRole('listitem').filter({ hasText: 'Inès' }).waitFor()
  expect(await dialog.getByLabel('Lien pour Inès').count()).toBe(0)
  await lead.page.keyboard.press('Escape')
})

test('on a phone without an account the link opens the page, and leaves the address bar', async () => {
  ines = await somebody({ viewport: phone, hasTouch: true, isMobile: true })
  const token = link.split('#lien=')[1] ?? ''
  const asked: string[] = []
  const sent: string[] = []
  ines.page.on('request', (request) => {
    asked.push(request.url())
    sent.push(request.headers()['x-personal-link'] ?? '')
  })
  await ines.page.goto(link)
  await ines.page.getByText('Votre lien personnel, Inès.').waitFor()
  expect(new URL(ines.page.url()).hash).toBe('')
  // What is looked for can be found: it travels in the header, in no address and in no log.
  expect(sent).toContain(token)
  expect(asked.filter((address) => address.includes('/api/') && address.includes(token))).toEqual([])
  expect(server.output()).not.toContain(token)
  const wide = await ines.page.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(phone.width)
  await clean(ines)
})

test('a nuance is sent in three taps besides its words, and half a note survives a reload', async () => {
  const form = give(ines)
  await form.getByLabel('Votre nuance').tap()
  await ines.page.keyboard.type(nuance)
  await form.getByLabel('À propos de').selectOption({ index: 1 })
  await form.getByRole('button', { name: 'Ajouter la nuance' }).tap()
  await form.getByText('Arrivé, attend la séance').waitFor()
  await form.getByText('Note', { exact: true }).tap()
  await form.getByLabel('Votre note').fill(note)
  await ines.page.reload()
  expect(await give(ines).getByLabel('Votre note').inputValue()).toBe(note)
  await give(ines).getByText(nuance).waitFor()
})

test('without a line the note is kept, and arrives once when the line is back', async () => {
  await ines.context.setOffline(true)
  await give(ines).getByRole('button', { name: 'Ajouter la note' }).tap()
  await give(ines).getByText('Gardé sur cet appareil, en attente de connexion').waitFor()
  expect(await give(ines).getByLabel('Votre note').inputValue()).toBe('')
  await ines.context.setOffline(false)
  await until(
    async () => (await give(ines).getByText('Arrivé, attend la séance').count()) === 2,
    'both contributions at the server',
  )
  expect(await give(ines).getByText('Gardé sur cet appareil').count()).toBe(0)
})

test('whoever comes says so in one tap, and takes it back in one', async () => {
  const remote = ines.page.getByRole('button', { name: 'Je viens à distance' })
  await remote.tap()
  await until(async () => (await remote.getAttribute('aria-pressed')) === 'true', 'the answer')
  await ines.page.getByText('Réponses reçues : 0 en salle, 1 à distance.').waitFor()
  await ines.page.reload()
  await until(async () => (await remote.getAttribute('aria-pressed')) === 'true', 'the answer, kept')
  await remote.tap()
  await ines.page.getByText('Personne n’a encore répondu.').waitFor()
})

test('the facilitator sees what arrived and carries it in: the note to the board, the nuance into its text', async () => {
  await lead.page.reload()
  const arrived = card(lead, 'Arrivé depuis la dernière séance')
  await arrived.getByText(nuance).waitFor()
  expect(await arrived.getByRole('listitem').count()).toBe(2)
  await clean(lead)
  await arrived.getByRole('button', { name: /^Porter dans le texte l’apport d.*Inès/ }).click()
  await arrived.getByText(nuance).waitFor({ state: 'detached' })
  await arrived.getByRole('button', { name: /^Porter au tableau la note de Inès/ }).click()
  await arrived.getByText('Rien n’attend').waitFor()
})

test('a second browser in the room reads the nuance with its author, and the note on the board', async () => {
  const ben = await somebody()
  const room = new RoomPage(ben.page)
  await room.enter('NANTES', 'Ben')
  const row = await room.open(text)
  await row.getByRole('button', { name: 'Tout le texte' }).click()
  const fields = ben.page.getByRole('dialog').locator('textarea')
  await until(
    async () =>
      (await fields.evaluateAll((all) => all.map((field) => ('value' in field ? field.value : '')))).includes(
        `${nuance} — Inès`,
      ),
    'the nuance and who brought it, in the text',
  )
  await ben.page.keyboard.press('Escape')
  await room.showNotes()
  await room.noteRow(note).waitFor()
})

test('what was taken up is no longer taken back, and a text of the page leads to its place in the room', async () => {
  await ines.page.reload()
  await give(ines).getByText('Portée dans le texte').waitFor()
  await give(ines).getByText('Portée au tableau').waitFor()
  expect(await give(ines).getByRole('button', { name: 'Reprendre' }).count()).toBe(0)
  await lead.page.getByRole('region', { name: 'Nos textes' }).getByRole('link', { name: text }).click()
  // The door asks whoever comes for the first time where they are; the text opens behind it.
  await lead.page.locator('form').getByRole('button', { name: 'Entrer' }).click()
  const open = lead.page.locator('.list-draft.open', {
    has: lead.page.getByRole('heading', { name: text }),
  })
  await open.waitFor({ timeout: 60_000 })
})

test('who is in the room is noted by itself; facilitators add and correct, by keyboard too', async () => {
  await lead.page.locator('.dock').getByRole('button', { name: 'Commencer la séance' }).first().click()
  await lead.page
    .getByText(/Étape 1 sur \d/)
    .first()
    .waitFor()
  await lead.page.getByRole('button', { name: 'Aide' }).first().click()
  await lead.page.getByRole('menuitem', { name: 'Qui était là' }).click()
  const dialog = lead.page.getByRole('dialog', { name: 'Qui était là' })
  const lines = dialog.getByRole('region', { name: 'Présences' })
  await lines.getByText('Ben', { exact: true }).waitFor()
  await lines.getByText('Emre', { exact: false }).first().waitFor()
  await clean(lead)
  await dialog.getByLabel('Nom', { exact: true }).fill('Table du fond')
  await dialog.getByLabel('Nombre de personnes').fill('4')
  await lead.page.keyboard.press('Enter')
  await lines.getByText('En salle, 4 personnes, ajouté à la main').waitFor()
  await lines.getByRole('button', { name: 'Corriger la ligne de Ben' }).press('Enter')
  await lines.getByLabel('Nom', { exact: true }).fill('Benoît')
  await lead.page.keyboard.press('Enter')
  await lines.getByText('Benoît', { exact: true }).waitFor()
  await lines.getByRole('button', { name: 'Retirer la ligne de Table du fond' }).click()
  await lines.getByText('Table du fond').waitFor({ state: 'detached' })
  const missing = dialog.getByRole('region', { name: /^Qui manquait/ })
  const absent = await missing.getByRole('listitem').count()
  expect(absent).toBeGreaterThan(3)
  await missing
    .getByRole('button', { name: /était à distance/ })
    .first()
    .click()
  await until(async () => (await missing.getByRole('listitem').count()) === absent - 1, 'one fewer missing')
  await lead.page.keyboard.press('Escape')
})

test('a stranger is told in words what this page is, and reads nothing of the group', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page, ...rest } = await somebody({ colorScheme })
    const answered = page.waitForResponse((response) => response.url().includes('/api/groups/'))
    await page.goto('/g/nantes')
    await page.getByRole('heading', { name: 'Cette page vit entre deux séances' }).waitFor()
    const said = await (await answered).text()
    expect(said).toContain('Une entreprise partagée')
    for (const secret of [nuance, note, 'Inès', 'colis']) expect(said).not.toContain(secret)
    await clean({ page, ...rest })
  }
})

test('the page is read without a hindrance in the dark on a phone', async () => {
  const reader = await somebody({ colorScheme: 'dark', viewport: phone, isMobile: true, hasTouch: true })
  await reader.context.addCookies(await lead.context.cookies())
  await reader.page.goto('/g/NANTES')
  await reader.page.locator('.gp-give').waitFor()
  await clean(reader)
  await reader.close()
})

test('a link that was revoked opens nothing more and says so; an unknown group is a sentence', async () => {
  await lead.page.goto('/g/NANTES')
  await lead.page.getByRole('button', { name: 'Liens personnels' }).click()
  await lead.page.getByRole('button', { name: 'Retirer le lien de Inès' }).click()
  await lead.page.getByRole('alertdialog').getByRole('button', { name: 'Retirer' }).click()
  await lead.page.getByText('Aucun lien n’est en cours.').waitFor()
  await ines.page.reload()
  await ines.page.getByText('Ce lien n’est plus valable.').waitFor()
  expect(await ines.page.getByText(nuance).count()).toBe(0)
  await ines.page.goto('/g/nulle-part')
  await ines.page.getByRole('heading', { name: 'Ce groupe n’existe pas ici' }).waitFor()
  await clean(ines)
})

test('nobody’s page complained, and no request left the host', () => {
  expect(people.flatMap(({ complaints }) => complaints)).toEqual([])
  expect(people.length).toBeGreaterThan(4)
})
