// Documents whose log holds what no gate lets in: they open, later words are there, others can write.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openStore, type Store } from '#server/adapters/sql/openStore.ts'
import { Documents } from '#server/live/documents.ts'
import { defaultLimits } from '#server/live/limits.ts'
import { documentSchemas } from '#server/live/schemas.ts'
import type { DocumentLog } from '#server/ports/documentLog.ts'
import { StoreFailure } from '#server/ports/storeFailure.ts'
import { closeCode } from '#shared/contract/closeCode.ts'
import {
  firstPageId,
  noteRecord,
  noteText,
  putRecord,
  recordsOf,
  seedBoard,
} from '#shared/whiteboard/boardModel.ts'
import { addNote } from '#shared/whiteboard/commands.ts'
import { readBoard } from '#shared/whiteboard/listView.ts'

let folder: string
let store: Store
let warnings: string[]
const opened: Documents[] = []
const name = 'whiteboard/room1'

const open = (log: DocumentLog = store.documentLog): Documents => {
  const documents = new Documents({
    log,
    limits: defaultLimits,
    count: { updateIn() {}, updateOut() {}, refused() {}, kept() {} },
    fatal: (error) => {
      throw error
    },
    warn: (_context, message) => void warnings.push(message),
    schemas: documentSchemas,
  })
  opened.push(documents)
  return documents
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'poison-'))
  store = await openStore({ dataDir: folder })
  warnings = []
  await store.documentLog.create(name)
})
afterEach(async () => {
  for (const documents of opened.splice(0)) await documents.close(closeCode.shuttingDown, 'end')
  await store.close()
  rmSync(folder, { recursive: true })
})

const nested = (levels: number): object => {
  let value: object = {}
  for (let at = 1; at < levels; at++) value = { a: value }
  return value
}

/** A person whose changes go straight into the log, one row each: what an earlier version of the rules let in. */
function writer(): { doc: Y.Doc; log: (change: (doc: Y.Doc) => void) => Promise<number> } {
  const doc = new Y.Doc()
  return {
    doc,
    async log(change) {
      const written = new Promise<Uint8Array>((resolve) => doc.once('update', resolve))
      doc.transact(() => change(doc))
      return store.documentLog.append(name, [{ author: 'eve', update: await written }])
    },
  }
}

const notes = (doc: Y.Doc): string[] =>
  [...readBoard(doc).items.values()].map((item) => (item.kind === 'note' ? item.words : item.kind)).sort()
const place = { x: 0, y: 0, index: 'a1' }

test('a value 5,000 levels deep in the middle of the log: the board opens, later words are there, others write', async () => {
  const eve = writer()
  await eve.log((doc) => {
    seedBoard(doc)
    addNote(doc, { text: 'Avant' })
  })
  await eve.log((doc) => {
    const deep = { ...noteRecord('shape:deep', place), meta: nested(5_000) }
    recordsOf(doc).set('shape:deep', new Y.Map(Object.entries(deep)))
  })
  // One needs the poisoned row's clocks, the other is inside the poisoned record itself.
  await eve.log((doc) => addNote(doc, { text: 'Après' }))
  await eve.log((doc) => recordsOf(doc).get('shape:deep')?.set('props.author', 'Ève'))

  const documents = open()
  expect(await documents.read(name, notes)).toEqual(['Après', 'Avant'])
  expect(warnings).toEqual(['values too deep to be served'])
  await documents.edit(name, (doc) => addNote(doc, { text: 'De quelqu’un d’autre' }))
  const document = await documents.open(name)
  // A reader that was too slow gets rows of the log, merged.
  const missed = await document?.since(0)
  const late = new Y.Doc()
  Y.applyUpdate(late, missed?.update ?? new Uint8Array())
  expect(notes(late)).toEqual(['Après', 'Avant', 'De quelqu’un d’autre'])
  await document?.snapshot(1)

  // Opened from its snapshot it is the same; the log still has every row as it came.
  warnings = []
  const again = open()
  expect(await again.read(name, notes)).toEqual(['Après', 'Avant', 'De quelqu’un d’autre'])
  expect(warnings).toEqual([])
  const rows: number[] = []
  for await (const row of store.documentLog.history(name)) rows.push(row.update.length)
  expect(rows[1]).toBeGreaterThan(5_000)
  expect(rows).toHaveLength(5)
})

