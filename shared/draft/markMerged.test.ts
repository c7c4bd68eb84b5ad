// In a document that nobody has opened by its kind yet, the first update is seen for what it is.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createDraft, draftsOf } from '#shared/draft/draftModel.ts'
import { checkTouchedDrafts } from '#shared/draft/draftRules.ts'
import { setMergedInto, touchesMergedInto } from '#shared/draft/markMerged.ts'
import { mergedIntoKey } from '#shared/draft/mergedInto.ts'

/** What both checks say of an update that comes into a document, one after the other as the gate asks them. */
function judge(
  doc: Y.Doc,
  update: Uint8Array,
): { readonly touches: boolean; readonly fault: string | undefined } {
  const said: { touches: boolean; fault: string | undefined }[] = []
  doc.once('afterTransaction', (transaction: Y.Transaction) => {
    said.push({ touches: touchesMergedInto(transaction), fault: checkTouchedDrafts(transaction) })
  })
  Y.applyUpdate(doc, update)
  return said[0] ?? { touches: false, fault: 'nothing' }
}

const into = { spaceId: 's', draftId: 'd', versionId: 'v' }

test('the first draft of an empty document passes', () => {
  const from = new Y.Doc()
  createDraft(from, { title: 'Premier' })
  expect(judge(new Y.Doc(), Y.encodeStateAsUpdate(from))).toEqual({ touches: false, fault: undefined })
})

test.each([true, false])('a draft that comes marked is seen, first of its document: %s', (isFirst) => {
  const from = new Y.Doc()
  const there = new Y.Doc()
  if (!isFirst) draftsOf(there)
  const id = createDraft(from, { title: 'Premier' })
  draftsOf(from).get(id)?.set(mergedIntoKey, JSON.stringify(into))
  expect(judge(there, Y.encodeStateAsUpdate(from)).touches).toBe(true)
})

test.each([true, false])('a mark set later is seen, in a document just loaded: %s', (isLoaded) => {
  const from = new Y.Doc()
  const there = new Y.Doc()
  const id = createDraft(from, { title: 'Premier' })
  Y.applyUpdate(there, Y.encodeStateAsUpdate(from))
  if (!isLoaded) draftsOf(there)
  const before = Y.encodeStateVector(from)
  draftsOf(from).get(id)?.set(mergedIntoKey, JSON.stringify(into))
  expect(judge(there, Y.encodeStateAsUpdate(from, before)).touches).toBe(true)
  setMergedInto(from, id, null)
})
