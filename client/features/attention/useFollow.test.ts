// Where somebody is, from what their own presence tells: words before a hand, and nothing of anybody else.
import { expect, test } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { placeOfPerson } from '#client/features/attention/useFollow.ts'

const awareness = (state: Record<string, unknown>): Awareness => {
  const made = new Awareness(new Y.Doc())
  made.setLocalState(state)
  return made
}
const user = { participantId: 'ana' }
type Room = Parameters<typeof placeOfPerson>[0]
const room = (board: Record<string, unknown>, draft: Record<string, unknown> = {}): Room =>
  ({
    whiteboard: { awareness: awareness(board) },
    drafts: [{ name: 'drafts/space', awareness: awareness(draft) }],
  }) as unknown as Room // the two fields that are read

const cursor = { page: 'page:a', x: 10, y: 20 }

test('a hand on the board is a point; without one, nobody is anywhere', () => {
  expect(placeOfPerson(room({ user, cursor }), 'ana')).toEqual({ kind: 'point', ...cursor })
  expect(placeOfPerson(room({ user, cursor: null }), 'ana')).toBeUndefined()
  expect(placeOfPerson(room({ user, cursor: { page: 'page:a', x: 'far', y: 0 } }), 'ana')).toBeUndefined()
})

test('whoever writes a note in the list is where the note is, and whoever writes a text at the text', () => {
  expect(placeOfPerson(room({ user, cursor, writing: 'shape:n' }), 'ana')).toEqual({
    kind: 'record',
    id: 'shape:n',
  })
  expect(placeOfPerson(room({ user, cursor }, { user, draftId: 'd1' }), 'ana')).toMatchObject({
    ...{ kind: 'draft', spaceId: 'space', draftId: 'd1' },
  })
})

test('another person’s hand is not followed', () => {
  expect(placeOfPerson(room({ user: { participantId: 'bo' }, cursor }), 'ana')).toBeUndefined()
})
