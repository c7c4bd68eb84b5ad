// How much two passages are made of the same words, endings apart: « refusé » and « refus », « décision » and « décidé ».
import type { Passage } from '#shared/merge/frozenParent.ts'
import { type Said, weighTexts } from '#shared/similar/weighedTexts.ts'
import { wordPieces } from '#shared/similar/wordPieces.ts'
import { carriesMeaning, wordsOf } from '#shared/words/meaningWords.ts'
import { plainWord } from '#shared/words/plainWord.ts'

/** A frozen passage never changes: its words are cut once. */
const known = new WeakMap<Passage, Said>()

function piecesOf(passage: Passage): Said {
  const before = known.get(passage)
  if (before) return before
  const found = wordPieces(
    wordsOf(passage.text)
      .map(({ text }) => plainWord(text))
      .filter(carriesMeaning),
  )
  known.set(passage, found)
  return found
}

/** 0 to 1, by ids. Asked of one passage after the other, it is cheap: the answers about the last one are kept. */
export function piecesAlike(passages: readonly Passage[]): (a: string, b: string) => number {
  const all = passages.map(piecesOf)
  const weighed = weighTexts(all)
  const places = new Map(passages.map(({ id }, place) => [id, place]))
  let last: { readonly id: string; readonly cosines: Float64Array } | undefined
  return (a, b) => {
    if (last?.id !== a) last = { id: a, cosines: weighed.cosines(all[places.get(a) ?? -1] ?? new Map()) }
    return last.cosines[places.get(b) ?? -1] ?? 0
  }
}
