// Ordering, duplicating, deleting drafts: on two documents that exchange their changes.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { deleteDraft, duplicateDraft, moveDraft, restoreDraft } from '#client/features/list/draftActs.ts'
import { draftLinesOf } from '#client/features/list/draftLines.ts'
import { createDraft, draftsOf, readDraft } from '#shared/draft/draftModel.ts'

function space(): { doc: Y.Doc; ids: string[]; titles: () => string[] } {
  const doc = new Y.Doc()
  const ids = ['Un', 'Deux', 'Trois'].map((title) => createDraft(doc, { title }))
  return {
    doc,
    ids,
    titles: () =>
      draftLinesOf(doc, 's')
        .current()
        .standing.map(({ title }) => title),
  }
}

test('a draft moves among its neighbours and stops at the ends', () => {
  const { doc, ids, titles } = space()
  expect(moveDraft(doc, ids[2] ?? '', 'earlier')).toBe(true)
  expect(titles()).toEqual(['Un', 'Trois', 'Deux'])
  expect(moveDraft(doc, ids[0] ?? '', 'earlier')).toBe(false)
  expect(moveDraft(doc, ids[1] ?? '', 'later')).toBe(false)
  expect(moveDraft(doc, 'unknown', 'later')).toBe(false)
})

test('equal keys, as two people adding at once make them, do not stop a move', () => {
  const { doc, ids, titles } = space()
  for (const draft of draftsOf(doc).values()) draft.set('order', 'a0')
  const before = titles()
  expect(moveDraft(doc, draftLinesOf(doc, 's').current().standing[0]?.id ?? '', 'later')).toBe(true)
  expect(titles()).toEqual([before[1], before[0], before[2]])
  expect(ids).toHaveLength(3)
})

test('a duplicate holds all content and stands right after the first', () => {
  const doc = new Y.Doc()
  const id = createDraft(doc, {
    title: 'Un comité',
    fields: { code: 'R4' },
    summary: 'local',
    proposition: ['Premier.', 'Second.'],
    nuances: [{ type: 'minority', text: 'Pas convaincus', groupId: 'g' }],
    jurisdictions: ['fr'],
  })
  createDraft(doc, { title: 'Autre' })
  const copyId = duplicateDraft(doc, id) ?? ''
  const original = readDraft(id, draftsOf(doc).get(id))
  const copy = readDraft(copyId, draftsOf(doc).get(copyId))
  expect(copy).toEqual({ ...original, id: copyId, code: 'R5', order: copy?.order })
  expect(
    draftLinesOf(doc, 's')
      .current()
      .standing.map((line) => line.id),
  ).toEqual([id, copyId, expect.any(String)])
  expect(duplicateDraft(doc, 'unknown')).toBeUndefined()
})

test('deleting hides, restoring shows again, words untouched meanwhile by others are there', () => {
  const { doc, ids, titles } = space()
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  deleteDraft(doc, ids[1] ?? '', 1_000)
  expect(titles()).toEqual(['Un', 'Trois'])
  const title = draftsOf(other)
    .get(ids[1] ?? '')
    ?.get('title') as Y.Text // made by createDraft
  title.insert(4, ' bis')
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  expect(
    draftLinesOf(doc, 's')
      .current()
      .deleted.map((line) => line.title),
  ).toEqual(['Deux bis'])
  restoreDraft(doc, ids[1] ?? '')
  expect(titles()).toEqual(['Un', 'Deux bis', 'Trois'])
})

test('a reading tells of changes, keeps untouched lines, and survives a poisoned draft', async () => {
  const { doc, ids } = space()
  const reading = draftLinesOf(doc, 's')
  const first = reading.current()
  const title = draftsOf(doc)
    .get(ids[0] ?? '')
    ?.get('title') as Y.Text // made by createDraft
  let told = 0
  const letters = new Promise<void>((resolve) => {
    reading.subscribe(() => {
      told++
      resolve()
    })
  })
  title.insert(0, 'Numéro ')
  title.insert(0, 'Le ')
  expect(told).toBe(0) // letters are gathered
  await letters
  expect(reading.current().standing[0]?.title).toBe('Le Numéro Un')
  expect(reading.current().standing[1]).toBe(first.standing[1])
  deleteDraft(doc, ids[2] ?? '', 1_000)
  expect(told).toBe(2) // acts are not
  draftsOf(doc).set('poisoned', new Y.Map([['title', 7]]))
  expect(reading.current().standing).toHaveLength(2)
})

test('after the last reader left, changes are read when somebody comes again', () => {
  const { doc, ids } = space()
  const reading = draftLinesOf(doc, 's')
  expect(reading.current().standing).toHaveLength(3)
  const stop = reading.subscribe(() => undefined)
  stop()
  deleteDraft(doc, ids[0] ?? '', 1_000)
  expect(reading.current().standing).toHaveLength(2)
  const stopAgain = reading.subscribe(() => undefined)
  expect(reading.current().standing).toHaveLength(2)
  stopAgain()
})
