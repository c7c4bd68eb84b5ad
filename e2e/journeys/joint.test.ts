// The shape of the whole product: two groups, one in the room and one far away, one board, each group's texts and who may write them.
import { expect, test } from 'vitest'
import { openHouse } from '#e2e/harness/house.ts'
import { documentOf, join, stockClient } from '#e2e/harness/rawClient.ts'
import { until } from '#e2e/harness/runningServer.ts'
import { saidOn, witnessSaid } from '#e2e/harness/saidWitness.ts'
import { RoomPage, type Where } from '#e2e/pages/roomPage.ts'
import { recordsOf, unflatten } from '#shared/whiteboard/boardModel.ts'

/** Both are on the joint board already; the demo's evening begins with all of them there. */
const parcel = 'Suivre une recommandation comme on suit un colis'
const wall = 'Le mur des suites'

const house = openHouse()

/** Signs a demo person in as the banner would, and opens a room where they are. */
async function enters(persona: string, code: string, where: Where): Promise<RoomPage> {
  const one = await house.somebody()
  await witnessSaid(one.context)
  await one.context.request.post('/api/demo/sign-in', { data: { persona } })
  await one.page.goto(`/r/${code}`)
  await one.page
    .locator('form .choice-option', { hasText: where === 'remote' ? 'À distance' : 'Dans la salle' })
    .click()
  await one.page.locator('form').getByRole('button', { name: 'Entrer' }).click()
  const room = new RoomPage(one.page)
  await room.ready()
  return room
}

/** What stands at the head of a group’s texts about who may write there. */
const says = ({ page }: RoomPage, words: RegExp): Promise<void> =>
  page.locator('.openness', { hasText: words }).waitFor()

const readOnlyHere =
  'Ce texte est celui de l’autre groupe. Vous pouvez le lire, et écrire dans les textes communs.'

