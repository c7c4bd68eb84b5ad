// Remarks on another group's text: a wording suggested while its writers go on, accepted, refused with a reason, a comment that names a group, without a line.
import type { Locator, Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { violations } from '#e2e/harness/accessibility.ts'
import { openHouse } from '#e2e/harness/house.ts'
import { until } from '#e2e/harness/runningServer.ts'
import { RoomPage } from '#e2e/pages/roomPage.ts'

const parcel = 'Suivre une recommandation comme on suit un colis'
const code = 'NANTES-LYON'

const house = openHouse()
afterEach(() => house.everybodyLeaves())

async function enters(persona: string): Promise<RoomPage> {
  const one = await house.somebody()
  await one.context.request.post('/api/demo/sign-in', { data: { persona } })
  await one.page.goto(`/r/${code}`)
  await one.page.locator('form').getByRole('button', { name: 'Entrer' }).click()
  const room = new RoomPage(one.page)
  await room.ready()
  return room
}

/** Letters of a paragraph, chosen as with a mouse or with Shift and arrows. */
const choose = (words: Locator, quote: string): Promise<void> =>
  words.evaluate((element, wanted) => {
    if (element.matches('[contenteditable]')) (element as HTMLElement).focus()
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.nodeValue ?? '').indexOf(wanted)
      if (at < 0) continue
      document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length)
      return
    }
    throw new Error(`« ${wanted} » does not stand here`)
  }, quote)

const form = (page: Page): Locator => page.getByRole('dialog').last()
const sent = (page: Page): Promise<void> => page.locator('.remark-form').waitFor({ state: 'detached' })
const remark = (row: Locator, words: string): Locator =>
  row.locator('[data-remark]', { hasText: words }).first()

/** What the browser draws a line under, as it reads. */
const marked = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...(CSS.highlights.get('remark') ?? [])].map((range) => String(range)))

