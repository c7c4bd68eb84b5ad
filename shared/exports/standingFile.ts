// The cycle as it stands as one file: what was imported, with what was made and changed in the product laid over it. Pure.
import { checkReferences } from '#shared/cycle/checkReferences.ts'
import { checkSense } from '#shared/cycle/checkSense.ts'
import { type CycleFile, cycleFile } from '#shared/cycle/cycleFile.ts'
import { idsOf, references } from '#shared/cycle/references.ts'
import { joinedUp } from '#shared/exports/joinedUp.ts'

export const overlaidKinds = [
  'themes',
  'groups',
  'sessions',
  'contextCards',
  'drafts',
  'recommendations',
  'presentations',
  'ressentis',
  'boardSessions',
  'decisions',
  'planItems',
  'localInitiatives',
] as const
export type OverlaidKind = (typeof overlaidKinds)[number]

/** A record that was made here, or those fields of an imported one that read otherwise now; undefined takes a field away. */
export interface FileEntry {
  readonly kind: OverlaidKind
  readonly record: { readonly id: string; readonly [field: string]: unknown }
}

export interface Made {
  readonly entries: readonly FileEntry[]
  /** `YYYY-MM-DD` of the last news about the plan; null without any. */
  readonly plannedUntil: string | null
}

export interface StandingFile {
  readonly file: CycleFile
  /** Ids of what was made here about something that is no longer in the cycle: no file that is checked can hold it. */
  readonly leftOut: readonly string[]
}

/** The very object that was given where nothing was made. */
export function standingFile(imported: CycleFile, { entries, plannedUntil }: Made): StandingFile {
  if (entries.length === 0) return { file: imported, leftOut: [] }
  const leftOut = new Set<string>()
  // Each round leaves something out, or is the last one.
  for (;;) {
    const { file, refused } = laidOver(imported, entries, leftOut)
    for (const id of refused) leftOut.add(id)
    if (refused.length === 0) return { file: withDate(file, plannedUntil), leftOut: [...leftOut] }
  }
}

type Fields = Record<string, unknown> & { readonly id: string }

function laidOver(
  imported: CycleFile,
  entries: readonly FileEntry[],
  leftOut: ReadonlySet<string>,
): { file: CycleFile; refused: string[] } {
  const standing = entries.filter(({ record }) => !leftOut.has(record.id))
  const touched = new Set(standing.map(({ record }) => record.id))
  const laid: Record<string, unknown> = { ...imported }
  for (const kind of overlaidKinds) {
    const own = standing.filter((entry) => entry.kind === kind)
    if (own.length > 0) laid[kind] = listWith((imported[kind] ?? []) as Fields[], own) // any record is an object with an id
  }
  const file = joinedUp(imported, withoutLooseEnds(laid as CycleFile, touched)) // judged record by record below
  const wrong = malformed(file, touched)
  return { file, refused: wrong.length > 0 ? wrong : contradicting(file, touched) }
}

/** Imported records keep their places, and all that the format does not know. */
function listWith(imported: readonly Fields[], entries: readonly FileEntry[]): Fields[] {
  const byId = new Map(imported.map((record) => [record.id, record]))
  for (const { record } of entries) byId.set(record.id, laidOn(byId.get(record.id), record))
  return [...byId.values()]
}

const laidOn = (below: Fields | undefined, above: FileEntry['record']): Fields => ({
  ...(Object.fromEntries(
    Object.entries({ ...below, ...above }).filter(([, value]) => value !== undefined),
  ) as Fields), // the id is among them
})

/** References of touched records that lead nowhere: lists lose them, fields become null. */
function withoutLooseEnds(file: CycleFile, touched: ReadonlySet<string>): CycleFile {
  const kindOf = new Map([...idsOf(file)].map(({ id, kind }) => [id, kind as string]))
  const codes = new Set(file.entities.map(({ code }) => code))
  const tied: Record<string, unknown> = { ...file }
  for (const [place, target] of Object.entries(references)) {
    const [kind = '', ...steps] = place.split(/\.|(?=\[\])|(?=\{\})/)
    if (!overlaidKinds.some((one) => one === kind)) continue
    const knows = (id: string): boolean =>
      target === 'entityCode' ? codes.has(id) : kindOf.get(id) === target
    const list = (tied[kind] ?? undefined) as Fields[] | undefined // a list of records, as above
    if (list) tied[kind] = list.map((one) => (touched.has(one.id) ? tiedUp(one, steps.slice(1), knows) : one))
  }
  return tied as unknown as CycleFile // the same lists, with fewer references
}

function tiedUp(value: unknown, steps: readonly string[], knows: (id: string) => boolean): unknown {
  const [step, ...rest] = steps
  if (value === null || value === undefined) return value
  if (step === undefined) return typeof value === 'string' && !knows(value) ? null : value
  if (step === '[]')
    return Array.isArray(value)
      ? [...new Set(value.map((item) => tiedUp(item, rest, knows)))].filter((item) => item !== null)
      : value
  if (typeof value !== 'object') return value
  if (step === '{}') return Object.fromEntries(Object.entries(value).filter(([name]) => knows(name)))
  if (!Object.hasOwn(value, step)) return value
  return { ...value, [step]: tiedUp((value as Fields)[step], rest, knows) } // an object, looked at by name
}

/** Touched records that miss what the format asks for. */
const malformed = (file: CycleFile, touched: ReadonlySet<string>): string[] =>
  overlaidKinds.flatMap((kind) => {
    const shape = cycleFile.shape[kind]
    return (file[kind] ?? []).flatMap((record) =>
      touched.has(record.id) && !shape.safeParse([record]).success ? [record.id] : [],
    )
  })

/** Touched records that do not agree with the rest of the file. */
function contradicting(file: CycleFile, touched: ReadonlySet<string>): string[] {
  const broken = checkReferences(file)
  const problems = broken.length > 0 ? broken : checkSense(file)
  const ids = problems.flatMap(({ path }) => {
    const [, kind, at] = /^(\w+)\[(\d+)\]/.exec(path) ?? []
    const list = overlaidKinds.find((one) => one === kind)
    const id = list && file[list]?.[Number(at)]?.id
    return id !== undefined && touched.has(id) ? [id] : []
  })
  return [...new Set(ids)]
}

/** What the plan says holds at the day of its last news. */
const withDate = (file: CycleFile, until: string | null): CycleFile =>
  until !== null && until > (file.cycle.dataAsOf ?? '')
    ? { ...file, cycle: { ...file.cycle, dataAsOf: until } }
    : file
