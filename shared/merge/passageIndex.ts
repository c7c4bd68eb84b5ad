// What is known of the passages before any joint text is read: their words, and which passage has which.
import type { FrozenParent, Passage } from '#shared/merge/frozenParent.ts'
import { wordsOfPassage } from '#shared/merge/passageWords.ts'
import { foldWords } from '#shared/merge/sameWords.ts'
import { sentencesOf } from '#shared/merge/sentences.ts'

export interface PassageIndex {
  /** Everything that words may come from: also what a parent said before and says no longer. */
  readonly sources: ReadonlyMap<string, Passage>
  readonly passages: ReadonlyMap<string, Passage>
  /** Folded text -> passages that say just that. */
  readonly byText: ReadonlyMap<string, readonly string[]>
  /** Stem -> passages that hold it. */
  readonly byWord: ReadonlyMap<string, readonly string[]>
  /** Passage -> how many different meaning-bearing words it has. */
  readonly wordCounts: ReadonlyMap<string, number>
  /** Passage -> characters, blanks not counted. */
  readonly lengths: ReadonlyMap<string, number>
  /** Of the passage that has most: what holds in one country may be several. */
  readonly mostSentences: number
}

export function indexPassages(parents: readonly FrozenParent[]): PassageIndex {
  const all = parents.flatMap((parent) => parent.passages)
  const former = parents.flatMap((parent) => parent.former)
  const words = all.map((passage) => ({ id: passage.id, words: wordsOfPassage(passage).words }))
  return {
    sources: new Map([...all, ...former].map((passage) => [passage.id, passage])),
    passages: new Map(all.map((passage) => [passage.id, passage])),
    byText: grouped(all.map(({ id, text }) => [foldWords(text), id])),
    byWord: grouped(
      words.flatMap(({ id, words: own }) => [...own].map((word): [string, string] => [word, id])),
    ),
    wordCounts: new Map(words.map(({ id, words: own }) => [id, own.size])),
    lengths: new Map(all.map(({ id, text }) => [id, lettersIn(text)])),
    mostSentences: Math.max(1, ...all.map(({ text }) => sentencesOf(text).length)),
  }
}

function grouped(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const [key, id] of pairs) {
    const ids = groups.get(key)
    if (ids) ids.push(id)
    else groups.set(key, [id])
  }
  return groups
}

/** Characters of a text, blanks not counted: UTF-16 units, as Yjs counts. */
export const lettersIn = (text: string): number => text.replace(/[\s\u00a0\u202f]/gu, '').length
