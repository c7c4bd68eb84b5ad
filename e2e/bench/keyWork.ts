// What a keystroke costs in a page: from the key to the painted letter, and the main thread's work until it is still again.
import type { CDPSession, Page } from 'playwright-core'
import { percentile } from '#e2e/harness/letterTimes.ts'

export interface KeyWork {
  /** Milliseconds from the key until its letter is drawn, waiting for the screen's next frame left out. */
  readonly median: number
  readonly p95: number
  readonly longest: number
  /** The main thread's work a key, milliseconds, with everything that is put off. */
  readonly inAll: number
  /** Tasks over 50 ms, milliseconds each. */
  readonly longTasks: readonly number[]
}

declare global {
  interface Window {
    keyWork?: { keys: number[]; tasks: number[] }
  }
}

/**
 * In the page. A key's own task ends before the next message; what is drawn comes between a frame's callbacks and the message
 * sent from the last of them. The time between both is the screen's, not ours.
 */
function watchKeys(): void {
  const seen: NonNullable<Window['keyWork']> = { keys: [], tasks: [] }
  window.keyWork = seen
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.tasks.push(Math.round(duration))
  }).observe({ type: 'longtask' })
  const soon = (call: () => void): void => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = call
    port2.postMessage(null)
  }
  addEventListener(
    'keydown',
    () => {
      const began = performance.now()
      let handled = began
      soon(() => (handled = performance.now()))
      requestAnimationFrame(() => {
        const frame = performance.now()
        soon(() => seen.keys.push(Math.max(0, handled - began) + performance.now() - frame))
      })
    },
    true,
  )
}

/** Types as a quick person does, where the caret stands. */
export async function keyWork(page: Page, cdp: CDPSession, words: string): Promise<KeyWork> {
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done)))
  await page.evaluate(watchKeys)
  const before = await taskTime(cdp)
  await page.keyboard.type(words, { delay: 60 })
  // What is put off is gathered for a moment and done in idle time.
  await page.evaluate(
    () => new Promise((done) => setTimeout(() => requestIdleCallback(done, { timeout: 2_000 }), 1_000)),
  )
  const after = await taskTime(cdp)
  const { keys, tasks } = await page.evaluate(() => window.keyWork ?? { keys: [], tasks: [] })
  return {
    median: percentile(keys, 0.5),
    p95: percentile(keys, 0.95),
    longest: Math.max(...keys),
    inAll: (after - before) / words.length,
    longTasks: tasks,
  }
}

/** Milliseconds that the page's main thread has worked so far. */
async function taskTime(cdp: CDPSession): Promise<number> {
  await cdp.send('Performance.enable')
  const { metrics } = (await cdp.send('Performance.getMetrics')) as {
    metrics: { name: string; value: number }[]
  } // the protocol's own shape
  return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
}
