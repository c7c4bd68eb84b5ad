// The badge never says more than the server's acknowledgement allows.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SaveState } from '#client/live/liveRoom.ts'
import {
  combinedStatus,
  newLedger,
  recordEvent,
  type SaveEvent,
  type SaveLedger,
  saveStatus,
} from '#client/live/saveState.ts'

const change = (at = 0): SaveEvent => ({ type: 'changed', at })
const whole = (frame = 1): SaveEvent => ({ type: 'sent', frame, whole: true, bytes: 10, at: 0, clock: 0 })
const update = (frame: number): SaveEvent => ({
  type: 'sent',
  frame,
  whole: false,
  bytes: 10,
  at: 0,
  clock: 0,
})
const ack = (frames: number): SaveEvent => ({ type: 'acknowledged', frames })
const lost: SaveEvent = { type: 'lost' }
const refused: SaveEvent = {
  type: 'refused',
  change: { documentName: 'drafts/a', code: 'schema', text: 'mots' },
}

const after = (...events: SaveEvent[]): SaveLedger => events.reduce(recordEvent, newLedger)
const joined = [whole(1), ack(1)]

test.each<[string, SaveEvent[], SaveState, number, number]>([
  ['nothing has happened', [], 'connecting', 0, 0],
  ['typed before the first join', [change()], 'connecting', 1, 0],
  [
    'typed before the first join, on a line that says nothing',
    [change(), { type: 'silent' }],
    'offline',
    1,
    0,
  ],
  ['our step 2 is under way', [whole()], 'connecting', 0, 0],
  ['nothing is acknowledged yet', [whole(), ack(0)], 'connecting', 0, 0],
  ['our step 2 is on disk', joined, 'saved', 0, 0],
  ['a reader has read', [{ type: 'reading' }], 'saved', 0, 0],
  ['typed, not sent yet', [...joined, change()], 'sending', 1, 0],
  ['typed and sent', [...joined, change(), update(2)], 'sending', 1, 0],
  [
    'three letters gathered into one frame',
    [...joined, change(), change(), change(), update(2)],
    'sending',
    1,
    0,
  ],
  ['acknowledged', [...joined, change(), update(2), ack(2)], 'saved', 0, 0],
  [
    'an earlier frame acknowledged',
    [...joined, change(), update(2), change(), update(3), ack(2)],
    'sending',
    1,
    0,
  ],
  [
    'no sign of life while one is under way',
    [...joined, change(), update(2), { type: 'silent' }],
    'offline',
    1,
    0,
  ],
  [
    'a sign of life',
    [...joined, change(), update(2), { type: 'silent' }, { type: 'heard' }],
    'sending',
    1,
    0,
  ],
  ['silent with nothing to save', [...joined, { type: 'silent' }], 'saved', 0, 0],
  ['cut with nothing unsaved', [...joined, lost], 'offline', 0, 0],
  ['cut with one under way', [...joined, change(), update(2), lost], 'offline', 1, 0],
  ['typed offline in one go', [...joined, lost, change(0), change(300), change(1_200)], 'offline', 1, 0],
  ['typed offline with a pause', [...joined, lost, change(0), change(1_500)], 'offline', 2, 0],
  ['returning: step 2 sent', [...joined, lost, change(), whole(1)], 'sending', 1, 0],
  ['returned: told how many', [...joined, lost, change(0), change(2_000), whole(1), ack(1)], 'back', 0, 2],
  ['returned with nothing to send', [...joined, lost, whole(1), ack(1)], 'saved', 0, 0],
  [
    'typed while the return is under way',
    [...joined, lost, change(0), whole(1), change(10)],
    'sending',
    2,
    0,
  ],
  ['back, then typing on', [...joined, lost, change(), whole(1), ack(1), change()], 'sending', 1, 1],
  ['back, and calm', [...joined, lost, change(), whole(1), ack(1), { type: 'calm' }], 'saved', 0, 0],
  ['left by an earlier tab', [{ type: 'inherited', changes: 3 }], 'connecting', 3, 0],
  ['left by an earlier tab, sent', [{ type: 'inherited', changes: 3 }, whole(1), ack(1)], 'back', 0, 3],
  [
    'came back for want of what it builds on',
    [...joined, change(), update(2), { type: 'returned', frame: 2 }, ack(2)],
    'sending',
    1,
    0,
  ],
  [
    'came back, and sent again',
    [...joined, change(), update(2), { type: 'returned', frame: 2 }, whole(3), ack(3)],
    'saved',
    0,
    0,
  ],
  [
    'came back after the step 2 that carries it',
    [...joined, change(), update(2), whole(3), { type: 'returned', frame: 2 }, ack(2)],
    'sending',
    1,
    0,
  ],
  ['an acknowledgement of the line before', [...joined, lost, change(), ack(5)], 'offline', 1, 0],
  ['refused', [...joined, change(), update(2), refused], 'refused', 1, 0],
  [
    'refused stays refused',
    [...joined, change(), update(2), refused, ack(2), { type: 'dismissed' }],
    'refused',
    0,
    0,
  ],
  [
    'a text of an earlier tab to copy out blocks nothing',
    [...joined, { type: 'remembered', changes: [] }],
    'saved',
    0,
    0,
  ],
])('%s', (_name, events, state, unsaved, sentOnReturn) => {
  expect(saveStatus(after(...events))).toMatchObject({ state, unsaved, sentOnReturn })
})

