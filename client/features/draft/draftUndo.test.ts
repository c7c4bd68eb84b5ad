// Undo takes back one's own words and nobody else's, and leaves the draft whole.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { entryText, takeOut } from '#client/features/draft/draftActs.ts'
import { draftUndo, ownWords } from '#client/features/draft/draftUndo.ts'
import {
  addNuance,
  createDraft,
  type DraftMap,
  draftsOf,
  paragraph,
  readDraft,
} from '#shared/draft/draftModel.ts'
import { checkTouchedDrafts } from '#shared/draft/draftRules.ts'

function two() {
  const mine = new Y.Doc()
  createDraft(mine, { id: 'd', title: 'x', proposition: ['un'] })
  const theirs = new Y.Doc()
  draftsOf(theirs)
  const sync = (): void => {
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine), 'net')
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs), 'net')
  }
  sync()
  const faults: unknown[] = []
  theirs.on('afterTransaction', (t: Y.Transaction) => faults.push(checkTouchedDrafts(t)))
  const draftOf = (doc: Y.Doc) => draftsOf(doc).get('d') as DraftMap
  return { mine, theirs, sync, faults, my: draftOf(mine), their: draftOf(theirs) }
}

const section = (draft: DraftMap) => draft.get('proposition') as Y.XmlFragment
const words = (draft: DraftMap) =>
  readDraft('d', draft)?.sections.proposition.map(({ runs }) => runs.map(({ text }) => text).join(''))

test('a paragraph or a list in which somebody else has written stays with their words', () => {
  for (const nested of [false, true]) {
    const { mine, theirs, sync, faults, my, their } = two()
    const undo = draftUndo(my)
    const block = paragraph()
    const whole = nested ? new Y.XmlElement('bulletList') : block
    mine.transact(() => {
      section(my).push([whole])
      if (!nested) return
      const item = new Y.XmlElement('listItem')
      whole.insert(0, [item])
      item.insert(0, [block])
    }, ownWords)
    mine.transact(() => (block.get(0) as Y.XmlText).insert(0, 'moi'), ownWords)
    sync()
    const text = lastText(section(their))
    theirs.transact(() => text?.insert(3, ' et toi'))
    sync()
    undo.undo()
    sync()
    expect(words(my)).toEqual(['un', ' et toi'])
    expect(words(their)).toEqual(words(my))
    expect(faults.filter(Boolean)).toEqual([])
  }
})

function lastText(node: Y.XmlFragment): Y.XmlText | undefined {
  const last = node.toArray().at(-1)
  return last instanceof Y.XmlText ? last : last instanceof Y.XmlElement ? lastText(last) : undefined
}

test('a nuance that somebody has added words to stays whole; one without goes, and redo brings it back', () => {
  const { mine, theirs, sync, faults, my, their } = two()
  const undo = draftUndo(my)
  let id = ''
  mine.transact(() => {
    id = addNuance(my, { type: 'condition', text: 'si', groupId: 'g' })
  }, ownWords)
  undo.undo()
  expect(readDraft('d', my)?.nuances).toEqual([])
  undo.redo()
  sync()
  const again = readDraft('d', their)?.nuances[0]
  expect(again).toMatchObject({ type: 'condition', text: 'si', groupId: 'g' })
  theirs.transact(() => entryText(their, 'nuances', id)?.insert(2, ' possible'))
  sync()
  undo.undo()
  sync()
  expect(readDraft('d', their)?.nuances[0]).toMatchObject({
    type: 'condition',
    text: ' possible',
    groupId: 'g',
  })
  expect(faults.filter(Boolean)).toEqual([])
})

test('a nuance that was taken out comes back with its words', () => {
  const { my, sync, their, faults } = two()
  const id = addNuance(my, { type: 'minority', text: 'non', groupId: null })
  sync()
  takeOut(my, 'nuances', id)
  sync()
  expect(readDraft('d', their)?.nuances).toEqual([])
  draftUndo(my).undo()
  sync()
  expect(readDraft('d', their)?.nuances[0]?.text).toBe('non')
  expect(faults.filter(Boolean)).toEqual([])
})
