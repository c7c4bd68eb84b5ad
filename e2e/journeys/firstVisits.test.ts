// Each role's first visit: from the address that was given to the one thing that role came for, counted, and there after a reload.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Person, phone } from '#e2e/harness/browser.ts'
import { openHouse } from '#e2e/harness/house.ts'
import {
  acceptInvitation,
  adminCommand,
  invitation,
  invitationIn,
  type Newcomer,
  newcomer,
} from '#e2e/harness/newcomers.ts'
import { type RunningServer, startServer, until } from '#e2e/harness/runningServer.ts'
import { RoomPage } from '#e2e/pages/roomPage.ts'
import type { RoleInScope } from '#shared/people/roles.ts'

const nantes = 'grp-nantes-partagee'
const pocket = { viewport: phone, hasTouch: true, isMobile: true } as const
const house = openHouse()

/** The server of a cooperative that nobody has named yet. */
const dataDir = mkdtempSync(join(tmpdir(), 'first-visits-'))
const firstLink = invitationIn(adminCommand(dataDir, 'invite', 'Ada').stdout)
let empty: RunningServer
let keeper: Person

beforeAll(async () => {
  empty = await startServer({ dataDir, env: { DEMO: '0' } })
  keeper = await house.persona('admin')
}, 120_000)
afterAll(async () => {
  await empty?.close()
  rmSync(dataDir, { recursive: true, force: true })
})

/** Comes in by an invitation for this role; what was pressed is counted from there. */
async function invited(name: string, role: RoleInScope, look = {}): Promise<Newcomer> {
  const one = await newcomer(house, look)
  await acceptInvitation(one, await invitation(keeper.context.request, name, role), name)
  return one
}

/** What home says that waits. */
const waits = ({ page }: Person, words: string | RegExp): Locator =>
  page.getByRole('region', { name: 'Ce qui vous attend' }).getByRole('listitem').filter({ hasText: words })
const go = async (who: Person, words: string | RegExp): Promise<void> =>
  waits(who, words)
    .getByRole('link', { name: /^Y aller/ })
    .click()

const act = (page: Page, name: string): Locator => page.locator(`[data-act="${name}"]`)

/** Nothing of this is on the page. Asked once something of the page itself is there. */
async function without(page: Page, ...parts: readonly string[]): Promise<void> {
  for (const part of parts) expect(await page.locator(part).count(), `${part} on ${page.url()}`).toBe(0)
}

function told(role: string, { presses }: Newcomer, most: number): void {
  console.log(`${role}: ${presses.length} presses\n  ${presses.join('\n  ')}`)
  expect(presses.length, role).toBeGreaterThan(0)
  expect(presses.length, role).toBeLessThanOrEqual(most)
}

test('a guest with a code, on a phone, writes a note', async () => {
  const guest = await newcomer(house, pocket)
  const { page } = guest
  await page.goto('/')
  await page.getByLabel('Code de la salle').fill('nantes')
  await page.locator('form').getByRole('button', { name: 'Entrer' }).tap()
  await page.getByLabel('Votre nom, tel qu’on le verra').fill('Gil')
  await page.locator('form').getByRole('button', { name: 'Entrer' }).tap()
  const room = new RoomPage(page)
  await room.ready()
  await room.addNote('Un vélo pour porter les paniers')
  await room.saves('saved')
  told('guest', guest, 8)
  await page.reload()
  await room.ready()
  await room.showNotes()
  await room.noteRow('Un vélo pour porter les paniers').waitFor()
  await without(page, '.agenda-next', 'a[href^="/admin"]')
})

test('a member invited by mail says whether they come and brings a note', async () => {
  const answer = await keeper.context.request.post('/api/admin/invitations', {
    data: {
      ...{ name: 'Mona', email: 'mona@exemple.test', language: 'fr' },
      roles: [{ role: 'member', scope: nantes }],
    },
  })
  expect(answer.ok()).toBe(true)
  const { mails } = await until(async () => {
    const box = await keeper.context.request.get('/api/admin/mails')
    const seen = (await box.json()) as { mails: { to: string; text: string }[] } // the route under test says it
    return seen.mails.some(({ to }) => to.includes('mona@')) && seen
  }, 'the mail in the outbox')
  const mona = await newcomer(house, pocket)
  const { page } = mona
  await acceptInvitation(mona, invitationIn(mails.find(({ to }) => to.includes('mona@'))?.text ?? ''), 'Mona')
  await page.getByRole('heading', { level: 3 }).getByRole('link').first().tap()
  await page.locator('.gp-give').waitFor()
  await page.getByRole('button', { name: 'Je viens à distance' }).tap()
  await page.getByRole('button', { name: 'Je viens à distance', pressed: true }).waitFor()
  await page.locator('.gp-give').getByText('Note', { exact: true }).tap()
  await page.getByLabel('Votre note').fill('Et si on invitait le quartier ?')
  await page.getByRole('button', { name: 'Ajouter la note' }).tap()
  const own = page.locator('.gp-give').getByRole('listitem').filter({ hasText: 'invitait le quartier' })
  await own.getByText('Arrivé, attend la séance').waitFor()
  told('member', mona, 5)
  await page.reload()
  await own.waitFor()
  await page.getByRole('button', { name: 'Je viens à distance', pressed: true }).waitFor()
  await without(page, '.gp-arrived', 'a[href^="/admin"]')
})

