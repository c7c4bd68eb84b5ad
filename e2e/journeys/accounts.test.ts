// Accounts in a browser: the first administrator from the command line, an invitation, a link by mail, a role that is taken.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { dottedNames, violations } from '#e2e/harness/accessibility.ts'
import { phone } from '#e2e/harness/browser.ts'
import { openHouse } from '#e2e/harness/house.ts'
import { adminCommand, invitationIn } from '#e2e/harness/newcomers.ts'
import { until } from '#e2e/harness/runningServer.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'accounts-'))
const invited = adminCommand(dataDir, 'invite', 'Ada', 'L.')
const firstLink = invitationIn(invited.stdout)
const house = openHouse({ dataDir })
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const sound = async (page: Page, where: string): Promise<void> => {
  expect(await violations(page), where).toEqual([])
  expect(await dottedNames(page), where).toEqual([])
}

test('from the command line to an account, an invitation, a link by mail, and a role that is taken', async () => {
  expect(invited.stdout, invited.stderr).toContain('Lien d’administration pour Ada L.')
  // While a server has the store open, one clear line.
  const refused = adminCommand(dataDir, 'invite', 'Eve')
  expect([refused.status, refused.stderr.trim().split('\n')]).toEqual([
    1,
    [expect.stringContaining('un serveur utilise cet espace de données')],
  ])

  const { page: boss } = await house.somebody()
  await boss.goto(`/sign-in${firstLink}`)
  await boss.getByLabel('Votre nom, tel que les autres le voient').fill('Ada L.')
  // The word of the link is in no address any more.
  expect(new URL(boss.url()).hash).toBe('')
  await sound(boss, 'an invitation')
  await boss.getByRole('button', { name: 'Créer mon compte' }).click()
  await boss.getByRole('heading', { level: 1, name: /Ada/ }).waitFor()

  await boss.getByRole('link', { name: 'Administration', exact: true }).click()
  await boss.getByRole('button', { name: 'Inviter une personne' }).click()
  const dialog = boss.getByRole('dialog')
  await dialog.getByLabel('Nom').fill('Nadia K.')
  await dialog.getByLabel('Adresse électronique').fill('nadia@exemple.test')
  await dialog.getByLabel('Rôle').selectOption('facilitator')
  await sound(boss, 'inviting')
  await dialog.getByRole('button', { name: 'Créer l’invitation' }).click()
  const link = await dialog.getByLabel('Lien d’invitation').inputValue()
  await dialog.getByRole('button', { name: 'C’est fait' }).click()

  const { page: nadia } = await house.somebody({ viewport: phone, hasTouch: true, isMobile: true })
  await nadia.goto(`/sign-in${new URL(link).hash}`)
  await nadia.getByRole('button', { name: 'Créer mon compte' }).click()
  await nadia.getByRole('heading', { level: 1, name: /Nadia/ }).waitFor()
  await nadia.goto('/me')
  await nadia.getByRole('button', { name: 'Me déconnecter partout' }).waitFor()
  await sound(nadia, 'one’s own account')
  await nadia.getByRole('button', { name: 'Me déconnecter partout' }).click()
  await nadia.waitForURL((address) => address.pathname === '/')

  // By keyboard alone: ask, then the administrator reads the outbox, then one button.
  await nadia.goto('/sign-in')
  await nadia.getByLabel('Votre adresse électronique').focus()
  await nadia.keyboard.type('nadia@exemple.test')
  await sound(nadia, 'signing in')
  await nadia.keyboard.press('Enter')
  await nadia.getByText('Regardez votre messagerie').waitFor()
  await boss.getByRole('link', { name: 'Courrier', exact: true }).click()
  // The mail is written after the answer was given: it may be a moment later than the page.
  await until(async () => {
    await boss.reload()
    await boss.locator('.admin-mail').first().waitFor()
    return (await boss.getByText('Votre lien de connexion').count()) > 0
  }, 'the mail')
  await boss.getByText('Lire le message').first().click()
  const mail = await boss.locator('.admin-mail pre', { hasText: '#lien=' }).first().innerText()
  await sound(boss, 'the outbox')
  await nadia.goto(`/sign-in${/#lien=\S+/.exec(mail)?.[0]}`)
  await nadia.getByRole('button', { name: 'Me connecter' }).press('Enter')
  await nadia.getByRole('heading', { level: 1, name: /Nadia/ }).waitFor()

  await boss.getByRole('link', { name: 'Personnes', exact: true }).click()
  await boss.getByLabel('Chercher un nom ou une adresse').fill('nadia')
  await boss.getByRole('button', { name: /^Retirer à Nadia K\./ }).click()
  await boss.getByRole('alertdialog').getByRole('button', { name: 'Retirer' }).click()
  await boss.getByText('Rôle retiré.').first().waitFor()
  await nadia.goto('/me')
  await nadia.getByText('Connectez-vous pour voir votre compte.').waitFor()

  for (const part of ['Journal', 'Salles']) {
    await boss.getByRole('link', { name: part, exact: true }).click()
    await boss.getByRole('region', { name: part }).waitFor()
    await boss.locator('.admin-lines > li, .admin-rooms > li').first().waitFor()
    await sound(boss, part)
  }
  await house.everybodyLeaves()
})
