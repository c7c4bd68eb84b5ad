// Pairs of handed-over texts that say nearly the same, each with the words that make them close.
import type { ClosePair } from '#shared/convergence/convergenceAnswers.ts'
import type { HandedText } from '#shared/convergence/handedText.ts'
import { closeWords } from '#shared/similar/closeWords.ts'
import { describeText } from '#shared/similar/describeText.ts'
import { similarIndex } from '#shared/similar/similarIndex.ts'

/** Suggestions that a person may still want to go through. */
const most = 60

let last: { readonly key: string; readonly pairs: readonly ClosePair[] } | undefined

/** Best first. Found once for the same texts: everybody who converges looks at the same lists. */
export function closePairs(texts: readonly HandedText[]): readonly ClosePair[] {
  const key = texts.map(({ fingerprint, id }) => `${id}@${fingerprint}`).join(' ')
  if (last?.key !== key) last = { key, pairs: found(texts) }
  return last.pairs
}

function found(texts: readonly HandedText[]): readonly ClosePair[] {
  const described = texts.map(({ id, proposition, summary, title }) =>
    describeText({ id, title, body: [summary, proposition].filter(Boolean).join('\n') }),
  )
  const byId = new Map(described.map((one) => [one.id, one]))
  const index = similarIndex(described)
  const pairs = new Map<string, { readonly a: string; readonly b: string; readonly out: number }>()
  for (const one of described)
    for (const { id, standsOut } of index.closeTo(one)) {
      const [a = '', b = ''] = [one.id, id].sort()
      const pair = `${a}|${b}`
      pairs.set(pair, { a, b, out: Math.max(standsOut, pairs.get(pair)?.out ?? 0) })
    }
  return [...pairs.values()]
    .sort((x, y) => y.out - x.out)
    .slice(0, most)
    .flatMap(({ a, b }): ClosePair[] => {
      const [mine, theirs] = [byId.get(a), byId.get(b)]
      return mine && theirs ? [{ a, b, words: closeWords(mine, theirs, index.rarity) }] : []
    })
}
