// In which of the three languages a text is written, told by its little words and by its spelling; in doubt French.
import { wordsOf } from '#shared/words/wordsOf.ts'

export type Language = 'fr' | 'nl' | 'en'

/** Little words of one of the languages and of neither other: « en », « on », « de », « me » tell nothing. */
const tellTale: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set(
    (
      'le la les un une du au aux ce cet cette ces et est sont avec dans par pas pour plus qui que sur sans nous vous il elle ils elles ' +
      'son sa ses leur leurs notre votre nos vos mais ou où tout toute tous toutes l d qu c n s j être avoir chaque'
    ).split(' '),
  ),
  nl: new Set(
    (
      'het een van dat die dit der zijn niet aan ook op voor met er maar om hij ze zich bij nog naar uit te tot over door wordt worden ' +
      'heeft hebben wij wie wat waar als dan onze ons hun geen kan kunnen moet mogen elke elk iedereen tijdens tussen ij zonder'
    ).split(' '),
  ),
  en: new Set(
    (
      'the and of to is are was were for with that this these those it its by from at be been has have had not but they their our your ' +
      'you we will would should can could who which when how there where each every all'
    ).split(' '),
  ),
}
/** Letters that stand together in one language and hardly in the others. */
const spelling: Readonly<Record<Language, RegExp>> = {
  fr: /[àâçèêîôûù]|é(?!n)|eau|aux$|eux$|tion|ment$|ique$|oi[rst]|[^e]ur$/u,
  nl: /ij|aa|uu|oo[kmnprst]|ee[kmnprst]|sch|cht|tje|ieuw|auw|[^aeiou]en$|ing(?:en)?$|heid/u,
  en: /th|wh|sh|ough|[^aeiouy]y$|ing$|ed$|ness$/u,
}
/** What a little word tells beside what spelling does. */
const littleTells = 3
/** The beginning says it. In words. */
const looksAt = 120

export function languageOf(text: string): Language {
  const votes: Record<Language, number> = { fr: 0, nl: 0, en: 0 }
  const languages = ['fr', 'nl', 'en'] as const
  for (const { text: written } of wordsOf(text.slice(0, looksAt * 12)).slice(0, looksAt)) {
    const word = written.toLowerCase().normalize('NFC')
    for (const language of languages) {
      if (tellTale[language].has(word)) votes[language] += littleTells
      else if (spelling[language].test(word)) votes[language] += 1
    }
  }
  return languages.reduce((best, one) => (votes[one] > votes[best] ? one : best), 'fr')
}
