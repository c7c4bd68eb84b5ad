// Acts on whole drafts, on two real documents, judged by the gate.
import { expect, test } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import {
  bringBackDrafts,
  draftsFromNotes,
  hideDrafts,
  insertDrafts,
  newDraft,
} from '#client/features/draft/draftActs.ts'
import type { LiveDocument, LiveRoom } from '#client/live/liveRoom.ts'
import { draftsOf, readDraft, readDrafts } from '#shared/draft/draftModel.ts'
import { checkTouchedDrafts } from '#shared/draft/draftRules.ts'
import { importDrafts } from '#shared/draft/importDrafts.ts'
import { noteRecord, noteText, putRecord, recordsOf, seedBoard } from '#shared/whiteboard/boardModel.ts'

function roomWith(notes: readonly string[]) {
  const board = new Y.Doc()
  seedBoard(board)
  for (const [at, words] of notes.entries()) {
    putRecord(board, noteRecord(`shape:n${at}`, { x: 0, y: 0, index: `a${at}` }))
    noteText(board, `shape:n${at}`)?.insert(0, words)
  }
  const doc = new Y.Doc()
  const faults: unknown[] = []
  draftsOf(doc)
  doc.on('afterTransaction', (transaction: Y.Transaction) => faults.push(checkTouchedDrafts(transaction)))
  const live = (of: Y.Doc, name: string) =>
    ({
      name,
      doc: of,
      access: 'write',
      groupId: 'grp',
      awareness: new Awareness(of),
    }) as unknown as LiveDocument // what these acts use of it
  const drafts = live(doc, 'drafts/s')
  const room = {
    join: {
      room: {
        id: 'room',
        entities: [
          { code: 'BE', name: 'Belgique' },
          { code: 'FR', name: 'France' },
        ],
      },
    },
    whiteboard: live(board, 'whiteboard/room'),
    drafts: [drafts],
    draftsOf: (spaceId: string) => (spaceId === 's' ? drafts : undefined),
  } as unknown as LiveRoom // likewise
  return { room, board, doc, drafts, faults }
}

test('a draft begins with a title alone, takes the next code, and holds every country’s passage', () => {
  const { room, doc, faults } = roomWith([])
  const first = newDraft(room, 's', '  Un comité\n à Nantes ')
  const second = newDraft(room, 's', 'Un forum')
  expect(readDraft(first, draftsOf(doc).get(first))).toMatchObject({
    title: 'Un comité à Nantes',
    code: 'R1',
    countryPassages: { BE: '', FR: '' },
  })
  expect(readDrafts(doc).map(({ id, code }) => [id, code])).toEqual([
    [first, 'R1'],
    [second, 'R2'],
  ])
  expect(faults.filter(Boolean)).toEqual([])
})

test('notes become one draft, and both sides keep the link', () => {
  const { room, board, doc, faults } = roomWith([
    'Commencer ici',
    'Sans attendre l’aval\nni la clé',
    'Apprendre',
  ])
  const id = draftsFromNotes(room, ['shape:n0', 'shape:n1', 'shape:n2'], {
    spaceId: 's',
    mayMark: () => true,
  })
  const draft = readDraft(id, draftsOf(doc).get(id))
  expect(draft?.title).toBe('Commencer ici')
  expect(draft?.sections.proposition.map(({ type, runs }) => [type, runs[0]?.text])).toEqual([
    ['bullet', 'Sans attendre l’aval'],
    ['bullet', 'ni la clé'],
    ['bullet', 'Apprendre'],
  ])
  expect(draft?.sources).toEqual({
    'room:shape:n0': 'Commencer ici',
    'room:shape:n1': 'Sans attendre l’aval\nni la clé',
    'room:shape:n2': 'Apprendre',
  })
  expect(recordsOf(board).get('shape:n1')?.get('props.draftRefs')).toEqual([`s/${id}`])
  const again = draftsFromNotes(room, ['shape:n1'], { spaceId: 's', mayMark: () => true })
  expect(recordsOf(board).get('shape:n1')?.get('props.draftRefs')).toEqual([`s/${id}`, `s/${again}`])
  expect(faults.filter(Boolean)).toEqual([])
})

test('a note longer than a title gives its beginning, and all its words to the proposal', () => {
  const long = 'Commencer ici et maintenant '.repeat(8).trim()
  const { room, doc } = roomWith([long])
  const id = draftsFromNotes(room, ['shape:n0'], { spaceId: 's', mayMark: () => true })
  const draft = readDraft(id, draftsOf(doc).get(id))
  expect(draft?.title.length).toBeLessThanOrEqual(110)
  expect(draft?.sections.proposition[0]?.runs[0]?.text).toBe(long)
})

test('a pasted list is inserted at once in its order, hidden at once, and comes back with its words', () => {
  const { room, doc, drafts, faults } = roomWith([])
  newDraft(room, 's', 'Déjà là')
  const ids = insertDrafts(
    room,
    's',
    importDrafts('# R7 : Un comité\nHuit places.\n## Nuances\nPas d’accord.\n# Un forum'),
  )
  expect(readDrafts(doc).map(({ title, code }) => [title, code])).toEqual([
    ['Déjà là', 'R1'],
    ['Un comité', 'R7'],
    ['Un forum', 'R8'],
  ])
  hideDrafts(drafts, ids, 1_586_880_000_000)
  expect(readDrafts(doc)).toHaveLength(1)
  bringBackDrafts(drafts, ids)
  expect(readDrafts(doc).map(({ title }) => title)).toEqual(['Déjà là', 'Un comité', 'Un forum'])
  expect(faults.filter(Boolean)).toEqual([])
})
