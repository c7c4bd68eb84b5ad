import { expect, test } from 'vitest'
import { hasPlace, mayAnswer } from '#shared/cyclePage/answering.ts'

const session = { held: false, cancelled: false, signedIn: false, demo: false, open: false }

test.each([
  ['a stranger', {}, false],
  ['a stranger, to an open group', { open: true }, true],
  ['a stranger in the demo', { demo: true }, true],
  ['whoever has an account', { signedIn: true }, true],
  ['whoever has an account, too late', { signedIn: true, held: true }, false],
  ['whoever has an account, to a cancelled one', { signedIn: true, demo: true, cancelled: true }, false],
])('[C1-C3] %s', (_who, more, may) => {
  expect(mayAnswer({ ...session, ...more })).toBe(may)
})

test('[C4] a full side is full for newcomers only', () => {
  const full = { places: { room: 12, remote: null }, coming: { room: 12, remote: 400 }, own: null }
  expect(hasPlace('room', full)).toBe(false)
  expect(hasPlace('room', { ...full, own: 'room' })).toBe(true)
  expect(hasPlace('room', { ...full, own: 'remote' })).toBe(false)
  expect(hasPlace('room', { ...full, coming: { room: 11, remote: 0 } })).toBe(true)
  expect(['remote', 'no', null].map((answer) => hasPlace(answer as 'no', full))).toEqual([true, true, true])
})
