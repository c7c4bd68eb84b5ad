// Undo, restoring, deleting: what one person takes back never takes another's words along.
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { until } from '#e2e/harness/runningServer.ts'
import { bothOpen, keptBlocks, settled } from '#e2e/harness/twoWriters.ts'
import { freshlyRead, openWritingTable, type WritingTable } from '#e2e/harness/writingTable.ts'
import { DraftPage } from '#e2e/pages/draftPage.ts'
import { RoomPage } from '#e2e/pages/roomPage.ts'
import { readDrafts } from '#shared/draft/draftModel.ts'
import { noteRecord, noteText, putRecord, recordsOf, shapeId } from '#shared/whiteboard/boardModel.ts'

let table: WritingTable
let screens: readonly [Page, Page]

beforeAll(async () => {
  table = await openWritingTable()
  screens = [(await table.sit('Ana')).page, (await table.sit('Bob')).page]
})
afterAll(() => table?.close())

/** More often than there are steps, however slow hands cut the words into steps. */
async function pressOften(who: DraftPage, keys: string): Promise<void> {
  for (let time = 0; time < 8; time += 1) await who.press(keys)
}

test('undo takes back one’s own words only; redo with nothing to redo changes nothing', async () => {
  table.lay({ id: 'retour', title: 'Revenir en arrière', proposition: ['début fin'] })
  const two = await bothOpen(screens, 'Revenir en arrière')
  const reads = (words: string) => settled(table, 'retour', two, ([line]) => line === words)
  await Promise.all([two.ana.caret(0, 6), two.bob.caret(0, 'end')])
  await Promise.all([two.ana.write('Ana '), two.bob.write(' Bob')])
  await reads('début Ana fin Bob')
  await pressOften(two.ana, 'Control+z')
  await reads('début fin Bob')
  await two.bob.write('!')
  await reads('début fin Bob!')
  await pressOften(two.ana, 'Control+Shift+z')
  await reads('début Ana fin Bob!')
  for (const keys of ['Control+Shift+z', 'Control+y', 'Control+Shift+z']) {
    await two.ana.press(keys)
    expect(await two.ana.blocks()).toEqual(['début Ana fin Bob!'])
  }
  // A letter of Ana's after them: had they done anything, it would have arrived before it.
  await two.ana.write('.')
  await reads('début Ana .fin Bob!')
  await pressOften(two.bob, 'Control+z')
  await until(() => table.storedBlocks('retour')[0]?.includes('Bob') === false, 'Bob’s words to go')
  expect(table.storedBlocks('retour')[0]).toContain('début Ana .fin')
  expect(table.complaints()).toEqual([])
})

test('undoing a paragraph that one made leaves what another wrote in it', async () => {
  table.lay({ id: 'paragraphe', title: 'Un paragraphe à deux', proposition: ['un'] })
  const two = await bothOpen(screens, 'Un paragraphe à deux')
  await two.ana.caret(0)
  await two.ana.press('Enter')
  await settled(table, 'paragraphe', two, (blocks) => blocks.length === 2)
  await two.bob.caret(1)
  await two.bob.write('de Bob')
  await settled(table, 'paragraphe', two, (blocks) => blocks[1] === 'de Bob')
  await two.ana.caret(1, 0)
  await two.ana.write('d’Ana, ')
  await settled(table, 'paragraphe', two, (blocks) => blocks[1] === 'd’Ana, de Bob')
  await pressOften(two.ana, 'Control+z')
  await settled(
    table,
    'paragraphe',
    two,
    (blocks) => blocks.includes('de Bob') && !blocks.join().includes('Ana'),
  )
  expect((await keptBlocks(table, 'paragraphe'))?.join()).toContain('de Bob')
})

test('a deleted draft comes back with its words, from the message and from the deleted ones', async () => {
  table.lay({
    id: 'efface',
    title: 'Un texte supprimé',
    proposition: ['Tous ses mots.'],
    summary: 'Une phrase',
  })
  const [page] = screens
  const room = new RoomPage(page)
  const before = table.stored('efface')
  const gone = () => until(() => table.stored('efface').deletedAt !== null, 'the draft to go')
  const back = () => until(() => table.stored('efface').deletedAt === null, 'the draft to come back')
  await room.act(room.row('Un texte supprimé'), 'Supprimer')
  await gone()
  await room.row('Un texte supprimé').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Annuler', exact: true }).click()
  await back()
  await room.act(room.row('Un texte supprimé'), 'Supprimer')
  await gone()
  await page.locator('.list-fold summary').click()
  await page.getByRole('button', { name: /^Restaurer\s: Un texte supprimé$/ }).click()
  await back()
  expect(await freshlyRead(table, 'efface')).toEqual(before)
  const opened = await DraftPage.open(page, 'Un texte supprimé')
  expect(await opened.blocks()).toEqual(['Tous ses mots.'])
})

