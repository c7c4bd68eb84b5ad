// The assembly: whoever holds it presents and opens votes, a phone in the room follows, asks and votes, and themes are ranked.
import type { APIResponse } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { type Person, phone } from '#e2e/harness/browser.ts'
import { clean } from '#e2e/harness/clean.ts'
import { openHouse } from '#e2e/harness/house.ts'
import { type Deck, slidesOf } from '#shared/assembly/deck.ts'

const house = openHouse()
let chair: Person
let member: Person
let facilitator: Person
beforeAll(async () => {
  await house.moment('follow-up')
  chair = await house.persona('cooperative-life')
  member = await house.persona('member-nantes', { viewport: phone })
  facilitator = await house.persona('facilitator-nantes')
}, 120_000)

const post = ({ context }: Person, path: string, body: object): Promise<APIResponse> =>
  context.request.post(path, { data: body })

/** A theme of the demo with its longest text, and one of four hundred words: told whole on any screen, never too small. */
test.each([
  [1024, 768],
  [1280, 720],
  [1920, 1080],
])('texts of any length fit a wall of %i by %i', async (width, height) => {
  const deck = (await (await fetch(`${house.server.url}/api/assembly`)).json()) as Deck // the route that the page itself reads
  const long = withLongTexts(deck)
  const { page } = await house.somebody({ viewport: { width, height } })
  await page.route('**/api/assembly', (route) => route.fulfill({ json: long }))
  await page.goto('/assembly/screen')
  await page.locator('main.as-slide[data-slide]').waitFor()
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.keyboard.press('Home')
  const ids = slidesOf(long).map(({ id }) => id)
  expect(ids.filter((id) => id.startsWith('text:wordy')).length).toBeGreaterThan(3)
  const wrong: string[] = []
  for (const id of ids) {
    await page.locator(`main.as-slide[data-slide="${id}"]`).waitFor()
    wrong.push(...(await page.locator('main.as-slide').evaluate(unreadable)))
    await page.keyboard.press('ArrowRight')
  }
  expect(wrong).toEqual([])
})

function withLongTexts(deck: Deck): Deck {
  const theme = deck.themes.find(({ texts }) => texts.length > 0)
  const lengthOf = ({ summary, title }: Deck['themes'][number]['texts'][number]): number =>
    summary.length + title.length
  const [longest] = deck.themes.flatMap(({ texts }) => texts).sort((a, b) => lengthOf(b) - lengthOf(a))
  if (!theme || !longest) throw new Error('the demo has no text')
  const words = Array.from({ length: 400 }, (_, n) => `initiative${n % 13 === 12 ? '.' : ''}`).join(' ')
  const verdicts = longest.verdicts.map((one) => ({ ...one, reason: words.slice(0, 900), newWording: words }))
  const wordy = {
    ...longest,
    id: 'wordy',
    code: 'X1',
    summary: words,
    title: longest.title.repeat(2),
    verdicts,
  }
  return { ...deck, themes: [{ ...theme, texts: [...theme.texts, { ...longest, id: 'longest' }, wordy] }] }
}

