// What a person wrote is found again for copying out, in the sentences that hold it.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { refusedText } from '#client/live/documentConnectionRefusedText.ts'
import { createDraft, draftsOf } from '#shared/draft/draftModel.ts'

test('whole sentences that hold unsaved words, and nothing of others alone', () => {
  const [server, mine] = [new Y.Doc(), new Y.Doc()]
  const id = createDraft(server, {
    title: 'Un comité',
    constat: ['On ne se voit pas assez.', 'Personne ne sait.'],
  })
  createDraft(server, { title: 'Autre chose' })
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(server))
  const draft = draftsOf(mine).get(id) as Y.Map<unknown> // just made
  ;(draft.get('title') as Y.Text).insert(9, ' <b>local</b>') // a title is a text
  const paragraph = (draft.get('constat') as Y.XmlFragment).get(1) as Y.XmlElement // written above
  ;(paragraph.get(0) as Y.XmlText).insert(17, ' rien', { bold: true }) // a paragraph holds a text
  expect(refusedText(mine, [{ client: mine.clientID, fromClock: 0 }])).toBe(
    'Un comité <b>local</b>\n\nPersonne ne sait. rien',
  )
})

test('only what came after the last acknowledgement', () => {
  const doc = new Y.Doc()
  doc.getText('a').insert(0, 'gardé')
  const fromClock = Y.getState(doc.store, doc.clientID)
  doc.getText('b').insert(0, 'refusé')
  expect(refusedText(doc, [{ client: doc.clientID, fromClock }])).toBe('refusé')
})

test('words in drawn shapes, but neither their ids nor their places', () => {
  const doc = new Y.Doc()
  const shape = new Y.Map<unknown>()
  doc.getMap('records').set('shape:1', shape)
  shape.set('props.richText', {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'dessiné' }] }],
  })
  shape.set('parentId', 'page:page')
  expect(refusedText(doc, [{ client: doc.clientID, fromClock: 0 }])).toBe('dessiné')
})

test('deleted words are gone', () => {
  const doc = new Y.Doc()
  doc.getText('a').insert(0, 'effacé')
  doc.getText('a').delete(0, 6)
  expect(refusedText(doc, [{ client: doc.clientID, fromClock: 0 }])).toBe('')
})
