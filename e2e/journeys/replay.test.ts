// Seeing a session again: two people work, write in private and show it; afterwards each instant stands as it stood then.
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dottedNames, violations } from '#e2e/harness/accessibility.ts'
import { type Person, phone } from '#e2e/harness/browser.ts'
import { until } from '#e2e/harness/runningServer.ts'
import { openHall, type SessionHall } from '#e2e/harness/sessionHall.ts'
import { RoomPage } from '#e2e/pages/roomPage.ts'

const secret = 'Je n’ose pas prendre la parole'
const title = 'Un texte de ce soir'

let hall: SessionHall
let lead: Person
let ben: Person
/** What stood before the notes were shown: the words of every note of the board, as Ben's list said. */
let notesBefore: string[]
let revealedAt: number

beforeAll(async () => {
  hall = await openHall('NANTES')
  lead = await hall.leader()
  ben = await hall.guest('Ben-W8K', 'phone', { viewport: phone, hasTouch: true })
}, 120_000)
afterAll(() => hall?.close())

const dock = (tool: string): Locator => lead.page.locator('.dock').getByRole('button', { name: tool }).first()
const now = (who: Person): Locator => who.page.locator('.now-panel')
const replay = (who: Person): Locator => who.page.getByRole('dialog', { name: 'Revoir la séance' })
const slider = (who: Person): Locator => replay(who).getByRole('slider')
const notes = (who: Person): Promise<string[]> =>
  replay(who).locator('.replay-notes [class*="replay-note-"] > p:first-child').allTextContents()

/** Goes to a mark of the list and waits until its instant is shown. */
async function goTo(who: Person, mark: string): Promise<void> {
  const list = replay(who).locator('.replay-marks')
  if ((await list.getAttribute('open')) === null) await list.locator('summary').click()
  await list.getByRole('button', { name: mark }).first().click()
  await settled(who)
}

const settled = (who: Person): Promise<unknown> =>
  until(
    async () =>
      (await replay(who).locator('.replay-views').getAttribute('aria-busy')) === 'false' &&
      (await replay(who).locator('.replay-views').getAttribute('data-at')) ===
        (await slider(who).inputValue()),
    'the instant that was asked for',
  )

test('a session is held: a note written in private and shown without a name, and a text', async () => {
  await dock('Commencer la séance').click()
  await dock('Réflexion privée').click()
  const dialog = lead.page.getByRole('dialog')
  await dialog.getByRole('textbox').first().fill('Qu’est-ce qui nous freine ?')
  await dialog.getByRole('button', { name: 'Commencer la réflexion' }).click()
  const field = now(ben).getByRole('textbox')
  await field.fill(secret)
  await now(ben).getByRole('button', { name: 'Ajouter à mes notes' }).click()
  await now(lead)
    .getByText(/1 note/)
    .first()
    .waitFor()
  const room = new RoomPage(lead.page)
  await room.showNotes()
  notesBefore = await lead.page.locator('.list-note .list-note-words > p').allTextContents()
  await now(lead).getByRole('button', { name: 'Mettre les notes au tableau' }).click()
  revealedAt = Date.now()
  await lead.page
    .getByRole('alertdialog')
    .getByRole('button', { name: 'Mettre les notes au tableau' })
    .click()
  await room.noteRow(secret).waitFor()
  await room.showDrafts()
  await lead.page.locator('#liste').getByRole('button', { name: 'Nouvelle recommandation' }).first().click()
  await lead.page.locator('.list-form input').first().fill(title)
  await lead.page.keyboard.press('Enter')
  await room.row(title).waitFor()
  await room.write(title, 'Des réunions plus courtes.')
  await room.saves('saved')
  // What is seen again comes from the disk alone.
  await hall.server.kill()
  await hall.server.restart()
})

test('before the showing the note is at no instant; after it, it stands there without its author', async () => {
  const seen: string[] = []
  lead.page.on('response', (response) => {
    if (!/\/replay/.test(response.url())) return
    void response.body().then(
      (bytes) => seen.push(bytes.toString('latin1')),
      () => undefined,
    )
  })
  await lead.page.getByRole('button', { name: 'Aide', exact: true }).click()
  await lead.page.getByRole('menuitem', { name: 'Revoir la séance' }).click()
  await slider(lead).waitFor()
  await settled(lead)
  await replay(lead).getByRole('button', { name: 'Notes', exact: true }).click()
  expect(await notes(lead)).not.toContain(secret)
  await goTo(lead, 'Notes montrées')
  expect(await notes(lead)).toContain(secret)
  await slider(lead).focus()
  await lead.page.keyboard.press('ArrowLeft')
  await settled(lead)
  expect(Number(await slider(lead).inputValue())).toBeLessThan(revealedAt)
  expect(await notes(lead)).not.toContain(secret)
  expect([...(await notes(lead))].sort()).toEqual([...notesBefore].sort())
  expect(
    seen.some((bytes) => bytes.includes('prendre la parole')),
    'the listener hears',
  ).toBe(true)
  for (const bytes of seen) expect(bytes).not.toContain('Ben-W8K')
})

test('the text of the evening is not there at the beginning and reads as it was written at the end', async () => {
  await replay(lead).getByRole('button', { name: 'Textes', exact: true }).click()
  const text = replay(lead).locator('.replay-text', { hasText: title })
  await slider(lead).press('Home')
  await settled(lead)
  expect(await text.count()).toBe(0)
  await slider(lead).press('End')
  await settled(lead)
  await text.locator('summary').click()
  await text.getByText('Des réunions plus courtes.').waitFor()
  expect(await slider(lead).getAttribute('aria-valuetext')).toMatch(/étape 1/)
  await replay(lead).getByRole('button', { name: 'Changements' }).click()
  await replay(lead).locator('.replay-changes', { hasText: title }).waitFor()
})

test('it can be read with a screen reader, and nothing in it writes', async () => {
  expect(await violations(lead.page)).toEqual([])
  expect(await dottedNames(lead.page)).toEqual([])
  await replay(lead).getByRole('button', { name: 'Lire' }).click()
  await replay(lead).getByRole('button', { name: 'Pause' }).click()
  await replay(lead).getByRole('button', { name: 'Revenir à maintenant' }).click()
  await replay(lead).waitFor({ state: 'detached' })
})

test('on a phone texts come first, and nothing is cut off', async () => {
  await ben.page.getByRole('button', { name: 'Plus' }).click()
  await ben.page.getByRole('menuitem', { name: 'Revoir la séance' }).click()
  await slider(ben).waitFor()
  await settled(ben)
  const [texts, board] = await Promise.all(
    ['.replay-side', '.replay-board'].map((part) => replay(ben).locator(part).boundingBox()),
  )
  expect(texts?.y).toBeLessThan(board?.y ?? 0)
  expect(await ben.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
  expect(await violations(ben.page)).toEqual([])
  expect([lead, ben].flatMap(({ complaints }) => complaints)).toEqual([])
})
