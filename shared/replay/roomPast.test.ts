// What a journal tells of a room's past, and what it keeps to itself.
import { expect, test } from 'vitest'
import { activityParts } from '#shared/replay/replayAnswer.ts'
import { activityIn, replaySessions } from '#shared/replay/replaySessions.ts'
import { type PastLine, PastReader } from '#shared/replay/roomPast.ts'

const step = (title: string) => ({ title, minutes: 10 })

function past(lines: readonly (readonly [at: number, command: string, input: unknown])[]): PastReader {
  const reader = new PastReader()
  lines.forEach(([at, command, input], i) => {
    const line: PastLine = { at, command, input, answer: { version: i + 1, id: `id${i}` } }
    reader.read(line)
  })
  return reader
}

test('[H3] sessions and steps are found by the same rules: prepared, added, gone to and back, opened again, renewed', () => {
  const { sessions, marks } = past([
    [10, 'agenda.add', { step: step('Accueil'), before: null }],
    [20, 'agenda.add', { step: step('Vote'), before: null }],
    [100, 'agenda.begin', { otherwise: [step('Autre')] }],
    [200, 'agenda.next', { from: 'id0' }],
    [250, 'agenda.next', { from: 'nowhere' }],
    [300, 'agenda.back', { from: 'id1' }],
    [400, 'agenda.end', { from: 'id0' }],
    [500, 'agenda.reopen', {}],
    [600, 'agenda.end', { from: 'id0' }],
    [700, 'agenda.renew', { keepSteps: false }],
    [800, 'agenda.begin', { otherwise: [step('Tout de suite')] }],
  ])
  expect(sessions).toEqual([
    { id: 'id2', from: 100, to: 600 },
    { id: 'id10', from: 800, to: null },
  ])
  expect(
    marks.map((mark) => ('title' in mark ? [mark.at, mark.title, mark.place] : [mark.at, mark.kind])),
  ).toEqual([
    [100, 'begin'],
    [100, 'Accueil', 1],
    [200, 'Vote', 2],
    [300, 'Accueil', 1],
    [400, 'end'],
    [500, 'begin'],
    [500, 'Accueil', 1],
    [600, 'end'],
    [800, 'begin'],
    [800, 'Tout de suite', 1],
  ])
})

test('[H1] [H2] what is public becomes a mark; who, and what was said in secret, does not', () => {
  const { marks } = past([
    [1, 'notes.open', { question: 'Quoi ?', anonymous: true }],
    [2, 'notes.put', { digest: 'abc' }],
    [3, 'notes.reveal', { stepId: 'x' }],
    [4, 'decision.open', { question: 'Oui ?', items: [] }],
    [5, 'decision.answer', { digest: 'def' }],
    [6, 'decision.close', { id: 'id3' }],
    [
      7,
      'decision.startInitiative',
      { draft: { spaceId: 's', draftId: 'd', title: 'Un four' }, who: 'Nadège' },
    ],
    [8, 'agenda.addOutcome', { text: 'On garde le mardi' }],
    [9, 'subgroups.split', { anything: true }],
    [10, 'agenda.next', 'not even an object'],
    [11, 'decision.startInitiative', { draft: null }],
  ])
  expect(marks).toEqual([
    { at: 3, kind: 'revealed', text: 'Quoi ?' },
    { at: 6, kind: 'decided', text: 'Oui ?' },
    { at: 7, kind: 'initiative', text: 'Un four', spaceId: 's' },
    { at: 8, kind: 'outcome', text: 'On garde le mardi' },
  ])
})

const hours = (n: number): number => n * 3_600_000

test('work outside sessions makes stretches of its own, and each session has its marks and its activity', () => {
  const told = replaySessions(
    {
      sessions: [
        { id: 's', from: hours(10), to: hours(12) },
        { id: 'runs', from: hours(40), to: null },
      ],
      marks: [
        { at: hours(10), kind: 'begin' },
        { at: hours(41), kind: 'outcome', text: 'a' },
      ],
    },
    {
      changes: [hours(1), hours(2), hours(10), hours(11), hours(11), hours(12), hours(13), hours(30)],
      begun: [{ at: hours(2), kind: 'begun', titles: ['Un'] }],
      now: hours(42),
    },
  )
  expect(told.map(({ id, from, to }) => [id.split('-')[0], from, to])).toEqual([
    ['runs', hours(40), hours(42)],
    ['work', hours(30), hours(30)],
    ['work', hours(13), hours(13)],
    ['s', hours(10), hours(12)],
    ['work', hours(1), hours(2)],
  ])
  expect(told.map(({ marks }) => marks.length)).toEqual([1, 0, 0, 1, 1])
  expect(told[3]?.activity.reduce((sum, n) => sum + n, 0)).toBe(4)
})

test('activity counts every change of the span once, at the ends too', () => {
  const parts = activityIn([5, 10, 15, 20, 25], { from: 10, to: 20 })
  expect(parts).toHaveLength(activityParts)
  expect([parts[0], parts[60], parts[119]]).toEqual([1, 1, 1])
  expect(activityIn([7, 7], { from: 7, to: 7 })[0]).toBe(2)
})
