// Listens to a page as a screen reader does: keeps everything that was added to its live regions, also what is gone again.
import type { BrowserContext, Page } from 'playwright-core'

declare global {
  interface Window {
    everythingSaid?: string[]
  }
}

/** Before the page is opened. */
export const witnessSaid = (context: BrowserContext): Promise<unknown> => context.addInitScript(witness)

/** Everything that the page said so far, in order. */
export const saidOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => window.everythingSaid ?? [])

/** Runs in the page: nothing from outside this function exists there. */
function witness(): void {
  const said: string[] = []
  window.everythingSaid = said
  const observer = new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      const element = target instanceof Element ? target : target.parentElement
      if (!element?.closest('[aria-live]')) continue
      for (const node of addedNodes) said.push(node.textContent ?? '')
    }
  })
  observer.observe(document, { childList: true, subtree: true })
}
