// The public debate: feelings from phones without an account, live and alone, and a group that changes its text because of it.
import { beforeAll, test } from 'vitest'
import { type Person, phone } from '#e2e/harness/browser.ts'
import { clean } from '#e2e/harness/clean.ts'
import { openHouse } from '#e2e/harness/house.ts'

const house = openHouse()
let alone: Person
let inTheCall: Person
let keeper: Person

beforeAll(async () => {
  await house.moment('boards-instruct')
  alone = await house.somebody({ viewport: phone })
  inTheCall = await house.somebody({ viewport: phone })
  keeper = await house.persona('cooperative-life')
}, 120_000)

test('after its last day it is only read; cooperative life opens it again and plans a video meeting', async () => {
  await alone.page.goto('/consultation/rec-51')
  await alone.page.getByText('Consultation terminée le').waitFor()
  await clean(alone)
  const { page } = keeper
  await page.goto('/consultation')
  await page.getByRole('heading', { level: 1, name: '53 recommandations, vos ressentis' }).waitFor()
  await clean(keeper)
  await page.locator('[data-field=closing]').fill('2020-06-28')
  await page.locator('[data-act=set-closing]').click()
  await page.getByText('jusqu’au 28 juin').waitFor()
  await page.locator('[data-act=plan]').click()
  await page.locator('[data-field=title]').fill('On lit ensemble')
  await clean(keeper)
  await page.locator('[data-act=save-plan]').click()
  await page.locator('[data-act=present]').waitFor()
})

test('a phone without an account says what it feels, with its thumb', async () => {
  const { page } = alone
  await page.goto('/consultation/rec-51')
  await page.locator('[data-total="4"]').waitFor()
  await page.locator('[data-feeling=inquiet]').click()
  await page.getByPlaceholder('Dire pourquoi').fill('Et si personne ne le tient à jour ?')
  await page.locator('[data-act=share]').click()
  await page.locator('[data-total="5"]').waitFor()
  await page.locator('[data-comment]').filter({ hasText: 'Et si personne' }).waitFor()
  await clean(alone)
})

test('while it is presented another phone follows the wall and counts on it', async () => {
  const wall = keeper.page
  await wall.locator('[data-act=present]').click()
  await wall.locator('[data-act=start]').click()
  const code = await wall.locator('.co-code').textContent()
  await clean(keeper)
  const { page } = inTheCall
  await page.goto(`/consultation/live/${code ?? ''}`)
  await page.locator('[data-act=enter]').click()
  const first = await page.locator('[data-shown]').getAttribute('data-shown')
  await page.locator('[data-feeling=enthousiaste]').click()
  await page.locator('[data-act=share]').click()
  await wall.locator('.co-dist [data-feeling=enthousiaste]').filter({ hasText: '1' }).waitFor()
  await clean(inTheCall)
  await wall.keyboard.press('ArrowRight')
  await page.locator(`[data-shown]:not([data-shown="${first ?? ''}"])`).waitFor()
  await wall.locator('[data-act=end]').click()
  await page.getByRole('heading', { name: 'Ce code n’ouvre rien maintenant' }).waitFor()
})

test('the group reads it and changes its text; everybody sees what changed and why', async () => {
  const leader = await house.persona('facilitator-nantes')
  const { page } = leader
  await page.goto('/consultation/rec-51')
  await page.locator('[data-comment]').filter({ hasText: 'Et si personne' }).waitFor()
  await page.locator('[data-act=amend]').click()
  const proposition = page.locator('[data-field=proposition]')
  await proposition.fill(`${await proposition.inputValue()} Deux sociétaires le tiennent à jour.`)
  await page.getByLabel('Pourquoi, en une ou deux phrases').fill('Vous craigniez que personne ne le tienne.')
  await clean(leader)
  await page.locator('[data-act=send-amendment]').click()
  await page.locator('[data-version="2"]').waitFor()
  await alone.page.reload()
  await alone.page
    .locator('[data-version="2"] ins')
    .filter({ hasText: 'Deux sociétaires le tiennent' })
    .waitFor()
  await alone.page.getByText('Vous craigniez que personne').waitFor()
  await clean(alone)
})

test('a hidden comment says why and by whom, in the place of its words', async () => {
  const { page } = keeper
  await page.goto('/consultation/rec-51')
  await page
    .locator('[data-comment]')
    .filter({ hasText: 'Et si personne' })
    .locator('[data-act=moderate]')
    .click()
  await page.getByRole('dialog').getByLabel('Raison').fill('À la demande de son auteur')
  await page.getByRole('dialog').getByRole('button', { name: 'Masquer', exact: true }).click()
  await page.locator('.co-hidden').waitFor()
  await alone.page.reload()
  await alone.page.getByText('Masqué : À la demande de son auteur').waitFor()
  // In the form its author still has the words; among the comments nobody does.
  const comment = alone.page.locator('[data-comment]').filter({ hasText: 'Et si personne' })
  await comment.waitFor({ state: 'detached' })
  await house.everybodyLeaves()
})
