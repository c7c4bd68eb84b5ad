// The year by keyboard alone: placed, merged and ordered; read, given an avis and ruled; looked up and asked; felt; presented and voted on.
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openHouse } from '#e2e/harness/house.ts'
import { KeyboardHand } from '#e2e/harness/keyboardHand.ts'
import { countPresses } from '#e2e/harness/pressCounter.ts'

const house = openHouse()
const pointers: (() => readonly string[])[] = []

/** A page of somebody of the demo, or of nobody, whose pointer is watched. */
async function hand(address: string, persona?: string): Promise<KeyboardHand> {
  const one = persona === undefined ? await house.somebody() : await house.persona(persona)
  const { presses } = await countPresses(one.context)
  pointers.push(() => presses.filter((press) => press.startsWith('press:')))
  await one.page.goto(address)
  await one.page.locator('main h1, main h2').first().waitFor()
  return new KeyboardHand(one.page)
}

const act = (page: Page, name: string): Locator => page.locator(`[data-act="${name}"]`)

test('convergence: a text placed, one merged into it, another placed and moved', async () => {
  await house.moment('convergence-begins')
  const keys = await hand('/cycle/convergence', 'cooperative-life')
  const { page } = keys
  const rows = page.locator('.cv-texts [data-text]')
  const place = (row: number): Locator => rows.nth(row).locator('[data-act="place"]')
  const covered = (count: number): Promise<void> =>
    act(page, 'coverage')
      .filter({ hasText: `${count} sur 76` })
      .waitFor()
  const dialog = page.getByRole('dialog')
  for (const row of [0, 1]) {
    await keys.press(place(row))
    await keys.press(act(page, 'do-place'))
    await covered(row + 1)
    await dialog.waitFor({ state: 'detached' })
    await keys.isSomewhere('placing')
  }
  await keys.press(place(2))
  await keys.choose(dialog, dialog.getByRole('radio', { name: 'Le fusionner avec une recommandation' }))
  await keys.to(act(page, 'into-item'))
  await keys.act('ArrowDown')
  await keys.press(act(page, 'do-place'))
  await covered(3)
  const items = page.locator('.cv-items [data-item]')
  expect(await items.count()).toBe(2)
  const second = (await items.nth(1).getAttribute('data-item')) ?? ''
  // Past 73 more texts in one press.
  await keys.act('F6')
  await keys.press(act(page, 'item-down'))
  await page.locator(`.cv-items [data-item="${second}"]:first-child`).waitFor()
  await keys.isSomewhere('moving')
  await keys.press(act(page, 'open-item'))
  await keys.press(act(page, 'word'))
  await keys.press(act(page, 'save-words'))
  await keys.act('Escape')
})

test('instruction: the queue, the dossier, an avis, and a refusal with its reasons', async () => {
  await house.moment('boards-instruct')
  const keys = await hand('/instruction?text=none', 'board-france')
  const { page } = keys
  const first = page.locator('.in-line').first()
  await keys.press(first)
  const own = page.locator('.in-own')
  await keys.choose(own, own.getByRole('radio', { name: 'À discuter' }))
  await own.getByText('Enregistré').waitFor()
  const form = page.locator('.in-form')
  await keys.choose(form, form.getByRole('radio', { name: 'Refuser' }))
  await keys.press(form.getByRole('checkbox', { name: 'Moyens' }), ' ')
  // Arrows pass over « Accepter »: its prepared reason does not stay behind.
  expect(await form.getByLabel('Raisons, publiées').inputValue()).toBe('')
  await keys.type(form.getByLabel('Raisons, publiées'), 'Le budget de 2020 est engagé.')
  await keys.type(form.getByLabel('Ce qui la rendrait possible'), 'Un budget voté pour 2021.')
  await keys.type(form.getByLabel(/ici sans attendre/u), 'Un essai commence déjà à Nantes.')
  await keys.press(act(page, 'write-verdict'))
  await page.locator('.in-side .in-verdict').getByText('Le budget de 2020 est engagé.').waitFor()
  await keys.isSomewhere('the verdict')
})

test('library: a card is found, and a question about it is sent', async () => {
  const keys = await hand('/library', 'facilitator-nantes')
  const { page } = keys
  await keys.type(page.getByRole('searchbox', { name: 'Chercher dans les fiches' }), 'benevolat')
  await page
    .getByRole('status')
    .filter({ hasText: /^\d fiches? sur/u })
    .waitFor()
  // As fast as the keys come, no letter is lost.
  expect(await page.getByRole('searchbox', { name: 'Chercher dans les fiches' }).inputValue()).toBe(
    'benevolat',
  )
  // The first card stands open: it is closed and opened again.
  const card = page.locator('.li-cards [aria-expanded]').first()
  await keys.press(card)
  await page.locator('.li-cards [aria-expanded=false]').first().waitFor()
  await keys.act('Enter')
  await keys.press(page.locator('.li-cards').getByRole('button', { name: /^Poser une question/u }))
  const dialog = page.getByRole('dialog')
  await keys.type(dialog.getByLabel('Votre question'), 'Et pour une antenne seule ?')
  await keys.press(dialog.locator('[data-act=send]'))
  await dialog.waitFor({ state: 'detached' })
  await keys.isSomewhere('asking')
})

test('consultation: a feeling with its reason, by nobody in particular', async () => {
  const life = await house.persona('cooperative-life')
  await life.context.request.put('/api/consultation/closing', { data: { closesOn: '2020-06-28' } })
  const keys = await hand('/consultation/rec-51')
  const { page } = keys
  await page.locator('[data-total="4"]').waitFor()
  const faces = page.getByRole('radiogroup').first()
  await keys.choose(faces, page.locator('[data-feeling=favorable] input'))
  await keys.type(page.getByPlaceholder('Dire pourquoi'), 'On saurait enfin où cela en est.')
  await keys.press(act(page, 'share'))
  await page.locator('[data-total="5"]').waitFor()
  await keys.isSomewhere('sharing')
})

test('assembly: the slides are led, a question is asked, a vote is cast', async () => {
  const keys = await hand('/assembly/desk', 'cooperative-life')
  const { page } = keys
  await page.locator('[data-slide=title]').waitFor()
  await keys.press(act(page, 'next'))
  await page.locator('[data-slide=figures]').waitFor()
  await page.keyboard.press('ArrowRight')
  await page.locator('[data-slide=figures]').waitFor({ state: 'detached' })
  await keys.press(act(page, 'new-vote'))
  const dialog = page.getByRole('dialog')
  await keys.choose(dialog, dialog.getByRole('radio', { name: 'Le plan stratégique' }))
  await keys.press(dialog.locator('[data-act=make-vote]'))
  await keys.press(act(page, 'open-vote'))
  await keys.isSomewhere('opening the vote')

  const voter = await hand('/assembly', 'member-nantes')
  await voter.type(voter.page.getByLabel('Votre question'), 'Qui paie le train ?')
  await voter.press(act(voter.page, 'ask'))
  await voter.page.locator('[data-own=waiting]').waitFor()
  await voter.isSomewhere('asking')
  const vote = voter.page.locator('.as-vote[data-state=open]')
  await voter.to(vote.getByRole('radio'), 'Shift+Tab')
  await voter.choose(vote, vote.getByRole('radio', { name: 'Pour' }))
  await voter.press(act(voter.page, 'cast'))
  await vote.getByText(/^Vous avez voté/u).waitFor()
  await voter.isSomewhere('voting')
})

test('no pointer was used, and nobody’s page complained', async () => {
  expect(pointers.flatMap((pressed) => pressed())).toEqual([])
  await house.everybodyLeaves()
})
