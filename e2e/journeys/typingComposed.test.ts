// Composed words, as phone keyboards send them, while somebody else types in the same sentence. The protocol of Chromium's
// input methods stands in for the keyboards: no real phone was tried.
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  bothOpen,
  eitherOrder,
  keptBlocks,
  settled,
  type TwoWriters,
  untilSame,
} from '#e2e/harness/twoWriters.ts'
import { openWritingTable, type WritingTable } from '#e2e/harness/writingTable.ts'
import { DraftPage } from '#e2e/pages/draftPage.ts'
import { RoomPage } from '#e2e/pages/roomPage.ts'
import { draftsOf } from '#shared/draft/draftModel.ts'
import { noteRecord, noteText, putRecord, shapeId } from '#shared/whiteboard/boardModel.ts'

/** Of composed input in the rich text, and in each plain field. */
const rounds = Number(process.env['TYPING_ROUNDS'] ?? 6)
const fieldRounds = 6

let table: WritingTable
let screens: readonly [Page, Page]

beforeAll(async () => {
  table = await openWritingTable()
  screens = [(await table.sit('Ana')).page, (await table.sit('Bob')).page]
})
afterAll(() => table?.close())

interface Way {
  readonly name: string
  readonly words: string
  /** Counts letters from the start of the text: nobody may write before them meanwhile. */
  readonly counts?: true
  readonly send: (who: DraftPage, field: Locator) => Promise<void>
}

/** What a phone keyboard does with a word. */
const ways: readonly Way[] = [
  {
    name: 'as it stands',
    words: 'bonjour',
    send: async (who) => {
      await who.compose('bonjour')
      await who.commit('bonjour')
    },
  },
  {
    name: 'a suggestion accepted',
    words: 'partageons ',
    send: async (who) => {
      await who.compose('parta')
      await who.commit('partageons ')
    },
  },
  {
    name: 'corrected by the space that ends it',
    words: 'bonjour ',
    send: async (who) => {
      await who.compose('bonjuor')
      await who.commit('bonjour ')
    },
  },
  {
    name: 'the word before composed anew',
    words: 'bonjour ',
    counts: true,
    send: async (who, field) => {
      await who.compose('bonjuor')
      await who.commit('bonjuor')
      await who.commit(' ')
      await who.recompose(field, 'bonjuor ', 'bonjour ')
    },
  },
  {
    name: 'the word before replaced',
    words: 'bonjour ',
    send: async (who, field) => {
      await who.compose('bonjuor')
      await who.commit('bonjuor ')
      await who.autocorrect(field, 'bonjuor ', 'bonjour ')
    },
  },
  {
    name: 'taken back and composed anew',
    words: 'bonsoir',
    send: async (who) => {
      await who.compose('bonjour')
      await who.compose('bonj')
      await who.compose('bonsoir')
      await who.commit('bonsoir')
    },
  },
]
const wayOf = (round: number): Way => ways[round % ways.length] as Way // the list is not empty

test(`${rounds} rounds in one sentence of a draft`, async () => {
  table.lay({ id: 'phrase', title: 'Une phrase à deux', proposition: ['Voici.'] })
  const two = await bothOpen(screens, 'Une phrase à deux')
  let before = 'Voici.'
  for (let round = 0; round < rounds; round += 1) {
    const way = wayOf(round)
    const bob = `lentement${round}`
    const head = `${before} Ici nous `
    addToSentence('phrase', ' Ici nous entrons.')
    await settled(table, 'phrase', two, ([line]) => line === `${head}entrons.`)
    // In most third rounds Bob types at the very spot where Ana composes.
    const samePlace = round % 3 === 2 && !way.counts
    await Promise.all([two.ana.caret(0, head.length), two.bob.caret(0, head.length + (samePlace ? 0 : 2))])
    await Promise.all([way.send(two.ana, two.ana.section()), two.bob.write(bob)])
    const wanted = samePlace
      ? eitherOrder([way.words, bob], head, 'entrons.')
      : [`${head}${way.words}en${bob}trons.`]
    await settled(table, 'phrase', two, ([line]) => wanted.includes(line ?? ''))
    before = table.storedBlocks('phrase')[0] ?? ''
  }
  expect(await keptBlocks(table, 'phrase')).toEqual(await two.ana.blocks())
  expect(table.complaints()).toEqual([])
})

