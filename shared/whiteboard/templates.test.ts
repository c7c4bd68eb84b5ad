import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { seedBoard } from '#shared/whiteboard/boardModel.ts'
import { addNote } from '#shared/whiteboard/commands.ts'
import { readBoard } from '#shared/whiteboard/listView.ts'
import { overlaps } from '#shared/whiteboard/pageGeometry.ts'
import { type FramedTemplate, framesOf, layPlan, templates } from '#shared/whiteboard/templates.ts'
import { templateWords } from '#shared/whiteboard/templateWords.ts'

const framed = templates.filter((template): template is FramedTemplate => template !== 'empty')
const board = (): Y.Doc => {
  const doc = new Y.Doc()
  seedBoard(doc)
  return doc
}
const framesIn = (doc: Y.Doc) => readBoard(doc).sections.flatMap(({ frame }) => frame ?? [])

test.each(framed)(
  '%s: every frame has a name of its own in three languages, and no frame covers another',
  (template) => {
    for (const language of ['fr', 'en', 'nl'] as const) {
      const frames = framesOf(template, language)
      expect(templateWords[language][template].frames).toHaveLength(frames.length)
      expect(new Set(frames.map(({ name }) => name)).size).toBe(frames.length)
      for (const { name } of frames) expect(name.length * Number(name.length <= 200)).toBeGreaterThan(0)
    }
    const boxes = framesOf(template, 'fr')
    // Names stand above the frames: what is under a frame keeps away.
    expect(boxes.every((a, i) => boxes.slice(0, i).every((b) => !overlaps(a, b, 20)))).toBe(true)
  },
)

test.each(framed)('%s is laid under what is there, and laid twice it covers nothing', (template) => {
  const doc = board()
  const note = addNote(doc, { text: 'déjà là' })
  layPlan(doc, framesOf(template, 'fr'))
  layPlan(doc, framesOf(template, 'fr'))
  const boxes = framesIn(doc).map(({ box }) => box)
  expect(boxes).toHaveLength(2 * framesOf(template, 'fr').length)
  expect(boxes.every((a, i) => boxes.slice(0, i).every((b) => !overlaps(a, b)))).toBe(true)
  const there = readBoard(doc).items.get(note)?.box
  expect(there && boxes.every((box) => !overlaps(box, there))).toBe(true)
})

test.each(framed)(
  '%s: the list reads the frames in the order of the template, and each has room for a note',
  (template) => {
    const doc = board()
    const ids = layPlan(doc, framesOf(template, 'fr'))
    expect(framesIn(doc).map(({ id }) => id)).toEqual(ids)
    const before = framesIn(doc).map(({ box }) => box.h)
    for (const frameId of ids) addNote(doc, { frameId, text: 'x' })
    expect(framesIn(doc).map(({ box }) => box.h)).toEqual(before)
  },
)

test('two frames alone lie side by side', () => {
  const doc = board()
  layPlan(doc, framesOf('barriers', 'fr'))
  expect(framesIn(doc).map(({ name, box }) => [name, box.x, box.y, box.w, box.h])).toEqual([
    ['Ce qui nous freine', 0, 0, 640, 460],
    ['Ce qui nous donne envie', 664, 0, 640, 460],
  ])
})

test('French has no plain space before double punctuation', () => {
  const words = Object.values(templateWords.fr).flatMap(({ name, frames }) => [name, ...frames])
  expect(words.join('\n')).not.toMatch(/ [:;?!»]/)
})