test('a facilitator reads what arrived, starts a session, and ends it', async () => {
  const lead = await invited('Faye', { role: 'facilitator', scope: nantes })
  const { page } = lead
  await go(lead, 'Nantes\u00a0: une contribution est arrivée')
  await page.getByText('Et si on invitait le quartier ?').first().waitFor()
  await page.getByRole('link', { name: 'Ouvrir le tableau et la liste' }).click()
  await page.locator('form').getByRole('button', { name: 'Entrer' }).click()
  await page.locator('.dock').getByRole('button', { name: 'Commencer la séance' }).click()
  await page.locator('.room-top').getByText('Accueil').waitFor()
  told('facilitator', lead, 5)
  await page.reload()
  await page.locator('.room-top').getByText('Accueil').waitFor()
  await page.getByRole('tab', { name: 'Déroulé' }).click()
  await page.getByRole('button', { name: 'Terminer la séance', exact: true }).first().click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Terminer la séance' }).click()
  await page.getByRole('alertdialog').waitFor({ state: 'detached' })
})

test('a secretary is told that the minutes are to be read, and completes them', async () => {
  const sec = await invited('Sybil', { role: 'secretary', scope: nantes })
  const { page } = sec
  await go(sec, 'Nantes\u00a0: le compte rendu de la dernière séance est à relire')
  // Home has a button of that name too.
  await page.getByLabel('Votre nom, tel qu’on le verra').waitFor()
  await page.locator('form').getByRole('button', { name: 'Entrer' }).click()
  const minutes = page.getByRole('dialog', { name: 'Compte rendu' })
  const words = minutes.getByRole('textbox', { name: 'Texte du compte rendu' })
  const opened = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Aide' }).click()
    await page.getByRole('menuitem', { name: 'Compte rendu' }).click()
    await words.waitFor()
  }
  await opened()
  await words.getByText('Aucune décision').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' Relu par Sybil.')
  await minutes.locator('[data-save="saved"]').waitFor()
  told('secretary', sec, 6)
  await page.reload()
  await new RoomPage(page).ready()
  await without(page, '.agenda-next')
  await opened()
  await words.getByText('Relu par Sybil.').waitFor()
})

test('an invited expert reads the group, answers its question, and is refused where members write', async () => {
  const lead = await house.persona('facilitator-nantes')
  const asked = await lead.context.request.post('/api/groups/nantes/questions', {
    data: {
      ...{ id: 'q'.repeat(26), draftId: null },
      question: { text: 'Qui assure la cagnotte ?', themeId: null, cardId: null, due: '2020-04-20' },
    },
  })
  expect(asked.status(), await asked.text()).toBe(204)
  const expert = await invited('Edgar', { role: 'expert', scope: nantes })
  const { page } = expert
  await waits(expert, 'Le groupe Nantes vous invite à lire ses textes').waitFor()
  await page.getByRole('heading', { name: 'Les groupes qui vous invitent' }).waitFor()
  expect(await page.locator('.group-cards > *').count()).toBe(1)
  await go(expert, 'question')
  await act(page, 'answer').click()
  await page.getByRole('dialog').getByLabel('Votre réponse').fill('Le contrat de la coopérative la couvre.')
  await page.getByRole('dialog').locator('[data-act=send]').click()
  await page.locator('[data-state=answered]').getByText('la couvre').waitFor()
  told('expert', expert, 4)
  await page.reload()
  await page.locator('[data-state=answered]').getByText('la couvre').waitFor()

  await page.goto('/')
  await go(expert, 'vous invite à lire')
  await page.locator('.gp-visitor').waitFor()
  await without(page, '.gp-give', '.gp-coming', '.gp-arrived')
  await page.getByRole('link', { name: 'Ouvrir le tableau et la liste' }).click()
  await page.locator('form').getByRole('button', { name: 'Entrer' }).click()
  await new RoomPage(page).ready()
  await without(page, '[data-act="draft.add"]:not([aria-disabled="true"])', '.agenda-next')
  const refused = await expert.context.request.post('/api/groups/nantes/contributions', {
    data: { id: 'contribution-of-edgar', kind: 'note', text: 'Un mot' },
  })
  expect(refused.status()).toBe(403)
  await page.goto('/')
  await page.locator('.group-cards').waitFor()
  await waits(expert, 'vous invite').waitFor({ state: 'detached' })
})

