// The cooperative's own words, and where they stand in a text.
import { z } from 'zod'
import { dutchStem } from '#shared/words/dutchStem.ts'
import { bareWord, plainWord, withoutAccents } from '#shared/words/plainWord.ts'
import { type PlacedWord, wordsOf } from '#shared/words/wordsOf.ts'

const languages = ['fr', 'en', 'nl'] as const
export type GlossaryLanguage = (typeof languages)[number]
export const isGlossaryLanguage = (language: string): language is GlossaryLanguage =>
  languages.some((one) => one === language)

const said = z.object({ term: z.string(), definition: z.string() })
export const glossaryTerm = z.object({
  id: z.string(),
  category: z.string(),
  ...{ fr: said, en: said, nl: said },
})
export type GlossaryTerm = z.output<typeof glossaryTerm>
export const glossaryFile = z.object({ terms: z.array(glossaryTerm) })

export interface GlossaryAnswer {
  readonly terms: readonly GlossaryTerm[]
}

/** A stretch of a text; `term` where it is one of the glossary. */
export interface GlossedPart {
  readonly text: string
  readonly term: GlossaryTerm | null
}

export type Glosser = (text: string) => GlossedPart[]

interface Form {
  readonly form: string
  /** Whether the word was written in the plural. */
  readonly plural: boolean
}

interface Pattern {
  readonly term: GlossaryTerm
  readonly words: readonly Form[]
}

/**
 * [W1] Capitals, accents, plurals and inclusive writing are tolerated; a verb's other forms are not: « réserver » is no « réserve ».
 *      A term that is said in the plural is found in the plural: « le taux moyen » speaks of no « moyens ».
 * [W2] The longest term wins: « séance commune » before « séance ».
 * [W3] A term is marked where it stands first in a text, once: a text full of dots is no longer read.
 * [W4] The words of the text come back unchanged, whatever is marked.
 */
export function glosser(terms: readonly GlossaryTerm[], language: GlossaryLanguage): Glosser {
  const patterns = new Map<string, Pattern[]>()
  for (const term of terms) {
    const words = wordsOf(term[language].term).map(({ text }) => formOf(text, language))
    const [first] = words
    if (first === undefined) continue
    patterns.set(first.form, [...(patterns.get(first.form) ?? []), { term, words }])
  }
  for (const list of patterns.values()) list.sort((a, b) => b.words.length - a.words.length)
  return (text) => glossed(text, patterns, language)
}

function glossed(
  text: string,
  patterns: ReadonlyMap<string, readonly Pattern[]>,
  language: GlossaryLanguage,
): GlossedPart[] {
  const words = wordsOf(text)
  const forms = words.map((word) => formOf(word.text, language))
  const marked = new Set<string>()
  const parts: GlossedPart[] = []
  let done = 0
  for (let at = 0; at < words.length; at++) {
    const standsHere = ({ words: said }: Pattern): boolean =>
      said.every((word, n) => saysTheSame(word, forms[at + n])) &&
      isOneStretch(textOf(text, words, [at, said.length]))
    const found = patterns.get(forms[at]?.form ?? '')?.find(standsHere)
    if (!found) continue
    const start = words[at]?.start ?? 0
    const said = textOf(text, words, [at, found.words.length])
    at += found.words.length - 1
    if (marked.has(found.term.id)) continue
    marked.add(found.term.id)
    if (start > done) parts.push({ text: text.slice(done, start), term: null })
    parts.push({ text: said, term: found.term })
    done = start + said.length
  }
  if (done < text.length || parts.length === 0) parts.push({ text: text.slice(done), term: null })
  return parts
}

const textOf = (text: string, words: readonly PlacedWord[], [at, count]: readonly [number, number]): string =>
  text.slice(words[at]?.start, words[at + count - 1]?.end)

/** A term never reaches over the end of a sentence or into brackets. */
const isOneStretch = (text: string): boolean => !/[.;:!?\n]|[«»"]/u.test(text.replace(/[·.](?=\p{L})/gu, ''))

const saysTheSame = (term: Form, word: Form | undefined): boolean =>
  term.form === word?.form && (word.plural || !term.plural)

/** A word as it is compared: without its plural. */
function formOf(word: string, language: GlossaryLanguage): Form {
  const plain = plainWord(word)
  const form = singular(word, plain, language)
  return { form, plural: language !== 'nl' && form !== plain }
}

function singular(word: string, plain: string, language: GlossaryLanguage): string {
  if (language === 'nl') return withoutAccents(dutchStem(bareWord(word)))
  if (plain.length < 4) return plain
  if (language === 'en') return plain.replace(/ies$/u, 'y').replace(/(?<!s)s$/u, '')
  return plain.replace(/aux$/u, 'al').replace(/(?<!s)[sx]$/u, '')
}
