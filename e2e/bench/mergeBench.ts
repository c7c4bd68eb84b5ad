// What a key costs in a long joint text beside the same words in a bare editor, in one run: what provenance and fates add.
import type { Page } from 'playwright-core'
import { type KeyWork, keyWork } from '#e2e/bench/keyWork.ts'
import {
  bareTitle,
  enterMergeRoom,
  jointTitle,
  layMergeTexts,
  longWords,
  mergeRoom,
} from '#e2e/bench/mergeTexts.ts'
import { type BenchReport, milliseconds } from '#e2e/bench/report.ts'
import { launchBrowser, person } from '#e2e/harness/browser.ts'
import { percentile } from '#e2e/harness/letterTimes.ts'
import { startServer, until } from '#e2e/harness/runningServer.ts'
import { DraftPage } from '#e2e/pages/draftPage.ts'
import { RoomPage } from '#e2e/pages/roomPage.ts'

const words = 'des mots nouveaux au milieu du texte long que voici'

const places = ['bare', 'joint', 'merge'] as const
type Place = (typeof places)[number]
const said: Readonly<Record<Place, string>> = {
  bare: 'the same words, never merged',
  joint: 'the joint text, in the list',
  merge: 'the joint text, in the merge',
}

/** Opens the text as that place shows it, with the caret in the middle of it. */
async function openText(page: Page, place: Place, mergeId: string): Promise<DraftPage> {
  await page.goto(`/r/${mergeRoom}#${place === 'merge' ? `fusion=${mergeId}` : 'liste'}`)
  if (place === 'merge') await page.locator('.mg-joint .pv').first().waitFor()
  else await new RoomPage(page).ready()
  const draft =
    place === 'merge'
      ? await DraftPage.on(page)
      : await DraftPage.open(page, place === 'bare' ? bareTitle : jointTitle)
  const middle = await until(async () => Math.floor((await draft.blocks()).length / 3), 'the text')
  // The ink of the last paragraph comes last.
  if (place !== 'bare') await draft.section().locator('p').last().locator('.pv').first().waitFor()
  await draft.caret(middle, 40)
  return draft
}

async function measured(page: Page, place: Place, mergeId: string): Promise<KeyWork> {
  const draft = await openText(page, place, mergeId)
  const work = await keyWork(page, draft.cdp, words)
  await page.close()
  return work
}

/** Places take turns, so that a machine that is busy for a while is so for all of them. */
export async function mergeBench(rounds: number): Promise<BenchReport> {
  const [browser, server] = await Promise.all([launchBrowser(), startServer()])
  try {
    const texts = await layMergeTexts(server.url)
    const member = await person(browser, server.url)
    await enterMergeRoom(member.page)
    const found: Record<Place, KeyWork[]> = { bare: [], joint: [], merge: [] }
    for (let round = 0; round < rounds; round++)
      for (const place of places)
        found[place].push(await measured(await member.context.newPage(), place, texts.mergeId))
    texts.close()
    return reportOf(found, rounds)
  } finally {
    await browser.close()
    await server.close()
  }
}

function reportOf(found: Readonly<Record<Place, readonly KeyWork[]>>, rounds: number): BenchReport {
  const middle = (place: Place, of: (work: KeyWork) => number): number =>
    percentile(found[place].map(of), 0.5)
  const columns = [
    ['median', (work: KeyWork) => work.median],
    ['p95', (work: KeyWork) => work.p95],
    ['longest', (work: KeyWork) => work.longest],
    ['main thread a key, in all', (work: KeyWork) => work.inAll],
  ] as const
  const ratio = (place: Place): string =>
    (middle(place, columns[0][1]) / middle('bare', columns[0][1])).toFixed(2)
  return {
    title: 'A key in a long joint text',
    about: `Two drafts of ${longWords} words, every sentence taken, in Chromium at 1440 x 900; ${words.length} keys, 60 ms apart. Milliseconds from the key to its drawn letter, without the wait for the next frame; middle one of ${rounds} rounds.`,
    columns: ['', ...columns.map(([name]) => name), ': bare'],
    rows: places.map((place) => [
      said[place],
      ...columns.map(([, of]) => milliseconds(middle(place, of))),
      ratio(place),
    ]),
    notes: [
      'The bare row is the room as it stands around an editor without provenance; provenance and fates are what the others add. Wanted: no key waits 50 ms for them.',
    ],
  }
}