test('cooperative life, told of a late list of texts, places the first of 76', async () => {
  await house.moment('convergence-begins')
  const life = await invited('Cleo', { role: 'cooperative-life', scope: null })
  const { page } = life
  await go(life, '76')
  const text = page.locator('.cv-texts [data-text]').first()
  await text.locator('[data-act="place"]').click()
  await act(page, 'do-place').click()
  await act(page, 'coverage').filter({ hasText: '1 sur 76' }).waitFor()
  told('cooperative life', life, 4)
  await page.reload()
  await act(page, 'coverage').filter({ hasText: '1 sur 76' }).waitFor()
  await without(page, '[data-act="write-verdict"]')
  // Mails hold links that open accounts: they are the administrators’.
  expect((await life.context.request.get('/api/admin/mails')).status()).toBe(403)
})

test('a board member opens the queue and gives an avis, and writes no verdict', async () => {
  await house.moment('boards-instruct')
  const member = await invited('Basile', { role: 'board', scope: 'board-fr' })
  const { page } = member
  await go(member, /41 recommandations/)
  await page.locator('.in-line').first().click()
  const own = page.locator('.in-own')
  await own.getByText('D’accord', { exact: true }).click()
  await own.getByText('Enregistré').waitFor()
  told('board member', member, 4)
  await page.reload()
  await own.getByRole('radio', { name: 'D’accord', checked: true }).waitFor({ state: 'attached' })
  await without(page, '[data-act="write-verdict"]', 'a[href^="/admin"]')
  expect((await member.context.request.get('/api/instruction/board-be/desk')).status()).toBe(403)
})

test('somebody without an account finds the consultation on a phone and says what they feel', async () => {
  const life = await house.persona('cooperative-life')
  await life.context.request.put('/api/consultation/closing', { data: { closesOn: '2020-06-28' } })
  const reader = await newcomer(house, pocket)
  const { page } = reader
  await page.goto('/')
  await page.getByRole('button', { name: 'Menu' }).tap()
  await page.getByRole('link', { name: 'Consultation' }).tap()
  await page.locator('.co-line h3 a').first().tap()
  await page.locator('.co-feel').waitFor()
  const total = page.locator('[data-total]').first()
  await total.waitFor()
  const before = Number(await total.getAttribute('data-total'))
  await page.locator('[data-feeling=confiant], [data-feeling=favorable]').first().tap()
  await act(page, 'share').tap()
  await page
    .locator(`[data-total="${before + 1}"]`)
    .first()
    .waitFor()
  told('public reader', reader, 5)
  await page.reload()
  await page
    .locator(`[data-total="${before + 1}"]`)
    .first()
    .waitFor()
  await without(page, '[data-act="moderate"]', '[data-act="amend"]', '[data-field="closing"]')
})

test('the first administrator names the cooperative and invites somebody', async () => {
  const ada = await newcomer(house, {}, empty.url)
  const { page } = ada
  await acceptInvitation(ada, firstLink, 'Ada')
  await go(ada, 'Commencez par nommer votre coopérative')
  const form = page.locator('[data-form="begin"]')
  for (const [field, words] of Object.entries({
    ...{ organisation: 'Les Halles', language: 'fr', entity: 'Les Halles', code: 'FR', cycle: '2026' },
    ...{ start: '2026-01-01', end: '2026-12-31' },
  }))
    await form.locator(`[name="${field}"]`).fill(words)
  await act(page, 'begin').click()
  await form.waitFor({ state: 'detached' })
  await page.getByRole('link', { name: 'Personnes', exact: true }).click()
  await page.getByRole('button', { name: 'Inviter une personne' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Nom').fill('Noé')
  await dialog.getByLabel('Rôle').selectOption('cooperative-life')
  await dialog.getByRole('button', { name: 'Créer l’invitation' }).click()
  await dialog.getByLabel('Lien d’invitation').waitFor()
  told('administrator', ada, 7)
  await page.reload()
  await page.getByText('Noé').first().waitFor()
  await page.goto('/')
  await waits(ada, 'Ajoutez les antennes et les groupes').waitFor()
})

test('nobody’s page complained', () => house.everybodyLeaves())
