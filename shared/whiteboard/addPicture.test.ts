import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNotes, mostNotesAtOnce, noteLines } from '#shared/whiteboard/addNotes.ts'
import { addPicture, besidePicture, type NewPicture } from '#shared/whiteboard/addPicture.ts'
import { seedBoard } from '#shared/whiteboard/boardModel.ts'
import { act, boardUndo, ownAct } from '#shared/whiteboard/boardUndo.ts'
import { addFrame, addNote } from '#shared/whiteboard/commands.ts'
import { readBoard } from '#shared/whiteboard/listView.ts'
import { overlaps } from '#shared/whiteboard/pageGeometry.ts'
import { readRecords } from '#shared/whiteboard/place.ts'
import { contentFault } from '#shared/whiteboard/recordForm.ts'

const board = (): Y.Doc => {
  const doc = new Y.Doc()
  seedBoard(doc)
  return doc
}
const picture: NewPicture = {
  id: '0123456789abcdefghjk',
  url: '/assets/0123456789abcdefghjk',
  width: 1600,
  height: 1200,
  mime: 'image/jpeg',
  name: 'mur.jpg',
  bytes: 300_000,
  alt: ' Douze notes collées sur une vitre ',
}
const boxes = (doc: Y.Doc) => [...readBoard(doc).items.values()].map(({ box }) => box)
const nothingOverlaps = (doc: Y.Doc): boolean => {
  const all = boxes(doc)
  return all.every((a, i) => all.slice(0, i).every((b) => !overlaps(a, b)))
}

test('a photograph stands free of everything, keeps its shape and its words, and the gate has nothing against it', () => {
  const doc = board()
  const frameId = addFrame(doc, { name: 'Ce qui nous freine' })
  for (let i = 0; i < 9; i++) addNote(doc, { frameId, text: String(i) })
  addNote(doc, { text: 'dehors' })
  const [first, second] = [
    addPicture(doc, picture),
    addPicture(doc, { ...picture, id: 'ffffffffffffffffffff' }),
  ]
  expect(nothingOverlaps(doc)).toBe(true)
  const { items } = readBoard(doc)
  expect(items.get(first)).toMatchObject({
    kind: 'image',
    alt: 'Douze notes collées sur une vitre',
    frameId: null,
  })
  expect(items.get(first)?.box).toMatchObject({ w: 480, h: 360 })
  expect(items.get(second)?.kind).toBe('image')
  const frame = readBoard(doc).sections.find((section) => section.frame)?.frame
  expect(
    overlaps(
      items.get(first)?.box ?? { x: 0, y: 0, w: 0, h: 0 },
      frame?.box ?? { x: 0, y: 0, w: 1e6, h: 1e6 },
    ),
  ).toBe(false)
  for (const record of readRecords(doc).values()) expect(contentFault(record), record.id).toBeUndefined()
})

test('a small picture is not blown up', () => {
  const doc = board()
  const id = addPicture(doc, { ...picture, width: 120, height: 90 })
  expect(readBoard(doc).items.get(id)?.box).toMatchObject({ w: 120, h: 90 })
})

test('lines become notes: bullets and empty lines are left out, a number that belongs to the words stays', () => {
  expect(
    noteLines('- Moins de réunions\r\n\n • Des trajets payés\n3 salles par mois\n   \n–tiret collé'),
  ).toEqual(['Moins de réunions', 'Des trajets payés', '3 salles par mois', '–tiret collé'])
})

test('a wall copied out stands beside its photograph, without overlapping, and is one undo', () => {
  const doc = board()
  const photo = addPicture(doc, picture)
  const near = besidePicture(doc, photo)
  boardUndo(doc)
  const lines = Array.from({ length: 12 }, (_, i) => `note ${i}`)
  const ids = act(doc, () =>
    addNotes(doc, lines, { author: 'Ana', origin: ownAct, ...(near ? { near } : {}) }),
  )
  expect(ids).toHaveLength(12)
  expect(nothingOverlaps(doc)).toBe(true)
  const first = readBoard(doc).items.get(ids[0] ?? '')
  expect(first).toMatchObject({ words: 'note 0', author: 'Ana' })
  expect(first?.box).toMatchObject(near ?? {})
  boardUndo(doc).undo()
  expect([...readBoard(doc).items.keys()]).toEqual([photo])
})

test('into a frame they go inside it; more than a wall holds is cut', () => {
  const doc = board()
  const frameId = addFrame(doc, { name: 'Mur' })
  const ids = addNotes(
    doc,
    Array.from({ length: mostNotesAtOnce + 5 }, (_, i) => `n${i}`),
    { frameId },
  )
  expect(ids).toHaveLength(mostNotesAtOnce)
  expect(readBoard(doc).sections.find(({ frame }) => frame?.id === frameId)?.items).toHaveLength(
    mostNotesAtOnce,
  )
  expect(nothingOverlaps(doc)).toBe(true)
})
