// The words that differ between two wordings of a text, and whether the difference is one of form only.
import type { WordChange } from '#shared/adoption/adoptionState.ts'
import { blockText } from '#shared/draft/draftModel.ts'
import type { FingerprintedDraft } from '#shared/draft/fingerprint.ts'
import { sections } from '#shared/draft/vocabulary.ts'

/** [AD6] Words that a correction of form may touch, in all, since the group spoke: put in the place of another, added or taken away. */
export const formWordLimit = 4

/** Beyond that many differing words nobody looks for the shortest difference: it is no correction of form. */
const searchLimit = 600
/** Words shown on each side of a change. */
const around = 3

/** Each word, number and mark of punctuation; white space joins them. */
const tokensOf = (line: string): string[] =>
  line.normalize('NFC').match(/[\p{L}\p{M}\p{N}·’'-]+|[^\s\p{L}\p{M}\p{N}]/gu) ?? []

const lineEnd = '\n'

/** Every word of a text in reading order, its lines parted. What is chosen from lists stands as a line of its own. */
export function wordsOfText(text: FingerprintedDraft): string[] {
  const lines = [
    text.title,
    text.summary,
    ...sections.flatMap((section) => text.sections[section].map(blockText)),
    ...text.nuances.map(({ type, text: words }) => `${type} : ${words}`),
    [...text.jurisdictions].sort().join(' '),
    ...Object.entries(text.countryPassages).map(([code, words]) => `${code} : ${words}`),
  ]
  return lines.filter((line) => line.trim() !== '').flatMap((line) => [...tokensOf(line), lineEnd])
}

interface Piece {
  readonly removed: readonly string[]
  readonly added: readonly string[]
  /** Where it begins among the older words. */
  readonly at: number
}

/** Undefined where too much differs to be searched. */
function pieces(before: readonly string[], after: readonly string[]): Piece[] | undefined {
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head++
  let tail = 0
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail++
  const [old, fresh] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)]
  if (old.length > searchLimit || fresh.length > searchLimit) return undefined
  return joined(old, fresh, head)
}

/** Lengths of the longest common runs of what is left from each place on. */
function longest(old: readonly string[], fresh: readonly string[]): Uint16Array[] {
  const table = Array.from({ length: old.length + 1 }, () => new Uint16Array(fresh.length + 1))
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = fresh.length - 1; j >= 0; j--) {
      const [row, below] = [table[i], table[i + 1]]
      if (!row || !below) continue
      row[j] = old[i] === fresh[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  return table
}

function joined(old: readonly string[], fresh: readonly string[], head: number): Piece[] {
  const table = longest(old, fresh)
  const found: { removed: string[]; added: string[]; at: number }[] = []
  let [i, j] = [0, 0]
  let open: (typeof found)[number] | undefined
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) {
      open = undefined
      i++
      j++
      continue
    }
    if (!open) {
      open = { removed: [], added: [], at: head + i }
      found.push(open)
    }
    const takesOld =
      j >= fresh.length || (i < old.length && (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0))
    if (takesOld) open.removed.push(old[i++] ?? '')
    else open.added.push(fresh[j++] ?? '')
  }
  return found
}

/** What changed, each with a few words around it; null where nearly everything did. */
export function wordChanges(before: FingerprintedDraft, after: FingerprintedDraft): WordChange[] | null {
  const [old, fresh] = [wordsOfText(before), wordsOfText(after)]
  const found = pieces(old, fresh)
  if (!found) return null
  return found.map(({ removed, added, at }) => {
    const left = onOneLine(old.slice(Math.max(0, at - around), at), 'end')
    const right = onOneLine(old.slice(at + removed.length, at + removed.length + around), 'start')
    return { before: spaced([...left, ...removed, ...right]), after: spaced([...left, ...added, ...right]) }
  })
}

