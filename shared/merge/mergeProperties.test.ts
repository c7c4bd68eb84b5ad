// Three people write in a joint text at once, some of them offline, some of them forging: whatever they do, provenance and fates hold.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createDraft, type DraftMap, draftsOf, readDraft } from '#shared/draft/draftModel.ts'
import { freezeParent } from '#shared/merge/freezeParent.ts'
import type { FrozenParent, Passage } from '#shared/merge/frozenParent.ts'
import { type MergeReading, prepareMerge, readPrepared } from '#shared/merge/mergeReading.ts'
import { lettersIn } from '#shared/merge/passageIndex.ts'
import { tokensOf } from '#shared/merge/provenWords.ts'
import { foldWords } from '#shared/merge/sameWords.ts'

/** Figures for people to read, one line each. */
const report = (what: string, figures: object): void => {
  process.stdout.write(`${what}: ${JSON.stringify(figures)}\n`)
}

const vocabulary =
  'le la de une comité sociétaire·s l’antenne ouverte budget clés salle soir deux voisin·es partagé quartier on ne pas vote page mois ' +
  'avenue élan caisse repas jardin chantier vélo café école forêt rivière marché musée théâtre lampe'
const words = vocabulary.split(' ')
const word = fc.constantFrom(...words)
const sentence = fc.array(word, { minLength: 3, maxLength: 12 }).map((some) => `${some.join(' ')}.`)
const paragraphs = fc.array(
  fc.array(sentence, { minLength: 1, maxLength: 4 }).map((some) => some.join(' ')),
  { minLength: 1, maxLength: 3 },
)

function frozen(texts: readonly string[], key: string): FrozenParent {
  const doc = new Y.Doc()
  createDraft(doc, { id: key, title: key, constat: texts })
  const read = readDraft(key, draftsOf(doc).get(key))
  if (!read) throw new Error('the draft was just made')
  return freezeParent(read, { key, spaceId: 's', groupId: key, now: 0 })
}

type Attributes = Record<string, unknown>
interface Piece {
  insert: string
  attributes?: Attributes
}

const draftIn = (doc: Y.Doc): DraftMap => {
  const draft = draftsOf(doc).get('joint')
  if (!draft) throw new Error('every copy holds the draft')
  return draft
}
const sectionIn = (doc: Y.Doc): Y.XmlFragment => draftIn(doc).get('constat') as Y.XmlFragment // createDraft made it
const textsIn = (doc: Y.Doc): { text: Y.XmlText; place: number }[] =>
  sectionIn(doc)
    .toArray()
    .flatMap((element, place) => {
      const text = element instanceof Y.XmlElement ? element.get(0) : undefined
      return text instanceof Y.XmlText ? [{ text, place }] : []
    })

/** A stretch of a text with its marks, as it is cut or copied. */
function slice(text: Y.XmlText, from: number, length: number): Piece[] {
  let at = 0
  return (text.toDelta() as Piece[]).flatMap(({ insert, attributes = {} }) => {
    const cut = insert.slice(Math.max(0, from - at), Math.max(0, from + length - at))
    at += insert.length
    return cut === '' ? [] : [{ insert: cut, attributes }]
  })
}

/** Attributes are always given: Yjs would let words inherit the mark of their neighbours, and the editor does not. */
function put(text: Y.XmlText, at: number, pieces: readonly Piece[]): void {
  let place = at
  for (const { insert, attributes = {} } of pieces) {
    text.insert(place, insert, { ...attributes })
    place += insert.length
  }
}

function paragraphOf(pieces: readonly Piece[]): Y.XmlElement {
  const element = new Y.XmlElement('paragraph')
  const text = new Y.XmlText()
  text.applyDelta(pieces.map(({ insert, attributes = {} }) => ({ insert, attributes })))
  element.insert(0, [text])
  return element
}

const verbs = [
  'take',
  'type',
  'delete',
  'split',
  'join',
  'move',
  'copy',
  'bold',
  'forge',
  'undo',
  'redo',
  'sync',
] as const
const edit = fc.record({
  who: fc.nat(2),
  verb: fc.constantFrom(...verbs),
  which: fc.nat(99),
  at: fc.nat(999),
  length: fc.integer({ min: 1, max: 40 }),
  other: fc.nat(999),
  typed: fc.oneof(word, sentence, fc.constantFrom('e', ' ', '. ', ', et ')),
})
type Edit = typeof edit extends fc.Arbitrary<infer E> ? E : never

interface Person {
  readonly doc: Y.Doc
  readonly undo: Y.UndoManager
}

function change({ doc }: Person, one: Edit, passages: readonly Passage[]): void {
  const texts = textsIn(doc)
  const spot = texts[one.which % Math.max(1, texts.length)]
  if (!spot) return
  const { text, place } = spot
  const at = one.at % (text.length + 1)
  const length = Math.min(one.length, text.length - at)
  const source = passages[one.other % passages.length]
  switch (one.verb) {
    case 'take':
      if (source)
        sectionIn(doc).insert(place + 1, [
          paragraphOf([{ insert: source.text, attributes: { src: { ref: source.id } } }]),
        ])
      return
    case 'type':
      return put(text, at, [{ insert: one.typed }])
    case 'delete':
      return text.delete(at, length)
    case 'split': {
      const tail = slice(text, at, text.length)
      text.delete(at, text.length - at)
      return sectionIn(doc).insert(place + 1, [paragraphOf(tail)])
    }
    case 'join': {
      const next = texts[texts.indexOf(spot) + 1]
      if (!next) return
      put(text, text.length, slice(next.text, 0, next.text.length))
      return sectionIn(doc).delete(next.place, 1)
    }
    case 'move':
    case 'copy': {
      const pieces = slice(text, at, length)
      if (one.verb === 'move') text.delete(at, length)
      const to = texts[one.other % texts.length]?.text ?? text
      return put(to, one.other % (to.length + 1), pieces)
    }
    case 'bold':
      return text.format(at, length, { bold: {} })
    case 'forge':
      return text.format(at, length, { src: { ref: source?.id } })
    default:
  }
}

