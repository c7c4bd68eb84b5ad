// « Qui écrit où ? »: from presence as it is stamped, without oneself, each person once per place.
import { expect, test } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { whoWrites } from '#client/features/people/whoWrites.ts'
import type { LiveDocument, LiveRoom } from '#client/live/liveRoom.ts'
import { createDraft } from '#shared/draft/draftModel.ts'

const live = (states: readonly Record<string, unknown>[], doc = new Y.Doc()): LiveDocument => {
  const awareness = new Awareness(doc)
  states.forEach((state, at) => awareness.getStates().set(at + 1, state))
  return { doc, awareness } as unknown as LiveDocument // only these two are read
}
const user = (id: string, name: string) => ({
  participantId: id,
  name,
  side: 'remote',
  ink: 'loire',
  groupId: null,
  role: 'participant',
})
const room = (whiteboard: LiveDocument, drafts: readonly LiveDocument[]): LiveRoom =>
  ({ whiteboard, drafts, join: { participantId: 'me' } }) as unknown as LiveRoom // only these are read

test('a caret in a draft is said with its title, a note as the board, and people without a caret not at all', () => {
  const doc = new Y.Doc()
  const draftId = createDraft(doc, { title: 'Un comité local' })
  const drafts = live(
    [
      { user: user('a', 'Inès'), draftId },
      { user: user('b', 'Karim'), draftId: null },
      { user: user('me', 'Moi'), draftId },
      { draftId },
    ],
    doc,
  )
  const board = live([
    { user: user('c', 'Yann'), writing: 'shape:1' },
    { user: user('d', 'Awa'), cursor: { x: 1, y: 1 } },
  ])
  expect(whoWrites(room(board, [drafts])).map(({ user: { name }, place }) => [name, place])).toEqual([
    ['Inès', { kind: 'draft', title: 'Un comité local' }],
    ['Yann', { kind: 'board' }],
  ])
})

test('two tabs of one person in one draft are one line', () => {
  const doc = new Y.Doc()
  const draftId = createDraft(doc, { title: 'T' })
  const drafts = live(
    [
      { user: user('a', 'Inès'), draftId },
      { user: user('a', 'Inès'), draftId },
    ],
    doc,
  )
  expect(whoWrites(room(live([]), [drafts]))).toHaveLength(1)
})
