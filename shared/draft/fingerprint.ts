// The fingerprint of a draft's text: what a group consents to, and what lapses when the words change.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { ReadBlock, ReadDraft, ReadRun } from '#shared/draft/draftModel.ts'
import { sections } from '#shared/draft/vocabulary.ts'

/** What a fingerprint is made of. Order, position, codes, authors, sources and provenance are not text. */
export type FingerprintedDraft = Pick<
  ReadDraft,
  'title' | 'summary' | 'sections' | 'nuances' | 'jurisdictions' | 'countryPassages'
>

/** SHA-256, in hex, of the canonical JSON below. The same words give the same fingerprint on every device. */
export const fingerprint = (draft: FingerprintedDraft): string =>
  bytesToHex(sha256(utf8ToBytes(canonicalText(draft))))

/** The text as canonical JSON: Unicode NFC, sorted keys, no spaces; what holds no words is left out. */
export function canonicalText(draft: FingerprintedDraft): string {
  return canonical({
    title: draft.title,
    summary: draft.summary,
    ...Object.fromEntries(sections.map((section) => [section, draft.sections[section].flatMap(plainBlock)])),
    nuances: Object.fromEntries(
      draft.nuances.filter(hasWords).map(({ id, type, groupId, text }) => [id, { type, groupId, text }]),
    ),
    jurisdictions: [...draft.jurisdictions].sort(),
    countryPassages: Object.fromEntries(
      Object.entries(draft.countryPassages).filter(([, text]) => hasWords({ text })),
    ),
  })
}

const hasWords = ({ text }: { readonly text: string }): boolean => text.trim() !== ''

/** Runs with the same marks are one, however the words were typed; blocks without words are left out. */
function plainBlock(block: ReadBlock): object[] {
  const runs: ReadRun[] = []
  for (const run of block.runs) {
    const last = runs.at(-1)
    if (last && sameMarks(last, run)) runs[runs.length - 1] = { ...last, text: last.text + run.text }
    else if (run.text !== '') runs.push(run)
  }
  return runs.some(hasWords) ? [{ type: block.type, level: block.level, runs }] : []
}

const sameMarks = (a: ReadRun, b: ReadRun): boolean =>
  a.bold === b.bold && a.italic === b.italic && a.link === b.link

function canonical(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'))
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, inner]) => `${canonical(key)}:${canonical(inner)}`).join()}}`
}
