// Every paragraph, heading and list paragraph that a local change leaves bare gets its shared text.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { draftUndo, ownWords } from '#client/features/draft/draftUndo.ts'
import { keepTextblocksSeeded } from '#client/features/draft/seedTextblocks.ts'
import { textblocksOf } from '#client/features/draft/textPlaces.ts'
import { createDraft, type DraftMap, draftsOf } from '#shared/draft/draftModel.ts'

function draftIn(doc: Y.Doc): { draft: DraftMap; section: Y.XmlFragment } {
  createDraft(doc, { id: 'd', title: 'x', proposition: ['un'] })
  const draft = draftsOf(doc).get('d') as DraftMap
  return { draft, section: draft.get('proposition') as Y.XmlFragment }
}

const bare = (section: Y.XmlFragment) => textblocksOf(section).filter((block) => block.length === 0).length

function bareList(): Y.XmlElement {
  const list = new Y.XmlElement('bulletList')
  const item = new Y.XmlElement('listItem')
  item.insert(0, [new Y.XmlElement('paragraph')])
  list.insert(0, [item])
  return list
}

test('paragraphs, headings and list items of a local change are seeded, and undone with it', () => {
  const doc = new Y.Doc()
  const { draft, section } = draftIn(doc)
  const stop = keepTextblocksSeeded(doc)
  const undo = draftUndo(draft)
  doc.transact(
    () => section.push([new Y.XmlElement('paragraph'), new Y.XmlElement('heading'), bareList()]),
    ownWords,
  )
  expect(textblocksOf(section)).toHaveLength(4)
  expect(bare(section)).toBe(0)
  undo.undo()
  expect(textblocksOf(section)).toHaveLength(1)
  undo.redo()
  expect(textblocksOf(section)).toHaveLength(4)
  expect(bare(section)).toBe(0)
  stop()
  doc.transact(() => section.push([new Y.XmlElement('paragraph')]), ownWords)
  expect(bare(section)).toBe(1)
})

test('what others change is theirs to seed', () => {
  const doc = new Y.Doc()
  const { section } = draftIn(doc)
  keepTextblocksSeeded(doc)
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  const theirs = draftsOf(other).get('d')?.get('proposition') as Y.XmlFragment
  theirs.push([new Y.XmlElement('paragraph')])
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  expect(bare(section)).toBe(1)
})
