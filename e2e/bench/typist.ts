// How people type into a shared text: bursts and pauses, letters taken back, words put in further up, new paragraphs.
import type * as Y from 'yjs'

/** A sequence that is the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9) >>> 0
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32
  }
}

const letters = 'eeeeeaaaaiiissssnnntttrrruuulloodcmpévqfbghjàxèêyz'

export interface Typist {
  /** One keystroke. */
  press(): void
}

/**
 * Of a hundred keystrokes about eighty-eight put a letter in and twelve take one back, in runs of one to eight; every forty
 * or so the caret goes back into what is there already. Writes into one text that may be others' too.
 */
export function typist(text: Y.Text, random: () => number): Typist {
  let caret = text.length
  let taking = 0
  let burst = 40
  const jump = (): void => {
    burst = 20 + Math.floor(random() * 60)
    // Most go on where the text ends.
    caret = random() < 0.3 ? Math.floor(random() * text.length) : text.length
  }
  return {
    press() {
      caret = Math.min(caret, text.length)
      if (taking > 0 && caret > 0) {
        taking -= 1
        caret -= 1
        text.delete(caret, 1)
        return
      }
      taking = random() < 0.035 ? 1 + Math.floor(random() * 8) : 0
      const letter = random() < 0.17 ? ' ' : (letters[Math.floor(random() * letters.length)] ?? 'e')
      text.insert(caret, letter)
      caret += 1
      burst -= 1
      if (burst <= 0) jump()
    },
  }
}
