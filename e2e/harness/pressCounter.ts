// Counts what hands really do to a page: presses of a pointer, and Enter; typing words is not counted.
import type { BrowserContext } from 'playwright-core'

export interface PressCounter {
  /** What was pressed, in order, in words a reader of the test understands. */
  readonly presses: readonly string[]
}

/** Before the first page of the context is opened; goes on counting over navigations. */
export async function countPresses(context: BrowserContext): Promise<PressCounter> {
  const presses: string[] = []
  await context.exposeBinding('faireEnsemblePressed', (_source, what: string) => void presses.push(what))
  await context.addInitScript(listen)
  return { presses }
}

/** Runs in the page: nothing from outside this function exists there. */
function listen(): void {
  const tell = (window as unknown as { faireEnsemblePressed(what: string): Promise<void> })
    .faireEnsemblePressed // exposed above
  const words = (target: EventTarget | null): string => {
    const control =
      target instanceof Element ? target.closest('button, a, label, input, textarea, select') : null
    const name = control?.getAttribute('aria-label') ?? control?.textContent ?? ''
    return name.replaceAll(/\s+/gu, ' ').trim().slice(0, 60) || (control?.tagName.toLowerCase() ?? 'page')
  }
  // Only what a person did: a script's own click() brings no pointer with it.
  addEventListener(
    'pointerdown',
    (event) => void (event.isTrusted && tell(`press: ${words(event.target)}`)),
    true,
  )
  addEventListener(
    'keydown',
    (event) => void (event.isTrusted && event.key === 'Enter' && tell(`Enter: ${words(event.target)}`)),
    true,
  )
}
