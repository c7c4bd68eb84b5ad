// What a facilitator does from the dock and the list, in a facilitator's words.
import type { Locator, Page } from 'playwright-core'

export class Facilitator {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  /** A tool of the dock. */
  tool(name: string): Locator {
    return this.page.locator('.dock').getByRole('button', { name }).first()
  }

  /** What runs at this moment, with its controls. */
  get now(): Locator {
    return this.page.locator('.now-panel')
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog')
  }

  act(name: string): Promise<void> {
    return this.now.getByRole('button', { name }).first().click()
  }

  confirm(name: string): Promise<void> {
    return this.page.getByRole('alertdialog').getByRole('button', { name }).click()
  }

  /** By a click beside it, as a hand does that holds the mouse. */
  async leavePopover(): Promise<void> {
    await this.page.mouse.click(720, 8)
    await this.dialog.waitFor({ state: 'hidden' })
  }

  async openAgenda(): Promise<Locator> {
    await this.page.getByRole('tab', { name: 'Déroulé' }).click()
    return this.page.locator('.agenda-panel')
  }

  /** Lays a ready-made session over what has not happened yet. */
  async prepare(template: string): Promise<void> {
    const agenda = await this.openAgenda()
    await agenda.getByRole('button', { name: 'Modèles de séance' }).click()
    await this.dialog.getByRole('button', { name: `Utiliser le modèle ${template}` }).click()
    await this.dialog.waitFor({ state: 'hidden' })
  }

  async noteOutcome(words: string): Promise<void> {
    const agenda = await this.openAgenda()
    await agenda.getByLabel('Noter une décision').fill(words)
    await agenda.getByRole('button', { name: 'Noter', exact: true }).click()
    await agenda.locator('.agenda-outcomes li', { hasText: words }).waitFor()
  }

  async startTimer(minutes: number): Promise<void> {
    await this.tool('Minuteur').click()
    await this.dialog.getByRole('button', { name: `${minutes} min`, exact: true }).click()
    await this.dialog.waitFor({ state: 'hidden' })
  }

  async letWrite(question: string): Promise<void> {
    await this.tool('Réflexion privée').click()
    await this.dialog.getByRole('textbox').first().fill(question)
    await this.dialog.getByRole('button', { name: 'Commencer la réflexion' }).click()
    await this.dialog.waitFor({ state: 'hidden' })
  }

  async reveal(): Promise<void> {
    await this.act('Mettre les notes au tableau')
    await this.confirm('Mettre les notes au tableau')
    await this.now.getByRole('region', { name: 'Réflexion privée' }).waitFor({ state: 'hidden' })
  }

  /** Opens a question with what its form proposes, or about `words` typed there. */
  async ask(tool: 'Vote par points' | 'Sondage' | 'Tour de consentement', words?: string): Promise<void> {
    await this.tool(tool).click()
    if (words !== undefined) {
      const field = this.dialog.getByLabel(/^(Écrire la proposition|Ajouter un choix)$/)
      await field.fill(words)
      await field.press('Enter')
    }
    await this.dialog.locator('button[type=submit]').click()
    await this.dialog.waitFor({ state: 'hidden' })
  }

  /** Puts a text of the room to the consent of everybody. */
  async askConsentOn(title: string): Promise<void> {
    await this.tool('Tour de consentement').click()
    await this.dialog.locator('.decision-pick', { hasText: title }).click()
    await this.dialog.locator('button[type=submit]').click()
    await this.dialog.waitFor({ state: 'hidden' })
  }

  /** Through the phases of a consent that nobody answers yet. */
  async toTheRound(): Promise<void> {
    for (const step of ['Passer aux clarifications', 'Passer aux réactions', 'Ouvrir le tour'])
      await this.act(step)
  }

  /** Counts the voice of somebody without a device. */
  async carryPoint(name: string): Promise<void> {
    await this.act('Porter une voix')
    await this.dialog.getByLabel('Prénom').fill(name)
    await this.dialog
      .getByRole('button', { name: /^Ajouter un point à/ })
      .last()
      .click()
    await this.dialog.getByRole('button', { name: 'Compter cette voix' }).click()
    await this.dialog.getByRole('button', { name: `Retirer la voix de ${name}` }).waitFor()
    await this.page.keyboard.press('Escape')
    await this.dialog.waitFor({ state: 'hidden' })
  }
}
