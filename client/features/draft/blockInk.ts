// Whose words a paragraph holds, as it is shown: which letters wear which group's ink, and what stands at the end of each sentence.
import {
  isSameSource,
  type Passages,
  type WordSource,
  type WordSources,
} from '#client/features/draft/wordSources.ts'
import type { MarkedRun } from '#shared/merge/markedBlocks.ts'
import { type ProvenRun, provenanceOf } from '#shared/merge/provenance.ts'
import { sentencesOf } from '#shared/merge/sentences.ts'

/** Letters of a paragraph, counted in UTF-16 units from its start. `source` null: written together. */
export interface InkedWords {
  readonly from: number
  readonly to: number
  readonly source: WordSource | null
}

/** Behind a sentence: the groups that it comes from, none where it was written together. */
export interface SentenceEnd {
  readonly at: number
  readonly sources: readonly WordSource[]
  /** The next sentence says the same, so that eyes need not be told twice. */
  readonly goesOn: boolean
}

export interface BlockInk {
  readonly words: readonly InkedWords[]
  readonly ends: readonly SentenceEnd[]
}

export function blockInk(runs: readonly MarkedRun[], sources: WordSources, passages: Passages): BlockInk {
  const text = runs.map((run) => run.text).join('')
  if (text.trim() === '') return { words: [], ends: [] }
  const words = inkedWords(provenanceOf(runs, passages), sources, text)
  const sentences = sentencesOf(text).filter((sentence) => hasLetter.test(sentence.text))
  const found = sentences.map(({ start, end }) => ({ at: end, sources: sourcesBetween(words, start, end) }))
  return {
    words,
    ends: found.map(({ at, sources: own }, index) => ({
      at,
      sources: own,
      goesOn: areSame(own, found[index + 1]?.sources),
    })),
  }
}

const hasLetter = /[\p{L}\p{N}]/u

function inkedWords(runs: readonly ProvenRun[], sources: WordSources, text: string): InkedWords[] {
  const found: { from: number; to: number; source: WordSource | null }[] = []
  let at = 0
  for (const run of runs) {
    const source = (run.from === null ? undefined : sources.get(run.from)) ?? null
    const last = found.at(-1)
    if (last && areOne(last.source, source)) last.to = at + run.text.length
    else found.push({ from: at, to: at + run.text.length, source })
    at += run.text.length
  }
  return withinWords(found, text)
}

/** A blank or a sign between two stretches is no writing of its own; blanks at the ends wear nothing. */
function withinWords(found: readonly InkedWords[], text: string): InkedWords[] {
  const telling = found.filter(({ from, to }) => hasLetter.test(text.slice(from, to)))
  const closed: { from: number; to: number; source: WordSource | null }[] = []
  for (const stretch of telling) {
    const last = closed.at(-1)
    if (last && areOne(last.source, stretch.source)) last.to = stretch.to
    else closed.push({ ...stretch })
  }
  return closed.map(({ from, to, source }) => {
    const words = text.slice(from, to)
    return {
      from: from + words.length - words.trimStart().length,
      to: to - (words.length - words.trimEnd().length),
      source,
    }
  })
}

const areOne = (a: WordSource | null, b: WordSource | null): boolean =>
  a === b || (a !== null && b !== null && isSameSource(a, b))

function sourcesBetween(words: readonly InkedWords[], start: number, end: number): WordSource[] {
  const found: WordSource[] = []
  for (const { from, to, source } of words)
    if (source && from < end && to > start && !found.some((one) => isSameSource(one, source)))
      found.push(source)
  return found
}

const areSame = (a: readonly WordSource[], b: readonly WordSource[] | undefined): boolean =>
  b?.length === a.length && a.every((source, at) => areOne(source, b[at] ?? null))
