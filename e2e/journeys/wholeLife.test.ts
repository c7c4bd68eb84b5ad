// The whole life of one recommendation: a sticky note in Nantes, one text with Lyon, handed over, converged, published, felt, ruled upon twice, reworded, planned, begun in Rennes; and the thread that tells it.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type Person, phone } from '#e2e/harness/browser.ts'
import { openHouse } from '#e2e/harness/house.ts'
import { until } from '#e2e/harness/runningServer.ts'
import { AdoptionPage } from '#e2e/pages/adoptionPage.ts'
import { MergePage } from '#e2e/pages/mergePage.ts'
import { RoomPage } from '#e2e/pages/roomPage.ts'

const house = openHouse()
const onPhone = { viewport: phone, hasTouch: true, isMobile: true } as const
const sticky = 'Une fois par mois, on cuisine ensemble au local'
const title = 'Un repas partagé chaque mois'
const ofLyon = 'Une table ouverte dans chaque antenne'

/** Somebody in a room of the demo, as an account. */
async function inRoom({ page }: Person, code: string): Promise<RoomPage> {
  const room = new RoomPage(page)
  await page.goto(`/r/${code}?place=remote`)
  await room.ready()
  return room
}

/** A sticky note in the group's own room becomes a text with a title. */
async function textFromNote(room: RoomPage, words: string, name: string): Promise<void> {
  await room.addNote(words)
  await room.noteRow(words).locator('[data-act="notes.select"]').first().click()
  await room.page.getByRole('button', { name: 'En faire une recommandation' }).click()
  await room.page.getByRole('textbox', { name: 'Titre', exact: true }).first().fill(name)
  await room.write(name, `${words}.`)
  await room.saves('saved')
}

/** All of both texts is taken; each group answers by one voice; it is adopted into both lists. */
async function oneText(nantes: Person, lyon: Person): Promise<void> {
  await Promise.all([inRoom(nantes, 'NANTES-LYON'), inRoom(lyon, 'NANTES-LYON')])
  const here = await MergePage.begin(nantes.page, title, [ofLyon])
  const there = await MergePage.find(lyon.page, ofLyon)
  await here.page.getByRole('button', { name: /^Tout prendre, texte de Nantes/ }).click()
  await there.page.getByRole('button', { name: /^Tout prendre, texte de Lyon/ }).click()
  await until(async () => (await here.remaining()) === 0, 'nothing to remain')
  for (const [{ page }, place] of [
    [nantes, 'Nantes'],
    [lyon, 'Lyon'],
  ] as const) {
    const adoption = new AdoptionPage(page)
    const dialog = await adoption.open(place)
    await dialog.locator('label.choice-option', { hasText: 'Une personne pour le groupe' }).first().click()
    await dialog.getByLabel('Qui répond pour le groupe').selectOption({ index: 0 })
    await dialog.getByRole('button', { name: 'Poser la question' }).click()
    await dialog.getByRole('button', { name: 'Clore et dire' }).waitFor()
    await adoption.answer('Accord')
    await adoption.close()
  }
  await new AdoptionPage(nantes.page).adopt()
}