/** What cannot be read on this slide: letters under 24 pixels, and what lies outside of it. */
function unreadable(slide: HTMLElement | SVGElement): string[] {
  const inside = slide.getBoundingClientRect()
  const told = [...slide.querySelectorAll<HTMLElement>('*')].filter(
    (one) =>
      one.closest('.sr') === null &&
      [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
  )
  return told.flatMap((one) => {
    const { bottom, right } = one.getBoundingClientRect()
    const size = Number.parseFloat(getComputedStyle(one).fontSize)
    const isOut = bottom > inside.bottom + 1 || right > inside.right + 1
    return size < 24 || isOut
      ? [
          `${slide.getAttribute('data-slide')}: ${size} px, ${bottom - inside.bottom}: ${one.textContent?.slice(0, 30)}`,
        ]
      : []
  })
}

test('keys lead the desk and the wall, and a phone without an account follows', async () => {
  const { page } = chair
  await page.goto('/assembly/desk')
  await page.locator('[data-slide=title]').waitFor()
  await page.keyboard.press('ArrowRight')
  await page.locator('[data-slide=figures]').waitFor()
  await clean(chair)
  const stranger = await house.somebody({ viewport: phone })
  await stranger.page.goto('/assembly')
  await stranger.page.locator('.as-follow [data-slide=figures]').waitFor()
  await stranger.page.getByText('53', { exact: true }).first().waitFor()
  // The map, what was felt, the first theme.
  for (const _ of ['map', 'felt', 'theme']) await page.keyboard.press('ArrowDown')
  await stranger.page.locator('.as-follow [data-slide^="theme:"]').waitFor()
  await clean(stranger)
  const wall = await house.somebody()
  await wall.page.goto('/assembly/screen')
  await wall.page.locator('[data-slide^="theme:"]').waitFor()
  await clean(wall)
})

test('a question is read, shown, and supported', async () => {
  const { page } = member
  await page.goto('/assembly')
  await page.getByLabel('Votre question').fill('Et les frais de transport ?')
  await page.locator('[data-act=ask]').click()
  await page.locator('[data-own=waiting]').waitFor()
  await chair.page.locator('[data-question][data-state=waiting] [data-act=show]').click()
  await page.locator('[data-question] [data-act=support]').click()
  await page.locator('[data-question] [data-act=support][aria-pressed=true]').waitFor()
})

test('a secret vote on the plan: prepared, opened, voted on the phone, counted in the room, closed; the follow-up says it', async () => {
  const { page } = chair
  await page.locator('[data-act=new-vote]').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Le plan stratégique', { exact: true }).click()
  await clean(chair)
  await dialog.locator('[data-act=make-vote]').click()
  await page.locator('[data-act=open-vote]').click()
  const vote = member.page.locator('.as-vote[data-state=open]')
  await vote.getByText('Pour', { exact: true }).click()
  await clean(member)
  await vote.locator('[data-act=cast]').click()
  await vote.getByText(/^Vous avez voté/).waitFor()
  await page.locator('[data-act=hand]').click()
  await dialog.getByText('Contre', { exact: true }).click()
  await dialog.locator('[data-act=send-hand]').click()
  await dialog.waitFor({ state: 'detached' })
  await page.locator('[data-act=close-vote]').click()
  await dialog.getByLabel(/Présidence/).fill('Hilde M.')
  await dialog.locator('[data-act=send-close]').click()
  await member.page.locator('.as-vote[data-state=closed]').getByText('Rejeté').waitFor()
  await clean(member)
  await member.page.goto('/follow-up')
  await member.page.locator('.as-plan-vote').getByText('Rejeté').waitFor()
})

test('themes: proposed on the phone, ranked, and the method told with its numbers', async () => {
  await post(facilitator, '/api/themes', { title: 'Les lieux', question: 'Où ?', why: 'Les baux' })
  const { page } = member
  await page.goto('/assembly/themes')
  await page.locator('[data-act=propose]').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Titre').fill('Le temps')
  await dialog.getByLabel('La question à travailler').fill('Qui donne quoi ?')
  await dialog.getByLabel('Pourquoi maintenant').fill('On en manque')
  await clean(member)
  await dialog.locator('[data-act=send-proposal]').click()
  await page.locator('[data-proposal]').filter({ hasText: 'Le temps' }).waitFor()
  const made = await post(chair, '/api/assembly/ballots', {
    purpose: 'themes',
    title: 'Thèmes',
    secret: true,
  })
  const { id } = (await made.json()) as { id: string } // the route under test says it
  await post(chair, `/api/assembly/ballots/${id}/open`, {})
  await page.goto('/assembly')
  await page.locator('[data-pick]').filter({ hasText: 'Le temps' }).click()
  // The pressed button is gone: whoever ranks by keyboard goes on at the next one.
  await page.locator('[data-pick]:focus, [data-out]:focus').waitFor()
  await clean(member)
  await page.locator('[data-act=cast-order]').click()
  await page.getByText(/^Vous avez voté/).waitFor()
  await post(chair, `/api/assembly/ballots/${id}/close`, { presidedBy: 'Hilde M.' })
  await page.locator(`[data-ranking="${id}"]`).getByText('Le temps passe devant Les lieux').waitFor()
  await clean(member)
  await house.everybodyLeaves()
})
