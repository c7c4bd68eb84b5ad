// Somebody makes a paragraph anew (a list, a heading) while others type in it: every letter is there afterwards, once.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { keepOwnWords, type MovedText } from '#client/features/draft/ownWordsKept.ts'
import { textblocksOf } from '#client/features/draft/textPlaces.ts'
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
  return { docs, sync }
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
