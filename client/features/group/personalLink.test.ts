// A personal link's token: read from behind the hash, kept under every name of the group, forgotten whole.
import { afterEach, expect, test } from 'vitest'
import {
  forgetAllLinks,
  forgetLink,
  keepLink,
  keptLink,
  tokenInHash,
} from '#client/features/group/personalLink.ts'

afterEach(forgetAllLinks)

test('the token is what stands behind #lien=, and another hash is not one', () => {
  expect(tokenInHash('#lien=abc-DEF_123')).toBe('abc-DEF_123')
  for (const other of ['', '#liste', '#lien=', '#texte=a/b', '#lien'])
    expect(tokenInHash(other)).toBeUndefined()
})

test('a link opens the page under each of its names, in any spelling, and no other group’s', () => {
  keepLink(['grp-1', 'NTE', 'Nantes'], 'token')
  expect(['grp-1', 'nte', 'NANTES'].map(keptLink)).toEqual(['token', 'token', 'token'])
  expect(keptLink('Lyon')).toBeUndefined()
})

test('a link that is over is forgotten, the others are not', () => {
  keepLink(['Nantes'], 'one')
  keepLink(['Lyon'], 'two')
  forgetLink(['nantes'])
  expect([keptLink('Nantes'), keptLink('Lyon')]).toEqual([undefined, 'two'])
  forgetAllLinks()
  expect(keptLink('Lyon')).toBeUndefined()
})
