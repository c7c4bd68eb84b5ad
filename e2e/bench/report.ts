// What a bench says: a table on the screen, and the same table in docs/bench.md under its own heading.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'

export interface BenchReport {
  /** The heading of its section. */
  readonly title: string
  /** What was done, in a sentence or two. */
  readonly about: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** What the figures say. */
  readonly notes?: readonly string[]
}

const file = join(import.meta.dirname, '..', '..', 'docs', 'bench.md')
const head = `# Measured

Each section is written anew by the run that its command names. Clients, browser and server share one machine; latencies are for
reading beside the bare relay of the same run, not as promises.
`

export const milliseconds = (value: number): string => value.toFixed(value < 100 ? 1 : 0)

/** One minute's mean number of processes that wanted a processor. */
export const load = (): string => (loadavg()[0] ?? 0).toFixed(1)

/** Prints the report and keeps it in docs/bench.md. `loadBefore`: the machine's load when the run began. */
export function tell(report: BenchReport, command: string, loadBefore: string): void {
  const { title, about, columns, rows, notes = [] } = report
  const widths = columns.map((_, at) => Math.max(...[columns, ...rows].map((row) => (row[at] ?? '').length)))
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
  console.log(`\n${title}: ${about}\n\n${[columns, ...rows].map(line).join('\n')}`)
  for (const note of notes) console.log(note)
  const where = `${new Date().toISOString().slice(0, 10)}, \`${command}\`, ${cpus().length} cores, load average ${loadBefore} before the run.`
  const table = [columns, columns.map((_, at) => (at === 0 ? '---' : '---:')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n')
  keep(title, [where, about, table, ...notes].join('\n\n'))
}

function keep(title: string, text: string): void {
  const known = existsSync(file) ? readFileSync(file, 'utf8') : head
  const [first = head, ...sections] = known.split(/^(?=## )/mu)
  const own = `## ${title}\n\n${text}\n`
  const at = sections.findIndex((section) => section.startsWith(`## ${title}\n`))
  if (at < 0) sections.push(own)
  else sections[at] = own
  writeFileSync(
    file,
    [first, ...sections]
      .map((part) => part.trimEnd())
      .join('\n\n')
      .concat('\n'),
  )
}
