import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { DraftReplay } from '#server/features/history/draftReplay.ts'
import { lookAtMoments } from '#server/features/minutes/documentMoments.ts'
import { draftsTouched, openQuestions } from '#server/features/minutes/draftsTouched.ts'
import { isAboutLearning, notesMade } from '#server/features/minutes/notesMade.ts'
import { presentIn } from '#server/features/minutes/presentIn.ts'
import type { LogRow } from '#server/ports/documentLog.ts'
import { createDraft, draftsOf, readDrafts } from '#shared/draft/draftModel.ts'
import { writeMinutes } from '#shared/minutes/writeMinutes.ts'
import { seedBoard } from '#shared/whiteboard/boardModel.ts'
import { addFrame, addNote } from '#shared/whiteboard/commands.ts'
import { readBoard } from '#shared/whiteboard/listView.ts'

const all = (doc: Y.Doc) => [...readDrafts(doc), ...readDrafts(doc, { deleted: true })]

/** A log that keeps what is done to a document, at the hour that the test says. */
function logged(doc: Y.Doc) {
  const rows: LogRow[] = []
  const clock = { at: 0 }
  doc.on('update', (update: Uint8Array) =>
    rows.push({ seq: rows.length + 1, at: clock.at, author: 'p', update }),
  )
  const log = {
    async *history(_name: string, from = 1) {
      yield* rows.filter(({ seq }) => seq >= from)
    },
  }
  return { clock, log }
}

test('texts are new, worked on or taken off; a sentence that only moved is not', () => {
  const doc = new Y.Doc()
  for (const [id, words] of Object.entries({ same: 'a b', moved: 'un deux. trois.', more: 'a', gone: 'x' }))
    createDraft(doc, { id, title: id, constat: [words] })
  const before = all(doc)
  const change = (id: string, words: string): void => {
    const text = ((draftsOf(doc).get(id)?.get('constat') as Y.XmlFragment).get(0) as Y.XmlElement).get(
      0,
    ) as Y.XmlText
    text.delete(0, text.length)
    text.insert(0, words)
  }
  change('moved', 'trois. un deux.')
  change('more', 'a b c')
  draftsOf(doc).get('gone')?.set('deletedAt', 5)
  createDraft(doc, { id: 'new', title: 'neuf', questions: ['Qui ?'] })
  createDraft(doc, { id: 'never', title: 'ni vu', fields: { deletedAt: 5 } })
  const touched = draftsTouched(before, all(doc)).map(({ id, change: how, added, removed }) => [
    id,
    how,
    added,
    removed,
  ])
  expect(touched).toEqual([
    ['more', 'changed', 2, 0],
    ['new', 'new', 1, 0],
    ['gone', 'removed', 0, 0],
  ])
  expect(openQuestions(before, all(doc), new Set(['new']))).toEqual(['Qui ?'])
})

test('notes of this session only, frame by frame, frames of one name together', () => {
  const doc = new Y.Doc()
  seedBoard(doc)
  const [first, second] = [addFrame(doc, { name: 'Freins' }), addFrame(doc, { name: 'Freins' })]
  addNote(doc, { text: 'ancienne', frameId: first, author: 'Ana' })
  const before = readBoard(doc)
  addNote(doc, { text: 'neuve', frameId: first, author: 'Ana' })
  addNote(doc, { text: 'autre', frameId: second, author: 'Ana' })
  addNote(doc, { text: 'seule', author: 'Ana' })
  const made = notesMade(before, readBoard(doc))
  expect(made.map(({ title, notes }) => [title, notes])).toEqual([
    ['Freins', ['neuve', 'autre']],
    ['', ['seule']],
  ])
  expect(JSON.stringify(made)).not.toContain('Ana')
})

test('what was learnt is told by the frame’s name or by the step that it belongs to', () => {
  const frame = (title: string, frameId = 'f') => ({ frameId, title, notes: [] })
  expect(isAboutLearning(frame('Ce que nous avons appris'), [])).toBe(true)
  expect(isAboutLearning(frame('Wat we leerden'), [])).toBe(true)
  expect(isAboutLearning(frame('Récolte'), [{ title: 'What we have learned', frameId: 'f' }])).toBe(true)
  expect(isAboutLearning(frame('Récolte'), [{ title: 'What we have learned', frameId: 'g' }])).toBe(false)
  expect(isAboutLearning(frame('Freins'), [])).toBe(false)
})

test('a document is looked at as it stood at each moment', async () => {
  const doc = new Y.Doc()
  const { clock, log } = logged(doc)
  for (const at of [1, 2, 3]) {
    clock.at = at
    createDraft(doc, { title: `t${at}` })
  }
  const titles = await lookAtMoments(log, 'x', {
    moments: [1, 3, 9],
    look: (one) => readDrafts(one).map(({ title }) => title),
  })
  expect(titles).toEqual([[], ['t1', 't2'], ['t1', 't2', 't3']])
})

test('the history of drafts takes minutes for none, also when the log begins with them', async () => {
  const doc = new Y.Doc()
  const { log } = logged(doc)
  const blocks = [{ key: 'a', type: 'paragraph' as const, text: 'mots' }]
  writeMinutes(doc, {
    sessionId: 's1',
    title: 't',
    blocks,
    writtenAt: 1,
    closedAt: null,
    language: 'fr',
    day: '2020-01-23',
  })
  createDraft(doc, { id: 'd1', title: 'un' })
  const replay = new DraftReplay()
  await replay.catchUp(log, 'x')
  expect(replay.versionsOf('s1')).toEqual([])
  expect(replay.versionsOf('d1')).toHaveLength(1)
})

test('people are counted, not devices; observers are nobody', async () => {
  const person = {
    participantId: 'p',
    seats: [{ id: 's', name: 'A' }],
    presence: 'remote',
    side: 'remote',
    role: 'participant',
    groupId: null,
    headcount: 1,
    ink: 'loire',
  } as const
  const presence = {
    people: () => [
      { ...person, side: 'room' as const, headcount: 4 },
      person,
      { ...person, role: 'observer' as const },
    ],
  }
  const none = { sessionRecords: { lines: async () => new Map() } }
  expect(await presentIn({ store: none, presence }, 'r', 's')).toEqual({ room: 4, remote: 1 })
  const line = {
    id: 'l',
    name: 'A',
    side: 'room',
    headcount: 2,
    source: 'noticed',
    personId: null,
    groupId: null,
  } as const
  const some = {
    sessionRecords: {
      lines: async () => new Map([['s', [line, { ...line, side: 'remote' as const, headcount: 1 }]]]),
    },
  }
  expect(await presentIn({ store: some, presence }, 'r', 's')).toEqual({ room: 2, remote: 1 })
})