test('another group suggests and comments while the writers go on: accepted, refused with a reason, named, kept without a line', async () => {
  const [nantes, lyon] = await Promise.all([enters('facilitator-nantes'), enters('member-lyon')])

  // Nobody of another group says anything before Nantes asks for it.
  const [written, read] = await Promise.all([nantes.open(parcel), lyon.open(parcel)])
  await read.locator('.draft-readonly').waitFor()
  expect(await read.locator('[data-act="remark.begin"]').count()).toBe(0)
  const choice = nantes.page.getByRole('radiogroup', { name: 'Ouvrir nos textes à Lyon' })
  const asked = choice.getByRole('radio', { name: 'commenter', exact: true })
  await choice.getByRole('radio', { name: 'lire', exact: true }).press('ArrowRight')
  await until(() => asked.isChecked(), 'Nantes to ask for remarks')

  // Lyon selects words that it cannot write, and proposes others.
  await read.locator('.remarks').waitFor()
  const quote = 'ouverte à tout le monde'
  await choose(lyon.proposal(read), quote)
  await read.locator('.remark-offer').click()
  await form(lyon.page).getByText('Proposer une formulation').click()
  await form(lyon.page).getByLabel('Votre formulation').fill('ouverte à toutes et à tous')
  await form(lyon.page).locator('.remark-rewording ins').first().waitFor()
  expect(await violations(lyon.page)).toEqual([])

  // Meanwhile Nantes writes in the same paragraph, and goes on while the suggestion arrives.
  const proposal = nantes.proposal(written)
  await proposal.locator('p').first().click()
  await nantes.page.keyboard.press('End')
  await nantes.page.keyboard.type('Un deux ')
  await form(lyon.page).locator('[data-act="remark.send"]').click()
  await nantes.page.keyboard.type('trois quatre ')
  await sent(lyon.page)
  const suggestion = remark(written, 'toutes et à tous')
  await suggestion.waitFor()
  await nantes.page.keyboard.type('cinq.')
  await until(async () => (await marked(nantes.page)).includes(quote), 'the passage to be marked')
  await written.locator('.remarks-head .chip', { hasText: '1' }).waitFor()
  expect(await violations(nantes.page)).toEqual([])

  // From the remark to its passage and back by keyboard; the passage is not selected: nobody writes over it.
  await suggestion.locator('[data-act="remark.passage"]').press('Enter')
  await until(
    () =>
      nantes.page.evaluate(
        () =>
          document.activeElement?.matches('[contenteditable]') === true &&
          getSelection()?.isCollapsed === true,
      ),
    'the caret at the passage',
  )
  await nantes.page.keyboard.press('Control+Alt+m')
  await until(
    () => suggestion.evaluate((item) => item === document.activeElement),
    'the keyboard at the remark',
  )
  await suggestion.locator('[data-act="remark.accept"]').press('Enter')
  const words = 'ouverte à toutes et à tous'
  for (const room of [nantes, lyon])
    await until(async () => {
      const text = await room.wordsOf(parcel)
      return text.includes(words) && text.includes('Un deux trois quatre cinq.') && !text.includes(quote)
    }, 'both to read the accepted words beside what was typed')
  await read.getByText('1 remarque traitée').click()
  await remark(read, 'toutes et à tous').locator('.chip.ok').waitFor()

  // A second one, by keyboard alone, sentence by sentence; refused, with a reason that Lyon reads.
  await read.locator('.remarks-head [data-act="remark.begin"]').press('Enter')
  await form(lyon.page).getByLabel('Sur quoi').selectOption({ index: 3 })
  const kind = form(lyon.page).getByRole('radio', { name: 'Commenter' })
  await kind.press('ArrowRight')
  const field = form(lyon.page).getByLabel('Votre formulation')
  await field.press('ControlOrMeta+End')
  await lyon.page.keyboard.type(' Vraiment')
  await form(lyon.page).locator('[data-act="remark.send"]').press('Enter')
  await sent(lyon.page)
  const other = written.locator('[data-remark][data-status="open"]')
  await other.locator('[data-act="remark.refuse"]').click()
  await other.locator('[data-act="remark.answer"]').click()
  await other.getByText('Une raison est nécessaire').waitFor()
  await other.getByLabel('Pourquoi ne pas la prendre').fill('Un mot de trop.')
  await other.locator('[data-act="remark.answer"]').click()
  await read.locator('[data-remark][data-status="refused"]', { hasText: 'Un mot de trop.' }).waitFor()

  // Nantes comments and names Lyon, who is elsewhere and finds the way from the home page.
  await lyon.page.goto('/')
  await choose(proposal, words)
  await nantes.page.keyboard.press('Control+Alt+m')
  const comment = form(nantes.page).getByLabel('Votre commentaire')
  await comment.fill('Est-ce bien dit, ')
  await comment.press('End')
  await nantes.page.keyboard.type('@lyo')
  await form(nantes.page).getByRole('option', { name: /^Lyon/ }).waitFor()
  await nantes.page.keyboard.press('Enter')
  await until(async () => (await comment.inputValue()).includes('@Lyon'), 'the name to stand in the words')
  await form(nantes.page).locator('[data-act="remark.send"]').click()
  await sent(nantes.page)
  await lyon.page.reload()
  await lyon.page.getByRole('link', { name: new RegExp(`^Ouvrir .*${parcel}`) }).click()
  // The way leads into a room in which Lyon may read it; at a door that is new to them they are asked who they are.
  const door = lyon.page.locator('form').getByRole('button', { name: 'Entrer' })
  await door.or(lyon.page.locator('.room-list')).first().waitFor({ state: 'attached' })
  if ((await door.count()) > 0) await door.click()
  await lyon.ready()
  const again = await lyon.open(parcel)
  const named = remark(again, 'Est-ce bien dit')
  await named.locator('.remark-name', { hasText: '@Lyon' }).waitFor()

  // Without a line the answer stays in its field, and goes out when the line is back.
  await lyon.page.context().setOffline(true)
  await named.locator('[data-act="remark.reply"]').click()
  await named.getByLabel('Votre réponse').fill('Très bien dit.')
  await named.locator('[data-act="remark.answer"]').click()
  await lyon.page.locator('.toast', { hasText: 'La connexion manque' }).waitFor()
  expect(await named.getByLabel('Votre réponse').inputValue()).toBe('Très bien dit.')
  await lyon.page.context().setOffline(false)
  await until(async () => {
    if ((await named.locator('.remark-replies').count()) > 0) return true
    await named
      .locator('[data-act="remark.answer"]')
      .click({ timeout: 500 })
      .catch(() => undefined)
    return false
  }, 'the answer to be sent')
  await remark(written, 'Est-ce bien dit').locator('.remark-replies', { hasText: 'Très bien dit.' }).waitFor()
  await remark(written, 'Est-ce bien dit').locator('[data-act="remark.resolve"]').click()
  await again.getByText('3 remarques traitées').waitFor()
  await until(async () => (await marked(lyon.page)).length === 0, 'no passage to be marked any more')

  // Nobody is named any more where they have looked.
  const left = await lyon.page.context().request.get('/api/me/mentions')
  expect(((await left.json()) as { mentions: unknown[] }).mentions).toEqual([]) // the answer that shared/remark declares
}, 120_000)
