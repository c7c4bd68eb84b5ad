// Whatever the convergence refuses is said on its page in three languages.
import { expect, test } from 'vitest'
import { texts } from '#client/features/convergence/texts.ts'

const rules = import.meta.glob<string>(
  ['../../../shared/convergence/*.ts', '!../../../shared/convergence/*.test.ts'],
  { query: '?raw', import: 'default', eager: true },
)

test('every reason of a refusal has its sentence, and no sentence is without a rule', () => {
  const said = Object.values(rules).flatMap((words) =>
    [...words.matchAll(/refuse\(\s*'[a-z-]+',\s*'([\w.]+)'/g)].map(([, reason]) => reason ?? ''),
  )
  expect(said.length).toBeGreaterThan(5)
  for (const { refused } of Object.values(texts))
    expect(Object.keys(refused).sort()).toEqual([...new Set(said)].sort())
})
