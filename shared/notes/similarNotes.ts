// Notes that say something similar, side by side: by the words that carry meaning, in French, Dutch and English.

/** Words that say nothing by themselves, without accents. */
const stopWords = new Set(
  (
    'au aux avec ce ces cet cette comme dans de des du elle elles en est et etre eux il ils je la le les leur leurs lui ma mais ' +
    'me meme mes moi mon ne nos notre nous on ont ou par pas pour plus qu que quel quelle quels qui sa sans se ses si sommes son ' +
    'sont sur ta te tes toi ton tout tous toute toutes tres tu un une vos votre vous avoir avons avez fait faire faut peu peut ' +
    'aussi bien alors donc trop assez beaucoup encore jamais jusqu depuis quand  car ni chaque entre vers chez afin ' +
    'aan al als bij dat de den der deze die dit door een en er haar had heb hebben heeft het hij hoe hun ik in is je kan maar me ' +
    'meer men met mij mijn moet na naar niet nog nu of om omdat ons onze ook op over te tegen toch toen tot u uit uw van veel voor ' +
    'waar wat we wel wie wij wordt worden zal ze zich zij zijn zo zonder ' +
    'a an and are as at be been but by can do does for from had has have he her his how if in into is it its me more my no not ' +
    'of on or our she so than that the their them then there these they this to us was we were what when which who will with would you your'
  ).split(' '),
)

/** Endings of the three languages, longest first; at least four letters stay. */
const endings =
  'issements issement ellement atrices ations ateurs trices trice ation ateur ements ement euses euse eurs eur ives ive ions ion ites ite ments ment ances ance ences ence antes ante ants ant ees ee es er ez ir ent heden heid ingen ing tjes tje jes je lijke lijk en ers ed ly ness s x e'
    .split(' ')
    .sort((a, b) => b.length - a.length)

export function stem(word: string): string {
  const ending = endings.find((end) => word.endsWith(end) && word.length - end.length >= 4)
  const root = ending === undefined ? word : word.slice(0, -ending.length)
  // « accueillir » and « accueil », « stopping » and « stop ».
  return root.length > 4 && root.at(-1) === root.at(-2) ? root.slice(0, -1) : root
}

/** The stems of a text's meaning-bearing words. */
export function meaningOf(text: string): Set<string> {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('œ', 'oe')
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.filter((word) => word.length > 1 && !stopWords.has(word)).map(stem))
}

/** Part of the words, weighed by rarity, that two notes must share to be similar. */
const similarFrom = 0.3

/** Who says which word, and how much a word tells: one that most notes share (the question's own, say) tells little. */
interface Lexicon {
  readonly meanings: readonly ReadonlySet<string>[]
  readonly sayers: ReadonlyMap<string, readonly number[]>
  readonly weightOf: (word: string) => number
  /** Of all its words, a note each. */
  readonly totals: readonly number[]
}

function lexiconOf(texts: readonly string[]): Lexicon {
  const meanings = texts.map(meaningOf)
  const sayers = new Map<string, number[]>()
  for (const [note, meaning] of meanings.entries())
    for (const word of meaning) sayers.set(word, [...(sayers.get(word) ?? []), note])
  const weights = new Map(
    [...sayers].map(([word, { length }]) => [word, Math.log((texts.length + 1) / length)]),
  )
  const weightOf = (word: string): number => weights.get(word) ?? 0
  const totals = meanings.map((meaning) => [...meaning].reduce((sum, word) => sum + weightOf(word), 0))
  return { meanings, sayers, weightOf, totals }
}

/** Every note that shares a word with this one, and how similar it is: 0 to 1. */
function similarTo({ meanings, sayers, weightOf, totals }: Lexicon, note: number): Map<number, number> {
  const shared = new Map<number, number>()
  for (const word of meanings[note] ?? [])
    for (const other of sayers.get(word) ?? [])
      if (other !== note) shared.set(other, (shared.get(other) ?? 0) + weightOf(word))
  const own = totals[note] ?? 0
  return new Map(
    [...shared].map(([other, weight]) => {
      const theirs = totals[other] ?? 0
      // A short note within a long one is similar too: the mean of the shared part of both, and of the shorter.
      return [other, weight / (own + theirs) + weight / (2 * Math.min(own, theirs))]
    }),
  )
}

/** The same items, similar ones next to each other; rows come in the order of their first item. */
export function inSimilarOrder<T>(items: readonly T[], textOf: (item: T) => string): T[] {
  return similarGroups(items, textOf).flat()
}

/** After each item comes the most similar of those that are left, as long as one is similar enough to any of the row. */
export function similarGroups<T>(items: readonly T[], textOf: (item: T) => string): T[][] {
  const lexicon = lexiconOf(items.map(textOf))
  const placed = new Set<number>()
  return items
    .flatMap((_item, first) => (placed.has(first) ? [] : [rowFrom(lexicon, first, placed)]))
    .map((row) => row.flatMap((note) => items.slice(note, note + 1)))
}

function rowFrom(lexicon: Lexicon, first: number, placed: Set<number>): number[] {
  const row: number[] = []
  const closeness = new Map<number, number>()
  for (let next: number | undefined = first; next !== undefined; next = closest(closeness)) {
    row.push(next)
    placed.add(next)
    closeness.delete(next)
    for (const [other, value] of similarTo(lexicon, next))
      if (value >= similarFrom && !placed.has(other))
        closeness.set(other, Math.max(closeness.get(other) ?? 0, value))
  }
  return row
}

function closest(closeness: ReadonlyMap<number, number>): number | undefined {
  let best: number | undefined
  for (const [note, value] of closeness)
    if (best === undefined || value > (closeness.get(best) ?? 0)) best = note
  return best
}
