// Two groups merge two whole texts in their joint room: from two desks and a phone, until no sentence is without its fate.
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dottedNames, violations } from '#e2e/harness/accessibility.ts'
import { launchBrowser, type Person, person, phone } from '#e2e/harness/browser.ts'
import { type RunningServer, startServer, until } from '#e2e/harness/runningServer.ts'
import { MergePage } from '#e2e/pages/mergePage.ts'
import { RoomPage } from '#e2e/pages/roomPage.ts'

const ofNantes = 'Un comité de sociétaires à Nantes'
const ofLyon = 'Un comité élu dans chaque antenne'
/** Sentences of the two texts, by how they begin. */
const nantes = { open: 'Le comité de Nantes reste ouvert', word: "Je n'aime toujours pas le mot comité" }
const lyon = {
  sixToTen: 'Que chaque antenne, en France comme en Belgique',
  task: 'Le comité anime la vie du quartier',
}

let browser: Browser
let server: RunningServer
const people: Person[] = []
beforeAll(async () => {
  ;[browser, server] = await Promise.all([launchBrowser(), startServer()])
})
afterAll(async () => {
  await browser.close()
  await server.close()
})

/** Signs a demo person in and opens the joint room. */
async function enters(persona: string, where: string, options: BrowserContextOptions = {}): Promise<Person> {
  const one = await person(browser, server.url, { reducedMotion: 'reduce', ...options })
  people.push(one)
  await one.context.request.post('/api/demo/sign-in', { data: { persona } })
  await one.page.goto('/r/NANTES-LYON')
  await one.page.locator('form .choice-option', { hasText: where }).click()
  await one.page.locator('form').getByRole('button', { name: 'Entrer' }).click()
  await new RoomPage(one.page).ready()
  return one
}

test('NANTES-LYON: two texts are merged row by row, reworded, left with reasons, confirmed by their groups; every screen agrees and nothing remains', async () => {
  const [leader, member] = await Promise.all([
    enters('facilitator-nantes', 'Dans la salle'),
    enters('member-lyon', 'À distance'),
  ])
  const here = await MergePage.begin(leader.page, ofNantes, [ofLyon])
  expect(await here.title).toMatch(/^Fusion de Nantes R\d+ et Lyon R\d+$/)
  // Lyon finds it from its own text.
  const there = await MergePage.find(member.page, ofLyon)
  expect(await there.title).toBe(await here.title)
  const all = await here.remaining()
  expect(all).toBeGreaterThan(25)

  // Each side takes a sentence of its own; both stand in the joint text on both screens.
  await here.act(nantes.open, await takeName(here, nantes.open))
  await there.becomes(nantes.open, 'kept')
  await there.act(lyon.task, await takeName(there, lyon.task))
  await here.becomes(lyon.task, 'kept')
  const joint = here.section('Proposition')
  await until(async () => (await joint.innerText()).includes(lyon.task), 'Lyon’s sentence in the joint text')
  expect(await there.section('Proposition').innerText()).toContain(nantes.open)

  // Ribbons join what is in sight, for the eye alone.
  await until(async () => (await leader.page.locator('.mg-ribbon').count()) >= 1, 'a ribbon')
  expect(await leader.page.locator('.mg-ribbons').getAttribute('aria-hidden')).toBe('true')

  // Lyon's own sentence is reworded by typing: its group is asked, and nobody else is believed.
  await there.act(lyon.sixToTen, await takeName(there, lyon.sixToTen))
  await here.becomes(lyon.sixToTen, 'kept')
  await here.act(lyon.sixToTen, 'Voir dans le texte commun')
  await until(
    () => leader.page.evaluate(() => document.activeElement?.closest('[contenteditable="true"]') != null),
    'the caret at the end of the sentence',
  )
  for (let letter = 0; letter < 'sociétaires.'.length; letter += 1)
    await leader.page.keyboard.press('Backspace')
  await leader.page.keyboard.type('volontaires.')
  await there.becomes(lyon.sixToTen, 'proposed')
  await there.confirmAll()
  await here.becomes(lyon.sixToTen, 'reworded')

  // One is set aside with a reason, which the other screen reads; one is joined as a nuance.
  await here.act(nantes.word, 'Ne pas reprendre')
  await here.because('Préférence personnelle', 'Chaque ville garde le droit de l’appeler autrement.')
  await there.becomes(nantes.word, 'set-aside')
  await there.page.locator('.mg-left-out', { hasText: 'Chaque ville garde le droit' }).waitFor()

  // The rest of Nantes is taken at once; what Lyon still has is joined or left from a phone, several at a time.
  await leader.page.getByRole('button', { name: /^Prendre tout le texte de Nantes/ }).click()
  await until(async () => (await there.remaining()) < all / 2, 'half of the sentences to have a place')
  const pocket = await enters('facilitator-lyon', 'À distance', {
    viewport: phone,
    hasTouch: true,
    isMobile: true,
  })
  await pocket.page.goto(leader.page.url())
  const small = await MergePage.on(pocket.page)
  await small.filter(/^À traiter/)
  await pocket.page.locator('[data-passage] .mg-say').first().click()
  await pocket.page.locator('.mg-acts').getByRole('button', { name: 'Joindre en nuance' }).click()
  await until(
    async () => (await pocket.page.locator('.mg-acts').count()) === 0,
    'the joined one to leave the filter',
  )
  await pocket.page.getByRole('button', { name: 'Choisir', exact: true }).click()
  const boxes = pocket.page.locator('[data-passage] input[type=checkbox]')
  for (const box of await boxes.all()) await box.check()
  await pocket.page.locator('.mg-chosen').getByRole('button', { name: 'Ne pas reprendre' }).click()
  await small.because('Reste propre à un groupe', 'Lyon l’essaie de son côté.')
  await until(async () => (await here.remaining()) === 0, 'nothing to remain')
  await Promise.all([here.confirmAll(), there.confirmAll()])

  // All three screens tell the same of every sentence.
  await small.filter(/^Toutes/)
  const told = await here.fates()
  expect(Object.keys(told)).toHaveLength(all)
  await until(async () => same(await there.fates(), await here.fates()), 'both desks to agree')
  await until(async () => same(await small.fates(), await here.fates()), 'the phone to agree')
  expect(Object.values(await here.fates()).filter((fate) => fate === 'open' || fate === 'proposed')).toEqual(
    [],
  )
  expect(await small.remaining()).toBe(0)

  for (const { page } of [leader, pocket]) {
    expect(await violations(page)).toEqual([])
    expect(await dottedNames(page)).toEqual([])
  }
  expect(people.flatMap(({ complaints }) => complaints)).toEqual([])
}, 120_000)

const same = (one: Record<string, string>, other: Record<string, string>): boolean =>
  JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort())

/** « Prendre », or « Prendre Nantes » where another text has a sentence beside it. */
async function takeName(merge: MergePage, words: string): Promise<string> {
  const first = (await merge.open(words)).getByRole('button').first()
  return (await first.innerText()).trim()
}
