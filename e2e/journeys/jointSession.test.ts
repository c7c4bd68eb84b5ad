// A joint session from its invitation to its end: asked for on one page, accepted on another, lanes, a pull, an aparté, rights that end and are renewed.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from '#e2e/harness/accessibility.ts'
import { launchBrowser, type Person, person, phone } from '#e2e/harness/browser.ts'
import { type RunningServer, startServer, until } from '#e2e/harness/runningServer.ts'
import { RoomPage } from '#e2e/pages/roomPage.ts'

let browser: Browser
let server: RunningServer
const people: Person[] = []
beforeAll(async () => {
  ;[browser, server] = await Promise.all([launchBrowser(), startServer()])
})
afterAll(async () => {
  await browser.close()
  await server.close()
})

const subject = 'Un comité local dans chaque ville'

async function signedIn(persona: string, options: Parameters<typeof person>[2] = {}): Promise<Page> {
  const one = await person(browser, server.url, options)
  people.push(one)
  await one.context.request.post('/api/demo/sign-in', { data: { persona } })
  return one.page
}

async function enters(page: Page, code: string): Promise<RoomPage> {
  await page.goto(`/r/${code}`)
  await page.locator('form').getByRole('button', { name: 'Entrer' }).click()
  const room = new RoomPage(page)
  await room.ready()
  return room
}

const lane = (page: Page, name: string) =>
  page.locator('.tl-shape[data-shape-type="frame"]', { hasText: name })
test('Nantes invites Lyon, Lyon accepts, both meet, one withdraws, the session ends and is renewed', async () => {
  const [nantes, lyon] = await Promise.all([
    signedIn('facilitator-nantes'),
    signedIn('facilitator-lyon', { viewport: phone }),
  ])
  // Nantes invites from its page; days that suit both are offered.
  await nantes.goto('/g/nantes')
  await nantes.getByRole('button', { name: 'Inviter un groupe' }).click()
  const dialog = nantes.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Envoyer l’invitation' }).click()
  await dialog.getByText('Choisissez au moins un groupe.').waitFor()
  await dialog.getByRole('checkbox', { name: /^Lyon/u }).first().check()
  await dialog.getByLabel('Sujet').fill(subject)
  await dialog.getByLabel('Un mot pour eux').fill('Nous portons la même chose.')
  const day = dialog.locator('.joint-days').getByRole('checkbox').first()
  await day.check()
  expect(await violations(nantes)).toEqual([])
  await dialog.getByRole('button', { name: 'Envoyer l’invitation' }).click()
  const sent = nantes.locator('.joint-item', { hasText: subject })
  await sent.getByText('En attente').waitFor()

  // Lyon reads it on a phone, at home first, and accepts.
  await lyon.goto('/')
  await lyon.getByRole('link', { name: `Répondre, ${subject}` }).click()
  const asked = lyon.locator('.joint-item', { hasText: subject })
  await asked.getByText('Nous portons la même chose.').waitFor()
  await asked
    .getByRole('button', { name: /^Accepter le/u })
    .first()
    .click()
  await asked.getByText('Convenue').waitFor()
  const code = decodeURIComponent(
    (await asked.getByRole('link', { name: 'Entrer dans la salle' }).getAttribute('href'))
      ?.split('/')
      .at(-1) ?? '',
  )
  expect(code).toMatch(/^NANTES-LYON \d{4}$/u)
  const file = await lyon
    .context()
    .request.get(
      (await asked.getByRole('link', { name: 'Ajouter au calendrier' }).getAttribute('href')) ?? '',
    )
  expect(await file.text()).toContain(`SUMMARY:${subject}`)

  // The room: three lanes with cards of both, each in its group's wear.
  const member = await signedIn('member-lyon')
  const [asNantes] = await Promise.all([enters(nantes, code), enters(member, code)])
  for (const name of ['Nantes', 'En commun', 'Lyon'])
    await lane(nantes, name).first().waitFor({ state: 'attached' })
  await until(
    async () => (await nantes.locator('.wb-lane .tape').count()) >= 4,
    'lanes in their groups’ wear',
  )
  const ofLyon = nantes.locator('.room-panel section.list-group[aria-label="Lyon"]')
  await until(async () => (await ofLyon.count()) > 0, 'Lyon’s drafts to be shown')

  // Nantes withdraws by one tap; Lyon stays in the room.
  await nantes.locator('.dock').getByRole('button', { name: 'Commune' }).click()
  await nantes.getByRole('dialog').getByRole('button', { name: 'Aparté de Nantes' }).click()
  await nantes.getByText('Aparté', { exact: false }).first().waitFor()
  const plan = await until(async () => {
    const names = await member.locator('.subgroups-now').allInnerTexts()
    return names.some((text) => text.includes('Nantes')) && names
  }, 'Lyon to see that Nantes is apart')
  expect(plan.join()).not.toContain('Aparté de Lyon')

  // The end: Lyon's drafts leave Nantes' screen at once; Lyon renews by one tap and they are back.
  await asNantes.page.goto(`/r/${code}`)
  await asNantes.ready()
  await nantes.locator('.dock').getByRole('button', { name: 'Commune' }).click()
  await nantes.getByRole('dialog').getByRole('button', { name: 'Terminer la séance commune' }).click()
  await nantes.getByRole('alertdialog').getByRole('button', { name: 'Terminer la séance commune' }).click()
  for (const page of [nantes, member])
    await page.getByText('La séance commune est terminée.').first().waitFor()
  await until(async () => (await ofLyon.count()) === 0, 'Lyon’s drafts to be gone')
  await nantes
    .locator('.tl-shape[data-shape-type="draft"]', { hasText: 'n’est pas lisible ici' })
    .first()
    .waitFor()
  const leader = await signedIn('facilitator-lyon')
  await enters(leader, code)
  await leader.getByRole('button', { name: 'Montrer de nouveau nos textes' }).click()
  await nantes.getByText('Montrent de nouveau leurs textes', { exact: false }).waitFor()
  await until(async () => (await ofLyon.count()) > 0, 'Lyon’s drafts to be back')
  expect(people.flatMap(({ complaints }) => complaints)).toEqual([])
}, 120_000)
