// What others are told of a deletion is what its writer asked for, and every copy still ends the same.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { withNamedDeletions } from '#server/live/namedDeletions.ts'
import { readUpdate, type UpdateBounds } from '#server/live/updateReader.ts'

const bounds: UpdateBounds = { structs: 10_000, stringBytes: 40, depth: 10, roots: new Set(['text', 'tree']) }

/** Applies what somebody sent and returns what the document says came of it. */
function apply(doc: Y.Doc, sent: Uint8Array): Uint8Array {
  let applied = new Uint8Array()
  const hear = (update: Uint8Array): void => {
    applied = new Uint8Array(update)
  }
  doc.once('update', hear)
  Y.applyUpdate(doc, sent)
  return applied
}

function paragraph(doc: Y.Doc): Y.XmlText {
  const element = doc.getXmlFragment('tree').get(0)
  const text = element instanceof Y.XmlElement ? element.get(0) : undefined
  if (!(text instanceof Y.XmlText)) throw new Error('no paragraph')
  return text
}

/** A server and two people who have the same paragraph before them. */
function atTheTable() {
  const [server, ana, ben] = [new Y.Doc(), new Y.Doc(), new Y.Doc()]
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText('Un comité')])
  server.getXmlFragment('tree').insert(0, [element])
  for (const doc of [ana, ben]) Y.applyUpdate(doc, Y.encodeStateAsUpdate(server))
  return { server, ana, ben }
}

const since = (doc: Y.Doc, change: () => void): Uint8Array => {
  let sent = new Uint8Array()
  doc.once('update', (update: Uint8Array) => {
    sent = new Uint8Array(update)
  })
  change()
  return sent
}

test('letters that fell with their paragraph are not named; the document is the same for whoever reads it anew', () => {
  const { server, ana, ben } = atTheTable()
  const typed = since(ben, () => paragraph(ben).insert(9, ' ouvert'))
  const log = [Y.encodeStateAsUpdate(server), apply(server, typed)]
  const cut = since(ana, () => ana.getXmlFragment('tree').delete(0, 1))
  const sent = readUpdate(cut, bounds)
  const applied = apply(server, cut)
  const told = withNamedDeletions(applied, sent, bounds)
  const isNamed = (update: Uint8Array, id: Y.ID): boolean => Y.isDeleted(Y.decodeUpdate(update).ds, id)
  const bens = Y.createID(ben.clientID, 0)
  expect([isNamed(applied, bens), isNamed(told, bens)]).toEqual([true, false])
  expect(readUpdate(told, bounds).deletes).toEqual(sent.deletes)
  // In the order of the log, the other way round, and in one piece.
  log.push(told)
  for (const updates of [log, [...log].reverse(), [Y.mergeUpdates(log)]]) {
    const fresh = new Y.Doc()
    for (const update of updates) Y.applyUpdate(fresh, update)
    expect(Y.encodeStateAsUpdate(fresh)).toEqual(Y.encodeStateAsUpdate(server))
  }
})

test('where everything was asked for, the bytes are left alone; also where strings were joined beyond the bounds', () => {
  const { server, ana } = atTheTable()
  const cut = since(ana, () =>
    ana.transact(() => {
      paragraph(ana).delete(0, 3)
      for (let n = 0; n < 3; n++) paragraph(ana).insert(0, 'trente lettres environ, ou plus')
    }),
  )
  const applied = apply(server, cut)
  expect(withNamedDeletions(applied, readUpdate(cut, { ...bounds, stringBytes: 500 }), bounds)).toBe(applied)
})

test('ranges that overlap name nothing twice', () => {
  const { server, ana } = atTheTable()
  const cut = since(ana, () => paragraph(ana).delete(0, 9))
  const applied = apply(server, cut)
  const [range] = readUpdate(cut, bounds).deletes
  if (!range) throw new Error('nothing was deleted')
  const halves = [
    { ...range, length: 4 },
    { ...range, clock: range.clock + 2, length: 4 },
  ]
  const told = withNamedDeletions(applied, { clients: [], deletes: halves, deletesAt: 0 }, bounds)
  expect(readUpdate(told, bounds).deletes.reduce((sum, { length }) => sum + length, 0)).toBe(6)
})
