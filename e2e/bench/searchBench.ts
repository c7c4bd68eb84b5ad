// Searching ten cycles of demo size: how long a question takes and how much it finds, beside SQLite's own full-text search.
import { readFileSync } from 'node:fs'
import SqliteDatabase from 'better-sqlite3'
import { type BenchReport, milliseconds } from '#e2e/bench/report.ts'
import { demoFiles } from '#e2e/bench/similarQuality.ts'
import { seeded } from '#e2e/bench/similarSplits.ts'
import { findEntries } from '#shared/search/findEntries.ts'
import { hitOf } from '#shared/search/markedPieces.ts'
import type { SearchEntry, SearchKind } from '#shared/search/searchEntry.ts'
import { type SearchShelf, searchShelf } from '#shared/search/searchShelf.ts'

const cycles = 10
const rounds = 20
const shown = 30

/** As people type them: whole words, inclusive ones, beginnings, slips, little words. */
const questions: readonly string[] = (
  'comité local|salariées|salarié·e·s|tou·te·s|adhérent(e)s|budget|reunion du soir|garde des enfants|vergadering|sociétaires|' +
  'la clé de la salle|com|antene|comitté|P12|Nantes|droit d’auteur|formations|écrivent|xyzzyx'
).split('|')

interface Row {
  readonly id: string
  readonly title?: string
  readonly name?: string
  readonly [field: string]: unknown
}

const kinds: readonly (readonly [string, SearchKind, readonly string[]])[] = [
  ['recommendations', 'recommendation', ['summary', 'constat', 'proposition', 'moyens']],
  ['decisions', 'decision', ['reason', 'newWording']],
  ['planItems', 'plan', []],
  ['localInitiatives', 'initiative', ['description']],
  ['drafts', 'handed-over', ['text']],
  ['contextCards', 'card', ['text']],
  ['groups', 'group', ['note']],
  ['themes', 'theme', ['question', 'whyPrioritised', 'outcomeNote']],
]

/** One cycle's texts; `mixed` gives every later cycle sentences in another order, as no cycle says the same twice. */
function entriesOfCycle(file: Record<string, readonly Row[]>, cycle: number): Map<SearchKind, SearchEntry[]> {
  const random = seeded(cycle + 1)
  return new Map(
    kinds.map(([list, kind, fields]) => {
      const rows = file[list] ?? []
      const said = rows.map((row) => fields.map((field) => String(row[field] ?? '')).join('\n'))
      const sentences = said.flatMap((text) => text.split(/(?<=[.!?]) /u))
      const pick = (): string => sentences[Math.floor(random() * sentences.length)] ?? ''
      const entries = rows.map((row, at): SearchEntry => {
        const count = (said[at] ?? '').split(/(?<=[.!?]) /u).length
        return {
          ...{ id: `${cycle}-${row.id}`, kind, title: row.title ?? row.name ?? '', page: '/', note: '' },
          body: cycle === 0 ? (said[at] ?? '') : Array.from({ length: count }, pick).join(' '),
          names: String(row['code'] ?? ''),
          ...{ state: null, groupIds: [], date: null },
        }
      })
      return [kind, entries]
    }),
  )
}

export function searchBench(): BenchReport {
  const file = JSON.parse(readFileSync(demoFiles.cycle, 'utf8')) as Record<string, readonly Row[]> // the demo's own file
  const all = Array.from({ length: cycles }, (_, cycle) => [...entriesOfCycle(file, cycle).values()]).flat()
  const [shelves, made] = clock(() => all.map((entries) => searchShelf(entries)))
  const [first] = all
  const changed = first?.map((one, at) => (at === 0 ? { ...one, body: `${one.body} Un mot de plus.` } : one))
  const [, renewed] = clock(() => searchShelf(changed ?? [], shelves[0]))
  const ours = measured((text) => ask(shelves, text))
  const peer = fullText(all.flat())
  const theirs = measured(peer)
  const texts = all.reduce((sum, entries) => sum + entries.length, 0)
  const row = (name: string, { found, times }: Measured): string[] => [
    ...[name, milliseconds(at(times, 0.5)), milliseconds(at(times, 0.95)), milliseconds(at(times, 1))],
    `${found} of ${questions.length - 1}`,
  ]
  return {
    title: 'Searching',
    about: `${questions.length} questions, ${rounds} times each, over ${texts} texts of ${cycles} cycles of demo size (sentences of the demo, mixed anew for each cycle), with counts by kind and ${shown} marked passages. « Finds something »: of all questions but the one that nobody's text answers.`,
    columns: ['', 'p50 ms', 'p95 ms', 'longest ms', 'finds something'],
    rows: [row('Faire Ensemble, in memory', ours), row('SQLite FTS5, in memory', theirs)],
    notes: [
      `All shelves made in ${milliseconds(made)} ms; one of them anew after a change in ${milliseconds(renewed)} ms. FTS5 as it comes: unicode61 without accents, words joined by AND, the last one as a beginning, bm25 and snippet; it knows no inclusive writing, no stems and no slips.`,
      'Wanted: every question under 100 ms.',
    ],
  }
}

function ask(shelves: readonly SearchShelf[], text: string): number {
  const found = findEntries(shelves, { text, kinds: [], limit: shown })
  for (const one of found.best) hitOf(one, found.words)
  return found.total
}

/** The same questions for SQLite: how many there are by kind, and the best with their passages. */
function fullText(entries: readonly SearchEntry[]): (text: string) => number {
  const database = new SqliteDatabase(':memory:')
  database.exec(
    "create virtual table texts using fts5 (kind unindexed, names, title, body, tokenize = 'unicode61 remove_diacritics 2')",
  )
  const insert = database.prepare('insert into texts (kind, names, title, body) values (?, ?, ?, ?)')
  database.transaction(() => {
    for (const { body, kind, names, title } of entries) insert.run(kind, names, title, body)
  })()
  const count = database.prepare('select kind, count(*) as n from texts where texts match ? group by kind')
  const best = database.prepare(
    `select title, snippet(texts, 3, '<', '>', '…', 32) as passage from texts where texts match ? order by bm25(texts, 0, 6, 4, 1) limit ${shown}`,
  )
  return (text) => {
    const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
    const match = words.map((word, n) => `"${word}"${n === words.length - 1 ? '*' : ''}`).join(' ')
    best.all(match)
    return (count.all(match) as { n: number }[]).reduce((sum, { n }) => sum + n, 0) // two columns are asked for
  }
}

interface Measured {
  readonly times: readonly number[]
  readonly found: number
}

function measured(question: (text: string) => number): Measured {
  const found = questions.filter((text) => question(text) > 0).length
  const times = Array.from({ length: rounds }, () =>
    questions.map((text) => clock(() => question(text))[1]),
  ).flat()
  return { times: times.sort((a, b) => a - b), found }
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0

function clock<Value>(act: () => Value): readonly [Value, number] {
  const before = performance.now()
  const value = act()
  return [value, performance.now() - before]
}
