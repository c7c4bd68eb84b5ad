// Context when it is wanted: put away while a group dreams, beside its texts when it says so; a question, its answer, a word explained.
import { beforeAll, expect, test } from 'vitest'
import { type Person, phone } from '#e2e/harness/browser.ts'
import { clean } from '#e2e/harness/clean.ts'
import { openHouse } from '#e2e/harness/house.ts'
import { until } from '#e2e/harness/runningServer.ts'
import { RoomPage } from '#e2e/pages/roomPage.ts'

const question = 'Qui garde le cahier de la cagnotte ?'
const text = 'Un comité de sociétaires'

const house = openHouse()
let lead: Person
let life: Person
beforeAll(async () => {
  lead = await house.persona('facilitator-nantes')
  life = await house.persona('cooperative-life', { viewport: phone })
}, 120_000)

test('in the free phase the room shows no card; the facilitator turns to the frame, and cards stand beside the text', async () => {
  const room = new RoomPage(lead.page)
  await lead.page.goto('/r/NANTES?place=in-person')
  await room.ready()
  const row = await room.open(text)
  await row.getByRole('button', { name: 'Tout le texte' }).click()
  const whole = lead.page.getByRole('dialog')
  const frame = whole.locator('.li-frame')
  await whole.locator('.li-frame[data-phase=free]').waitFor()
  expect(await frame.locator('[data-card]').count()).toBe(0)
  await frame.getByRole('radio', { name: /^Cadre/ }).press(' ')
  await whole.locator('.li-frame[data-phase=framed]').waitFor()
  await frame.locator('[data-card] [data-act=mark]').first().click()
  await frame.getByLabel('En une phrase, si vous voulez').fill('600 € passent pour Nantes')
  await frame.locator('form [data-act=send]').click()
  await frame.locator('[data-mark=reality]').getByText('600 € passent pour Nantes').waitFor()
  await clean(lead)
})

test('the library opens on the group’s own theme; a word opens with the keyboard and closes with Escape', async () => {
  const { page } = lead
  await page.goto('/library')
  await page.getByRole('status').filter({ hasText: '7 fiches sur 26' }).waitFor()
  await page.locator('.li-beside [data-mark=reality]').waitFor()
  await clean(lead)
  const word = page.locator('.gloss-word').first()
  await word.focus()
  await page.getByRole('tooltip').waitFor()
  await clean(lead)
  await page.keyboard.press('Escape')
  await page.getByRole('tooltip').waitFor({ state: 'detached' })
  await page.getByRole('searchbox', { name: 'Chercher dans les fiches' }).fill('benevolat')
  await page.getByRole('status').filter({ hasText: '1 fiche sur 26' }).waitFor()
})

test('a question with its day is answered on a phone, signed, and its asker reads it', async () => {
  await lead.page.goto('/library?tab=questions')
  await lead.page.locator('[data-act=ask]').click()
  const dialog = lead.page.getByRole('dialog')
  await dialog.getByLabel('Votre question').fill(question)
  await clean(lead)
  await dialog.locator('[data-act=send]').click()
  await lead.page.locator('[data-question][data-state=open]').filter({ hasText: question }).waitFor()

  await life.page.goto('/library?tab=questions')
  await life.page.locator('[data-question] [data-act=answer]').click()
  await life.page
    .getByRole('dialog')
    .getByLabel('Votre réponse')
    .fill('Le comité, avec un double à l’antenne.')
  await clean(life)
  await life.page.getByRole('dialog').locator('[data-act=send]').click()
  await life.page.locator('[data-state=answered]').getByText('Le comité, avec un double').waitFor()
  const wide = await life.page.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(phone.width)

  await lead.page.reload()
  await lead.page.locator('[data-act=seen]').click()
  await lead.page.locator('[data-act=seen]').waitFor({ state: 'detached' })
})

test('every part of the library is read without a fault, and a paragraph has an address', async () => {
  const { page } = lead
  for (const tab of ['glossary', 'briefs', 'documents', 'learned', 'primer']) {
    await page.locator(`[data-tab=${tab}]`).click()
    await page.locator(`[data-tab=${tab}][aria-current=page]`).waitFor()
    await page.locator('main .skeleton').waitFor({ state: 'detached' })
    await clean(lead)
  }
  await page.locator('[data-primer=us] [data-act=primer-read]').click()
  await page.getByText('1 carte lue sur 5').waitFor()
  await page.goto('/library/statuts#p12')
  await page.locator('#p12.is-meant').waitFor()
  await until(() => page.evaluate(() => document.activeElement?.id === 'p12'), 'the focus on the paragraph')
  await clean(lead)
})

test('what a group learnt stands on its page and in the report of the cycle', async () => {
  const { page } = lead
  await page.goto('/g/nantes')
  const part = page.getByRole('region', { name: 'Ce que nous avons appris' })
  await part.locator('[data-act=say-learned]').click()
  await part.getByLabel('En une phrase').fill('Un comité ouvert se garde à trois')
  await part.locator('[data-act=send]').click()
  await part.getByRole('listitem').filter({ hasText: 'Un comité ouvert se garde à trois' }).waitFor()
  await clean(lead)
  await page.goto('/library?tab=learned')
  await page.getByRole('listitem').filter({ hasText: 'Un comité ouvert se garde à trois' }).waitFor()
  await house.everybodyLeaves()
})
