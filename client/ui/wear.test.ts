// Initials on avatars: one letter while it is enough, two where names begin alike.
import { expect, test } from 'vitest'
import { initialsOf } from '#client/ui/wear.ts'

test('one letter is enough for a name that begins alone', () => {
  expect(initialsOf('samira', ['Inès'])).toBe('S')
})

test('two people who begin alike get two letters, themselves not counted', () => {
  expect(initialsOf('Thibault', ['Thibault', 'Tarek'])).toBe('Th')
  expect(initialsOf('Thibault', ['Thibault'])).toBe('T')
})

test('an empty name and a name outside the basic plane do not break', () => {
  expect(initialsOf('  ')).toBe('?')
  expect(initialsOf('𝒜da')).toBe('𝒜')
})
