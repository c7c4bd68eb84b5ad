// A group reads its list together, says whom each text asks, leaves one behind, consents and hands it over; its page shows it.
import { expect, test } from 'vitest'
import { violations } from '#e2e/harness/accessibility.ts'
import { phone } from '#e2e/harness/browser.ts'
import { openHouse } from '#e2e/harness/house.ts'
import { until } from '#e2e/harness/runningServer.ts'
import { RoomPage } from '#e2e/pages/roomPage.ts'

const house = openHouse()

async function comes(persona: string, look = {}): Promise<RoomPage> {
  const { page, context } = await house.somebody(look)
  await context.request.post('/api/demo/sign-in', { data: { persona } })
  const room = new RoomPage(page)
  await room.comeBack('NANTES?place=in-person')
  return room
}

test('the list of Nantes is read together, consented to by two people, handed over and read as it was', async () => {
  const lead = await comes('facilitator-nantes')
  const member = await comes('member-nantes', { viewport: phone, hasTouch: true, isMobile: true })
  const open = async ({ page }: RoomPage) => {
    const list = page.getByRole('button', { name: 'Liste', exact: true })
    if (await list.isVisible()) await list.click()
    await page.getByRole('button', { name: 'Remettre la liste' }).click()
    const dialog = page.getByRole('dialog', { name: 'La liste du groupe' })
    await dialog.getByRole('heading', { name: /^Dans la liste/ }).waitFor()
    return dialog
  }
  const dialog = await open(lead)
  const texts = dialog.locator('ol.handover-texts > li')
  const all = await texts.count()
  expect(all).toBeGreaterThan(1)
  await dialog
    .getByRole('button', { name: /^Laisser ici/ })
    .last()
    .click()
  await dialog.getByRole('button', { name: 'Laisser ici', exact: true }).click()
  await dialog.getByText('la raison part avec la liste').waitFor()
  await dialog.getByLabel('Pourquoi ce texte reste-t-il ici').fill('Trop tôt : Lyon en parle encore.')
  await dialog.getByRole('button', { name: 'Laisser ici', exact: true }).click()
  await dialog.getByText('Trop tôt : Lyon en parle encore.').waitFor()
  await until(async () => (await texts.count()) === all - 1, 'a list without the text that stays')

  // Whom and how far, of every text: chosen here, written in the text itself.
  for (const select of await dialog.locator('.handover-asked select').all()) {
    const scope = (await select.locator('option[value="antenna"]').count()) > 0
    await select.selectOption(scope ? 'antenna' : 'boards')
  }
  await dialog.getByLabel('Une question de plus').fill('Qui paie la salle ?')
  await dialog.getByRole('button', { name: 'Ajouter' }).click()
  await dialog.getByText('Qui paie la salle ?').waitFor()
  await dialog.getByText('Il manque le consentement du groupe').waitFor()
  expect(await violations(lead.page)).toEqual([])

  await dialog.locator('.adoption-group').click()
  const consent = lead.page.getByRole('dialog', { name: /^Consentement de/ })
  await consent.getByRole('button', { name: 'Poser la question' }).click()
  await consent.getByRole('button', { name: 'Clore et dire' }).waitFor()
  for (const { page } of [lead, member]) {
    if (page === member.page) {
      const theirs = await open(member)
      await theirs.locator('.adoption-group').click()
      expect(await violations(page)).toEqual([])
    }
    const asked = page.getByRole('dialog', { name: /^Consentement de/ })
    await asked.locator('.adoption-option', { hasText: 'Accord' }).first().click()
    await asked.getByRole('button', { name: 'Donner ma réponse' }).click()
    await asked.getByText('Réponse reçue').waitFor()
  }
  await consent.getByRole('button', { name: 'Clore et dire' }).click()
  await consent.getByText('A donné son consentement').first().waitFor()
  await lead.page.keyboard.press('Escape')
  await consent.waitFor({ state: 'hidden' })

  await dialog.getByRole('button', { name: 'Remettre cette liste' }).click()
  await lead.page.getByRole('alertdialog').getByRole('button', { name: 'Remettre', exact: true }).click()
  await dialog.getByText('Cette liste est remise, mot pour mot.').waitFor()
  await dialog.getByRole('button', { name: /^Lire, Liste 1/ }).click()
  const frozen = lead.page.getByRole('dialog', { name: 'La liste remise' })
  await frozen.getByText('Qui paie la salle ?').waitFor()
  expect(await frozen.locator('.handover-frozen').count()).toBe(all - 1)
  await frozen.locator('summary').first().click()

  await lead.page.goto('/g/NANTES')
  const card = lead.page.getByRole('region', { name: 'Listes remises à la convergence' })
  await card.getByRole('button', { name: /^Lire, Liste 1/ }).click()
  await lead.page.getByRole('dialog', { name: 'La liste remise' }).getByText('Signé par').waitFor()
  await house.everybodyLeaves()
})
