// Checks a parsed coop-cycle file whole: structure first, then references, then sense.
import type { z } from 'zod'
import { checkReferences } from '#shared/cycle/checkReferences.ts'
import { checkSense } from '#shared/cycle/checkSense.ts'
import { type CycleFile, cycleFile } from '#shared/cycle/cycleFile.ts'
import {
  type CycleProblem,
  type CycleProblemCode,
  cycleProblemCodes,
  mostProblems,
  placeOf,
} from '#shared/cycle/cycleProblem.ts'

export type CheckedCycle =
  /** The very object that was given, with all that the format does not know. */
  | { readonly ok: true; readonly file: CycleFile }
  /** The first twenty problems, and how many there are. */
  | { readonly ok: false; readonly problems: readonly CycleProblem[]; readonly total: number }

/** Deeper nesting than any honest file: what walks the file would run out of stack. */
const mostDepth = 100

export function checkCycleFile(json: unknown): CheckedCycle {
  if (isTooDeep(json)) return refused([{ path: '', code: 'tooDeep', params: { most: mostDepth } }])
  const parsed = cycleFile.safeParse(json)
  if (!parsed.success) return refused(parsed.error.issues.map((issue) => structureProblem(json, issue)))
  const file = json as CycleFile // just parsed; the given object is kept because the parsed one has lost unknown fields
  const broken = checkReferences(file)
  if (broken.length > 0) return refused(broken)
  const senseless = checkSense(file)
  return senseless.length > 0 ? refused(senseless) : { ok: true, file }
}

const refused = (problems: readonly CycleProblem[]): CheckedCycle => ({
  ok: false,
  problems: problems.slice(0, mostProblems),
  total: problems.length,
})

function isTooDeep(json: unknown): boolean {
  let level: unknown[] = [json]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > mostDepth) return true
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    )
  }
  return false
}

function structureProblem(json: unknown, issue: z.core.$ZodIssue): CycleProblem {
  const path = placeOf(issue.path)
  const told = (code: CycleProblemCode, params: CycleProblem['params'] = {}): CycleProblem => ({
    path,
    code,
    params,
  })
  const value = valueAt(json, issue.path)
  if (path === '') return told('format')
  if (value === undefined) return told('missing')
  if (path === 'format') return told('format')
  if (path === 'formatVersion') return told('version', { found: shown(value) })
  switch (issue.code) {
    case 'invalid_type':
      return told('wrongType', { expected: issue.expected, found: shown(value) })
    case 'invalid_value':
      return told('notAllowed', { found: shown(value), allowed: issue.values.map(String).join(', ') })
    case 'too_small':
      return told('outOfRange', { found: shown(value), limit: `>= ${issue.minimum}` })
    case 'too_big':
      return told('outOfRange', { found: shown(value), limit: `<= ${issue.maximum}` })
    case 'custom': {
      const code = cycleProblemCodes.find((known) => known === issue.params?.['problem'])
      return told(code ?? 'wrongType', { expected: '', found: shown(value) })
    }
    default:
      return told('wrongType', { expected: '', found: shown(value) })
  }
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  let value = json
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined
    value = (value as Record<PropertyKey, unknown>)[part] // an object, looked at by name
  }
  return value
}

/** A value as an error message shows it: short, on one line. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return '[…]'
  if (typeof value === 'object' && value !== null) return '{…}'
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
