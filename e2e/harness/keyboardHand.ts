// Somebody who has a keyboard and nothing else: walks by Tab, and after every act the focus is somewhere, and can be seen.
import type { Locator, Page } from 'playwright-core'
import { until } from '#e2e/harness/runningServer.ts'

/** In the page: what has the focus, and whether a sighted person sees that it has. */
function focusNow(): { readonly name: string; readonly isSomewhere: boolean; readonly isSeen: boolean } {
  const element = document.activeElement
  if (!element || element === document.body) return { name: 'nothing', isSomewhere: false, isSeen: false }
  // A radio or a checkbox of one's own drawing is inside of what is drawn.
  const drawn = element.closest('[data-focus-visible]') ?? element.closest('label') ?? element
  const marked = [element, drawn].some((one) => {
    const { boxShadow, outlineStyle, outlineWidth } = getComputedStyle(one)
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
  })
  const { height, width } = drawn.getBoundingClientRect()
  const words = element.getAttribute('aria-label') ?? element.textContent ?? ''
  return {
    name: `${element.tagName.toLowerCase()} ${words.replaceAll(/\s+/gu, ' ').trim().slice(0, 40)}`,
    isSomewhere: true,
    isSeen: marked && height > 0 && width > 0,
  }
}

export class KeyboardHand {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  /** Goes there by Tab (or backwards); a trap, or a control out of reach, ends the walk. */
  async to(wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab', most = 200): Promise<void> {
    await wanted.first().waitFor({ state: 'attached' })
    const passed: string[] = []
    for (let step = 0; step < most; step += 1) {
      if (await this.#isAt(wanted)) return this.#isSeen()
      await this.page.keyboard.press(key)
      passed.push((await this.page.evaluate(focusNow)).name)
    }
    throw new Error(`${wanted} is not reached by ${key}; passed ${passed.slice(-12).join(' / ')}`)
  }

  /** Goes there and presses; the focus is somewhere afterwards. */
  async press(wanted: Locator, key = 'Enter'): Promise<void> {
    await this.to(wanted)
    await this.act(key)
  }

  async act(key: string): Promise<void> {
    await this.page.keyboard.press(key)
    await this.isSomewhere(key)
  }

  async type(field: Locator, words: string): Promise<void> {
    await this.to(field)
    await this.page.keyboard.type(words)
  }

  /** One of several answers: Tab to the group, arrows to the wanted one. */
  async choose(group: Locator, wanted: Locator): Promise<void> {
    await this.to(group.getByRole('radio'))
    for (let step = 0; step < 12 && !(await wanted.isChecked()); step += 1) {
      await this.page.keyboard.press(step === 0 ? ' ' : 'ArrowDown')
      await this.isSomewhere('an arrow')
    }
    if (!(await wanted.isChecked())) throw new Error(`${wanted} is not reached by arrows`)
  }

  /** What was pressed may be taken away: the focus goes to what is left. */
  async isSomewhere(after: string): Promise<void> {
    await until(
      async () => (await this.page.evaluate(focusNow)).isSomewhere,
      `the focus somewhere after ${after} on ${this.page.url()}`,
      5_000,
    )
  }

  async #isAt(wanted: Locator): Promise<boolean> {
    return wanted.evaluateAll((all) => all.some((one) => one === document.activeElement))
  }

  async #isSeen(): Promise<void> {
    const { isSeen, name } = await this.page.evaluate(focusNow)
    if (!isSeen) throw new Error(`the focus on « ${name} » is not to be seen on ${this.page.url()}`)
  }
}
