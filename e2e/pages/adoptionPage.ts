// What people do under a text that their groups adopt: ask, answer, close, adopt, read a version, separate.
import type { Locator, Page } from 'playwright-core'

export class AdoptionPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  /** What one group said, as it stands on this screen. */
  group(place: string): Locator {
    return this.page.locator('.mg .adoption-group', { hasText: place })
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog').last()
  }

  async open(place: string): Promise<Locator> {
    await this.group(place).click()
    const dialog = this.page.getByRole('dialog', { name: `Consentement de ${place}` })
    await dialog.waitFor()
    return dialog
  }

  async leave(): Promise<void> {
    await this.page.keyboard.press('Escape')
    await this.page.getByRole('dialog').waitFor({ state: 'hidden' })
  }

  /** The group's facilitator asks by this rule; the dialog stays open. `who` answers where one does for all. */
  async ask(place: string, rule: string, who?: string): Promise<void> {
    const dialog = await this.open(place)
    await dialog.locator('label.choice-option', { hasText: rule }).first().click()
    if (who) await dialog.getByLabel('Qui répond pour le groupe').selectOption({ label: who })
    await dialog.getByRole('button', { name: 'Poser la question' }).click()
    await dialog.getByRole('button', { name: 'Clore et dire' }).waitFor()
  }

  /** One's own voice in the open dialog. */
  async answer(choice: string): Promise<void> {
    await this.dialog.locator('.adoption-option', { hasText: choice }).first().click()
    await this.dialog.getByRole('button', { name: 'Donner ma réponse' }).click()
    await this.dialog.getByText('Réponse reçue').waitFor()
  }

  async close(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Clore et dire' }).click()
    await this.dialog.getByText('A donné son consentement').first().waitFor()
    await this.leave()
  }

  /** Once nothing is missing. */
  async adopt(): Promise<void> {
    await this.page.getByText('Rien ne manque.').waitFor()
    await this.page.locator('.mg .adoption-act .btn').click()
    await this.dialog.getByRole('button', { name: 'Adopter', exact: true }).click()
    await this.page.locator('.mg .adoption-act .chip.ok').waitFor()
  }

  /** The last version is taken back, with its reason. */
  async separate(reason: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Versions' }).click()
    await this.dialog.getByText('Séparer les textes').click()
    await this.dialog.getByLabel('La raison').fill(reason)
    await this.dialog.getByRole('button', { name: 'Séparer', exact: true }).click()
    await this.dialog.getByText(reason).waitFor()
    await this.leave()
  }

  /** The adopted text in a list of adopted texts, wherever that stands: in a room, on a group's page. */
  listed(within: string, title: string): Locator {
    return this.page.locator(`${within} .adoption-versions li`, { hasText: title })
  }
}
