// What a person does in a merge, in a person's words.
import type { Locator, Page } from 'playwright-core'
import { until } from '#e2e/harness/runningServer.ts'
import { RoomPage } from '#e2e/pages/roomPage.ts'

/** Every passage with its fate, by its id. */
export type ShownFates = Readonly<Record<string, string>>

export class MergePage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  /** From the first draft's menu in the list, with the others chosen in the dialog. */
  static async begin(page: Page, first: string, others: readonly string[]): Promise<MergePage> {
    const room = new RoomPage(page)
    await room.act(room.row(first).first(), 'Fusionner avec…')
    const dialog = page.getByRole('dialog')
    for (const title of others) {
      await dialog.getByRole('searchbox').fill(title)
      await dialog.locator('label', { hasText: title }).click()
    }
    await dialog.locator('button[type=submit]').click()
    return MergePage.on(page)
  }

  /** From the menu of a draft that takes part. */
  static async find(page: Page, draft: string): Promise<MergePage> {
    const room = new RoomPage(page)
    await room.act(room.row(draft).first(), 'Ouvrir\u00a0: Fusion de')
    return MergePage.on(page)
  }

  static async on(page: Page): Promise<MergePage> {
    await page.locator('.mg .mg-say').first().waitFor()
    return new MergePage(page)
  }

  get title(): Promise<string> {
    return this.page.locator('.mg-head h2').innerText()
  }

  /** How many passages are still to be settled, as the head says. */
  async remaining(): Promise<number> {
    return Number(await this.page.locator('[data-remaining]').getAttribute('data-remaining'))
  }

  pane(name: string): Locator {
    return this.page.getByRole('region', { name: `Texte de ${name}` })
  }

  passage(words: string): Locator {
    return this.page.locator('[data-passage]', { hasText: words }).first()
  }

  /** Shows what may be done with a passage. */
  async open(words: string): Promise<Locator> {
    const passage = this.passage(words)
    const say = passage.locator('.mg-say')
    if ((await say.getAttribute('aria-expanded')) !== 'true') await say.click()
    const acts = passage.locator('.mg-acts')
    await acts.waitFor()
    return acts
  }

  /** Takes a passage into the joint text, whatever its button is called beside other texts. */
  async take(words: string): Promise<void> {
    await (await this.open(words)).locator('[data-act="take"]').click()
  }

  async act(words: string, name: string): Promise<void> {
    await (await this.open(words)).getByRole('button', { name, exact: true }).click()
  }

  /** Resolves when the passage is shown with that fate. */
  becomes(words: string, fate: string): Promise<void> {
    return this.page.locator(`[data-passage][data-kind="${fate}"]`, { hasText: words }).first().waitFor()
  }

  /** Answers the dialog that asks why. */
  async because(reason: string, words: string): Promise<void> {
    const dialog = this.page.getByRole('dialog')
    await dialog.locator('select').first().selectOption({ label: reason })
    await dialog.getByLabel('En quelques mots').fill(words)
    await dialog.getByRole('button', { name: 'Ne pas reprendre' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  /** A section of the joint text, to write in. */
  section(name: 'Constat' | 'Proposition' | 'Moyens'): Locator {
    return this.page.locator('.mg-joint').getByRole('textbox', { name, exact: true })
  }

  /** The three sections of the joint text as this screen has them, shown or not. */
  async jointText(): Promise<string> {
    const sections = this.page.locator('.mg-joint [contenteditable="true"]')
    const words = await sections.evaluateAll((all) => all.map((one) => one.textContent ?? ''))
    return words.join('\n')
  }

  /** Every passage with its fate, as this screen shows them. */
  async fates(): Promise<ShownFates> {
    const pairs = await this.page
      .locator('[data-passage]')
      .evaluateAll((items) =>
        items.map((item) => [item.getAttribute('data-passage') ?? '', item.getAttribute('data-kind') ?? '']),
      )
    return Object.fromEntries(pairs) as Record<string, string> // pairs of two texts
  }

  async filter(name: RegExp): Promise<void> {
    await this.page.locator('.mg-filters').getByRole('button', { name }).click()
  }

  /** Puts the caret at the end of the joint sentence that says a passage. */
  async goTo(words: string): Promise<void> {
    await this.act(words, 'Voir dans le texte commun')
    await until(
      () =>
        this.page.evaluate(
          () => document.activeElement?.closest('.mg-joint [contenteditable="true"]') != null,
        ),
      'the caret at the end of the sentence',
    )
  }

  /** Confirms everything that waits for this person's group; others may confirm or reword meanwhile. */
  async confirmAll(): Promise<void> {
    await this.page.locator('[data-act="confirm-list"]').click()
    const dialog = this.page.getByRole('dialog', { name: /bien reprises/ })
    await dialog.waitFor()
    const acts = dialog.locator('[data-act="confirm-all"], [data-act="confirm"]')
    const done = dialog.getByText('Rien à confirmer')
    await until(async () => {
      if (await done.isVisible()) return true
      // All at once comes last. It may go between two looks: then it is looked again.
      await acts
        .last()
        .click({ timeout: 2_000 })
        .catch(() => undefined)
      return false
    }, 'nothing to confirm')
    await this.page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
  }
}
