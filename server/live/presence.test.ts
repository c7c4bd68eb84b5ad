import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { expect, test, vi } from 'vitest'
import { Awareness, applyAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { Presence } from '#server/live/presence.ts'

test('a tab that comes back with the next clock is seen again by those who were told that it was gone', () => {
  vi.useFakeTimers()
  const presence = new Presence(1_000)
  const eye = new Awareness(new Y.Doc())
  const watcher = {
    participantId: 'ben',
    user: () => ({ participantId: 'ben', name: 'Ben' }),
    sendPresence(bytes: Uint8Array) {
      const decoder = createDecoder(bytes)
      readVarUint(decoder)
      applyAwarenessUpdate(eye, readVarUint8Array(decoder), 'server')
    },
  }
  const line = () => ({
    participantId: 'ana',
    user: () => ({ participantId: 'ana', name: 'Ana' }),
    sendPresence: () => {},
  })
  presence.join(watcher as never)
  const [first, second] = [line(), line()]
  presence.join(first as never)
  presence.receive(first as never, [{ client: 7, clock: 4, state: '{"cursor":1}' }], () => true)
  vi.advanceTimersByTime(100)
  expect(eye.getStates().get(7)?.['cursor']).toBe(1)
  presence.leave(first as never)
  vi.advanceTimersByTime(100)
  expect(eye.getStates().has(7)).toBe(false)
  presence.join(second as never)
  presence.receive(second as never, [{ client: 7, clock: 5, state: '{"cursor":2}' }], () => true)
  vi.advanceTimersByTime(100)
  expect(eye.getStates().get(7)?.['cursor']).toBe(2)
  presence.close()
  eye.destroy()
  vi.useRealTimers()
})
