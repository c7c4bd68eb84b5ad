// The keyboard alone creates, edits, moves and finds a draft again, and what is stored is what the mouse would have stored.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openHouse } from '#e2e/harness/house.ts'
import { documentOf, join, stockClient } from '#e2e/harness/rawClient.ts'
import { until } from '#e2e/harness/runningServer.ts'
import { RoomPage } from '#e2e/pages/roomPage.ts'
import { readDrafts } from '#shared/draft/draftModel.ts'

const title = 'Une clé pour chaque antenne'
const words = 'La clé reste chez qui ouvre le matin.'

const house = openHouse()

async function enter(code: string, name: string): Promise<RoomPage> {
  const one = await house.somebody()
  const room = new RoomPage(one.page)
  await room.enter(code, name)
  return room
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    const labelledBy = element?.getAttribute('aria-labelledby')
    const label = labelledBy ? document.getElementById(labelledBy)?.textContent : null
    return element?.getAttribute('aria-label') ?? label ?? element?.textContent?.trim() ?? ''
  })

/** Walks with Tab until the focus is on what is called so; a keyboard trap or a control out of reach ends the walk. */
async function tabTo(page: Page, name: RegExp, keys: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const passed: string[] = []
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press(keys)
    const here = await focused(page)
    if (name.test(here)) return
    passed.push(here.slice(0, 40))
  }
  throw new Error(`${name} is not reached by ${keys}; passed ${passed.join(' / ')}`)
}

async function byKeyboard({ page }: RoomPage): Promise<void> {
  await tabTo(page, /^Aller à la liste/)
  await page.keyboard.press('Enter')
  await tabTo(page, /^Nouvelle recommandation$/)
  await page.keyboard.press('Enter')
  await page.keyboard.type(title)
  await page.keyboard.press('Enter')
  await until(async () => (await focused(page)) === 'Proposition', 'the caret in the proposal')
  await page.keyboard.type(words)
  await page.keyboard.press('Escape')
  await until(async () => (await focused(page)).includes(title), 'the focus back on its row')
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Alt+ArrowUp')
  // Found again by a word of its text.
  await tabTo(page, /^Trouver un texte/, 'Shift+Tab')
  await page.keyboard.type('ouvre le matin')
  await until(async () => (await page.locator('.list-draft').count()) === 1, 'one row to be left')
  await tabTo(page, new RegExp(`^Ouvrir.*${title}`))
  await page.keyboard.press('Enter')
  await until(async () => (await focused(page)) === 'Proposition', 'the text open again')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(words)
}

async function byMouse(room: RoomPage): Promise<void> {
  const { page } = room
  await page.locator('[data-act="draft.add"]').click()
  await page.getByLabel('Titre de la recommandation').fill(title)
  await page.locator('.list-form button[type="submit"]').click()
  await room.write(title, words)
  await room.row(title).getByRole('button', { name: 'Terminé' }).click()
  for (let step = 0; step < 2; step += 1) await room.act(room.row(title), 'Monter')
}

/** The draft as the server keeps it, without what tells two drafts apart, and how many stand after it. */
async function stored(code: string): Promise<unknown> {
  const { answer } = await join(house.server.url, code, { name: 'Témoin' })
  const { doc, close } = await stockClient(house.server.url, documentOf(answer, 'drafts'), answer.ticket)
  const all = readDrafts(doc)
  const at = all.findIndex((draft) => draft.title === title)
  const draft = all[at]
  close()
  if (!draft) return undefined
  return { ...draft, id: '', order: '', code: '', after: all.length - 1 - at }
}

test('a draft made, written, moved and found by keyboard alone is stored as one made with the mouse', async () => {
  const [keys, mouse] = await Promise.all([enter('NANTES', 'Ana'), enter('LYON', 'Bob')])
  await Promise.all([byKeyboard(keys), byMouse(mouse)])
  await Promise.all([keys.saves('saved'), mouse.saves('saved')])
  const [ofKeys, ofMouse] = [await stored('NANTES'), await stored('LYON')]
  expect(ofKeys).toMatchObject({ title, after: 2 })
  expect(ofKeys).toEqual(ofMouse)
  expect(house.people.flatMap(({ complaints }) => complaints)).toEqual([])
})
