// Somebody makes a paragraph anew (a list, a heading) while others type in it: every letter is there afterwards, once.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { keepOwnWords, type MovedText } from '#client/features/draft/ownWordsKept.ts'
import { textblocksOf } from '#client/features/draft/textPlaces.ts'
import { applyReceived } from '#client/live/receivedUpdate.ts'
import { blockElements } from '#shared/draft/draftBlocks.ts'
import { blockText, createDraft, draftsOf, readDraft } from '#shared/draft/draftModel.ts'

function people(count: number, proposition: readonly string[]) {
  const first = new Y.Doc()
  createDraft(first, { id: 'd', title: 'x', proposition })
  const docs = Array.from({ length: count }, () => {
    const doc = new Y.Doc()
    draftsOf(doc)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(first), 'net')
    keepOwnWords(doc)
    return doc
  })
  const sync = (): void => {
    for (let round = 0; round < 3; round++)
      for (const one of docs)
        for (const other of docs)
          if (one !== other)
            Y.applyUpdate(other, Y.encodeStateAsUpdate(one, Y.encodeStateVector(other)), 'net')
  }
  // As the server relays: each update as its writer wrote it, which says what they knew.
  const written: { readonly by: Y.Doc; readonly update: Uint8Array }[] = []
  for (const by of docs)
    by.on('update', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
      if (local) written.push({ by, update })
    })
  const relay = (): void => {
    for (let next = written.shift(); next; next = written.shift())
      for (const doc of docs) if (doc !== next.by) applyReceived(doc, next.update, 'net')
  }
  return { docs, sync, relay }
}

const section = (doc: Y.Doc) => draftsOf(doc).get('d')?.get('proposition') as Y.XmlFragment
const words = (doc: Y.Doc, at = 0) => textblocksOf(section(doc))[at]?.get(0) as Y.XmlText
const read = (doc: Y.Doc) =>
  readDraft('d', draftsOf(doc).get('d'))?.sections.proposition.map(
    (block) => `${block.type}: ${blockText(block)}`,
  )

/** As the editor does it: the paragraph goes, a list with a copy of its words comes in its place. */
function makeList(doc: Y.Doc, at = 0): void {
  const text = words(doc, at).toString()
  doc.transact(() => {
    section(doc).delete(at, 1)
    section(doc).insert(at, blockElements([{ type: 'bullet', level: 1, runs: [{ text }] }]))
  })
}

test('words typed meanwhile come back in their places, once, and a third person does nothing', () => {
  const { docs, sync } = people(4, ['Le comité reste ouvert.', 'Deux.'])
  const [ana, ben, cleo] = docs as [Y.Doc, Y.Doc, Y.Doc]
  makeList(ana)
  words(ben).insert(9, ' local')
  words(ben).insert(28, ' à toutes')
  words(cleo).insert(0, 'Oui : ')
  sync()
  for (const doc of docs)
    expect(read(doc)).toEqual(['bullet: Oui : Le comité local reste ouvert à toutes.', 'paragraph: Deux.'])
})

test('what had reached them before stays single', () => {
  const { docs, sync } = people(2, ['Un.'])
  const [ana, ben] = docs as [Y.Doc, Y.Doc]
  words(ben).insert(2, ' deux')
  sync()
  makeList(ana)
  words(ben).insert(7, ' trois')
  sync()
  expect(read(ana)).toEqual(['bullet: Un deux trois.'])
  expect(read(ben)).toEqual(['bullet: Un deux trois.'])
})

test('an empty paragraph in which somebody begins keeps their words, also when its text comes one update later', () => {
  const { docs, sync } = people(2, ['Un.', ''])
  const [ana, ben] = docs as [Y.Doc, Y.Doc]
  words(ben, 1).insert(0, 'je commence')
  const item = new Y.XmlElement('listItem')
  const paragraph = new Y.XmlElement('paragraph')
  ana.transact(() => {
    const list = new Y.XmlElement('bulletList')
    item.insert(0, [paragraph])
    list.insert(0, [item])
    section(ana).delete(1, 1)
    section(ana).insert(1, [list])
  })
  sync()
  paragraph.insert(0, [new Y.XmlText()])
  sync()
  expect(read(ana)).toEqual(['paragraph: Un.', 'bullet: je commence'])
  expect(read(ben)).toEqual(read(ana))
})

test('a paragraph that holds one person’s words only keeps those that the other had not heard of', () => {
  const { docs, sync } = people(2, [''])
  const [ana, ben] = docs as [Y.Doc, Y.Doc]
  words(ben).insert(0, 'je commence')
  sync()
  makeList(ana)
  words(ben).insert(11, ' et je continue longtemps')
  sync()
  expect(read(ana)).toEqual(['bullet: je commence et je continue longtemps'])
  expect(read(ben)).toEqual(read(ana))
})

