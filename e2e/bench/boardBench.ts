// A big board in a real browser: how long until the first word is kept, and how smoothly it moves while others are at work.
import type { Browser, Page } from 'playwright-core'
import { bigBoard, seedBigBoard } from '#e2e/bench/bigBoard.ts'
import { type FrameTimes, type OpeningTimes, openAndType, panFrames } from '#e2e/bench/boardTimes.ts'
import { crowd } from '#e2e/bench/crowd.ts'
import { type BenchReport, milliseconds } from '#e2e/bench/report.ts'
import { percentile } from '#e2e/bench/writers.ts'
import { launchBrowser, person } from '#e2e/harness/browser.ts'
import { type RunningServer, startServer } from '#e2e/harness/runningServer.ts'
import { RoomPage } from '#e2e/pages/roomPage.ts'

export interface BoardFigures {
  readonly openings: readonly OpeningTimes[]
  /** The whole board in sight, then close enough to read. */
  readonly frames: { readonly far: FrameTimes; readonly near: FrameTimes }
}

export interface BoardRun {
  readonly openings: number
  /** Of panning, at each of the two distances. */
  readonly seconds: number
}

const room = 'EGALITE'
const around = { hands: 20, writers: 5, movesPerSecond: 18, lettersPerSecond: 4 } as const
const area = { x: 2_800, y: 0, w: 5_000, h: 5_000 }

/** A guest who was here before opens a board of 60 cards and 300 notes, again and again, then moves about on it. */
export async function boardFigures(
  server: RunningServer,
  browser: Browser,
  run: BoardRun,
): Promise<BoardFigures> {
  const rows = await seedBigBoard(server.url, room)
  const ana = await person(browser, server.url)
  await new RoomPage(ana.page).enter(room, 'Ana')
  await ana.page.locator('.wb-note, .wb-card').first().waitFor({ state: 'attached' })
  const openings: OpeningTimes[] = []
  let { page } = ana
  for (let opening = 0; opening < run.openings; opening++) {
    await page.close()
    page = await ana.context.newPage()
    openings.push(await openAndType(page, room, rows[opening % rows.length] ?? ''))
  }
  const others = await crowd(server.url, room, { ...around, area })
  try {
    await takeBoard(page)
    const far = await panFrames(page, run.seconds)
    await comeNear(page)
    const near = await panFrames(page, run.seconds)
    return { openings, frames: { far, near } }
  } finally {
    others.leave()
    await ana.close()
  }
}

/** Brings the keyboard and the wheel from the list to the board: a click where nothing is. */
async function takeBoard(page: Page): Promise<void> {
  await page.locator('.tl-canvas').click({ position: { x: 20, y: 300 } })
}

/** As a person does: Ctrl and the wheel, until cards can be read. */
async function comeNear(page: Page): Promise<void> {
  await page.locator('.tl-canvas').hover({ position: { x: 420, y: 380 } })
  await page.keyboard.down('Control')
  for (let turn = 0; turn < 20; turn++) await page.mouse.wheel(0, -100)
  await page.keyboard.up('Control')
}

export const medianOf = (values: readonly number[]): number =>
  percentile(
    [...values].sort((a, b) => a - b),
    50,
  )

const marks = ['list', 'editor', 'keystroke', 'acknowledged', 'board', 'mainThread'] as const

export async function boardBench(run: BoardRun): Promise<BenchReport> {
  const server = await startServer()
  const browser = await launchBrowser()
  try {
    const { openings, frames } = await boardFigures(server, browser, run)
    const opened = marks.map((mark) => milliseconds(medianOf(openings.map((times) => times[mark]))))
    const frameRow = (name: string, f: FrameTimes): string =>
      `${name}: ${f.frames} frames, ${(f.within20 * 100).toFixed(1)} % within 20 ms, p95 ${milliseconds(f.p95)}, p99 ${milliseconds(f.p99)}, longest ${milliseconds(f.longest)} ms; main thread ${milliseconds(f.mainThreadPerFrame)} ms a frame.`
    return {
      title: 'A big board in a browser',
      about: `${bigBoard.cards} cards and ${bigBoard.notes} notes beside the demo's own, opened by a guest who was here before; Chromium without a graphics card, 1440 x 900. Milliseconds since the address was opened, median of ${run.openings}; each opening clicks a text as soon as it is listed and types one letter.`,
      columns: ['', 'list', 'field', 'letter', 'on disk', 'board', 'main thread until on disk'],
      rows: [
        ['median', ...opened],
        ...openings.map((times, at) => [`${at + 1}`, ...marks.map((mark) => milliseconds(times[mark]))]),
      ],
      notes: [
        `Panning for ${run.seconds} s with ${around.hands} remote hands (${around.movesPerSecond} moves a second each) and ${around.writers} people typing (${around.lettersPerSecond} letters a second each). ${frameRow('Whole board in sight', frames.far)} ${frameRow('Close enough to read', frames.near)}`,
        'Wanted: on disk under 2.5 s, 95 % of frames within 20 ms.',
      ],
    }
  } finally {
    await browser.close()
    await server.close()
  }
}