/** Whom and how far for every text of the list, the group's consent by one voice, and the list is handed over. */
async function handOver({ page }: Person): Promise<void> {
  await page.goto('/r/NANTES')
  await page.getByRole('button', { name: 'Remettre la liste' }).click()
  const dialog = page.getByRole('dialog', { name: 'La liste du groupe' })
  await dialog.getByRole('heading', { name: /^Dans la liste/ }).waitFor()
  for (const select of await dialog.locator('.handover-asked select').all()) {
    const scope = (await select.locator('option[value="antenna"]').count()) > 0
    await select.selectOption(scope ? 'antenna' : 'boards')
  }
  await dialog.locator('.adoption-group').click()
  const consent = page.getByRole('dialog', { name: /^Consentement de/ })
  await consent.locator('label.choice-option', { hasText: 'Une personne pour le groupe' }).first().click()
  await consent.getByLabel('Qui répond pour le groupe').selectOption({ index: 0 })
  await consent.getByRole('button', { name: 'Poser la question' }).click()
  await consent.getByRole('button', { name: 'Clore et dire' }).waitFor()
  await consent.locator('.adoption-option', { hasText: 'Accord' }).first().click()
  await consent.getByRole('button', { name: 'Donner ma réponse' }).click()
  await consent.getByText('Réponse reçue').waitFor()
  await consent.getByRole('button', { name: 'Clore et dire' }).click()
  await consent.getByText('A donné son consentement').first().waitFor()
  await page.keyboard.press('Escape')
  await dialog.getByRole('button', { name: 'Remettre cette liste' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remettre', exact: true }).click()
  await dialog.getByText('Cette liste est remise, mot pour mot.').waitFor()
}

const act = (page: Page, name: string) => page.locator(`[data-act="${name}"]`)

/** The text becomes an item for both countries with its summary; the others are set aside with a reason; it is found faithful and published. Returns its id. */
async function converged(keeper: Person, nantes: Person): Promise<string> {
  const { page } = keeper
  await page.goto('/cycle/convergence')
  const ours = page.locator('.cv-texts [data-text]', { hasText: title }).first()
  await ours.locator('[data-act="place"]').click()
  await act(page, 'do-place').click()
  const item = page.locator('.cv-items [data-item]').first()
  await item.waitFor()
  await act(page, 'choose-all').check()
  await act(page, 'place-chosen').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'Les écarter, en disant pourquoi' }).check({ force: true })
  await dialog.getByLabel('Pourquoi ce texte est écarté').fill('Repris au prochain cycle.')
  await act(page, 'do-place').click()
  await dialog.waitFor({ state: 'detached' })
  await item.locator('[data-act="open-item"]').click()
  await act(page, 'word').click()
  const countries = page.locator('.cv-set .cv-check input')
  await countries.nth(1).waitFor()
  for (const country of await countries.all()) await country.check()
  await act(page, 'save-words').click()
  await page
    .getByLabel('Résumé à lire en une minute')
    .fill('Une fois par mois, l’antenne cuisine et mange ensemble.')
  await act(page, 'save-summary').click()
  await page.getByText('Résumé écrit par Nora').waitFor()
  await page.keyboard.press('Escape')
  await nantes.page.goto('/cycle/convergence')
  await act(nantes.page, 'review').first().click()
  for (const aspect of ['summary', 'text']) {
    await act(nantes.page, `faithful-${aspect}`).click()
    await act(nantes.page, `faithful-${aspect}`).waitFor({ state: 'detached' })
  }
  await page.locator('.cv-items').getByText('Fidèle').first().waitFor()
  await act(page, 'publish').click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Publier le document' }).click()
  const link = page.locator('[data-final]').getByRole('link', { name: title })
  return ((await link.getAttribute('href')) ?? '').split('/').at(-1) ?? ''
}

/** Three phones without an account say what they feel; their number is there for the next one. */
async function felt(id: string): Promise<void> {
  for (const [n, feeling] of ['enthousiaste', 'favorable', 'inquiet'].entries()) {
    const { page } = await house.somebody(onPhone)
    await page.goto(`/consultation/${id}`)
    await page.locator(`[data-feeling=${feeling}]`).tap()
    await act(page, 'share').tap()
    await page.locator(`[data-total="${n + 1}"]`).waitFor()
  }
}

async function onDesk({ page }: Person): Promise<void> {
  await page.goto('/instruction?text=none')
  await page.locator('.in-line', { hasText: title }).first().click()
  await page.getByRole('heading', { name: title }).first().waitFor()
}

