// Counting people, not devices: a room's device with three seats and six heads is six people.
import { expect, test } from 'vitest'
import { deviceName, placesOf } from '#client/features/people/places.ts'
import type { PersonPresent } from '#shared/room/people.ts'

const person = (id: string, names: string[], more: Partial<PersonPresent> = {}): PersonPresent => ({
  participantId: id,
  seats: names.map((name, at) => ({ id: `${id}-${at}`, name })),
  presence: 'remote',
  side: 'remote',
  role: 'participant',
  groupId: null,
  headcount: 1,
  ink: 'loire',
  ...more,
})

test('seats and unnamed heads add up, side by side', () => {
  const { room, remote } = placesOf([
    person('a', ['Anouk', 'Yann', 'Odile'], { side: 'room', presence: 'room-device', headcount: 6 }),
    person('b', ['Inès']),
  ])
  expect(room.count).toBe(6)
  expect(room.unnamed).toBe(3)
  expect(room.places.map((place) => place.first)).toEqual([true, false, false])
  expect(remote.count).toBe(1)
  expect(remote.unnamed).toBe(0)
})

test('initials are told apart across both sides', () => {
  const { room, remote } = placesOf([person('a', ['Samira'], { side: 'room' }), person('b', ['Solène'])])
  expect([room.places[0]?.initials, remote.places[0]?.initials]).toEqual(['Sa', 'So'])
})

test('a device is named after its people', () => {
  expect(deviceName(person('a', ['Odile', 'Yann']), 'fr')).toBe('Odile et Yann')
})
