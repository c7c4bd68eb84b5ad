// What a person does in a room, in a person's words.
import type { Locator, Page } from 'playwright-core'

export type Where = 'remote' | 'in-person' | 'room-device' | 'phone'

const places: Readonly<Record<Where, string>> = {
  remote: 'À distance',
  'in-person': 'Dans la salle',
  'room-device': 'Cet appareil est celui de la salle',
  phone: 'Sur mon téléphone',
}

export class RoomPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  /** Opens the room's address and answers what a newcomer is asked. */
  async enter(code: string, name: string, where: Where = 'remote', group?: string): Promise<void> {
    await this.page.goto(`/r/${code}`)
    await this.page.getByLabel('Votre nom, tel qu’on le verra').fill(name)
    await this.page.locator('form .choice-option', { hasText: places[where] }).click()
    if (group)
      await this.page.locator('form .choice').nth(1).locator('.choice-option', { hasText: group }).click()
    await this.page.locator('form').getByRole('button', { name: 'Entrer' }).click()
    await this.ready()
  }

  /** Goes in as somebody who is known already: nothing is asked. */
  async comeBack(code: string): Promise<void> {
    await this.page.goto(`/r/${code}`)
    await this.ready()
  }

  async ready(): Promise<void> {
    // A list without any text says so in words.
    const list = this.page.locator('.room-list')
    const filled = list.locator('[data-row]').or(list.getByText('Pas encore de texte'))
    await filled.first().waitFor({ state: 'attached', timeout: 60_000 })
  }

  get badge(): Locator {
    return this.page.locator('[data-save]').first()
  }

  /** The list's row of the text with this title. */
  row(title: string): Locator {
    // By its own head: an open text names texts that are close to it.
    return this.page.locator('.list-draft', {
      has: this.page.getByRole('heading', { name: title, level: 4 }),
    })
  }

  /** Opens a text in the list, to write or to read. */
  async open(title: string): Promise<Locator> {
    const row = this.row(title).first()
    const open = row.locator('.list-open')
    if ((await open.getAttribute('aria-expanded')) !== 'true') await open.click()
    await row.locator('.list-draft-body').waitFor()
    return row
  }

  /** The proposal of the open text, to write in. */
  proposal(row: Locator): Locator {
    return row.locator('.draft-words').first()
  }

  /** Types at the end of a text's proposal, as a person at a keyboard. */
  async write(title: string, words: string): Promise<void> {
    const proposal = this.proposal(await this.open(title))
    await proposal.click()
    await this.page.keyboard.press('ControlOrMeta+End')
    await this.page.keyboard.type(words)
  }

  /** The words of a text's proposal, as they stand on this screen. */
  async wordsOf(title: string): Promise<string> {
    return this.proposal(await this.open(title)).innerText()
  }

  async showNotes(): Promise<void> {
    await this.page.getByRole('tab', { name: /^Notes/ }).click()
  }

  async showDrafts(): Promise<void> {
    await this.page.getByRole('tab', { name: /^(Recommandations|Textes)/ }).click()
  }

  noteRow(words: string): Locator {
    return this.page.locator('.list-note', { hasText: words })
  }

  /** Adds a note in the list's form and leaves the form. */
  async addNote(words: string): Promise<void> {
    await this.showNotes()
    await this.page.getByRole('button', { name: 'Nouvelle note' }).click()
    await this.page.getByLabel('Votre note').fill(words)
    await this.page.keyboard.press('Enter')
    await this.noteRow(words).waitFor()
    await this.page.keyboard.press('Escape')
  }

  /** Opens a row's menu and chooses; `into` answers the dialog that some acts open. */
  async act(row: Locator, label: string, into?: string): Promise<void> {
    await row.locator('[data-control="menu"]').first().click()
    await this.page.getByRole('menuitem', { name: label }).first().click()
    if (into) await this.page.locator('.list-pick button', { hasText: into }).first().click()
  }

  /** Takes a text's card off the board, from the list: once its row says that it lies there. */
  async takeOffBoard(title: string): Promise<void> {
    const row = this.row(title).first()
    await row.locator('.list-open[aria-describedby]').waitFor()
    await this.act(row, 'Retirer du tableau')
  }

  /** Puts a text's card on the board, from the list: once its row no longer says that it lies there. */
  async placeOnBoard(title: string): Promise<void> {
    const row = this.row(title).first()
    await row.locator('.list-open:not([aria-describedby])').waitFor()
    await this.act(row, 'Placer sur le tableau')
  }

  /** Names of the people present, from the column beside the board. */
  people(): Promise<string[]> {
    return this.page.locator('.q-list .person-name .trunc').allInnerTexts()
  }

  /** Resolves when the badge says so. */
  async saves(state: 'saved' | 'sending' | 'offline' | 'back' | 'refused', timeout = 15_000): Promise<void> {
    await this.page.locator(`[data-save="${state}"]`).first().waitFor({ state: 'attached', timeout })
  }

  async invite(): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Inviter' }).first().click()
    return this.page.getByRole('dialog', { name: 'Inviter dans la salle' })
  }

  /** Opens a note of the list to write in; returns its field. */
  async writeNote(words: string): Promise<Locator> {
    await this.showNotes()
    await this.noteRow(words).locator('[data-act="note.write"]').click()
    const field = this.page.locator('.list-note textarea')
    await field.waitFor()
    return field
  }
}
