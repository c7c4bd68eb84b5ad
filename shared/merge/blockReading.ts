// Reads one block of the joint text: its sentences, whose words they hold, and which passages they keep or seem to say. [M5]
import type { Section } from '#shared/draft/vocabulary.ts'
import type { Passage } from '#shared/merge/frozenParent.ts'
import type { MarkedRun } from '#shared/merge/markedBlocks.ts'
import { lettersIn, type PassageIndex } from '#shared/merge/passageIndex.ts'
import { comparedWords } from '#shared/merge/passageWords.ts'
import { type ProvenRun, provenanceOf } from '#shared/merge/provenance.ts'
import { tokensOf } from '#shared/merge/provenWords.ts'
import { foldWords, wordsDigest } from '#shared/merge/sameWords.ts'
import { type Sentence, sentencesOf } from '#shared/merge/sentences.ts'

export interface SentenceReading extends Sentence {
  readonly runs: readonly ProvenRun[]
  /** Of its words: changes when they do. */
  readonly digest: string
  /** Passages whose words stand whole in it, or begin in it. [M5] */
  readonly keeps: readonly string[]
  /** Passages that it seems to say in other words. [M5] */
  readonly says: readonly string[]
}

export interface BlockReading {
  readonly sentences: readonly SentenceReading[]
}

/** Where words of a merge stand: a section, what holds in one country, or a nuance. */
export type Part = Section | 'country' | 'nuance'

/** Parts of a passage's meaning-bearing words, and of its characters by proven mark, from which a sentence seems to say it. [M5] */
const saidByWords = 0.3
const saidByMarks = 0.25

export function readBlock(part: Part, runs: readonly MarkedRun[], index: PassageIndex): BlockReading {
  const proven = provenanceOf(runs, index.sources)
  const text = runs.map((run) => run.text).join('')
  const cut = sentencesOf(text)
  const mayStand = (id: string): boolean => mayStandIn(part, index.passages.get(id))
  const kept = [...keptByText(cut, index), ...keptByMarks(cut, proven, index)].filter(({ id }) =>
    mayStand(id),
  )
  return {
    sentences: cut.map((sentence, number) => {
      const own = provenBetween(proven, sentence)
      return {
        ...sentence,
        runs: own,
        digest: wordsDigest(sentence.text),
        keeps: [...new Set(kept.filter((one) => one.sentence === number).map(({ id }) => id))],
        says: saidIn(own, sentence.text, index).filter(mayStand),
      }
    }),
  }
}

/** A nuance may stand anywhere. A sentence that stands among the nuances was joined there, not kept: somebody decided that. */
const mayStandIn = (part: Part, passage: Passage | undefined): boolean =>
  passage?.kind === 'nuance' || part !== 'nuance'

interface Kept {
  readonly id: string
  /** Where it begins. */
  readonly sentence: number
}

/** Sentences, or several that follow each other, with just the words of a passage. */
function keptByText(cut: readonly Sentence[], { byText, mostSentences }: PassageIndex): Kept[] {
  const folded = cut.map(({ text }) => foldWords(text))
  return folded.flatMap((first, sentence) => {
    const kept: Kept[] = []
    let together = ''
    for (let last = sentence; last < Math.min(folded.length, sentence + mostSentences); last++) {
      together = together === '' ? first : `${together} ${folded[last] ?? ''}`
      for (const id of byText.get(together) ?? []) kept.push({ id, sentence })
    }
    return kept
  })
}

/**
 * Words of a passage that stand whole by their marks, with nothing between; the end mark may have gone. Whoever adds words of
 * their own to the sentence changes what it says (« sauf le soir »): then its source is asked.
 */
function keptByMarks(
  cut: readonly Sentence[],
  runs: readonly ProvenRun[],
  { passages }: PassageIndex,
): Kept[] {
  const whole = stretchesOf(runs).filter(
    ({ from, text }) => withoutEnd(text) === withoutEnd(passages.get(from)?.text ?? ''),
  )
  if (whole.length === 0) return []
  const isCovered = ({ start, end }: Sentence): boolean =>
    whole.some((stretch) => stretch.start <= start && end <= stretch.start + stretch.text.length)
  return whole.flatMap(({ from, text, start }) => {
    const around = cut.filter((sentence) => sentence.end > start && sentence.start < start + text.length)
    const [first] = around
    const isAlone = around.every((sentence) => wordsIn(sentence).every(isCovered))
    return first && isAlone ? [{ id: from, sentence: cut.indexOf(first) }] : []
  })
}

/** The words of a sentence, at their places in the block. */
const wordsIn = ({ text, start }: Sentence): Sentence[] =>
  tokensOf(text).map((token) => ({ text: token.word, start: start + token.start, end: start + token.end }))

const withoutEnd = (text: string): string => foldWords(text).replace(/[\s\p{P}]+$/u, '')

interface Stretch {
  readonly from: string
  text: string
  readonly start: number
}

/** Proven words of one passage that follow each other; a typed blank between them does not part them. */
function stretchesOf(runs: readonly ProvenRun[]): Stretch[] {
  const stretches: Stretch[] = []
  let open: Stretch | undefined
  let at = 0
  for (const { from, text } of runs) {
    if (from !== null && open?.from === from) open.text += text
    else if (from !== null) {
      open = { from, text, start: at }
      stretches.push(open)
    } else if (text.trim() !== '') open = undefined
    else if (open) open.text += text
    at += text.length
  }
  return stretches
}

function provenBetween(runs: readonly ProvenRun[], { start, end }: Sentence): ProvenRun[] {
  let at = 0
  return runs.flatMap((run) => {
    const text = run.text.slice(Math.max(0, start - at), Math.max(0, end - at))
    at += run.text.length
    return text === '' ? [] : [{ ...run, text }]
  })
}

function saidIn(runs: readonly ProvenRun[], text: string, index: PassageIndex): string[] {
  const shared = new Map<string, number>()
  for (const word of comparedWords(text).words)
    for (const id of index.byWord.get(word) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1)
  const letters = new Map<string, number>()
  for (const run of runs)
    if (run.from !== null) letters.set(run.from, (letters.get(run.from) ?? 0) + lettersIn(run.text))
  return [...new Set([...shared.keys(), ...letters.keys()])].filter(
    (id) =>
      // Words of what its group says no longer are somebody's, and no passage waits for them.
      index.passages.has(id) &&
      (isAtLeast(shared.get(id), saidByWords, index.wordCounts.get(id)) ||
        isAtLeast(letters.get(id), saidByMarks, index.lengths.get(id))),
  )
}

const isAtLeast = (found = 0, part: number, of = 0): boolean => found > 0 && found >= part * of
