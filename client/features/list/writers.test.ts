// Who writes where: others only, each person once, and whatever else is in a presence is nobody.
import { expect, test } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { draftWriters, noteWriters } from '#client/features/list/writers.ts'

const mine = (): Awareness => new Awareness(new Y.Doc())

function come(to: Awareness, state: Record<string, unknown>): void {
  const from = mine()
  from.setLocalState(state)
  applyAwarenessUpdate(to, encodeAwarenessUpdate(from, [from.clientID]), 'server')
  from.destroy()
}

const user = (participantId: string, name: string) => ({ participantId, name, side: 'room', ink: 'brique' })

test('a person with two tabs is there once, in the draft and in the note where the caret is', () => {
  const awareness = mine()
  const writing = draftWriters({ awareness })
  let told = 0
  const stop = writing.subscribe(() => told++)
  come(awareness, { user: user('odile', 'Odile'), draftId: 'd1' })
  come(awareness, { user: user('odile', 'Odile'), draftId: 'd1' })
  come(awareness, { user: user('ines', 'Inès'), draftId: 'd2' })
  expect([...writing.current()].map(([id, people]) => [id, people.map(({ name }) => name)])).toEqual([
    ['d1', ['Odile']],
    ['d2', ['Inès']],
  ])
  const before = told
  come(awareness, { user: user('awa', 'Awa'), draftId: 7 })
  come(awareness, { draftId: 'd1' })
  expect(told).toBe(before)
  come(awareness, { user: user('awa', 'Awa'), writing: 'shape:1' })
  expect(noteWriters({ awareness }).current().get('shape:1')?.[0]?.name).toBe('Awa')
  stop()
  awareness.destroy()
})

test('oneself is not among the others', () => {
  const awareness = mine()
  awareness.setLocalState({ user: user('me', 'Moi'), draftId: 'd1' })
  expect(draftWriters({ awareness }).current().size).toBe(0)
  awareness.destroy()
})
