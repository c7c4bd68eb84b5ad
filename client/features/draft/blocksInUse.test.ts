// A paragraph that somebody writes in is known by their caret, and by their letters while the caret is ahead of them.
import { expect, test } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { blocksInUse } from '#client/features/draft/blocksInUse.ts'
import { relativeOf, textblocksOf } from '#client/features/draft/textPlaces.ts'
import { createDraft, type DraftMap, draftsOf } from '#shared/draft/draftModel.ts'

function twoDocs() {
  const [mine, theirs] = [new Y.Doc(), new Y.Doc()]
  createDraft(mine, { id: 'd', title: 'T', proposition: ['un', 'deux'] })
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine))
  const draft = draftsOf(mine).get('d') as DraftMap // just made
  const section = draftsOf(theirs).get('d')?.get('proposition') as Y.XmlFragment // just made
  const awareness = new Awareness(mine)
  const write = (words: string): void => {
    const text = textblocksOf(section)[1]?.get(0) as Y.XmlText // every paragraph holds one
    text.insert(text.length, words)
    const head = relativeOf(section, { block: 1, offset: text.length })
    const caret = { draftId: 'd', place: 'proposition', anchor: head, head }
    awareness.states.set(theirs.clientID, { user: { name: 'Bob', participantId: 'b' }, caret })
  }
  const hear = (): void => Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs))
  const inUse = (): readonly number[] => {
    const blocks = blocksInUse({ doc: mine, awareness }, 'd', draft)
    return textblocksOf(draft.get('proposition')).flatMap((block, at) => (blocks.has(block) ? [at] : []))
  }
  return { write, hear, inUse, close: () => awareness.destroy() }
}

test('by the caret', () => {
  const { write, hear, inUse, close } = twoDocs()
  expect(inUse()).toEqual([])
  write(' mots')
  hear()
  expect(inUse()).toEqual([1])
  close()
})

test('by the newest letters, while the caret stands behind one that has not come yet', () => {
  const { write, hear, inUse, close } = twoDocs()
  write(' mots')
  hear()
  write(' encore')
  expect(inUse()).toEqual([1])
  close()
})
