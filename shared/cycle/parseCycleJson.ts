// Reads the text of a cycle file; says line and column where it is not JSON.
import type { CycleProblem } from '#shared/cycle/cycleProblem.ts'
import { jsonFault } from '#shared/cycle/jsonFault.ts'

export type ParsedJson =
  | { readonly ok: true; readonly json: unknown }
  | { readonly ok: false; readonly problem: CycleProblem }

/** A byte order mark at the beginning is passed over. */
export function parseCycleJson(content: string): ParsedJson {
  const text = content.startsWith('\uFEFF') ? content.slice(1) : content
  try {
    return { ok: true, json: JSON.parse(text) as unknown }
  } catch {
    const lines = text.slice(0, jsonFault(text)).split('\n')
    const params = { line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
    return { ok: false, problem: { path: '', code: 'notJson', params } }
  }
}
