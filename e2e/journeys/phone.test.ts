// The phone as a companion: from the link to one's own words in four taps, the step that runs in front, paper brought to the board.
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterEach, expect, test } from 'vitest'
import { dottedNames, violations } from '#e2e/harness/accessibility.ts'
import { phone } from '#e2e/harness/browser.ts'
import { type Look, openHouse } from '#e2e/harness/house.ts'
import { until } from '#e2e/harness/runningServer.ts'
import { RoomPage } from '#e2e/pages/roomPage.ts'

const look = { viewport: phone, hasTouch: true, isMobile: true } as const

const house = openHouse()
async function somebody(options: Look = {}): Promise<Page> {
  return (await house.somebody(options)).page
}
afterEach(() => house.everybodyLeaves())

async function facilitator(): Promise<Page> {
  const page = await somebody()
  await page.context().request.post('/api/demo/sign-in', { data: { persona: 'facilitator-nantes' } })
  await page.goto('/r/NANTES?place=in-person')
  await new RoomPage(page).ready()
  return page
}

const dock = (page: Page, name: string) => page.locator('.dock').getByRole('button', { name }).first().click()

async function letWrite(lead: Page, question: string): Promise<void> {
  await dock(lead, 'Réflexion privée')
  const dialog = lead.getByRole('dialog')
  await dialog.getByRole('textbox').first().fill(question)
  await dialog.getByRole('button', { name: 'Commencer la réflexion' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

async function letVote(lead: Page): Promise<void> {
  await dock(lead, 'Vote par points')
  await lead.getByRole('dialog').locator('button[type=submit]').click()
  await lead.getByRole('dialog').waitFor({ state: 'hidden' })
}

/** What is in sight without scrolling, all of it. */
const inSight = (page: Page, selector: string): Promise<boolean> =>
  page.locator(selector).evaluate((element) => {
    const { top, bottom, left, right } = element.getBoundingClientRect()
    const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
    return top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth && element.contains(at)
  })

const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

/** Counts what the finger does besides typing. */
function counted(page: Page) {
  let taps = 0
  return {
    tap: async (target: ReturnType<Page['locator']>): Promise<void> => {
      taps += 1
      await target.tap()
    },
    taps: () => taps,
  }
}

test('from the link to one’s own words sent: at most four taps besides the name, and it comes back after a reload', async () => {
  const lead = await facilitator()
  await letWrite(lead, 'Qu’est-ce qui nous freine ?')
  const page = await somebody({ ...look, newcomer: true })
  const finger = counted(page)
  // The link of the QR code; a phone says by itself that it is one.
  await page.goto('/r/NANTES/phone')
  await page.getByLabel('Votre nom, tel qu’on le verra').fill('Ben')
  await finger.tap(page.locator('form').getByRole('button', { name: 'Entrer' }))
  // The running step is in front by itself, and the visit does not talk over it.
  const field = page.locator('.now-view textarea').first()
  await field.waitFor()
  expect(await page.locator('.welcome').count()).toBe(0)
  await finger.tap(field)
  await page.keyboard.type('Les réunions sont loin de chez moi')
  await finger.tap(page.locator('.now-view .notes-add'))
  await lead.locator('.now-panel').getByText('1').first().waitFor()
  await page.locator('.now-view').getByText('Les réunions sont loin de chez moi').first().waitFor()
  expect(finger.taps()).toBeLessThanOrEqual(4)
  expect(await sideways(page)).toBeLessThanOrEqual(0)

  await page.reload()
  await page.locator('.now-view[data-shown="true"]').getByText('Les réunions sont loin de chez moi').waitFor()
})

test('the view follows each step by itself, one at a time, also one that began while the line was lost, and not out of a sentence', async () => {
  const lead = await facilitator()
  const page = await somebody(look)
  const room = new RoomPage(page)
  await room.enter('NANTES', 'Ana', 'phone')
  const now = page.locator('.now-view[data-shown="true"]')
  // The notes of the step before still run: they are in front, and nothing else is.
  const field = now.locator('textarea.notes-paper')
  await field.tap()
  await page.keyboard.type('Une idée que j’ai')
  await letVote(lead)
  await now.getByRole('button', { name: 'Décider', exact: true }).waitFor()
  expect(await page.locator('.decision-send').isVisible()).toBe(false)
  await page.keyboard.type(' à moi')
  expect(await field.inputValue()).toBe('Une idée que j’ai à moi')
  await field.evaluate((element: HTMLElement) => element.blur())
  await now.locator('.decision-send').waitFor()
  expect(await field.isVisible()).toBe(false)
  expect(await inSight(page, '.decision-send')).toBe(true)
  expect(await inSight(page, '.own-signs-open')).toBe(true)
  expect(await sideways(page)).toBeLessThanOrEqual(0)
  // What was typed waits behind the other step.
  await now.getByRole('button', { name: 'Écrire', exact: true }).tap()
  expect(await field.inputValue()).toBe('Une idée que j’ai à moi')

  // The line is lost; meanwhile the vote ends and another begins.
  await page.getByRole('button', { name: 'Liste', exact: true }).tap()
  await page.context().setOffline(true)
  await room.saves('offline', 20_000)
  await lead.locator('.now-panel').getByRole('button', { name: 'Clore et montrer le résultat' }).click()
  const sure = lead.getByRole('dialog').or(lead.getByRole('alertdialog'))
  if (await sure.count()) await sure.getByRole('button').last().click()
  await letVote(lead)
  await page.context().setOffline(false)
  await now.locator('.decision-send').waitFor({ timeout: 30_000 })
  // And after a sleep that the browser ended with a fresh page.
  await page.reload()
  await now.locator('.decision-send').waitFor()
})

test('letters twice as large lose nothing: bar, step and signs are all within the screen', async () => {
  const lead = await facilitator()
  // The vote of the journey before may still run.
  if ((await lead.locator('.now-panel .decision-now').count()) === 0) await letVote(lead)
  const page = await somebody(look)
  await page.addInitScript(() =>
    document.addEventListener('DOMContentLoaded', () => {
      document.documentElement.style.fontSize = '200%'
    }),
  )
  await new RoomPage(page).enter('NANTES', 'Lou', 'phone')
  await page.locator('.now-view[data-shown="true"] .decision-send').waitFor()
  expect(await sideways(page)).toBeLessThanOrEqual(0)
  expect(await inSight(page, '.decision-send')).toBe(true)
  for (const name of ['Maintenant', 'Liste', 'Tableau', 'Parole', 'Plus']) {
    const cut = await page
      .locator('.tabbar')
      .getByRole('button', { name, exact: true })
      .evaluate((button) => {
        const { left, right, bottom } = button.getBoundingClientRect()
        return (
          left < 0 ||
          right > innerWidth ||
          bottom > innerHeight ||
          button.scrollWidth > button.clientWidth + 1
        )
      })
    expect(cut, name).toBe(false)
  }
  // The group's name is not squeezed out by the badge beside it.
  const squeezed = await page
    .locator('.room-top .ttl')
    .evaluate((title) => title.scrollWidth - title.clientWidth)
  expect(squeezed).toBeLessThanOrEqual(1)
  await page.getByRole('button', { name: 'Liste', exact: true }).tap()
  for (const tab of await page.locator('#liste').getByRole('tab').all()) {
    const right = await tab.evaluate((element) => element.getBoundingClientRect().right)
    expect(right).toBeLessThanOrEqual(phone.width)
  }
  await page.getByRole('button', { name: 'Maintenant', exact: true }).tap()
  await page.getByRole('button', { name: 'Réagir', exact: true }).tap()
  const signs = page.getByRole('dialog', { name: 'Réagir' })
  for (const button of await signs.getByRole('button').all()) {
    await button.scrollIntoViewIfNeeded()
    const right = await button.evaluate((element) => element.getBoundingClientRect().right)
    expect(right).toBeLessThanOrEqual(phone.width)
  }
})

test('a wall of paper: photographed with words for whoever does not see it, then copied out beside it, one note a line', async () => {
  const other = await somebody()
  await new RoomPage(other).enter('LYON', 'Eva')
  const page = await somebody(look)
  const room = new RoomPage(page)
  await room.enter('LYON', 'Ben', 'phone')
  await page.getByRole('button', { name: 'Plus', exact: true }).tap()
  await page.getByRole('menuitem', { name: 'Photographier une note ou un mur' }).tap()
  const dialog = page.getByRole('dialog')
  const wall = await sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#f2e9c8' } })
    .jpeg()
    .toBuffer()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    dialog.getByRole('button', { name: 'Prendre la photo' }).tap(),
  ])
  await chooser.setFiles({ name: 'mur.jpg', mimeType: 'image/jpeg', buffer: wall })
  await dialog.getByRole('img', { name: 'Aperçu de la photo' }).waitFor()
  await dialog.getByLabel('Ce que montre la photo').fill('Le mur des freins')
  await dialog.getByRole('button', { name: 'Poser sur le tableau' }).tap()
  await dialog.getByRole('button', { name: 'Recopier ses notes à côté' }).tap()
  expect(await violations(page)).toEqual([])
  await dialog.getByLabel('Les notes, une par ligne').fill('- Trop de réunions\n\n- Des trajets trop longs')
  await dialog.getByRole('button', { name: 'Poser 2 notes' }).tap()
  await dialog.waitFor({ state: 'hidden' })
  await room.saves('saved')

  const eva = new RoomPage(other)
  await eva.showNotes()
  await eva.noteRow('Trop de réunions').waitFor()
  await eva.noteRow('Des trajets trop longs').waitFor()
  await other.locator('.room-panel').getByText('Le mur des freins').first().waitFor()
  const image = other.locator('.tl-canvas img[src*="/assets/"], .tl-canvas [style*="/assets/"]')
  await until(async () => (await image.count()) > 0, 'the photograph on the other’s board')
})

test('the visit: once for who is new on the device, ends with one key, comes back from the menu, never takes the focus', async () => {
  const page = await somebody({ newcomer: true })
  const room = new RoomPage(page)
  await room.enter('LYON', 'Nora')
  const visit = page.getByRole('region', { name: /Visite de 90 secondes/ })
  await visit.waitFor()
  expect(await visit.evaluate((strip) => strip.contains(document.activeElement))).toBe(false)
  await visit.getByText('Le tableau et la liste disent la même chose').waitFor()
  await until(() => page.locator('#liste[data-visit-here]').count(), 'the list to be pointed at')
  expect(await violations(page)).toEqual([])
  expect(await dottedNames(page)).toEqual([])
  for (let step = 2; step <= 5; step += 1) {
    await visit.getByRole('button', { name: 'Suivant' }).click()
    await visit.getByText(`${step} sur 5`).waitFor()
  }
  await until(() => page.locator('[data-save][data-visit-here]').count(), 'the badge to be pointed at')
  await page.keyboard.press('Escape')
  await visit.waitFor({ state: 'hidden' })
  expect(await page.locator('[data-visit-here]').count()).toBe(0)
  await page.reload()
  await room.ready()
  expect(await visit.count()).toBe(0)
  await page.getByRole('button', { name: 'Aide', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Visite de 90 secondes' }).click()
  await visit.waitFor()
  await until(
    () => visit.evaluate((strip) => strip === document.activeElement),
    'who asked for the visit to be there',
  )
})

test('the facilitators’ guide: its buttons do what they say, and it is one printed page', async () => {
  const lead = await facilitator()
  const open = async () => {
    await lead.getByRole('button', { name: 'Aide', exact: true }).click()
    await lead.getByRole('menuitem', { name: 'Guide de l’animation' }).click()
    await lead.getByRole('heading', { name: 'Pendant' }).waitFor()
  }
  await open()
  expect(await violations(lead)).toEqual([])
  const printed = await lead.pdf({
    format: 'A4',
    margin: { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' },
  })
  expect(printed.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  await lead.getByRole('dialog').getByRole('button', { name: 'Inviter', exact: true }).click()
  await lead.getByRole('dialog', { name: 'Inviter dans la salle' }).waitFor()
  await lead.keyboard.press('Escape')
  await open()
  await lead.getByRole('dialog').getByRole('button', { name: 'Tour de consentement' }).click()
  await lead.getByRole('heading', { name: 'Pendant' }).waitFor({ state: 'hidden' })
  await lead.getByRole('dialog').waitFor()
})