/** A third person, through the stock client, goes on with the one paragraph of a draft. */
function addToSentence(id: string, words: string): void {
  const section = draftsOf(table.drafts.doc).get(id)?.get('proposition')
  const paragraph = section instanceof Y.XmlFragment ? section.get(0) : undefined
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  if (!(text instanceof Y.XmlText)) throw new Error(`no paragraph in ${id}`)
  text.insert(text.length, words)
}

interface TwoFields extends TwoWriters {
  /** The same field on each screen. */
  readonly fields: readonly [Locator, Locator]
  readonly stored: Y.Text
}

/** Letter by letter in the same place, then every way of composing beside somebody's typing. */
async function roundsInField({ ana, bob, fields, stored }: TwoFields): Promise<void> {
  const values = () => Promise.all(fields.map((field) => field.inputValue()))
  const settledField = (what: string, wanted: readonly string[]): Promise<void> =>
    untilSame(
      what,
      async () => {
        const [left = '', right = ''] = await values()
        return [left, right, stored.toString()] as const
      },
      (words) => wanted.includes(words),
    )
  for (let round = 0; round < fieldRounds; round += 1) {
    // Where it reads so already, nobody could tell when the same words anew have arrived.
    if (stored.toString() !== 'Ensemble ici')
      stored.doc?.transact(() => {
        stored.delete(0, stored.length)
        stored.insert(0, 'Ensemble ici')
      })
    await settledField('the field as it was', ['Ensemble ici'])
    await Promise.all([ana.caretIn(fields[0], 9), bob.caretIn(fields[1], round === 0 ? 9 : 11)])
    const way = wayOf(round + ways.length - 1)
    const own = round === 0 ? 'abc' : way.words
    await Promise.all([round === 0 ? ana.write(own) : way.send(ana, fields[0]), bob.write('XYZ')])
    await settledField(
      round === 0 ? 'letters in the same place' : way.name,
      round === 0 ? eitherOrder([own, 'XYZ'], 'Ensemble ', 'ici') : [`Ensemble ${own}icXYZi`],
    )
  }
}

const textOf = (id: string, key: 'title' | 'summary'): Y.Text => {
  const text = draftsOf(table.drafts.doc).get(id)?.get(key)
  if (!(text instanceof Y.Text)) throw new Error(`no ${key} in ${id}`)
  return text
}

test(`${fieldRounds} rounds in a title`, async () => {
  table.lay({ id: 'champs', title: 'Ensemble ici' })
  const two = await bothOpen(screens, 'Ensemble ici')
  const field = (who: DraftPage): Locator =>
    who.page.locator('[data-draft=champs]').getByRole('textbox', { name: 'Titre' })
  await roundsInField({ ...two, fields: [field(two.ana), field(two.bob)], stored: textOf('champs', 'title') })
})

test(`${fieldRounds} rounds in a summary`, async () => {
  table.lay({ id: 'resume', title: 'En une phrase à deux' })
  const two = await bothOpen(screens, 'En une phrase à deux')
  for (const { row } of [two.ana, two.bob]) await row.getByRole('button', { name: 'Tout le texte' }).click()
  const field = ({ page }: DraftPage): Locator =>
    page.getByRole('dialog').getByRole('textbox', { name: 'En une phrase' })
  await roundsInField({
    ...two,
    fields: [field(two.ana), field(two.bob)],
    stored: textOf('resume', 'summary'),
  })
  for (const { page } of [two.ana, two.bob]) await page.keyboard.press('Escape')
})

test(`${fieldRounds} rounds in a sticky note`, async () => {
  const id = addNote('Une note à deux')
  const fields = await Promise.all(screens.map((page) => new RoomPage(page).writeNote('Une note à deux')))
  const [ana, bob] = await Promise.all(screens.map(DraftPage.on))
  const stored = noteText(table.whiteboard.doc, id)
  const [left, right] = fields
  if (!ana || !bob || !left || !right || !stored) throw new Error('two screens and a note')
  await roundsInField({ ana, bob, fields: [left, right], stored })
  expect(table.complaints()).toEqual([])
})

function addNote(words: string): string {
  const id = shapeId()
  const { doc } = table.whiteboard
  doc.transact(() => {
    putRecord(doc, noteRecord(id, { x: 40, y: 40, index: 'a1' }))
    noteText(doc, id)?.insert(0, words)
  })
  return id
}
