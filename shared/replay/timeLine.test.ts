// Keys, marks and playing along a session's time.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ReplayMark, ReplaySession } from '#shared/replay/replayAnswer.ts'
import {
  baselineOf,
  markAfter,
  markBefore,
  movedByKey,
  playedOn,
  seenAt,
  stepAt,
} from '#shared/replay/timeLine.ts'

const hour = 3_600_000
const marks: readonly ReplayMark[] = [
  { at: 0, kind: 'begin' },
  { at: 0, kind: 'step', title: 'Accueil', place: 1 },
  { at: 600_000, kind: 'revealed', text: 'Quoi ?' },
  { at: hour, kind: 'step', title: 'Vote', place: 2 },
]
const session: ReplaySession = {
  ...{ id: 's', kind: 'session', from: 0, to: 2 * hour, marks },
  // Something in the first part, a pause, something in the last.
  activity: [3, ...new Array<number>(118).fill(0), 2],
}

test('keys move by ten seconds, five minutes, to the ends, and never beyond them', () => {
  expect(movedByKey('ArrowRight', 5_000, session)).toBe(15_000)
  expect(movedByKey('ArrowDown', 5_000, session)).toBe(0)
  expect(movedByKey('PageUp', 0, session)).toBe(300_000)
  expect(movedByKey('PageDown', 400_000, session)).toBe(100_000)
  expect(movedByKey('End', 0, session)).toBe(2 * hour)
  expect(movedByKey('Home', hour, session)).toBe(0)
  expect(movedByKey('a', hour, session)).toBeUndefined()
})

test('pressing again leads on: from mark to mark, forth and back, marks of one instant as one', () => {
  const forth: number[] = []
  for (let at = -1_000; ; ) {
    const mark = markAfter(marks, at)
    if (!mark) break
    forth.push(mark.at)
    at = mark.at
  }
  expect(forth).toEqual([0, 600_000, hour])
  const back: number[] = []
  for (let at = 2 * hour; ; ) {
    const mark = markBefore(marks, at)
    if (!mark) break
    back.push(mark.at)
    at = mark.at
  }
  expect(back).toEqual([hour, 600_000, 0])
  // Notes that were shown are seen a moment later, and from there both ways lead on.
  const shown = seenAt({ at: 600_000, kind: 'revealed', text: '' })
  expect(shown).toBeGreaterThan(600_000)
  expect([markBefore(marks, shown)?.at, markAfter(marks, shown)?.at]).toEqual([0, hour])
})

test('the step of an instant, and with what it is compared', () => {
  expect(stepAt(marks, hour - 1)?.title).toBe('Accueil')
  expect(stepAt(marks, hour)?.title).toBe('Vote')
  expect(stepAt([], hour)).toBeUndefined()
  expect(baselineOf(session, hour)).toBe(599_999)
  expect(baselineOf(session, 1_500)).toBe(0)
})

test('playing passes over pauses, stops at marks within them, and comes to the end', () => {
  expect(playedOn(session, 0, 5_000)).toBe(5_000)
  expect(playedOn(session, 0, 70_000)).toBe(600_000)
  expect(playedOn(session, 600_000, 5_000)).toBe(hour)
  expect(playedOn(session, hour, 5_000)).toBe(119 * 60_000)
  fc.assert(
    fc.property(
      fc.array(fc.nat(3), { minLength: 120, maxLength: 120 }),
      fc.integer({ min: 3_000, max: 30_000 }),
      (activity, forward) => {
        let at = 0
        for (let beats = 0; at < session.to; beats++) {
          const next = playedOn({ ...session, activity }, at, forward)
          expect(next).toBeGreaterThan(at)
          // Nothing that happened is passed over: what lies between is either near or a pause.
          const [first, last] = [Math.floor((at + forward) / 60_000) + 1, Math.floor(next / 60_000)]
          expect(activity.slice(first, last).every((count) => count === 0)).toBe(true)
          at = next
          expect(beats).toBeLessThan(10_000_000)
        }
      },
    ),
    { numRuns: 20 },
  )
})
