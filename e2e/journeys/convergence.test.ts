// The convergence by two people: cooperative life places 76 texts, merges and sums up; Nantes’ facilitator asks for a correction and finds it faithful.
import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { type Person, phone } from '#e2e/harness/browser.ts'
import { clean } from '#e2e/harness/clean.ts'
import { openHouse } from '#e2e/harness/house.ts'

const house = openHouse()
const nantes = 'grp-nantes-partagee'

const act = ({ page }: Person, name: string): Locator => page.locator(`[data-act="${name}"]`)
const covered = (who: Person, count: number): Promise<void> =>
  act(who, 'coverage')
    .filter({ hasText: `${count} sur 76` })
    .waitFor()
const item = ({ page }: Person): Locator => page.locator('.cv-items [data-item]')

async function placeAll(nora: Person, group: string, way: string, reason = ''): Promise<void> {
  const dialog = nora.page.getByRole('dialog')
  await nora.page.getByLabel('Groupe', { exact: true }).selectOption(group)
  await act(nora, 'choose-all').check()
  await act(nora, 'place-chosen').click()
  await dialog.getByRole('radio', { name: way }).check({ force: true })
  if (reason !== '') await dialog.getByLabel('Pourquoi ce texte est écarté').fill(reason)
  await act(nora, 'do-place').click()
  await dialog.waitFor({ state: 'detached' })
}

async function summarise(nora: Person, words: string): Promise<void> {
  await nora.page.getByLabel('Résumé à lire en une minute').fill(words)
  await act(nora, 'save-summary').click()
  await nora.page.getByText('Résumé écrit par Nora').waitFor()
}

/** A section of the text that several people write: 0 constat, 1 proposition, 2 moyens. */
const written = ({ page }: Person, section: number): Locator =>
  page.locator('.cv-written .draft-words').nth(section)

async function write(who: Person, section: number, words: string): Promise<void> {
  await written(who, section).click()
  await who.page.keyboard.press('Control+End')
  await who.page.keyboard.type(words)
}

test('76 texts, one document: placed by hand and by keyboard, reviewed by its group, published with its annex', async () => {
  const emre = await house.persona('facilitator-nantes')
  await house.moment('convergence-begins')
  const nora = await house.persona('cooperative-life')
  const { page } = nora
  await page.goto('/cycle/convergence')
  await covered(nora, 0)
  await clean(nora)

  // By the keyboard alone: the first text of Nantes becomes an item in the family of its theme.
  await page.getByLabel('Groupe', { exact: true }).selectOption(nantes)
  const texts = page.locator('.cv-texts [data-text]')
  const title = (await texts.first().locator('b').first().textContent()) ?? ''
  await texts.first().locator('[data-act="place"]').focus()
  await page.keyboard.press('Enter')
  await act(nora, 'do-place').focus()
  await page.keyboard.press('Enter')
  await covered(nora, 1)
  // By hand: the next one is dragged onto it.
  await texts.first().dragTo(item(nora).first())
  await covered(nora, 2)
  // All others in one go, with the reason that the annex will show.
  await placeAll(nora, '', 'Les écarter, en disant pourquoi', 'Repris au prochain cycle.')
  await covered(nora, 76)
  // It lacks its summary still: nothing is published.
  await page.getByText('1 résumé reste à écrire.').waitFor()
  expect(await act(nora, 'publish').getAttribute('aria-disabled')).toBe('true')

  await act(nora, 'open-item').click()
  await page.getByRole('heading', { name: 'Ce que ce texte ne dit pas' }).waitFor()
  const takes = act(nora, 'take')
  await takes.first().waitFor()
  const sentence = (await page.locator('.cv-left li .cv-words').first().textContent()) ?? ''
  await takes.first().click()
  await page.locator('.cv-field').getByText(sentence, { exact: true }).waitFor()
  await page.getByLabel('Résumé à lire en une minute').fill('mot '.repeat(61))
  await page.getByText('61 mots : au plus 60.').waitFor()
  await summarise(nora, 'Garder les enfants pendant les réunions.')
  await clean(nora)

  // Two of cooperative life write in the same text at once, as in a joint room; one takes it over for its group to read.
  const ada = await house.persona('admin')
  await ada.page.goto('/cycle/convergence')
  await act(ada, 'open-item').click()
  for (const who of [nora, ada]) await act(who, 'write-together').click()
  await Promise.all([
    write(nora, 1, ' Une crèche par antenne.'),
    write(ada, 2, 'Deux personnes par réunion.'),
  ])
  await written(ada, 1).getByText('Une crèche par antenne.').waitFor()
  await written(nora, 2).getByText('Deux personnes par réunion.').waitFor()
  await page.locator('.save[data-save="saved"]').first().waitFor()
  await clean(nora)
  await act(ada, 'take-over').click()
  for (const who of [nora, ada])
    await who.page.getByText('C’est le texte que les groupes relisent.').waitFor()
  await ada.page.keyboard.press('Escape')

  await emre.page.goto('/cycle/convergence')
  await emre.page.getByRole('heading', { name: '1 recommandation à relire' }).waitFor()
  await clean(emre)
  await act(emre, 'review').click()
  await act(emre, 'to-correct-summary').click()
  await emre.page.getByLabel('Ce qu’il faut corriger').fill('Il manque le budget.')
  await act(emre, 'send-correct-summary').click()
  await emre.page.locator('.cv-said', { hasText: 'Il manque le budget.' }).waitFor()

  // Nora reads it without doing anything, and answers in the summary.
  await page.getByText('Il manque le budget.').waitFor()
  await act(nora, 'summarise').click()
  await summarise(nora, 'Garder les enfants pendant les réunions, avec un budget.')
  await emre.page.getByText('changé depuis, à relire').waitFor()
  for (const aspect of ['summary', 'text']) {
    await act(emre, `faithful-${aspect}`).click()
    await act(emre, `faithful-${aspect}`).waitFor({ state: 'detached' })
  }
  await emre.page.keyboard.press('Escape')
  await emre.page.getByText('Rien n’attend votre relecture.').waitFor()

  await page.keyboard.press('Escape')
  await page.locator('.cv-items').getByText('Fidèle').waitFor()
  await act(nora, 'publish').click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Publier le document' }).click()
  await page.getByRole('heading', { name: 'Annexe : les 76 textes remis' }).waitFor()
  await clean(nora)

  const guest = await house.somebody({ viewport: phone, hasTouch: true, isMobile: true })
  await guest.page.goto('/cycle/convergence')
  await covered(guest, 76)
  await guest.page.locator('[data-final]').getByRole('link', { name: title }).waitFor()
  await guest.page.locator('[data-final]').getByText('avec un budget.').waitFor()
  await guest.page.locator('[data-annex]').nth(75).getByText('Repris au prochain cycle.').waitFor()
  await clean(guest)
  await house.everybodyLeaves()
}, 90_000)
