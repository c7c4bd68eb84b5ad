// A missing row fails: every act has one, every command that changes a whiteboard is some act's.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { boardActs } from '#shared/parity/boardAct.ts'
import { notActs, type ParityRow, parity } from '#shared/parity/parity.ts'

const read = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) =>
      readFileSync(new URL(name, folder.startsWith('file:') ? folder : `file://${folder}/`), 'utf8'),
    )

const sources = read(new URL('../whiteboard', import.meta.url).pathname)

/** Exported functions that take an origin write into the document. */
const commands = sources.flatMap((source) =>
  [
    ...source.matchAll(/^export (?:async )?function (\w+)(?:<[^>]*>)?\(([\s\S]*?)\)(?::[^{]+)? \{$/gm),
  ].flatMap(([, name, params]) => (name && /\borigin\b/.test(params ?? '') ? [name] : [])),
)
const exported = new Set(
  sources.flatMap((source) =>
    [...source.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name),
  ),
)
const rows: readonly (readonly [string, ParityRow])[] = Object.entries(parity)

test('the test sees the commands', () => {
  expect(commands).toEqual(
    expect.arrayContaining(['addNote', 'moveToFrame', 'connect', 'deleteRecords', 'restore', 'placeDraft']),
  )
  expect(commands.length).toBeGreaterThanOrEqual(10)
})

test('every act has a row, and no row is for something else', () => {
  expect(Object.keys(parity).sort()).toEqual([...boardActs].sort())
})

test('each row says how on the board and how in the list', () => {
  for (const [act, row] of rows) {
    expect(row.boardHow.trim(), act).not.toBe('')
    expect(row.listHow.trim(), act).not.toBe('')
  }
})

test.each([...new Set(commands)].map((name) => [name]))('the command %s belongs to an act', (name) => {
  const used = rows.some(([, row]) => row.commands.includes(name))
  expect(used || name in notActs).toBe(true)
})

test('every command named in the table exists', () => {
  const elsewhere = new Set(['createDraft']) // in shared/draft
  for (const [act, row] of rows)
    for (const command of row.commands)
      expect(exported.has(command) || elsewhere.has(command), `${act}: ${command}`).toBe(true)
})

test('what is excused exists', () => {
  for (const name of Object.keys(notActs)) expect(exported.has(name), name).toBe(true)
})
