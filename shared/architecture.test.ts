// Who may import whom, as a table that runs. A file without a layer fails, and so does a test that sees nothing.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Layers by the start of a file's path; the longest match decides. What a layer may import, besides itself, stands beside it. */
const layers: Readonly<Record<string, readonly string[]>> = {
  // Who asks: the one word of people that the contract itself needs.
  'shared/people/actor.ts': [],
  'shared/contract': ['shared/people/actor.ts'],
  'shared/people': ['shared/contract', 'shared/people/actor.ts'],
  'shared/<feature>': ['shared/contract', 'shared/people', 'shared/people/actor.ts', 'shared/<feature>'],
  'shared/app.ts': ['shared/contract', 'shared/people', 'shared/people/actor.ts', 'shared/<feature>'],
  'shared/wire.ts': [
    'shared/contract',
    'shared/people',
    'shared/people/actor.ts',
    'shared/<feature>',
    'shared/app.ts',
  ],
  'server/ports': ['shared'],
  'server/adapters': ['shared', 'server/ports', 'server/features/cycle'],
  'server/config.ts': ['shared', 'server/live'],
  'server/live': ['shared', 'server/ports'],
  'server/features': ['shared', 'server/ports', 'server/live', 'server/transport', 'server/config.ts'],
  'server/transport': ['shared', 'server/ports', 'server/live', 'server/config.ts'],
  'server/http': [
    'shared',
    'server/ports',
    'server/live',
    'server/transport',
    'server/features',
    'server/config.ts',
  ],
  'server/main.ts': ['shared', 'server'],
  'server/launch': ['shared', 'server'],
  'server/testing': ['shared', 'server'],
  // The registry of texts gathers every feature's; nothing else of a feature may be seen from here.
  'client/i18n': ['client/ui', 'client/features', 'client/routes'],
  'client/ui': ['shared', 'client/i18n'],
  'client/live': ['shared'],
  'client/features/<feature>': ['shared', 'client/live', 'client/ui', 'client/i18n'],
  'client/routes': ['shared', 'client/live', 'client/ui', 'client/i18n', 'client/features'],
  'client/app': ['shared', 'client'],
  'client/main.tsx': ['client'],
  'client/testing': ['shared', 'client'],
  e2e: ['shared', 'server', 'client', 'e2e'],
}

const files = ['shared', 'server', 'client', 'e2e'].flatMap((top) =>
  readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('.artifacts'))
    .map((path) => join(top, path)),
)
const isTest = (path: string): boolean => path.includes('.test.') || path.startsWith('server/testing')

function layerOf(path: string): { layer: string; feature: string | undefined } | undefined {
  const [top = '', folder = '', feature] = path.split('/')
  const literal = Object.keys(layers)
    .filter((layer) => path === layer || path.startsWith(`${layer}/`))
    .sort((a, b) => b.length - a.length)[0]
  if (literal) return { layer: literal, feature: undefined }
  if (top === 'shared' && path.split('/').length > 2) return { layer: 'shared/<feature>', feature: folder }
  if (top === 'client' && folder === 'features') return { layer: 'client/features/<feature>', feature }
  return undefined
}

function importsOf(path: string): string[] {
  const source = readFileSync(join(root, path), 'utf8')
  const named = [...source.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map(
    (match) => match[1] ?? '',
  )
  return named.flatMap((name) => {
    if (name.startsWith('#')) return [name.slice(1).split('?')[0] ?? '']
    if (name.startsWith('.')) return [normalize(join(dirname(path), name))]
    return []
  })
}

const within = (path: string, allowed: string): boolean => {
  const target = layerOf(path)
  return path === allowed || path.startsWith(`${allowed}/`) || target?.layer === allowed
}

test('every file has a layer', () => {
  const strays = files.filter((path) => !isTest(path) && !path.endsWith('.d.ts') && !layerOf(path))
  expect(strays).toEqual([])
})

test('imports point down', () => {
  const wrong: string[] = []
  let seen = 0
  for (const path of files) {
    const from = layerOf(path)
    if (!from || isTest(path)) continue
    for (const target of importsOf(path).filter((t) => /\.(tsx?|css|json)$/.test(t))) {
      seen += 1
      const to = layerOf(target)
      const sameLayer =
        to?.layer === from.layer &&
        (from.layer !== 'client/features/<feature>' || to.feature === from.feature)
      if (!sameLayer && !layers[from.layer]?.some((allowed) => within(target, allowed)))
        wrong.push(`${path} -> ${target}`)
    }
  }
  expect(wrong).toEqual([])
  expect(seen, 'the test must see imports').toBeGreaterThan(100)
})

test('features import one another only along a line, never in a circle', () => {
  const edges = new Map<string, Set<string>>()
  const folder = (path: string): string =>
    path === 'shared/people/actor.ts' ? 'actor' : (path.split('/')[1] ?? '')
  for (const path of files.filter((p) => p.startsWith('shared/') && !isTest(p))) {
    const from = folder(path)
    for (const target of importsOf(path)) {
      const to = target.startsWith('shared/') ? folder(target) : from
      if (to !== from) edges.set(from, (edges.get(from) ?? new Set()).add(to))
    }
  }
  const circles: string[] = []
  const walk = (at: string, trail: readonly string[]): void => {
    if (trail.includes(at)) circles.push([...trail.slice(trail.indexOf(at)), at].join(' -> '))
    else for (const next of edges.get(at) ?? []) walk(next, [...trail, at])
  }
  for (const start of edges.keys()) walk(start, [])
  expect(circles).toEqual([])
  expect(edges.size).toBeGreaterThan(3)
})

test('shared code names neither Node nor the DOM', () => {
  const wrong = files
    .filter((path) => path.startsWith('shared/') && !isTest(path) && !path.endsWith('.d.ts'))
    .filter((path) =>
      /from ['"]node:|from ['"](react|express|socket\.io)/.test(readFileSync(join(root, path), 'utf8')),
    )
    .map((path) => relative('.', path))
  expect(wrong).toEqual([])
})
