// The newest view of the room stands; older ones that arrive late do not.
import { expect, test } from 'vitest'
import { Snapshots } from '#client/live/roomConnectionSnapshots.ts'

test('an older snapshot is dropped, slices that a snapshot leaves out stay', () => {
  let told = 0
  const snapshots = new Snapshots(() => (told += 1))
  snapshots.take({ version: 4, now: 1_000, state: { timer: 'a', agenda: 'b' }, people: [] }, 900)
  snapshots.take({ version: 5, now: 1_050, state: { timer: 'c' } }, 1_000)
  snapshots.take({ version: 4, now: 1_000, state: { timer: 'old' } }, 1_000)
  expect(snapshots.state).toEqual({ timer: 'c', agenda: 'b' })
  expect(told).toBe(2)
  // The quickest message tells the clock best.
  expect(snapshots.clockOffset).toBe(100)
})

test('on a new line the first snapshot holds whatever its version, and whole', () => {
  const snapshots = new Snapshots(() => undefined)
  snapshots.take({ version: 40, now: 0, state: { timer: 'a', seats: 'b' }, people: [] }, 0)
  snapshots.newLine()
  snapshots.take({ version: 1, now: 0, state: { timer: 'afresh' }, people: [] }, 0)
  expect(snapshots.state).toEqual({ timer: 'afresh' })
})

test('what is no snapshot changes nothing', () => {
  const snapshots = new Snapshots(() => {
    throw new Error('told')
  })
  snapshots.take(null, 0)
  snapshots.take('room', 0)
  expect(snapshots.state).toEqual({})
})

test('the room’s list of documents is the newest that was sent', () => {
  const snapshots = new Snapshots(() => undefined)
  expect(snapshots.documents).toEqual([])
  snapshots.take({ version: 1, now: 0, state: {}, documents: ['whiteboard/a', 'drafts/b'] }, 0)
  snapshots.take({ version: 2, now: 0, state: {} }, 0)
  expect(snapshots.documents).toEqual(['whiteboard/a', 'drafts/b'])
})
