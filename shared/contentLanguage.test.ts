// No text of the cooperative is said to be French because somebody wrote so in the page: its language comes with it.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const client = fileURLToPath(new URL('../client', import.meta.url))
const fixed = /\blang=(?:"[a-z]|\{?'[a-z])|\blang=\{[^}]*\? '[a-z]/

const sources = readdirSync(client, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsx'))
  .map((name) => name.replaceAll('\\', '/'))

test('no page fixes the language of a text', () => {
  expect(sources.length).toBeGreaterThan(300)
  expect(sources.filter((name) => fixed.test(readFileSync(`${client}/${name}`, 'utf8')))).toEqual([])
})

test('what is looked for is found where it is', () => {
  for (const line of ['<p lang="fr">', "<p lang={'nl'}>", "<h3 lang={frame ? 'fr' : undefined}>"])
    expect(fixed.test(line)).toBe(true)
  for (const line of ['<p lang={page.language}>', '<p lang={contentLanguage()}>', '<h3 lang="">'])
    expect(fixed.test(line)).toBe(false)
})
