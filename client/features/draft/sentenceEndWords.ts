// What stands behind a sentence of a merged draft, in words: once a sentence, for eyes and for screen readers.
import type { TFunction } from 'i18next'
import type { SentenceEnd } from '#client/features/draft/blockInk.ts'

/** « venant de Nantes et de Lyon ». */
export function sentenceEndWords(
  t: TFunction<'draft'>,
  language: string,
  { sources }: Pick<SentenceEnd, 'sources'>,
): string {
  if (sources.length === 0) return t('provenance.together')
  const names = sources.map(({ name }) => ofName(language, name || t('provenance.otherGroup')))
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(names)
  return t('provenance.from', { names: list })
}

/** French elides before vowels, and repeats its preposition with each name. */
function ofName(language: string, name: string): string {
  if (!language.startsWith('fr')) return name
  return /^[aeiouyhàâéèêëîïôöûü]/i.test(name) ? `d’${name}` : `de ${name}`
}
