// Finds the letters of a text in another that was made of it, and the places of those that it lacks.
import type { LeftText } from '#client/features/draft/leftTexts.ts'

/** For each UTF-16 unit of the old text its place in the new one, or -1 where the new text does not have it. */
export type Matches = Int32Array

/** Cells of a comparison that take a phone about 50 ms. */
const cellLimit = 2_000_000

/**
 * The longest text that both hold, others' letters before one's own: of two equal spaces, the one that had been there is the
 * one that was copied. Very long paragraphs are compared by their beginning and their end.
 */
export function matchesOf({ words, letters }: Pick<LeftText, 'words' | 'letters'>, made: string): Matches {
  const matches = new Int32Array(words.length).fill(-1)
  const width = made.length + 1
  if ((words.length + 1) * width > cellLimit) return matchEnds(words, made, matches)
  const best = new Int32Array((words.length + 1) * width)
  const cell = (i: number, j: number): number => best[i * width + j] ?? 0
  const worth = (i: number): number => (letters[i] === 'known' ? knownLetter : newLetter)
  for (let i = words.length - 1; i >= 0; i--)
    for (let j = made.length - 1; j >= 0; j--) {
      const skip = Math.max(cell(i + 1, j), cell(i, j + 1))
      best[i * width + j] = words[i] === made[j] ? Math.max(skip, cell(i + 1, j + 1) + worth(i)) : skip
    }
  for (let i = 0, j = 0; i < words.length && j < made.length; ) {
    if (words[i] === made[j] && cell(i, j) === cell(i + 1, j + 1) + worth(i)) matches[i++] = j++
    else if (cell(i + 1, j) >= cell(i, j + 1)) i += 1
    else j += 1
  }
  return matches
}

const knownLetter = 1_000
const newLetter = 999

function matchEnds(words: string, made: string, matches: Matches): Matches {
  const most = Math.min(words.length, made.length)
  let start = 0
  while (start < most && words[start] === made[start]) matches[start] = start++
  for (let end = 1; end <= most - start && words.at(-end) === made.at(-end); end++)
    matches[words.length - end] = made.length - end
  return matches
}

/** Share of the letters that whoever made the new text knew, or of the new text if it is longer: 0 to 1. */
export function sharedPart(left: LeftText, made: string): number {
  const known = left.letters.filter((letter) => letter === 'known').length
  const matched = matchesOf(left, made).reduce((sum, place) => (place >= 0 ? sum + 1 : sum), 0)
  return matched / Math.max(1, known, made.length)
}

export interface Alignment {
  /** One's own words that are missing in the new text, each with the place it is put back to once those before it are. */
  readonly lost: readonly { readonly at: number; readonly words: string }[]
  /** The place in the new text of a place in the old words. */
  readonly carry: (place: number) => number
}

export function alignment(left: LeftText, made: string): Alignment {
  const lost: { at: number; words: string }[] = []
  const places: number[] = []
  const matches = matchesOf(left, made)
  let at = 0
  let added = 0
  for (let i = 0; i < left.words.length; i++) {
    const letter = left.words[i] ?? ''
    const place = matches[i] ?? -1
    if (place >= 0) at = place + 1 + added
    else if (left.letters[i] === 'own') {
      const last = lost.at(-1)
      if (last && last.at + last.words.length === at) last.words += letter
      else lost.push({ at, words: letter })
      at += 1
      added += 1
    }
    places.push(at)
  }
  // A caret stands behind the letter on its left, however much was written after it.
  return { lost, carry: (place) => (place <= 0 ? 0 : (places[place - 1] ?? at)) }
}