test('a paragraph that somebody takes away without putting it elsewhere is gone', () => {
  const { docs, sync } = people(2, ['Un.', 'De trop.', 'Deux tout autres mots.'])
  const [ana, ben] = docs as [Y.Doc, Y.Doc]
  section(ana).delete(1, 1)
  words(ben, 1).insert(0, 'Pas ')
  sync()
  expect(read(ben)).toEqual(['paragraph: Un.', 'paragraph: Deux tout autres mots.'])
})

test('a caret goes along, behind the same letter', () => {
  const { docs, sync } = people(2, ['Le comité reste ouvert.'])
  const [ana, ben] = docs as [Y.Doc, Y.Doc]
  const moves: MovedText[] = []
  keepOwnWords(ben, (moved) => moves.push(moved))
  const from = words(ben)
  makeList(ana)
  words(ben).insert(9, ' local')
  sync()
  expect(moves).toHaveLength(1)
  expect(moves[0]?.from).toBe(from)
  expect(moves[0]?.to).toBe(words(ben))
  expect([0, 9, 15, 29].map((place) => moves[0]?.carry(place))).toEqual([0, 9, 15, 29])
})

/** As the editor does it for Enter: the old paragraph keeps the beginning, a new one gets a copy of the rest. */
function split(doc: Y.Doc, place: number, at = 0): void {
  const text = words(doc, at)
  const rest = text.toString().slice(place)
  doc.transact(() => {
    text.delete(place, rest.length)
    section(doc).insert(at + 1, blockElements([{ type: 'paragraph', level: 0, runs: [{ text: rest }] }]))
  })
}

/** As the editor does it for Backspace at the beginning of a paragraph. */
function joinWithPrevious(doc: Y.Doc, at: number): void {
  const text = words(doc, at).toString()
  doc.transact(() => {
    words(doc, at - 1).insert(words(doc, at - 1).length, text)
    section(doc).delete(at, 1)
  })
}

const waysToHear = ['sync', 'relay'] as const

test.each(waysToHear)(
  'a paragraph is split while two others write at its end and before the cut: %s',
  (way) => {
    const people4 = people(4, ['Ouvrir le comité. Inviter les antennes', 'Suite.'])
    const [ana, ben, cleo] = people4.docs as [Y.Doc, Y.Doc, Y.Doc]
    const moves: (number | undefined)[] = []
    keepOwnWords(ben, ({ carry }) => moves.push(carry(60), carry(3)))
    split(ana, 18)
    words(ben).insert(38, ' sans attendre')
    words(ben).insert(25, ' toutes')
    words(cleo).insert(6, ' vite')
    people4[way]()
    for (const doc of people4.docs)
      expect(read(doc)).toEqual([
        'paragraph: Ouvrir vite le comité. ',
        'paragraph: Inviter toutes les antennes sans attendre',
        'paragraph: Suite.',
      ])
    // The caret behind the last letter went along, the one in the beginning stayed.
    expect(moves).toEqual([41, undefined])
  },
)

test('letters that were there before the cut are not moved twice', () => {
  const { docs, relay } = people(2, [''])
  const [ana, ben] = docs as [Y.Doc, Y.Doc]
  words(ben).insert(0, 'Tout est de moi.')
  relay()
  split(ana, 5)
  words(ben).insert(16, ' Et encore.')
  relay()
  for (const doc of docs) expect(read(doc)).toEqual(['paragraph: Tout ', 'paragraph: est de moi. Et encore.'])
})

test.each(waysToHear)('two paragraphs are joined while somebody writes in the second: %s', (way) => {
  const table = people(3, ['Un début', ', une suite'])
  const [ana, ben] = table.docs as [Y.Doc, Y.Doc]
  joinWithPrevious(ana, 1)
  words(ben, 1).insert(11, ' longue')
  words(ben, 0).insert(2, ' bon')
  table[way]()
  for (const doc of table.docs) expect(read(doc)).toEqual(['paragraph: Un bon début, une suite longue'])
})

test('a paragraph deleted outright leaves the words that the deletion had not heard of, and only those', () => {
  const { docs, relay } = people(3, ['Un.', 'De trop.', 'Trois.'])
  const [ana, ben] = docs as [Y.Doc, Y.Doc]
  words(ben, 1).insert(7, ' ici')
  relay()
  section(ana).delete(1, 1)
  words(ben, 1).insert(12, ' Mais gardons cela.')
  relay()
  for (const doc of docs)
    expect(read(doc)).toEqual(['paragraph: Un.', 'paragraph:  Mais gardons cela.', 'paragraph: Trois.'])
})

test('a paragraph that nobody writes in goes for good, whoever had written it', () => {
  const { docs, relay } = people(2, ['Un.', ''])
  const [ana, ben] = docs as [Y.Doc, Y.Doc]
  words(ben, 1).insert(0, 'Des mots de Ben.')
  relay()
  section(ana).delete(1, 1)
  relay()
  for (const doc of docs) expect(read(doc)).toEqual(['paragraph: Un.'])
})
