// What a person at a browser feels of a big board: the time to the first word kept, and the frames while the board is moved.
import type { CDPSession, Page } from 'playwright-core'
import { percentile } from '#e2e/bench/writers.ts'

/** Times in milliseconds since the page's address was opened. */
export interface OpeningTimes {
  /** The list's first row was there. */
  readonly list: number
  /** The text that was clicked could be written in. */
  readonly editor: number
  readonly keystroke: number
  /** The server said that the keystroke is on disk. */
  readonly acknowledged: number
  /** The whiteboard's first shape was there. */
  readonly board: number
  /** Processor time of the page's main thread until the acknowledgement. */
  readonly mainThread: number
}

export interface FrameTimes {
  readonly frames: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly longest: number
  /** Share of frames that came within 20 ms of the one before, 0 to 1. */
  readonly within20: number
  /** Processor time of the page's main thread a frame, milliseconds. */
  readonly mainThreadPerFrame: number
}

type Marks = Partial<Record<'list' | 'editor' | 'keystroke' | 'acknowledged' | 'board', number>>

interface Followed {
  readonly boardMarks: Marks
  readonly boardCanType: () => void
}

/**
 * Runs in the page, before its own scripts: clicks a row once it has been painted, as the quickest of persons would, and
 * follows the drafts' socket, so that no badge need be believed.
 */
function follow(rowId: string): void {
  const marks: Marks = {}
  Object.assign(globalThis, { boardMarks: marks })
  let frames = 0
  let awaited = Number.POSITIVE_INFINITY
  const bytesOf = (data: unknown): Uint8Array =>
    data instanceof ArrayBuffer ? new Uint8Array(data) : data instanceof Uint8Array ? data : new Uint8Array()
  const { send } = WebSocket.prototype
  const followed = new WeakSet<WebSocket>()
  WebSocket.prototype.send = function (this: WebSocket, data) {
    if (this.url.includes('/yjs/drafts')) {
      if (!followed.has(this)) {
        followed.add(this)
        frames = 0
        awaited = Number.POSITIVE_INFINITY
        this.addEventListener('message', ({ data: answer }) => {
          const [kind, upTo = 0] = bytesOf(answer)
          if (kind === 100 && upTo >= awaited) marks.acknowledged ??= performance.now()
        })
      }
      const [kind, step] = bytesOf(data)
      if (kind === 0 && (step === 1 || step === 2)) {
        frames += 1
        // The first frame after the keystroke holds it: news, or the answer to the server's question at joining.
        if (marks.keystroke !== undefined) awaited = Math.min(awaited, frames)
      }
    }
    send.call(this, data)
  }
  const look = (): void => {
    const row = document.querySelector<HTMLElement>(`[data-row="${rowId}"]`)
    if (row && marks.list === undefined) {
      marks.list = performance.now()
      requestAnimationFrame(() =>
        requestAnimationFrame(() => row.querySelector<HTMLElement>('.list-open')?.click()),
      )
    }
    if (document.querySelector('.wb-note, .wb-card')) marks.board ??= performance.now()
    if (marks.board === undefined || marks.list === undefined) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
  document.addEventListener('beforeinput', () => (marks.keystroke ??= performance.now()), { capture: true })
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement) || !target.matches('.ProseMirror') || marks.editor !== undefined)
      return
    marks.editor = performance.now()
    ;(globalThis as unknown as Followed).boardCanType() // put there by `openAndType`
  })
}

/** Milliseconds of processor time of the page's main thread since it began. */
async function mainThread(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
}

async function threadClock(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return session
}

/** A guest comes back: opens the room, clicks a text in the list, types one letter, and waits until the server has it. */
export async function openAndType(page: Page, code: string, rowId: string): Promise<OpeningTimes> {
  const clock = await threadClock(page)
  await page.addInitScript(follow, rowId)
  const canType = Promise.withResolvers<void>()
  await page.exposeFunction('boardCanType', () => canType.resolve())
  const before = await mainThread(clock)
  await page.goto(`/r/${code}`, { waitUntil: 'commit' })
  await canType.promise
  await page.keyboard.insertText('é')
  await page.waitForFunction(() => 'acknowledged' in (globalThis as unknown as Followed).boardMarks) // put there by `follow`
  const spent = (await mainThread(clock)) - before
  await page.waitForFunction(() => 'board' in (globalThis as unknown as Followed).boardMarks) // the same
  const marks = await page.evaluate(() => (globalThis as unknown as Followed).boardMarks) // the same
  await clock.detach()
  return { list: 0, editor: 0, keystroke: 0, acknowledged: 0, board: 0, ...marks, mainThread: spent }
}

/** Where the canvas is: changes with every step of panning and zooming. */
export const cameraOf = (page: Page): Promise<string> =>
  page.locator('.tl-html-layer.tl-shapes').evaluate((layer) => getComputedStyle(layer).transform)

/** Moves the board with the wheel in a slow circle for `seconds` and times every frame. Throws when it did not move. */
export async function panFrames(page: Page, seconds: number): Promise<FrameTimes> {
  const clock = await threadClock(page)
  await page.locator('.tl-canvas').hover({ position: { x: 420, y: 380 } })
  await page.evaluate(() => {
    const watch = { times: [] as number[], on: true }
    Object.assign(globalThis, { frameWatch: watch })
    // The frame's own time, not that of this callback: what is late within a frame is no late frame.
    const tick = (frame: number): void => {
      watch.times.push(frame)
      if (watch.on) requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
  })
  const canvas = await page.locator('.tl-canvas').boundingBox()
  const [camera, before] = [await cameraOf(page), await mainThread(clock)]
  const end = performance.now() + seconds * 1000
  for (let step = 0; performance.now() < end; step++) {
    // Not waited for: a touchpad does not wait either.
    clock
      .send('Input.dispatchMouseEvent', {
        type: 'mouseWheel',
        ...{ x: (canvas?.x ?? 0) + 420, y: (canvas?.y ?? 0) + 380 },
        ...{ deltaX: Math.round(12 * Math.cos(step / 40)), deltaY: Math.round(12 * Math.sin(step / 40)) },
      })
      // The last turns of the wheel may find the page gone.
      .catch(() => undefined)
    if (step === 100 && (await cameraOf(page)) === camera)
      throw new Error('the wheel does not move the board')
    await new Promise((resolve) => setTimeout(resolve, 16))
  }
  const spent = (await mainThread(clock)) - before
  const times = await page.evaluate(() => {
    const { frameWatch } = globalThis as unknown as { frameWatch: { times: number[]; on: boolean } } // put there above
    frameWatch.on = false
    return frameWatch.times
  })
  await clock.detach()
  return frameTimes(times, spent)
}

function frameTimes(times: readonly number[], spent: number): FrameTimes {
  const gaps = times
    .slice(1)
    .map((time, at) => time - (times[at] ?? time))
    .sort((a, b) => a - b)
  return {
    frames: gaps.length,
    ...{ p50: percentile(gaps, 50), p95: percentile(gaps, 95), p99: percentile(gaps, 99) },
    longest: gaps.at(-1) ?? 0,
    within20: gaps.filter((gap) => gap <= 20).length / Math.max(1, gaps.length),
    mainThreadPerFrame: spent / Math.max(1, gaps.length),
  }
}
