// The badges behind a sentence of a merged draft, as an element without any letter: carets of others are counted in letters.
import type { SentenceEnd } from '#client/features/draft/blockInk.ts'
import { inkStyleText } from '#client/features/draft/wordSources.ts'

export interface BadgeWords {
  /** Whether each sentence says in words where it comes from. */
  readonly isSaid: boolean
  /** What is said of a sentence: « venant de Nantes », « Écrit ensemble ». */
  readonly say: (end: SentenceEnd) => string
}

/** Equal for badges that look and sound alike, so that an editor leaves them where they are. */
export const badgeKey = ({ sources }: SentenceEnd, { isSaid }: BadgeWords): string =>
  `${isSaid ? 'said' : 'shown'} ${sources.map(({ initials, name }) => `${initials} ${name}`).join()}`

/** The letters are drawn by the style sheet. Said, it is one image with a description; else nothing that is spoken. */
export function badgeElement(end: SentenceEnd, words: BadgeWords): HTMLElement {
  const element = document.createElement('span')
  element.className = 'pv-end'
  element.contentEditable = 'false'
  for (const [name, value] of Object.entries(spokenAttributes(end, words))) element.setAttribute(name, value)
  if (end.sources.length === 0) element.append(letters('pv-together', words.say(end)))
  for (const source of end.sources) {
    const badge = document.createElement('span')
    badge.className = 'ant a mini'
    badge.style.cssText = inkStyleText(source)
    badge.append(letters('', source.initials, 'b'))
    if (words.isSaid) badge.append(letters('pv-name', source.name))
    element.append(badge)
  }
  return element
}

function letters(className: string, words: string, tag = 'span'): HTMLElement {
  const element = document.createElement(tag)
  element.className = `pv-letters ${className}`.trim()
  element.dataset['letters'] = words
  return element
}

export const spokenAttributes = (
  end: SentenceEnd,
  { isSaid, say }: BadgeWords,
): Readonly<Record<string, string>> =>
  isSaid ? { role: 'img', 'aria-label': say(end) } : { 'aria-hidden': 'true' }
