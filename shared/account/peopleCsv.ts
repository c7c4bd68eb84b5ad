// A list of people as a CSV file: read line by line, each bad line named. Columns: name, email, role, group (or board).
import { accountLanguages, email as emailSchema } from '#shared/account/account.ts'
import type { ImportedLine, ImportProblem, Scope } from '#shared/account/admin.ts'
import { type Role, type RoleInScope, roles, scopeKindOf } from '#shared/people/roles.ts'

export interface CsvSurroundings {
  readonly groups: readonly (Scope & { readonly code: string })[]
  readonly boards: readonly Scope[]
  /** Addresses that have an account or a waiting invitation. */
  readonly known: ReadonlySet<string>
  readonly mayGive: (role: RoleInScope) => boolean
}

export interface BadLine {
  readonly line: number
  readonly problem: ImportProblem
  readonly value: string
}

const mostLines = 2_000

/** Words that people write for a role, in the three languages. */
const roleWords: Readonly<Record<string, Role>> = {
  membre: 'member',
  societaire: 'member',
  lid: 'member',
  animation: 'facilitator',
  animateur: 'facilitator',
  animatrice: 'facilitator',
  begeleider: 'facilitator',
  secretariat: 'secretary',
  secretaire: 'secretary',
  secretaris: 'secretary',
  experte: 'expert',
  equipe: 'team',
  ca: 'board',
  conseil: 'board',
  raad: 'board',
  'vie cooperative': 'cooperative-life',
  administration: 'admin',
  beheer: 'admin',
}
type Column = 'name' | 'email' | 'role' | 'scope' | 'language'
const columns: Readonly<Record<string, Column>> = {
  nom: 'name',
  name: 'name',
  naam: 'name',
  email: 'email',
  'e-mail': 'email',
  courriel: 'email',
  role: 'role',
  rol: 'role',
  groupe: 'scope',
  group: 'scope',
  groep: 'scope',
  conseil: 'scope',
  board: 'scope',
  langue: 'language',
  language: 'language',
  taal: 'language',
}

/** Without accents and case; a leading apostrophe that spreadsheets leave before a formula sign is no part of a value. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .trim()
    .toLowerCase()

/** Fields of one CSV text; commas, semicolons or tabs, whichever its first line holds most of; quotes as RFC 4180 has them. */
export function csvRows(text: string): string[][] {
  const source = text.replace(/^\uFEFF/, '')
  const first = source.split(/\r?\n/, 1)[0] ?? ''
  const count = (mark: string): number => first.split(mark).length
  const separator = [';', '\t', ','].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',')
  const rows: string[][] = []
  let row: string[] = []
  let field = ''
  let quoted = false
  const endField = (): void => {
    row.push(field)
    field = ''
  }
  for (let at = 0; at < source.length; at++) {
    const letter = source[at] ?? ''
    if (quoted) {
      if (letter !== '"') field += letter
      else if (source[at + 1] === '"') {
        field += '"'
        at += 1
      } else quoted = false
    } else if (letter === '"' && field.trim() === '') {
      field = ''
      quoted = true
    } else if (letter === separator) endField()
    else if (letter === '\n') {
      endField()
      rows.push(row)
      row = []
    } else if (letter !== '\r') field += letter
  }
  if (field !== '' || row.length > 0) {
    endField()
    rows.push(row)
  }
  return rows
}

/** Lines count from 1, the header included, as a spreadsheet shows them. Nobody is invited from a file with a bad line. */
export function readPeopleCsv(
  text: string,
  around: CsvSurroundings,
): { readonly lines: readonly ImportedLine[]; readonly bad: readonly BadLine[] } {
  const rows = csvRows(text)
  const header = (rows[0] ?? []).map((cell) => columns[plain(cell)])
  if (!header.includes('name') || !header.includes('role'))
    return {
      lines: [],
      bad: [{ line: 1, problem: 'no-header', value: (rows[0] ?? []).join(' ').slice(0, 80) }],
    }
  if (rows.length > mostLines)
    return {
      lines: [],
      bad: [{ line: mostLines + 1, problem: 'too-many-lines', value: String(rows.length) }],
    }
  const lines: ImportedLine[] = []
  const bad: BadLine[] = []
  const seen = new Set<string>()
  for (const [at, row] of rows.entries()) {
    if (at === 0 || row.every((cell) => cell.trim() === '')) continue
    const read = readLine({ row, line: at + 1, header }, around, seen)
    if ('problem' in read) bad.push(read)
    else lines.push(read)
  }
  return { lines, bad }
}

interface RawLine {
  readonly row: readonly string[]
  readonly line: number
  readonly header: readonly (Column | undefined)[]
}

function readLine(
  { row, line, header }: RawLine,
  around: CsvSurroundings,
  seen: Set<string>,
): ImportedLine | BadLine {
  const cell = (name: Column): string => (row[header.indexOf(name)] ?? '').trim()
  const wrong = (problem: ImportProblem, value: string): BadLine => ({
    line,
    problem,
    value: value.slice(0, 80),
  })
  if (row.length > header.length) return wrong('too-many-columns', row.join(' '))
  const name = cell('name')
  if (name === '' || name.length > 80) return wrong('no-name', name)
  const typed = cell('email')
  const address = typed === '' ? undefined : emailSchema.safeParse(typed)
  if (address && !address.success) return wrong('bad-email', typed)
  const email = address?.data ?? null
  if (email !== null && seen.has(email)) return wrong('email-twice', email)
  if (email !== null && around.known.has(email)) return wrong('email-known', email)
  const word = plain(cell('role'))
  const role = roles.find((one) => one === word) ?? roleWords[word]
  if (!role) return wrong('unknown-role', cell('role'))
  const place = cell('scope')
  const kind = scopeKindOf(role)
  const list: readonly (Scope & { readonly code?: string })[] =
    kind === 'group' ? around.groups : around.boards
  const found = list.find(({ id, name: called, code }) =>
    [id, called, code ?? ''].some((one) => one !== '' && plain(one) === plain(place)),
  )
  if (kind !== 'whole' && !found) return wrong(kind === 'group' ? 'unknown-group' : 'unknown-board', place)
  const given: RoleInScope = { role, scope: kind === 'whole' ? null : (found?.id ?? null) }
  if (!around.mayGive(given)) return wrong('not-yours-to-give', cell('role'))
  const spoken = plain(cell('language'))
  const language = accountLanguages.find((one) => one === spoken)
  if (spoken !== '' && !language) return wrong('unknown-language', cell('language'))
  if (email !== null) seen.add(email)
  return { line, name, email, roles: [given], ...(language && { language }) }
}
