// Which published texts are shown for what somebody looks for; accents, capitals and inclusive dots do not matter.
import type { TextLine } from '#shared/consultation/consultationAnswers.ts'

export interface TextFilter {
  readonly words: string
  readonly themeId: string
  readonly mine: boolean
}

export const noTextFilter: TextFilter = { words: '', themeId: '', mine: false }

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\p{M}·]/gu, '')
    .toLowerCase()

/** Every word must be found in code, title or summary. */
export function matchingTexts(
  texts: readonly TextLine[],
  { mine, themeId, words }: TextFilter,
  ownGroupIds: readonly string[],
): readonly TextLine[] {
  const wanted = plain(words).split(/\s+/u).filter(Boolean)
  return texts.filter((one) => {
    if (themeId !== '' && one.themeId !== themeId) return false
    if (mine && !one.groupIds.some((id) => ownGroupIds.includes(id))) return false
    const all = plain(`${one.code} ${one.title} ${one.summary}`)
    return wanted.every((word) => all.includes(word))
  })
}
