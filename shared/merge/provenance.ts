// Whose words these are: a source mark is a claim, held against the frozen passage; what it does not prove is « written together ».
import type { Passage } from '#shared/merge/frozenParent.ts'
import type { MarkedRun } from '#shared/merge/markedBlocks.ts'
import { type PlacedToken, placesInPassage, tokensOf } from '#shared/merge/provenWords.ts'

export { type MarkedBlock, type MarkedRun, markedBlocks } from '#shared/merge/markedBlocks.ts'

/** `from` is a passage id, or null for words that were written together. */
export interface ProvenRun extends MarkedRun {
  readonly from: string | null
}

/** A word of the block, the passage that it claims, and its place there once that is proven. */
interface Claim extends PlacedToken {
  readonly ref: string | null
  place: number
}

/** A frozen passage as words. */
interface Source {
  readonly text: string
  readonly tokens: readonly PlacedToken[]
}

/** The runs of one block, cut where provenance changes. Characters that were typed carry no mark and are nobody's alone. */
export function provenanceOf(
  runs: readonly MarkedRun[],
  passages: ReadonlyMap<string, Passage>,
): ProvenRun[] {
  if (!runs.some(({ ref }) => ref !== undefined && passages.has(ref)))
    return runs.map((run) => ({ ...run, from: null }))
  const text = runs.map((run) => run.text).join('')
  const refs = refsOf(runs, passages)
  const sources = new Map<string, Source>()
  for (const ref of new Set(refs)) {
    const passage = ref === null ? undefined : passages.get(ref)
    if (passage) sources.set(passage.id, { text: passage.text, tokens: tokensOf(passage.text) })
  }
  const claims = tokensOf(text).map((token): Claim => ({ ...token, ref: claimOf(refs, token), place: -1 }))
  for (const stretch of stretchesOf(claims)) prove(stretch, sources)
  return cutRuns(runs, provenCharacters({ text, refs, claims, sources }))
}

/** A ref a character; null where nothing that we know is claimed. */
const refsOf = (runs: readonly MarkedRun[], passages: ReadonlyMap<string, Passage>): (string | null)[] =>
  runs.flatMap(({ text, ref }) =>
    new Array<string | null>(text.length).fill(ref !== undefined && passages.has(ref) ? ref : null),
  )

/** A word claims a passage when most of it is marked so: « entre » with a typed first letter is still the « Entre » of its source. */
function claimOf(refs: readonly (string | null)[], { start, end }: PlacedToken): string | null {
  const marks = refs.slice(start, end).filter((ref) => ref !== null)
  const [first] = marks
  return first !== undefined && marks.length * 2 >= end - start && marks.every((ref) => ref === first)
    ? first
    : null
}

/** Neighbouring words that claim the same passage. */
function stretchesOf(claims: readonly Claim[]): Claim[][] {
  const stretches: Claim[][] = []
  let before: string | null = null
  for (const claim of claims) {
    if (claim.ref !== null && claim.ref === before) stretches.at(-1)?.push(claim)
    else if (claim.ref !== null) stretches.push([claim])
    before = claim.ref
  }
  return stretches
}

function prove(stretch: readonly Claim[], sources: ReadonlyMap<string, Source>): void {
  const source = sources.get(stretch[0]?.ref ?? '')
  if (!source) return
  const places = placesInPassage(
    stretch.map(({ word }) => word),
    source.tokens.map(({ word }) => word),
  )
  for (const [index, claim] of stretch.entries()) claim.place = places[index] ?? -1
}

interface Block {
  readonly text: string
  readonly refs: readonly (string | null)[]
  readonly claims: readonly Claim[]
  readonly sources: ReadonlyMap<string, Source>
}

/** For each character the passage that it comes from. Signs and blanks follow the proven word that they stand beside in both. */
function provenCharacters({ text, refs, claims, sources }: Block): (string | null)[] {
  const from = new Array<string | null>(text.length).fill(null)
  for (const [index, { ref, place, start, end }] of claims.entries()) {
    const source = sources.get(ref ?? '')
    const token = source?.tokens[place]
    if (ref === null || !source || !token) continue
    for (let at = start; at < end; at++) if (refs[at] === ref) from[at] = ref
    const last = claims[index - 1]?.end ?? 0
    const next = claims[index + 1]?.start ?? text.length
    const isSame = (at: number, there: number): boolean =>
      refs[at] === ref && there >= 0 && sameSign(text[at], source.text[there])
    for (let step = 0; end + step < next && isSame(end + step, token.end + step); step++)
      from[end + step] = ref
    for (let step = 1; start - step >= last && isSame(start - step, token.start - step); step++)
      from[start - step] = ref
  }
  return from
}

const blank = /[\s\u00a0\u202f]/u
const apostrophe = /['’‘ʼ]/u
const sameSign = (a = '', b = ''): boolean =>
  a !== '' && (a === b || (blank.test(a) && blank.test(b)) || (apostrophe.test(a) && apostrophe.test(b)))

function cutRuns(runs: readonly MarkedRun[], from: readonly (string | null)[]): ProvenRun[] {
  const cut: ProvenRun[] = []
  let at = 0
  for (const run of runs) {
    for (let start = 0; start < run.text.length; ) {
      const source = from[at + start] ?? null
      let end = start + 1
      while (end < run.text.length && (from[at + end] ?? null) === source) end++
      cut.push({ ...run, text: run.text.slice(start, end), from: source })
      start = end
    }
    at += run.text.length
  }
  return cut
}