/** France rewords, Belgium accepts, Nantes takes the new wording. */
async function ruled(nantes: Person): Promise<void> {
  const [france, belgium] = await Promise.all([house.persona('board-france'), house.persona('board-belgium')])
  await onDesk(france)
  const { page } = france
  await page.getByText('Reformuler', { exact: true }).click()
  const text = page.getByLabel('Texte reformulé')
  await text.fill(`${await text.inputValue()} Dans les antennes qui ont une cuisine.`)
  await page.getByLabel('Moyens', { exact: true }).check()
  await page.getByLabel('Raisons, publiées').fill('Une cuisine manque dans deux antennes.')
  await act(page, 'write-verdict').click()
  await page.locator('.in-side .in-verdict').getByText('Une cuisine manque').waitFor()
  await onDesk(belgium)
  await belgium.page.getByText('Accepter', { exact: true }).click()
  await act(belgium.page, 'write-verdict').click()
  await belgium.page.locator('.in-side .in-verdict').getByText('plan stratégique').waitFor()
  await nantes.page.goto('/g/nantes')
  await act(nantes.page, 'consent-rewording').click()
  await nantes.page
    .locator('.in-group')
    .getByText(/consent \(/u)
    .first()
    .waitFor()
}

/** Somebody of Rennes comes in by an invitation, and begins without waiting. */
async function begunInRennes(id: string): Promise<void> {
  const keeper = await house.persona('admin')
  await keeper.page.goto('/admin')
  await keeper.page.getByRole('button', { name: 'Inviter une personne' }).click()
  const dialog = keeper.page.getByRole('dialog')
  await dialog.getByLabel('Nom').fill('Maël R.')
  await dialog.getByLabel('Adresse électronique').fill('mael@exemple.test')
  await dialog.getByLabel('Rôle').selectOption('member')
  await dialog.getByLabel('Groupe').selectOption('grp-rennes-partagee')
  await dialog.getByRole('button', { name: 'Créer l’invitation' }).click()
  const link = await dialog.getByLabel('Lien d’invitation').inputValue()
  const { page } = await house.somebody()
  await page.goto(`/sign-in${new URL(link).hash}`)
  await page.getByRole('button', { name: 'Créer mon compte' }).click()
  await page.getByRole('heading', { level: 1, name: /Maël/ }).waitFor()
  await page.goto(`/follow-up/${id}`)
  await act(page, 'declare').click()
  await page.getByRole('dialog').getByLabel('Ce que vous faites').fill('Une marmite à Rennes')
  await page.getByRole('dialog').getByRole('button', { name: 'On commence' }).click()
  await page.locator('[data-kind=initiative]').filter({ hasText: 'Une marmite à Rennes' }).waitFor()
}

test('from a sticky note to what became of it', async () => {
  const [nantes, lyon] = await Promise.all([
    house.persona('facilitator-nantes'),
    house.persona('facilitator-lyon'),
  ])
  await textFromNote(await inRoom(nantes, 'NANTES'), sticky, title)
  await textFromNote(await inRoom(lyon, 'LYON'), 'Une grande table, le vendredi midi', ofLyon)
  await oneText(nantes, lyon)
  await handOver(nantes)
  const keeper = await house.persona('cooperative-life')
  const id = await converged(keeper, nantes)
  await felt(id)
  await ruled(nantes)

  await keeper.page.goto('/assembly')
  const slide = keeper.page.getByText(title).first()
  await until(async () => {
    if (await slide.isVisible()) return true
    await keeper.page.getByRole('button', { name: 'Suivant' }).click()
    return false
  }, 'the slide of this recommendation')
  await keeper.page.goto(`/follow-up/${id}`)
  await act(keeper.page, 'plan').click()
  const dialog = keeper.page.getByRole('dialog')
  await dialog.locator('input[type=date]').nth(0).fill('2020-07-01')
  await dialog.locator('input[type=date]').nth(1).fill('2020-12-31')
  await dialog.getByRole('button', { name: 'Ajouter au plan' }).click()
  await dialog.waitFor({ state: 'detached' })
  await begunInRennes(id)

  const { page } = await house.somebody()
  await page.goto(`/follow-up/${id}`)
  await page.getByRole('heading', { level: 1, name: /^Le fil/ }).waitFor()
  for (const words of [sticky, 'Une cuisine manque', 'Une marmite à Rennes'])
    await page.getByText(words, { exact: false }).first().waitFor()
  await house.everybodyLeaves()
}, 240_000)
