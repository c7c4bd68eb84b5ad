import { expect, test } from 'vitest'
import { missingMembers, plainName } from '#shared/group/samePerson.ts'

const members = [
  { id: 'zoe', name: 'Zoé Bâ' },
  { id: 'paul-c', name: 'Paul C.' },
  { id: 'paul-d', name: 'Paul D.' },
  { id: 'ines', name: 'Inès M.' },
]
const missing = (...lines: { name: string; personId: string | null }[]): string[] =>
  missingMembers(members, lines).map(({ id }) => id)
const line = (name: string, personId: string | null = null) => ({ name, personId })

test('names are compared without accents, case and doubled spaces', () => {
  expect(plainName('  ZOÉ   Bâ ')).toBe('zoe ba')
  expect(missing(line('zoe  BA'))).toEqual(['paul-c', 'paul-d', 'ines'])
})

test('[M1] a line of somebody who signed in names that person and nobody else', () => {
  expect(missing(line('Paul C.', 'paul-d'))).toEqual(['zoe', 'paul-c', 'ines'])
  expect(missing(line('Inès M.', 'somebody else'))).toContain('ines')
})

test('[M2] a name without its initial names the one member that it can mean, and of two nobody', () => {
  expect(missing(line('ines'))).toEqual(['zoe', 'paul-c', 'paul-d'])
  expect(missing(line('Paul'))).toEqual(['zoe', 'paul-c', 'paul-d', 'ines'])
  expect(missing(line('Paul D.'))).toEqual(['zoe', 'paul-c', 'ines'])
})

test('with nobody there everybody is missing, and nobody of an empty group', () => {
  expect(missing()).toHaveLength(4)
  expect(missingMembers([], [line('Ana')])).toEqual([])
})
