import { expect, test } from 'vitest'
import { canonicalCode } from '#shared/room/door.ts'

test.each([
  ['NANTES', 'NANTES'],
  [' nantes ', 'NANTES'],
  ['égalité', 'EGALITE'],
  ['nantes-lyon', 'NANTES-LYON'],
  ['nantes–lyon', 'NANTES-LYON'],
  ['ruche  4711', 'RUCHE 4711'],
  ['ruche\u00a04711', 'RUCHE 4711'],
])('%j is the code %s', (typed, code) => {
  expect(canonicalCode(typed)).toBe(code)
})

test.each([
  '',
  ' ',
  '../x',
  '..%2f',
  '\0',
  'a\0b',
  '__proto__',
  '-',
  'x'.repeat(65),
  'x'.repeat(100_000),
  '<b>',
])('%j is no code', (typed) => {
  expect(canonicalCode(typed)).toBeUndefined()
})
