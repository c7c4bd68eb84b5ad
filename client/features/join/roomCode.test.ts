// Codes typed on phones, read aloud in a room, or pasted as a link.
import { expect, test } from 'vitest'
import { roomCode, roomPath } from '#client/features/join/roomCode.ts'

test.each([
  ['RUCHE 4711', 'RUCHE 4711'],
  ['  ruche   4711 ', 'RUCHE 4711'],
  ['ruche4711', 'RUCHE 4711'],
  ['Ruche-4711', 'RUCHE 4711'],
  ['nantes-lyon', 'NANTES-LYON'],
  ['nantes lyon', 'NANTES-LYON'],
  ['Nantes–Lyon', 'NANTES-LYON'],
  ['égalité', 'ÉGALITÉ'],
  ['https://exemple.coop/r/NANTES-LYON', 'NANTES-LYON'],
  ['http://10.0.0.4:3000/r/RUCHE%204711/phone?x=1', 'RUCHE 4711'],
  ['/r/%E0%A4%A', '%E0%A4%A'],
  ['   ', ''],
])('%s is the room %s', (typed, code) => {
  expect(roomCode(typed)).toBe(code)
})

test('a code becomes an address that survives its space', () => {
  expect(roomPath('RUCHE 4711')).toBe('/r/RUCHE%204711')
})