test('never saved before the acknowledgement, whatever happens in whatever order', () => {
  // A model beside the ledger: each change with the frame of the present line that carries it.
  const steps = fc.constantFrom('change', 'send', 'whole', 'ack', 'lost', 'silent', 'heard', 'return', 'calm')
  fc.assert(
    fc.property(fc.array(fc.tuple(steps, fc.nat(9)), { maxLength: 60 }), (script) => {
      let ledger = newLedger
      let frames = 0
      let changes: { frame: number | undefined }[] = []
      let at = 0
      for (const [step, n] of script) {
        at += n * 400
        if (step === 'change') {
          changes.push({ frame: undefined })
          ledger = recordEvent(ledger, change(at))
        } else if (step === 'send' || step === 'whole') {
          // The client sends updates only after its step 2.
          if (frames === 0 && step === 'send') continue
          frames += 1
          for (const one of changes) one.frame ??= frames
          ledger = recordEvent(ledger, step === 'whole' ? whole(frames) : update(frames))
        } else if (step === 'ack') {
          const upTo = Math.min(frames, n)
          changes = changes.filter(({ frame }) => frame === undefined || frame > upTo)
          ledger = recordEvent(ledger, ack(upTo))
        } else if (step === 'return') {
          if (n === 0 || n > frames) continue
          for (const one of changes) if (one.frame === n) one.frame = undefined
          ledger = recordEvent(ledger, { type: 'returned', frame: n })
          // What came back is in a later step 2 or waits: the model asks for a whole one to be sure.
          frames += 1
          for (const one of changes) one.frame ??= frames
          ledger = recordEvent(ledger, whole(frames))
        } else if (step === 'lost') {
          frames = 0
          for (const one of changes) one.frame = undefined
          ledger = recordEvent(ledger, lost)
        } else ledger = recordEvent(ledger, { type: step })
        const { state, unsaved } = saveStatus(ledger)
        if (changes.length > 0 && (state === 'saved' || state === 'back' || unsaved === 0)) return false
        if (changes.length === 0 && unsaved > 0) return false
      }
      return true
    }),
    { numRuns: 3_000 },
  )
})

test('a room shows the gravest of its documents and their sums', () => {
  const calm = saveStatus(after(...joined))
  const back = saveStatus(after(...joined, lost, change(), whole(1), ack(1)))
  const sending = saveStatus(after(...joined, change()))
  const offline = saveStatus(after(...joined, lost, change(0), change(2_000)))
  expect(combinedStatus([calm, back])).toMatchObject({ state: 'back', sentOnReturn: 1 })
  expect(combinedStatus([back, sending])).toMatchObject({ state: 'sending', unsaved: 1 })
  expect(combinedStatus([sending, offline, calm])).toMatchObject({
    state: 'offline',
    unsaved: 3,
    keptOnDevice: false,
  })
  expect(combinedStatus([offline, saveStatus(after(refused))])).toMatchObject({ state: 'refused' })
  expect(combinedStatus([]).state).toBe('connecting')
})

test('kept on this device is said only of what is unsaved', () => {
  const kept = recordEvent(after(...joined, lost, change()), { type: 'kept', onDevice: true })
  expect(combinedStatus([saveStatus(kept)]).keptOnDevice).toBe(true)
  expect(
    combinedStatus([saveStatus(recordEvent(kept, { type: 'kept', onDevice: false }))]).keptOnDevice,
  ).toBe(false)
})
