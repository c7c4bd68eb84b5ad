// Whatever a rule refuses is said to people in three languages.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { refusals } from '#shared/app.ts'

const root = join(import.meta.dirname, '..')

const rules = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    // What the convergence refuses goes over HTTP, and its page has the words: a test beside them sees to it.
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.startsWith('convergence/'))
    .map((path) => join(root, folder, path))

test('every reason of a refusal has its sentence in French, English and Dutch, and no sentence is without a rule', () => {
  const said = [...rules('shared'), ...rules('server/live'), ...rules('server/transport')].flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/refuse\(\s*'[a-z-]+',\s*'([\w.]+)'/g)].map(
      ([, reason]) => reason ?? '',
    ),
  )
  expect(said.length).toBeGreaterThan(5)
  expect([...new Set(said)].filter((reason) => !refusals[reason])).toEqual([])
  const words = Object.entries(refusals)
  for (const [reason, { fr, en, nl }] of words)
    for (const sentence of [fr, en, nl]) expect(sentence.trim(), reason).not.toBe('')
  const rulesText = [...rules('shared'), ...rules('server')]
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
  expect(
    words.filter(([reason]) => rulesText.split(`'${reason}'`).length < 3).map(([reason]) => reason),
  ).toEqual([])
})
