// Versions out of a log: pauses, handovers, people who write together; and whose words are whose after they were moved.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { draftAuthorship } from '#server/features/history/draftAuthorship.ts'
import { DraftReplay } from '#server/features/history/draftReplay.ts'
import type { LogRow } from '#server/ports/documentLog.ts'
import { createDraft, type DraftMap, draftsOf, paragraph } from '#shared/draft/draftModel.ts'

/** People with documents of their own, whose updates become rows with the times given. */
function workshop() {
  const rows: LogRow[] = []
  const docs = new Map<string, Y.Doc>()
  const clients = new Map<number, string>()
  const docOf = (author: string): Y.Doc => {
    const doc = docs.get(author) ?? new Y.Doc()
    if (!docs.has(author)) for (const row of rows) Y.applyUpdate(doc, row.update)
    docs.set(author, doc)
    clients.set(doc.clientID, author)
    return doc
  }
  const write = (author: string, second: number, change: (doc: Y.Doc) => void): void => {
    const doc = docOf(author)
    const before = Y.encodeStateVector(doc)
    doc.transact(() => change(doc))
    const update = Y.encodeStateAsUpdate(doc, before)
    rows.push({ seq: rows.length + 1, at: second * 1000, author, update })
    for (const other of docs.values()) if (other !== doc) Y.applyUpdate(other, update)
  }
  const log = {
    async *history(_name: string, from = 1): AsyncIterable<LogRow> {
      yield* rows.filter(({ seq }) => seq >= from)
    },
  }
  return { write, log, clients }
}

const draft = (doc: Y.Doc, id = 'd1') => draftsOf(doc).get(id) as DraftMap
const section = (doc: Y.Doc, id = 'd1') => draft(doc, id).get('proposition') as Y.XmlFragment
const words = (doc: Y.Doc, at = 0) => (section(doc).get(at) as Y.XmlElement).get(0) as Y.XmlText
const seed = (doc: Y.Doc): void => {
  createDraft(doc, { id: 'd1', title: 'Un comité', proposition: ['Le comité reste ouvert.'] })
  createDraft(doc, { id: 'd2', title: 'Un forum' })
}

test('a version ends with a pause, a handover or after ten minutes; people who write together share one', async () => {
  const { write, log } = workshop()
  write('server', 0, seed)
  write('ines', 300, (doc) => words(doc).insert(0, 'A'))
  write('odile', 305, (doc) => words(doc).insert(0, 'B'))
  write('ines', 310, (doc) => words(doc).insert(0, 'C'))
  write('ines', 311, (doc) => void draft(doc, 'd2').set('status', 'ready'))
  write('yann', 340, (doc) => (draft(doc).get('title') as Y.Text).insert(0, 'D'))
  write('yann', 600, (doc) => words(doc).insert(0, 'E'))
  const replay = new DraftReplay()
  await replay.catchUp(log, 'drafts/s')
  const told = replay
    .versionsOf('d1')
    .map(({ seq, from, to, authors, parts }) => [
      seq,
      from / 1000,
      to / 1000,
      authors.join('+'),
      parts.join('+'),
    ])
  expect(told).toEqual([
    [1, 0, 0, 'server', 'draft'],
    [4, 300, 310, 'ines+odile', 'proposition'],
    [6, 340, 340, 'yann', 'title'],
    [7, 600, 600, 'yann', 'proposition'],
  ])
  expect(replay.versionsOf('d2').map(({ seq, parts }) => [seq, parts])).toEqual([
    [1, ['draft']],
    [5, ['status']],
  ])
  expect(replay.versionsOf('nobody')).toEqual([])
})

test('it goes on where it stopped', async () => {
  const { write, log } = workshop()
  write('server', 0, seed)
  const replay = new DraftReplay()
  await replay.catchUp(log, 'drafts/s')
  write('ines', 300, (doc) => words(doc).insert(0, 'A'))
  await replay.catchUp(log, 'drafts/s')
  expect(replay.seq).toBe(2)
  expect(replay.versionsOf('d1')).toHaveLength(2)
})

test('each letter has its author, also after somebody else has split the paragraph or made a list of it', async () => {
  const { write, log, clients } = workshop()
  write('server', 0, seed)
  write('odile', 10, (doc) => words(doc).insert(23, ' Il se réunit le mardi.'))
  write('ines', 20, (doc) => words(doc).insert(30, ' souvent'))
  // As an editor does it: the tail is deleted here and written anew there.
  write('yann', 30, (doc) => {
    const tail = words(doc).toString().slice(23)
    words(doc).delete(23, tail.length)
    section(doc).insert(1, [paragraph(tail)])
  })
  write('karim', 40, (doc) => {
    const tail = words(doc, 1).toString()
    section(doc).delete(1, 1)
    const list = new Y.XmlElement('bulletList')
    const item = new Y.XmlElement('listItem')
    item.insert(0, [paragraph(tail)])
    list.insert(0, [item])
    section(doc).insert(1, [list])
  })
  write('karim', 50, (doc) => words(doc).insert(0, 'Oui : '))
  const replay = new DraftReplay()
  await replay.catchUp(log, 'drafts/s')
  const authorOf = (client: number) => {
    const id = clients.get(client) ?? '?'
    return id === 'server' ? { participantId: null, name: null } : { participantId: id, name: id }
  }
  const told = draftAuthorship('d1', draft(replay.doc), replay.authors, authorOf)
  expect(told?.sections.proposition.map((runs) => runs.map(({ name, text }) => [name, text]))).toEqual([
    [
      ['karim', 'Oui : '],
      [null, 'Le comité reste ouvert.'],
    ],
    [
      ['odile', ' Il se '],
      ['ines', ' souvent'],
      ['odile', 'réunit le mardi.'],
    ],
  ])
})
