import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonFault } from '#shared/cycle/jsonFault.ts'

test.each([
  ['', 0],
  ['   ', 3],
  ['{"a": oops}', 6],
  ['[1,]', 3],
  ['{"a":1,}', 7],
  ['[1 2]', 3],
  ['{a:1}', 1],
  ['{"a" 1}', 5],
  ['{"a":1]', 6],
  ['"line\nbreak"', 5],
  ['"\\x"', 1],
  ['"open', 5],
  ['01', 0],
  ['1.', 0],
  ['{} x', 3],
  ['nul', 0],
])('%j is wrong at %i', (text, at) => {
  expect(jsonFault(text)).toBe(at)
})

const parses = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

test('it agrees with the engine on what is JSON, whole or broken anywhere', () => {
  const breaks = fc.record({
    at: fc.nat(),
    put: fc.constantFrom('', ',', '"', '}', ']', '{', '\\', '0', '-', 'e', ' ', '\n', ':'),
  })
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), breaks, (json, { at, put }) => {
      expect(jsonFault(json)).toBeUndefined()
      const place = at % (json.length + 1)
      const broken = json.slice(0, place) + put + json.slice(place + 1)
      expect(jsonFault(broken) === undefined).toBe(parses(broken))
    }),
    { numRuns: 2_000 },
  )
})
