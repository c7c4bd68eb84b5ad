// Which cards a filter leaves; it stands in the address, so that a view can be sent to somebody.
import type { LibraryCard } from '#shared/library/libraryAnswers.ts'
import { isUnderWay } from '#shared/library/libraryEntries.ts'
import { plainWord } from '#shared/words/plainWord.ts'
import { wordsOf } from '#shared/words/wordsOf.ts'

export interface CardFilter {
  readonly theme: string
  readonly country: string
  /** `constraints`, `projects` or empty for both. */
  readonly sort: string
  readonly words: string
}

/** Of the address; a reader's own theme until another one is chosen. */
export const everyTheme = 'all'
export const filterOf = (query: URLSearchParams, ownTheme: string): CardFilter => {
  const theme = query.get('theme') ?? ownTheme
  return {
    theme: theme === everyTheme ? '' : theme,
    country: query.get('country') ?? '',
    sort: query.get('sort') ?? '',
    words: query.get('q') ?? '',
  }
}

/** Every word asked for begins a word of the card; accents, capitals and inclusive writing tell nothing. */
export function filteredCards(cards: readonly LibraryCard[], filter: CardFilter): LibraryCard[] {
  const asked = wordsOf(filter.words).map(({ text }) => plainWord(text))
  return cards.filter((card) => {
    if (filter.theme !== '' && !card.themeIds.includes(filter.theme)) return false
    if (filter.country !== '' && !card.jurisdictions.includes(filter.country)) return false
    if (filter.sort !== '' && isUnderWay(card.kind) !== (filter.sort === 'projects')) return false
    if (asked.length === 0) return true
    const words = wordsOf(`${card.title} ${card.text} ${card.source}`).map(({ text }) => plainWord(text))
    return asked.every((part) => words.some((word) => word.startsWith(part)))
  })
}