/** Who meets the server seldom is offline meanwhile. */
function apply({ people, server }: Room, one: Edit, passages: readonly Passage[]): void {
  const person = people[one.who]
  if (!person) return
  if (one.verb === 'undo') person.undo.undo()
  else if (one.verb === 'redo') person.undo.redo()
  else if (one.verb === 'sync') exchange(person.doc, server)
  else person.doc.transact(() => change(person, one, passages), person)
}

function exchange(one: Y.Doc, other: Y.Doc): void {
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one, Y.encodeStateVector(other)))
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other, Y.encodeStateVector(one)))
}

const nothingDecided = { draftId: 'joint', fates: {}, reasons: {} }
const plain = ({ joint, fates, counts, fingerprint }: MergeReading) => ({
  joint,
  fates: [...fates],
  counts,
  fingerprint,
})

function expectSound(reading: MergeReading): void {
  for (const { runs, text } of reading.joint) {
    expect(runs.map((run) => run.text).join('')).toBe(text)
    for (const { from, ref, text: said } of runs) {
      if (from === null) continue
      expect(from).toBe(ref)
      const source = foldWords(reading.passages.get(from)?.text ?? '')
      for (const token of tokensOf(said)) expect(source).toContain(token.word)
      for (const sign of said.replace(/[\p{L}\p{M}\p{N}\s]/gu, '')) expect(source).toContain(foldWords(sign))
    }
  }
  const ids = reading.parents.flatMap(({ passages }) => passages.map(({ id }) => id))
  expect([...reading.fates.keys()]).toEqual(ids)
  expect(Object.values(reading.counts).reduce((sum, count) => sum + count, 0)).toBe(ids.length)
}

interface Room {
  readonly people: readonly Person[]
  readonly server: Y.Doc
  /** What the server keeps: each of its updates, and what Yjs tidies up after them. */
  readonly log: readonly Uint8Array[]
}

function openRoom(): Room {
  const server = new Y.Doc()
  const log: Uint8Array[] = []
  server.on('update', (update: Uint8Array) => log.push(update))
  createDraft(server, { id: 'joint', title: 'joint' })
  const people = [0, 1, 2].map(() => {
    const doc = new Y.Doc()
    exchange(doc, server)
    const undo = new Y.UndoManager(sectionIn(doc), { trackedOrigins: new Set(), captureTimeout: 0 })
    const person = { doc, undo }
    undo.addTrackedOrigin(person)
    return person
  })
  return { people, server, log }
}

function rebuilt(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

const edits = { seen: 0, proven: 0, together: 0, kept: 0 }

test('[M4] [M5] whatever three people write: proven words are in their passage, each passage has one fate, all copies read the same', () => {
  fc.assert(
    fc.property(
      paragraphs,
      paragraphs,
      fc.array(edit, { minLength: 30, maxLength: 120 }),
      (left, right, some) => {
        const parents = [frozen(left, 'm.1'), frozen(right, 'm.2')]
        const passages = parents.flatMap((parent) => parent.passages)
        const room = openRoom()
        const prepared = prepareMerge(parents, { pairs: [], alone: [] })
        for (const [count, one] of some.entries()) {
          apply(room, one, passages)
          const doc = room.people[one.who]?.doc
          if (doc && count % 10 === 0) expectSound(readPrepared(prepared, draftIn(doc), nothingDecided))
        }
        // Everybody comes back; more than once, since Yjs tidies up after what it takes in, and the others hear of that too.
        for (const { doc } of Array.from({ length: 5 }, () => room.people).flat()) exchange(doc, room.server)
        // What was read before must not colour what is read now.
        const fresh = readPrepared(
          prepareMerge([...parents], { pairs: [], alone: [] }),
          draftIn(room.server),
          nothingDecided,
        )
        expectSound(fresh)
        const copies = [
          ...room.people.map(({ doc }) => doc),
          rebuilt(room.log),
          rebuilt([Y.mergeUpdates([...room.log])]),
        ]
        for (const doc of copies)
          expect(plain(readPrepared(prepared, draftIn(doc), nothingDecided))).toEqual(plain(fresh))
        edits.seen += some.length
        edits.kept += fresh.counts.kept
        for (const { from, text } of fresh.joint.flatMap(({ runs }) => runs))
          edits[from === null ? 'together' : 'proven'] += lettersIn(text)
      },
    ),
    // The first failure is shown as it is: to look for a smaller one takes minutes.
    { numRuns: 120, endOnFailure: true },
  )
  report('random edits', edits)
  // The checks above saw something: proven words, typed words, whole passages.
  expect(Math.min(edits.proven, edits.together)).toBeGreaterThan(1000)
  expect(edits.kept).toBeGreaterThan(20)
  expect(edits.seen).toBeGreaterThan(3000)
})