/** Words around a change stop at the end of its line. */
function onOneLine(words: readonly string[], near: 'start' | 'end'): readonly string[] {
  const cut = near === 'end' ? words.lastIndexOf(lineEnd) : words.indexOf(lineEnd)
  if (cut < 0) return words
  return near === 'end' ? words.slice(cut + 1) : words.slice(0, cut)
}

const spaced = (words: readonly string[]): string =>
  words
    .map((word) => (word === lineEnd ? '¶' : word))
    .join(' ')
    .replace(/ ([,.)\]…])/gu, '$1')
    .replace(/([([«]) /gu, '$1')

export type FormFault =
  | 'adoption.formTooMuch'
  | 'adoption.formNumber'
  | 'adoption.formMeaning'
  | 'adoption.formMoved'

const isWord = (token: string): boolean => /[\p{L}\p{N}]/u.test(token)
const numberWords =
  /^(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|soixante|cent|cents|mille|moitie|tiers|quart|double|triple|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf|twintig|dertig|veertig|vijftig|honderd|duizend|helft|one|two|three|four|five|seven|eight|nine|ten|twelve|twenty|thirty|fifty|hundred|thousand|half)$/u
const negations =
  /^(?:ne|n['’]\p{L}*|pas|plus|jamais|aucun|aucune|rien|sans|non|ni|sauf|peut|peuvent|doit|doivent|niet|geen|nooit|zonder|tenzij|kan|kunnen|mag|mogen|moet|moeten|not|no|never|none|without|unless|may|must|can|shall|should)$/u

/**
 * [AD6] A correction of form: at most `formWordLimit` words, none of them a number in figures or letters, a negation, or a word of
 * obligation or permission, and none moved elsewhere (« Nantes paie, Lyon anime » said the other way round is another text). Punctuation, capitals and accents may change freely; nothing is chosen anew, no paragraph comes or goes.
 */
export function formFault(before: FingerprintedDraft, after: FingerprintedDraft): FormFault | undefined {
  const found = pieces(wordsOfText(before), wordsOfText(after))
  if (!found || !sameShape(before, after)) return 'adoption.formTooMuch'
  const touched = found.map(({ removed, added }) => changedWords(removed, added))
  const all = touched.flatMap(({ gone, come }) => [...gone, ...come])
  if (all.some((word) => /\p{N}/u.test(word) || numberWords.test(word))) return 'adoption.formNumber'
  if (all.some((word) => negations.test(word))) return 'adoption.formMeaning'
  const taken = new Set(touched.flatMap(({ gone }) => gone))
  if (touched.some(({ come }) => come.some((word) => taken.has(word)))) return 'adoption.formMoved'
  return touched.reduce((sum, { count }) => sum + count, 0) > formWordLimit
    ? 'adoption.formTooMuch'
    : undefined
}

/** A word put in the place of another counts once; capitals and accents alone are no other word. */
function changedWords(removed: readonly string[], added: readonly string[]) {
  const bare = (words: readonly string[]): string[] => words.filter(isWord).map(plain)
  const [old, fresh] = [bare(removed), bare(added)]
  const gone = old.filter((word) => !fresh.includes(word))
  const come = fresh.filter((word) => !old.includes(word))
  return { gone, come, count: Math.max(gone.length, come.length) }
}

const plain = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('fr')

/** What is chosen rather than written, and how many paragraphs there are. */
function sameShape(before: FingerprintedDraft, after: FingerprintedDraft): boolean {
  const shape = ({
    sections: written,
    nuances,
    jurisdictions,
    countryPassages,
  }: FingerprintedDraft): string =>
    JSON.stringify([
      sections.map((section) => written[section].filter((block) => blockText(block).trim() !== '').length),
      nuances.filter(({ text }) => text.trim() !== '').map(({ id, type, groupId }) => [id, type, groupId]),
      [...jurisdictions].sort(),
      Object.keys(countryPassages).filter((code) => countryPassages[code]?.trim() !== ''),
    ])
  return shape(before) === shape(after)
}
