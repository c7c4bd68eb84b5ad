// Names and numbers given for the people behind one device.
import { expect, test } from 'vitest'
import { cleanSeats } from '#client/features/join/SeatsField.tsx'

test('empty names are no seats, and the person who fills in the form counts', () => {
  expect(cleanSeats({ names: [' Odile ', '', '  '], headcount: '' })).toEqual({
    names: ['Odile'],
    headcount: 2,
  })
})

test('the number given holds when it is larger than the names, and never goes below them', () => {
  expect(cleanSeats({ names: ['Odile', 'Yann'], headcount: '6' }).headcount).toBe(6)
  expect(cleanSeats({ names: ['Odile', 'Yann'], headcount: '1' }).headcount).toBe(3)
  expect(cleanSeats({ names: [], headcount: '999' }).headcount).toBe(200)
})
