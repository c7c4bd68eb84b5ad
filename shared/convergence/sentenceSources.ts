// Where each sentence of an item comes from, and what its sources say that it does not.
import { type HandedText, type WordField, type Words, wordFields } from '#shared/convergence/handedText.ts'
import { foldWords } from '#shared/merge/sameWords.ts'
import { sentencesOf } from '#shared/merge/sentences.ts'
import { meaningWords } from '#shared/words/meaningWords.ts'

export interface SourcedSentence {
  readonly text: string
  /** Null where it was written here. */
  readonly from: {
    readonly textId: string
    /** Word for word, or worded otherwise here. */
    readonly way: 'same' | 'reworded'
  } | null
}

export interface LeftSentence {
  readonly textId: string
  readonly field: WordField
  readonly text: string
}

export interface ItemSources {
  readonly sentences: Readonly<Record<WordField, readonly SourcedSentence[]>>
  /** Sentences of the sources that the item says in no way, in the order of the sources. */
  readonly left: readonly LeftSentence[]
}

/** Two sentences say the same when they share this part of their words of meaning, and more than one of them. */
const rewordedFrom = 0.5

interface Known {
  readonly textId: string
  readonly field: WordField
  readonly text: string
  readonly folded: string
  readonly meaning: ReadonlySet<string>
}

/** [CV11] A sentence is its source's as long as its words are; worded otherwise it names the source it is nearest to. */
export function sentenceSources(words: Words, sources: readonly HandedText[]): ItemSources {
  const known = sources.flatMap((source) =>
    wordFields.flatMap((field) =>
      sentencesOf(source[field]).map(
        ({ text }): Known => ({
          ...{ textId: source.id, field, text, folded: foldWords(text) },
          meaning: new Set(meaningWords(text)),
        }),
      ),
    ),
  )
  const said = new Set<Known>()
  const sourced = (text: string): SourcedSentence => {
    const folded = foldWords(text)
    const same = known.filter((one) => one.folded === folded)
    for (const one of same) said.add(one)
    if (same[0]) return { text, from: { textId: same[0].textId, way: 'same' } }
    const meaning = new Set(meaningWords(text))
    const near = known.filter((one) => likeness(meaning, one.meaning) >= rewordedFrom)
    for (const one of near) said.add(one)
    const best = near.sort((a, b) => likeness(meaning, b.meaning) - likeness(meaning, a.meaning))[0]
    return { text, from: best ? { textId: best.textId, way: 'reworded' } : null }
  }
  const inField = (field: WordField): SourcedSentence[] =>
    sentencesOf(words[field]).map(({ text }) => sourced(text))
  const sentences = {
    constat: inField('constat'),
    proposition: inField('proposition'),
    moyens: inField('moyens'),
  }
  const left = known
    .filter((one) => !said.has(one))
    .map(({ field, text, textId }) => ({ field, text, textId }))
  return { sentences, left }
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length
  return shared < 2 ? 0 : (2 * shared) / (a.size + b.size)
}