test('NANTES-LYON: cards of both on one board, each writes its own, is refused in words elsewhere, and NANTES and LYON read it at once', async () => {
  const [nantes, lyon, homeOfNantes, homeOfLyon] = await Promise.all([
    enters('member-nantes', 'NANTES-LYON', 'in-person'),
    enters('member-lyon', 'NANTES-LYON', 'remote'),
    enters('member-nantes', 'NANTES', 'in-person'),
    enters('member-lyon', 'LYON', 'remote'),
  ])
  // Both are seen, each by shape and antenna.
  for (const { page } of [nantes, lyon]) {
    const rows = page.locator('.q-list li')
    await until(async () => (await rows.count()) === 2, 'both to be present')
    expect(
      await rows
        .filter({ has: page.locator('.av.room') })
        .filter({ hasText: 'Nantes' })
        .count(),
    ).toBe(1)
    expect(
      await rows
        .filter({ has: page.locator('.av:not(.room)') })
        .filter({ hasText: 'Lyon' })
        .count(),
    ).toBe(1)
    await page.getByText('Mode hybride').first().waitFor()
  }

  // Each takes a card of its group off the board and puts it on again; the other sees it happen.
  for (const [own, other, title] of [
    [nantes, lyon, parcel],
    [lyon, nantes, wall],
  ] as const) {
    const onBoard = (room: RoomPage) =>
      room.page.locator('.tl-shape[data-shape-type="draft"]', { hasText: title }).first()
    await onBoard(other).waitFor({ state: 'attached' })
    await own.takeOffBoard(title)
    await onBoard(other).waitFor({ state: 'detached' })
    await own.placeOnBoard(title)
    await onBoard(other).waitFor({ state: 'attached' })
  }
  // And either may place the other group's: the board is everybody's.
  await nantes.takeOffBoard(wall)
  await nantes.placeOnBoard(wall)
  const { answer } = await join(house.server.url, 'NANTES-LYON', { name: 'Témoin', observer: true })
  const board = await stockClient(house.server.url, documentOf(answer, 'whiteboard'), answer.ticket)
  const spaces = (): Set<unknown> =>
    new Set(
      [...recordsOf(board.doc).values()]
        .map((map) => unflatten(map))
        .filter((record) => record?.['type'] === 'draft')
        .map((record) => (record?.['props'] as { spaceId: string }).spaceId), // a card's props
    )
  const spaceOf = (group: string) => documentOf(answer, 'drafts', group).replace('drafts/', '')
  await until(
    () => [spaceOf('NANTES'), spaceOf('LYON')].every((id) => spaces().has(id)),
    'both groups’ cards',
  )
  board.close()

  // Each writes in its own; the same words stand at once in the joint room and in the group's own room.
  const readers = [
    [lyon, parcel, 'Avec le numéro de suivi.'],
    [homeOfNantes, parcel, 'Avec le numéro de suivi.'],
    [nantes, wall, 'Et au fond du couloir.'],
    [homeOfLyon, wall, 'Et au fond du couloir.'],
  ] as const
  await Promise.all([homeOfNantes.open(parcel), homeOfLyon.open(wall)])
  await nantes.write(parcel, ` ${readers[0][2]}`)
  await lyon.open(parcel)
  await lyon.write(wall, ` ${readers[2][2]}`)
  for (const [room, title, words] of readers)
    await until(async () => (await room.wordsOf(title)).includes(words), `« ${words} » to be read`)

  // In the other group's text each finds a reason in words and nothing to write in.
  for (const [room, title] of [
    [nantes, wall],
    [lyon, parcel],
  ] as const) {
    const row = await room.open(title)
    expect(await row.locator('[contenteditable="true"], textarea').count()).toBe(0)
    await row.getByText(readOnlyHere).waitFor()
    await room.page
      .locator('section[aria-label]', { has: row })
      .getByText(/Le groupe (Nantes|Lyon) écrit ses textes/)
      .first()
      .waitFor()
  }

  // Lyon's facilitator opens Lyon's texts in the list: everybody reads what holds, only they may change it, by keyboard too.
  const leader = await enters('facilitator-lyon', 'NANTES-LYON', 'in-person')
  // Nobody speaks for another group.
  const nantesId = answer.room.groups.find(({ place }) => place === 'Nantes')?.id
  const forNantes = await leader.page.context().request.put('/api/rooms/NANTES-LYON/openness', {
    data: { groupId: nantesId, access: 'write' },
  })
  expect(forNantes.status()).toBe(403)
  const choice = leader.page.getByRole('radiogroup', { name: 'Ouvrir nos textes à Nantes' })
  const chosen = (access: string) => choice.getByRole('radio', { name: access, exact: true })
  await until(() => chosen('lire').isChecked(), 'the texts to be Lyon’s')
  expect(await leader.page.getByRole('radiogroup', { name: /^Ouvrir/ }).count()).toBe(1)
  for (const { page } of [nantes, lyon])
    expect(await page.getByRole('radiogroup', { name: /^Ouvrir/ }).count()).toBe(0)
  await says(lyon, /Nantes\s: lecture seule dans nos textes/)
  await chosen('lire').press('ArrowRight')
  await chosen('commenter').press('ArrowRight')
  await until(() => chosen('écrire').isChecked(), 'the choice to be made')
  await says(lyon, /Nantes\s: écriture dans nos textes, en même temps que nous/)
  // Others arrive and words are saved meanwhile: what was said in between takes none of it away.
  await until(
    async () => (await saidOn(lyon.page)).some((words) => /Nantes\s: écriture dans nos textes/.test(words)),
    'Lyon to hear it',
  )
  await says(nantes, /Le groupe Lyon a ouvert ses textes\s: les autres groupes y écrivent aussi/)
  await until(
    async () => (await (await nantes.open(wall)).locator('[contenteditable="true"]').count()) > 0,
    'Lyon’s text to be open to Nantes',
  )
  await nantes.write(wall, ' Nantes y écrit aussi.')
  await until(
    async () => (await homeOfLyon.wordsOf(wall)).includes('Nantes y écrit aussi.'),
    'LYON to read it',
  )
  expect(await (await lyon.open(parcel)).locator('[contenteditable="true"]').count()).toBe(0)
  await nantes.saves('saved')

  // And closes them again.
  await chosen('écrire').press('ArrowLeft')
  await chosen('commenter').press('ArrowLeft')
  await until(
    async () => (await (await nantes.open(wall)).locator('[contenteditable="true"]').count()) === 0,
    'Lyon’s text to be Lyon’s again',
  )
  await (await nantes.open(wall)).getByText(readOnlyHere).waitFor()
  await nantes.page
    .getByText(/Le groupe Lyon écrit ses textes/)
    .first()
    .waitFor()
  await says(lyon, /Nantes\s: lecture seule dans nos textes/)
  await nantes.saves('saved')
  expect(house.people.flatMap(({ complaints }) => complaints)).toEqual([])
})