test('a restored version keeps what somebody types meanwhile, and says who wrote what', async () => {
  table.lay({ id: 'versions', title: 'Un texte à versions', proposition: ['Le début.'] })
  const two = await bothOpen(screens, 'Un texte à versions')
  await two.ana.caret(0)
  await two.ana.write(' Les mots d’Ana.')
  await settled(table, 'versions', two, ([line]) => line === 'Le début. Les mots d’Ana.')
  const restore = await chooseVersionOf('Ana', two.ana)
  await two.bob.caret(0)
  await two.bob.press('Enter')
  await two.bob.write('Bob écrit')
  await settled(table, 'versions', two, (blocks) => blocks[1] === 'Bob écrit')

  // Bob goes on in his paragraph, which that version did not have. What Ana saw goes; what she could not have seen stays.
  const goesOn = Array.from({ length: 90 }, (_, letter) => 'abcdefghij'[letter % 10]).join('')
  const seen = longestOfBob()
  const typing = two.bob.write(goesOn)
  await until(() => (table.storedBlocks('versions')[1] ?? '').length > 15, 'Bob to be well into his sentence')
  await restore.click()
  await typing
  await settled(table, 'versions', two, ([first]) => first === 'Le début. Les mots d’Ana.')
  const kept = (await keptBlocks(table, 'versions'))?.slice(1).join('\n') ?? ''
  const whole = `Bob écrit${goesOn}`
  expect(kept.length).toBeGreaterThan(0)
  expect(kept.length).toBeLessThan(whole.length)
  expect(kept).toBe(whole.slice(-kept.length))
  expect(kept.length).toBeGreaterThanOrEqual(whole.length - seen())

  const [page] = screens
  await two.ana.row.getByRole('button', { name: 'Tout le texte' }).click()
  await page.getByRole('button', { name: 'Qui a écrit quoi' }).click()
  const lines = page.getByRole('dialog', { name: /Qui a écrit quoi/ }).getByRole('listitem')
  const authorOf = (words: string): Promise<string> =>
    lines.filter({ hasText: words }).first().locator('b').innerText()
  expect(await authorOf('Les mots d’Ana.')).toBe('Ana')
  expect(await authorOf(kept)).toBe('Bob')
  expect(await authorOf('Le début.')).toBe('Témoin')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  expect(table.complaints()).toEqual([])
})

/** Opens the versions and chooses the newest that this person wrote; returns the button that goes back to it. */
async function chooseVersionOf(name: string, { page, row }: DraftPage): Promise<Locator> {
  await row.getByRole('button', { name: 'Versions', exact: true }).click()
  const history = page.getByRole('dialog', { name: /Versions de/ })
  await history.locator('.draft-version', { hasText: name }).first().click()
  const restore = history.getByRole('button', { name: 'Revenir à ce texte' })
  await restore.waitFor()
  return restore
}

/** Letters of Bob's paragraph at its longest before it was emptied: those that came with the emptying or before. */
function longestOfBob(): () => number {
  let longest = 0
  let emptied = false
  table.drafts.doc.on('afterTransaction', () => {
    const length = table.storedBlocks('versions').slice(1).join('\n').length
    emptied ||= length < longest
    if (!emptied) longest = length
  })
  return () => longest
}

test('one sticky note, and several, become a draft that keeps the link', async () => {
  const { doc } = table.whiteboard
  const note = (words: string, x: number): string => {
    const id = shapeId()
    putRecord(doc, noteRecord(id, { x, y: 40, index: 'a1' }))
    noteText(doc, id)?.insert(0, words)
    return id
  }
  const ids = [
    note('Un four à pain partagé', 40),
    note('Une grange pour tous', 300),
    note('Un verger commun', 560),
  ]
  const [page, other] = screens
  const room = new RoomPage(page)
  await room.showNotes()
  await room.act(room.noteRow('Un four à pain partagé'), 'En faire une recommandation')
  const made = await until(
    () => readDrafts(table.drafts.doc).find(({ title }) => title === 'Un four à pain partagé'),
    'the draft',
  )
  const spaceId = table.drafts.provider.roomname.replace('drafts/', '')
  const roomId = table.guest.answer.room.id
  expect(made.sources).toEqual({ [`${roomId}:${ids[0]}`]: 'Un four à pain partagé' })
  await until(() => {
    const refs: unknown = recordsOf(doc)
      .get(ids[0] ?? '')
      ?.get('props.draftRefs')
    return Array.isArray(refs) && refs.includes(`${spaceId}/${made.id}`)
  }, 'the note to know its draft')
  // Somebody else sees the link from both ends.
  await new RoomPage(other).showNotes()
  await new RoomPage(other).noteRow('Un four à pain partagé').getByText('Devenue').waitFor()
  await new RoomPage(other).showDrafts()
  const opened = await DraftPage.open(other, 'Un four à pain partagé')
  await opened.row.getByRole('button', { name: 'Tout le texte' }).click()
  await other.getByRole('dialog').locator('.draft-sources', { hasText: 'Un four à pain partagé' }).waitFor()
  await other.keyboard.press('Escape')

  await room.showNotes()
  for (const words of ['Une grange pour tous', 'Un verger commun'])
    await room.noteRow(words).getByRole('checkbox').check()
  await page
    .getByRole('group', { name: 'Notes choisies' })
    .getByRole('button', { name: 'En faire une recommandation' })
    .click()
  const joined = await until(
    () => readDrafts(table.drafts.doc).find(({ title }) => title === 'Une grange pour tous'),
    'the draft of two notes',
  )
  expect(Object.keys(joined.sources).sort()).toEqual(
    ids
      .slice(1)
      .map((id) => `${roomId}:${id}`)
      .sort(),
  )
  expect(table.storedBlocks(joined.id)).toEqual(['Un verger commun'])
  expect(table.complaints()).toEqual([])
})
