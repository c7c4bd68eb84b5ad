import { expect, test } from 'vitest'
import { countedBySide, type Noticed, noticedPeople } from '#shared/group/noticedPeople.ts'

const person = (more: Partial<Noticed> & { names: readonly string[] }): Noticed => ({
  ...{ participantId: 'p', side: 'room', role: 'participant', groupId: 'n', headcount: 1, personId: null },
  seats: more.names.map((name) => ({ id: `seat-${name}`, name })),
  ...more,
})

test('[P1] one line a seat, whatever the device; [P2] people beyond the seats are on the first line', () => {
  const lines = noticedPeople([
    person({ names: ['Ana', 'Bo'], headcount: 5, personId: 'ana' }),
    person({ names: ['Emre'], side: 'remote', headcount: 0 }),
  ])
  expect(lines).toEqual([
    { seatId: 'seat-Ana', name: 'Ana', side: 'room', groupId: 'n', headcount: 4, personId: 'ana' },
    { seatId: 'seat-Bo', name: 'Bo', side: 'room', groupId: 'n', headcount: 1, personId: null },
    { seatId: 'seat-Emre', name: 'Emre', side: 'remote', groupId: 'n', headcount: 1, personId: null },
  ])
  expect(countedBySide(lines)).toEqual({ room: 5, remote: 1 })
})

test('[P3] observers and screens take part as nobody', () => {
  expect(noticedPeople([person({ names: ['Ana'], role: 'observer' }), person({ names: [] })])).toEqual([])
  expect(countedBySide([])).toEqual({ room: 0, remote: 0 })
})

test('nothing of when or how long is in a line', () => {
  const [line] = noticedPeople([person({ names: ['Ana'] })])
  expect(Object.keys(line ?? {}).sort()).toEqual([
    'groupId',
    'headcount',
    'name',
    'personId',
    'seatId',
    'side',
  ])
})
