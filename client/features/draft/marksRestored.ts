// Gives words that an old version brings back the mark that they had: a version keeps words alone, and whole sentences of a passage are its.
import * as Y from 'yjs'
import { textblocksOf } from '#client/features/draft/textPlaces.ts'
import { passagesIn } from '#client/features/draft/wordSources.ts'
import type { DraftMap } from '#shared/draft/draftModel.ts'
import { sections } from '#shared/draft/vocabulary.ts'
import { deltaOf, refIn } from '#shared/merge/jointBlocks.ts'
import { parentKey, wasCopied } from '#shared/merge/mergesInDocument.ts'
import { foldWords } from '#shared/merge/sameWords.ts'
import { sentencesOf } from '#shared/merge/sentences.ts'

/** Within the change that brought the words. Of a draft that was never merged nothing is marked. */
export function markRestored(draftId: string, draft: DraftMap): void {
  const { doc } = draft
  if (!doc || !draftId.startsWith('d-')) return
  // Every merge numbers its parents from 1: the passages of this draft's own merge, and no other's, may stand in it.
  const own = parentKey(draftId.slice(2), 1).replace(/1$/, '')
  const byText = new Map<string, string>()
  for (const [ref, passage] of passagesIn(doc)) {
    const text = foldWords(passage.text)
    if (ref.startsWith(own) && passage.kind === 'sentence' && !byText.has(text) && wasCopied(doc, ref))
      byText.set(text, ref)
  }
  if (byText.size === 0) return
  for (const section of sections)
    for (const block of textblocksOf(draft.get(section)))
      for (const words of block.toArray()) if (words instanceof Y.XmlText) markSentences(words, byText)
}

function markSentences(words: Y.XmlText, byText: ReadonlyMap<string, string>): void {
  let text = ''
  const marked: { readonly ref: string; readonly start: number; readonly end: number }[] = []
  for (const { insert, attributes } of deltaOf(words)) {
    const start = text.length
    text += typeof insert === 'string' ? insert : '\n'
    const ref = refIn(attributes)
    if (ref !== undefined) marked.push({ ref, start, end: text.length })
  }
  for (const { text: sentence, start, end } of sentencesOf(text)) {
    const ref = byText.get(foldWords(sentence))
    // Words that never went have their mark still, and it may be another's who says the same.
    const isOthers = marked.some((one) => one.ref !== ref && one.end > start && one.start < end)
    if (ref !== undefined && !isOthers) words.format(start, end - start, { src: { ref } })
  }
}
