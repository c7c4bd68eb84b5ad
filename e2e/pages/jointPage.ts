// What people do around a joint session: invite, answer, look at the lanes, pull, withdraw, end and renew.
import type { Locator, Page } from 'playwright-core'
import { RoomPage } from '#e2e/pages/roomPage.ts'

/** The inviting group's facilitator, on their group's page: the form, opened. */
export async function openInvitation(page: Page, group: string): Promise<Locator> {
  await page.goto(`/g/${group}`)
  await page.getByRole('button', { name: 'Inviter un groupe' }).click()
  return page.getByRole('dialog')
}

export const send = (dialog: Locator): Promise<void> =>
  dialog.getByRole('button', { name: 'Envoyer l’invitation' }).click()

/** An invitation as a group's page shows it. */
export const invitation = (page: Page, subject: string): Locator =>
  page.locator('.joint-item', { hasText: subject })

/** From the home page to the group's, and the first day accepted. */
export async function accept(page: Page, subject: string): Promise<Locator> {
  await page.goto('/')
  await page.getByRole('link', { name: `Répondre, ${subject}` }).click()
  const asked = invitation(page, subject)
  await asked
    .getByRole('button', { name: /^Accepter le/u })
    .first()
    .click()
  await asked.getByText('Convenue').waitFor()
  return asked
}

/** The code of the room that an accepted invitation made. */
export async function codeOf(accepted: Locator): Promise<string> {
  const address = await accepted.getByRole('link', { name: 'Entrer dans la salle' }).getAttribute('href')
  return decodeURIComponent(address?.split('/').at(-1) ?? '')
}

/** The joint room as one person sees it. */
export class JointRoomPage extends RoomPage {
  /** A signed-in person's way in: who they are is known. */
  async goIn(code: string): Promise<void> {
    await this.page.goto(`/r/${code}`)
    await this.page.locator('form').getByRole('button', { name: 'Entrer' }).click()
    await this.ready()
  }

  lane(name: string): Locator {
    return this.page.locator('.tl-shape[data-shape-type="frame"]', { hasText: name }).first()
  }

  /** The texts of a group in the list; away where the group does not show them. */
  textsOf(place: string): Locator {
    return this.page.locator(`.room-panel section.list-group[aria-label="${place}"]`)
  }

  /** Writes at the end of a group's text; the common lane may hold one with the same title. */
  async writeIn(place: string, title: string, words: string): Promise<void> {
    const row = this.textsOf(place).locator('.list-draft', { hasText: title }).first()
    await row.locator('.list-open').click()
    // By the keyboard's way in: beside a running plan little of the list is in sight.
    await this.proposal(row).focus()
    await this.page.keyboard.press('ControlOrMeta+End')
    await this.page.keyboard.type(words)
  }

  /** Brings a group's text into the common lane and comes back to the room. */
  async pull(title: string): Promise<void> {
    await this.act(this.row(title).first(), 'Prendre dans la partie commune')
    await this.page.locator('.mg-head h2', { hasText: 'Reprise de' }).waitFor()
    await this.page.getByRole('button', { name: 'Retour à la salle' }).click()
    await this.page.locator('.mg').waitFor({ state: 'detached' })
  }

  /** The facilitators' dialog about the session. */
  async session(): Promise<Locator> {
    await this.page.locator('.dock').getByRole('button', { name: 'Commune' }).click()
    return this.page.getByRole('dialog')
  }

  async end(): Promise<void> {
    await (await this.session()).getByRole('button', { name: 'Terminer la séance commune' }).click()
    const sure = this.page.getByRole('alertdialog')
    await sure.getByRole('button', { name: 'Terminer la séance commune' }).click()
    await sure.waitFor({ state: 'detached' })
  }
}
