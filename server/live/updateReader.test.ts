import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { MalformedUpdate, readUpdate, type UpdateBounds } from '#server/live/updateReader.ts'
import { createDraft } from '#shared/draft/draftModel.ts'
import { noteRecord, putRecord } from '#shared/whiteboard/boardModel.ts'

const bounds: UpdateBounds = {
  structs: 20_000,
  stringBytes: 256 * 1024,
  depth: 64,
  roots: new Set(['drafts', 'records']),
}

const reads = (bytes: Uint8Array): boolean => {
  try {
    readUpdate(bytes, bounds)
    return true
  } catch (error) {
    if (error instanceof MalformedUpdate) return false
    throw error
  }
}

/** A document with every kind of content that the product writes, and some that only other clients write. */
function honest(): Y.Doc {
  const doc = new Y.Doc()
  createDraft(doc, {
    title: 'Un comité à Nantes 🙂',
    constat: ['Un.', 'Deux.'],
    nuances: [{ type: 'minority', text: 'non', groupId: null }],
  })
  putRecord(doc, noteRecord('shape:a', { x: 1.5, y: -2, index: 'a1' }))
  const drafts = doc.getMap<Y.Map<unknown>>('drafts')
  const text = [...drafts.values()][0]?.get('title') as Y.Text
  text.format(0, 4, { bold: true, link: { href: 'https://example.org' } })
  text.delete(2, 3)
  doc
    .getMap('records')
    .set('values', [
      null,
      undefined,
      true,
      false,
      -7,
      2 ** 40,
      0.1,
      1e300,
      10n,
      'x',
      { a: [1, { b: 2 }] },
      new Uint8Array([1, 2]),
    ])
  doc.getMap('records').delete('values')
  return doc
}

test('reads what Yjs writes, and finds the same structs in it', () => {
  const doc = honest()
  const update = Y.encodeStateAsUpdate(doc)
  const { structs, ds } = Y.decodeUpdate(update)
  const read = readUpdate(update, bounds)
  expect(read.clients.flatMap((c) => c.structs.map((s) => [c.client, s.clock, s.length]))).toEqual(
    structs.map((s) => [s.id.client, s.id.clock, s.length]),
  )
  expect(read.deletes.map((d) => [d.client, d.clock, d.length])).toEqual(
    [...ds.clients].flatMap(([client, items]) => items.map((i) => [client, i.clock, i.len])),
  )
})

test('reads what random editing writes, merged or not', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.nat(2),
          fc.nat(30),
          fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
          fc.boolean(),
        ),
        { maxLength: 40 },
      ),
      (edits) => {
        const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()]
        const updates: Uint8Array[] = []
        for (const doc of docs) doc.on('update', (u: Uint8Array) => updates.push(u))
        for (const [who, at, words, cut] of edits) {
          const text = docs[who]?.getText('drafts')
          if (!text) continue
          if (cut && text.length > 0) text.delete(at % text.length, 1)
          else text.insert(Math.min(at, text.length), words)
        }
        return updates.every(reads) && (updates.length === 0 || reads(Y.mergeUpdates(updates)))
      },
    ),
  )
})

test.each([
  ['a collected struct of length 0', [1, 1, 1, 0, 0, 0, 0]],
  ['a deleted item of length 0', [1, 1, 1, 0, 1, 1, 7, 114, 101, 99, 111, 114, 100, 115, 0, 0]],
  ['an empty string item', [1, 1, 1, 0, 4, 1, 7, 114, 101, 99, 111, 114, 100, 115, 0, 0]],
  ['a gap', [1, 1, 1, 0, 10, 5, 0]],
  ['an unknown root', [1, 1, 1, 0, 4, 1, 1, 120, 1, 97, 0]],
  ['a subdocument', [1, 1, 1, 0, 9, 1, 7, 114, 101, 99, 111, 114, 100, 115, 1, 97, 126, 0]],
  ['an unknown type', [1, 1, 1, 0, 7, 1, 7, 114, 101, 99, 111, 114, 100, 115, 9, 0]],
  ['a delete range of length 0', [0, 1, 1, 1, 0, 0]],
  ['bytes left over', [0, 0, 0]],
  ['more clients than bytes', [255, 255, 255, 15, 0]],
  ['an endless integer', [255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1]],
  ['nothing', []],
])('refuses %s', (_, bytes) => {
  expect(reads(Uint8Array.from(bytes))).toBe(false)
})

test('refuses every truncation of an honest update', () => {
  const update = Y.encodeStateAsUpdate(honest())
  for (let end = 0; end < update.length; end++)
    expect(reads(update.subarray(0, end)), `cut at ${end}`).toBe(false)
})

test('a mutated update that it reads is one that Yjs can apply, encode and load again', () => {
  const update = Y.encodeStateAsUpdate(honest())
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(update.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
      (mutations) => {
        const mutated = update.slice()
        for (const [at, value] of mutations) mutated[at] = value
        if (!reads(mutated)) return
        const doc = new Y.Doc()
        try {
          Y.applyUpdate(doc, mutated)
        } catch {
          return // refused as well, by the document's own dry run
        }
        if (doc.store.pendingStructs || doc.store.pendingDs) return // refused for missing dependencies
        Y.applyUpdate(new Y.Doc(), Y.encodeStateAsUpdate(doc))
      },
    ),
    { numRuns: 3000 },
  )
})

test('nesting is bounded in values and in types', () => {
  const deep = new Y.Doc()
  let map = deep.getMap<unknown>('records')
  for (let i = 0; i < 100; i++) {
    const inner = new Y.Map<unknown>()
    map.set('a', inner)
    map = inner
  }
  expect(reads(Y.encodeStateAsUpdate(deep))).toBe(false)
  const value = new Y.Doc()
  let nested: unknown = 1
  for (let i = 0; i < 100; i++) nested = [nested]
  value.getMap('records').set('a', nested)
  expect(reads(Y.encodeStateAsUpdate(value))).toBe(false)
})
