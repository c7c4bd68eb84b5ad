// Two hundred people in the room: who comes late sees at once where everybody is, and two hundred votes delay nobody's letters.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { halfScreen, type Person } from '#e2e/harness/browser.ts'
import { Facilitator } from '#e2e/harness/facilitator.ts'
import { type LetterDelays, letterDelays, percentile, witnessLetters } from '#e2e/harness/letterTimes.ts'
import { until } from '#e2e/harness/runningServer.ts'
import { openHall, type SessionHall } from '#e2e/harness/sessionHall.ts'
import { type ArrivalTimes, arrivalTimes, type RightState, witnessState } from '#e2e/harness/stateWitness.ts'
import { RoomPage } from '#e2e/pages/roomPage.ts'

const step = 'Étape 2 sur 5'
const seats = 200
/** Milliseconds in which all of them vote. */
const votingMs = 5_000
/** Between two keys: quick, steady hands. */
const betweenKeys = 120

let hall: SessionHall
let lead: Facilitator
beforeAll(async () => {
  hall = await openHall('NANTES')
  lead = new Facilitator((await hall.leader()).page)
  await lead.tool('Commencer la séance').click()
  await lead.tool('Étape suivante').click()
  await lead.startTimer(30)
  await lead.ask('Vote par points')
})
afterAll(() => hall?.close())

/** Somebody whose browser knows the page already comes in, as one of `size`: three times, the middle one counts. */
async function arrival(name: string, size: number, state: Omit<RightState, 'people'>): Promise<ArrivalTimes> {
  const one = await hall.guest(name, 'remote')
  // Whoever has just left is shown for a while.
  const people = await until(async () => {
    const counts = await one.page.locator('.who .num:not(.more-av)').allInnerTexts()
    const [room = 0, remote = 0] = counts.map(Number)
    return room + remote === size && ([room, remote] as const)
  }, `${size} people`)
  await witnessState(one.context, { ...state, people })
  const all: ArrivalTimes[] = []
  for (let time = 0; time < 3; time += 1) {
    await one.page.goto('/r/NANTES')
    all.push(await arrivalTimes(one.page))
  }
  await one.close()
  return all.sort((a, b) => a.right - b.right)[1] ?? { doorAnswered: Number.NaN, right: Number.NaN }
}

const told = ({ doorAnswered, right }: ArrivalTimes): string =>
  `right ${Math.round(right)} ms after the address was opened, ${Math.round(right - doorAnswered)} ms after the room's data`

let plain: ArrivalTimes

test('with two hundred people in the room, who comes late sees the right state about as soon as in an empty one', async () => {
  plain = await arrival('Seule', 2, { step, answered: 0 })
  await hall.fill(seats, { deaf: true })
  const half = hall.seats.slice(0, seats / 2)
  expect((await Promise.all(half.map((seat) => seat.vote()))).every(Boolean)).toBe(true)
  await lead.now.getByText(/^100 réponses sur/).waitFor()
  const crowded = await arrival('Odile', seats + 2, { step, answered: seats / 2 })
  console.log(`alone in the room: ${told(plain)}\namong ${seats}: ${told(crowded)}`)
  expect(crowded.right / plain.right).toBeLessThan(5)
})

test('two hundred votes in five seconds do not delay the letters of two people who write', async () => {
  const [ana, ben] = await Promise.all([
    hall.guest('Ana', 'remote', { viewport: halfScreen }),
    hall.guest('Ben', 'remote', { viewport: halfScreen }),
  ])
  const title = await openSameText(ana, ben)
  const quiet = await typed(ana, ben, 'Nous proposons que chaque groupe')
  const votes = voteAll()
  const busy = await typed(ana, ben, ' décide lui-même du lieu de ses')
  expect(await votes).toBe(seats)
  await lead.now.getByText(/^200 réponses sur/).waitFor()
  const line = (what: string, { own, other }: LetterDelays): string =>
    `${what}: to one's own screen p50 ${Math.round(percentile(own, 0.5))}, p95 ${Math.round(percentile(own, 0.95))} ms; ` +
    `to the other's p50 ${Math.round(percentile(other, 0.5))}, p95 ${Math.round(percentile(other, 0.95))} ms`
  console.log(`${title}\n${line('without votes', quiet)}\n${line('200 votes meanwhile', busy)}`)
  for (const whose of ['own', 'other'] as const)
    expect(percentile(busy[whose], 0.95) / Math.max(16, percentile(quiet[whose], 0.95))).toBeLessThan(15)
})

test('nobody’s page complained', () => {
  expect(hall.complaints()).toEqual([])
})

async function openSameText(ana: Person, ben: Person): Promise<string> {
  for (const { page } of [ana, ben]) {
    await page.getByRole('tab', { name: 'Liste' }).click()
    await new RoomPage(page).showDrafts()
  }
  const title = await ana.page.locator('.list-draft').getByRole('heading').first().innerText()
  for (const { page } of [ana, ben]) {
    await new RoomPage(page).proposal(await new RoomPage(page).open(title)).click()
    await page.keyboard.press('ControlOrMeta+End')
  }
  return title
}

/** Everybody once, spread over the whole time; how many were counted. */
async function voteAll(): Promise<number> {
  const counted = await Promise.all(
    hall.seats.map(async (seat, n) => {
      await new Promise((resolve) => setTimeout(resolve, (n * votingMs) / seats))
      return seat.vote()
    }),
  )
  return counted.filter(Boolean).length
}

/** Both have the text open, one writes: her keys, and when each letter stood on both screens. */
async function typed(ana: Person, ben: Person, words: string): Promise<LetterDelays> {
  await Promise.all([witnessLetters(ana.page), witnessLetters(ben.page)])
  const before = (await ben.page.locator('.draft-words').first().innerText()).length
  await ana.page.keyboard.type(words, { delay: betweenKeys })
  await until(
    async () => (await ben.page.locator('.draft-words').first().innerText()).length >= before + words.length,
    'the words on the other screen',
  )
  return letterDelays(ana.page, ben.page)
}
