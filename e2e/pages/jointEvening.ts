// The steps of two groups' evening around their texts: lanes, an aparté, a pull, the end of the rights and their renewal.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { JointRoomPage } from '#e2e/pages/jointPage.ts'

/** Three lanes, with cards of both, each in its group's wear. */
export async function lanesOfBoth(atNantes: JointRoomPage, atLyon: JointRoomPage): Promise<void> {
  for (const name of ['Nantes', 'En commun', 'Lyon']) await atNantes.lane(name).waitFor({ state: 'attached' })
  await atNantes.page.locator('.wb-lane .tape').nth(3).waitFor({ state: 'attached' })
  await atNantes.textsOf('Lyon').first().waitFor()
  await atLyon.textsOf('Nantes').first().waitFor()
}

/** Nantes withdraws by one tap; Lyon stays in the room and sees it; its facilitator comes back first. */
export async function apart(atNantes: JointRoomPage, { page }: JointRoomPage, code: string): Promise<void> {
  await (await atNantes.session()).getByRole('button', { name: 'Aparté de Nantes' }).click()
  await atNantes.page.getByText('Aparté', { exact: false }).first().waitFor()
  const plan = page.locator('.subgroups-now')
  await plan.filter({ hasText: 'Nantes' }).first().waitFor()
  expect((await plan.allInnerTexts()).join()).not.toContain('Aparté de Lyon')
  await atNantes.comeBack(code)
}

/** A text of Nantes lies in the common lane, knows its source, and says on Lyon's screen that the source moved on. */
export async function pulled(atNantes: JointRoomPage, atLyon: JointRoomPage, title: string): Promise<void> {
  await atNantes.pull(title)
  const common = atLyon.textsOf('Textes communs')
  await common.getByText('Sur le tableau, dans «\u00a0En commun\u00a0»').waitFor()
  await common.locator('.list-open').first().click()
  const line = common.locator('.joint-source', { hasText: title })
  await line.getByText('version 1').waitFor()
  expect(await line.getByText('la source a changé').count()).toBe(0)
  await atNantes.writeIn('Nantes', title, ' Et par téléphone.')
  await line.getByText('la source a changé').waitFor()
}

/** Lyon's drafts leave Nantes' screen at once; Lyon renews by one tap and they are back. */
export async function endsAndIsRenewed(
  atNantes: JointRoomPage,
  { page: member }: JointRoomPage,
  { pocket, code }: { readonly pocket: Page; readonly code: string },
): Promise<void> {
  await atNantes.comeBack(code)
  await atNantes.textsOf('Lyon').first().waitFor()
  await atNantes.end()
  for (const page of [atNantes.page, member])
    await page.getByText('La séance commune est terminée.').first().waitFor()
  await atNantes.textsOf('Lyon').waitFor({ state: 'detached' })
  const closed = atNantes.page.locator('.tl-shape[data-shape-type="draft"]', {
    hasText: 'n’est pas lisible ici',
  })
  await closed.first().waitFor()
  await new JointRoomPage(pocket).comeBack(code)
  await pocket.getByRole('button', { name: 'Montrer de nouveau nos textes' }).click()
  await atNantes.page.getByText('Montrent de nouveau leurs textes', { exact: false }).waitFor()
  await atNantes.textsOf('Lyon').first().waitFor()
}
