// Ids are unique in the whole file, and every reference leads to a record of the right kind.
import type { CycleFile } from '#shared/cycle/cycleFile.ts'
import { type CycleProblem, type CycleProblemCode, placeOf } from '#shared/cycle/cycleProblem.ts'
import { idsOf, type Kind, references, type Target } from '#shared/cycle/references.ts'

type Path = readonly (string | number)[]

interface Known {
  readonly ids: ReadonlyMap<string, Kind>
  readonly codes: ReadonlySet<string>
}

/** The file's structure must have been checked. All problems, in the order of the checks. */
export function checkReferences(file: CycleFile): CycleProblem[] {
  const problems: CycleProblem[] = []
  const ids = new Map<string, Kind>()
  const places = new Map<string, Path>()
  for (const { id, kind, path } of idsOf(file)) {
    const first = places.get(id)
    if (first) problems.push(problem(path, 'duplicateId', { id, other: placeOf(first) }))
    else {
      ids.set(id, kind)
      places.set(id, path)
    }
  }
  const codes = new Set<string>()
  for (const [index, { code }] of file.entities.entries()) {
    if (codes.has(code)) problems.push(problem(['entities', index, 'code'], 'duplicateCode', { code }))
    codes.add(code)
  }
  for (const [place, target] of Object.entries(references)) {
    const steps = place.split(/\.|(?=\[\])|(?=\{\})/)
    for (const found of walk(file, steps, [])) problems.push(...checkOne(found, target, { ids, codes }))
  }
  return problems
}

const problem = (path: Path, code: CycleProblemCode, params: CycleProblem['params'] = {}): CycleProblem => ({
  path: placeOf(path),
  code,
  params,
})

interface Found {
  readonly value: string
  readonly path: Path
  /** The same value stood earlier in the same list. */
  readonly repeated: boolean
}

function checkOne({ value, path, repeated }: Found, target: Target, { ids, codes }: Known): CycleProblem[] {
  if (repeated) return [problem(path, 'repeated', { id: value })]
  if (target === 'entityCode') return codes.has(value) ? [] : [problem(path, 'unknownCode', { code: value })]
  const kind = ids.get(value)
  if (kind === undefined) return [problem(path, 'unknownId', { id: value })]
  return kind === target ? [] : [problem(path, 'wrongKind', { id: value, kind, target })]
}

/** Goes down the steps of a place; absent and null fields lead nowhere. */
function* walk(value: unknown, steps: readonly string[], path: Path): Generator<Found> {
  const [step, ...rest] = steps
  if (value === null || value === undefined) return
  if (step === undefined) {
    if (typeof value === 'string') yield { value, path, repeated: false }
  } else if (step === '{}') {
    for (const name of Object.keys(value)) yield { value: name, path: [...path, name], repeated: false }
  } else if (step === '[]') {
    if (!Array.isArray(value)) return
    const seen = new Set<unknown>()
    for (const [index, item] of value.entries()) {
      if (rest.length === 0) yield { value: item, path: [...path, index], repeated: seen.has(item) }
      else yield* walk(item, rest, [...path, index])
      seen.add(item)
    }
  } else if (typeof value === 'object' && Object.hasOwn(value, step)) {
    yield* walk((value as Record<string, unknown>)[step], rest, [...path, step]) // an object, looked at by name
  }
}
