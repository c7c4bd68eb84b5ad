import { expect, test } from 'vitest'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { sharePresence } from '#client/live/documentConnectionPresence.ts'

const onOneDocument = () => new Awareness(new Y.Doc())

test('who did nothing while the line was gone is seen again with the first frame of the next line', () => {
  const [mine, other] = [onOneDocument(), onOneDocument()]
  other.setLocalState({ cursor: 7 })
  const shared = sharePresence(mine, () => {})
  const frame = encodeAwarenessUpdate(other, [other.clientID])
  shared.receive(frame)
  expect(mine.getStates().get(other.clientID)).toEqual({ cursor: 7 })
  shared.alone()
  expect(mine.getStates().has(other.clientID)).toBe(false)
  shared.receive(frame)
  expect(mine.getStates().get(other.clientID)).toEqual({ cursor: 7 })
  shared.stop()
  mine.destroy()
  other.destroy()
})

test('each new line is told of with a new clock, and of this tab alone', () => {
  const mine = onOneDocument()
  const told: Uint8Array[] = []
  const shared = sharePresence(mine, (update) => told.push(update))
  const clocks = [0, 1].map(() => {
    shared.tell()
    return mine.meta.get(mine.clientID)?.clock ?? -1
  })
  expect(clocks[1]).toBeGreaterThan(clocks[0] ?? 0)
  expect(told).toHaveLength(2)
  shared.stop()
  mine.destroy()
})
