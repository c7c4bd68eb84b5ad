// What somebody who takes part does with the step that runs, on whatever screen they have.
import type { Locator, Page } from 'playwright-core'

export class Participant {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  get now(): Locator {
    return this.page.locator('.now-panel')
  }

  /** Adds a note to one's own, as whom of those behind this screen. */
  async write(words: string, as?: string): Promise<void> {
    if (as) await this.now.locator('.notes-now .choice-option', { hasText: as }).click()
    await this.now.getByRole('textbox', { name: 'Votre note' }).fill(words)
    await this.now.getByRole('button', { name: 'Ajouter à mes notes' }).click()
    await this.now.locator('.notes-own', { hasText: words }).waitFor()
  }

  async chooseSeat(name: string): Promise<void> {
    await this.now.locator('.decision-seats label', { hasText: name }).click()
  }

  /** A point on the n-th thing that is voted on. */
  async point(n = 0): Promise<void> {
    await this.now
      .getByRole('button', { name: /^Ajouter un point à/ })
      .nth(n)
      .click()
  }

  /** A degree, a position, a choice: by its words. */
  async choose(words: string): Promise<void> {
    await this.now.locator('.decision-options label').filter({ hasText: words }).first().click()
  }

  async say(label: string, words: string): Promise<void> {
    await this.now.getByLabel(label).fill(words)
  }

  async send(): Promise<void> {
    await this.now.locator('.decision-send').click()
    await this.now.getByRole('button', { name: 'Avis envoyé' }).waitFor()
  }
}