test('a snapshot that holds such a value is passed over: the whole log is read', async () => {
  const eve = writer()
  await eve.log(seedBoard)
  const seq = await eve.log((doc) => {
    addNote(doc, { text: 'Avant' })
    recordsOf(doc).set('shape:deep', new Y.Map<unknown>([['meta', nested(5_000)]]))
  })
  await store.documentLog.saveSnapshot(name, { seq, state: Y.encodeStateAsUpdateV2(eve.doc) })
  await eve.log((doc) => addNote(doc, { text: 'Après' }))
  expect(await open().read(name, notes)).toEqual(['Après', 'Avant'])
  expect(warnings).toEqual(['snapshot not readable, the whole log was read', 'values too deep to be served'])
})

test.each([
  ['the document’s own record', (doc: Y.Doc) => void recordsOf(doc).delete('document:document')],
  ['the last page', (doc: Y.Doc) => void recordsOf(doc).delete(firstPageId)],
  [
    'both, where poison stands in their place',
    (doc: Y.Doc) => {
      recordsOf(doc).set('document:document', new Y.Map<unknown>([['id', 'document:document']]))
      recordsOf(doc).set(firstPageId, 'nothing' as never) // poison has any type
    },
  ],
])('%s is put back by the server, once, as its own row', async (_what, spoil) => {
  const eve = writer()
  await eve.log((doc) => {
    seedBoard(doc)
    addNote(doc, { text: 'Toujours là' })
  })

  await eve.log((doc) => {
    spoil(doc)
    putRecord(doc, noteRecord('shape:n', place))
  })
  const documents = open()
  expect(await documents.read(name, notes)).toEqual(['', 'Toujours là'])
  const drawn = await documents.read(name, (doc) =>
    ['document:document', firstPageId].map((id) => recordsOf(doc).get(id)?.get('typeName')),
  )
  expect(drawn).toEqual(['document', 'page'])
  expect(warnings).toEqual(['put back what the document cannot do without'])
  const rows: string[] = []
  for await (const row of store.documentLog.history(name)) rows.push(row.author)
  expect(rows).toEqual(['eve', 'eve', 'server'])
  // Somebody else goes on, and the next opening finds nothing to do.
  await documents.edit(name, (doc) => noteText(doc, 'shape:n')?.insert(0, 'Et ceci'))
  warnings = []
  expect(await open().read(name, notes)).toEqual(['Et ceci', 'Toujours là'])
  expect(warnings).toEqual([])
})

test('a new room’s empty board gets its page without a warning', async () => {
  const documents = open()
  await documents.edit(name, (doc) => addNote(doc, { text: 'La première' }))
  expect(await documents.read(name, notes)).toEqual(['La première'])
  expect(warnings).toEqual([])
})

test('with a full disk a board that lacks its page is read all the same', async () => {
  const eve = writer()
  await eve.log((doc) => addNote(doc, { text: 'Lisible' }))
  const full = new Proxy(store.documentLog, {
    get: (log, key) =>
      key === 'append'
        ? () => Promise.reject(new StoreFailure('full', 'no space'))
        : (Reflect.get(log, key) as () => unknown).bind(log),
  })
  const words = await open(full).read(name, (doc) =>
    [...recordsOf(doc).keys()].map((id) => noteText(doc, id)?.toString()),
  )
  expect(words).toEqual(['Lisible'])
  expect(warnings).toContain('what the document cannot do without was not put back')
})
