// How large a note's letters are and how tall it must be, by arithmetic alone: the same on every screen and in exports.

/** Space between a note's edge and its words, in page units. */
export const notePadding = 12
/** Height kept at the foot for the author's name and the points. */
export const noteFoot = 26
export const noteLineHeight = 1.28

const sizes = [20, 18, 16, 15, 14, 13] as const

/** Mean width of a letter as a part of the font size, on the wide side. */
const letterWidth = 0.5

/** The lines that words take when a line holds so many letters; a word that is too long is cut. */
export function wrapWords(words: string, lettersInLine: number): string[] {
  const most = Math.max(1, Math.floor(lettersInLine))
  return words.split('\n').flatMap((paragraph) => {
    const lines: string[] = []
    let line = ''
    for (const word of paragraph.split(' ')) {
      const joined = line === '' ? word : `${line} ${word}`
      if (joined.length <= most) {
        line = joined
        continue
      }
      if (line !== '') lines.push(line)
      line = word
      while (line.length > most) {
        lines.push(line.slice(0, most))
        line = line.slice(most)
      }
    }
    return [...lines, line]
  })
}

export interface NoteLayout {
  /** In page units. */
  readonly fontSize: number
  readonly height: number
  readonly lines: readonly string[]
}

/** Letters shrink until the words fit; below the smallest size the note grows instead. */
export function noteLayout(words: string, { w, h }: { w: number; h: number }): NoteLayout {
  const room = h - notePadding - noteFoot
  const scale = Math.max(1, Math.min(w, h * 1.2) / 180)
  for (const size of sizes) {
    const fontSize = size * scale
    const lines = wrapWords(words, (w - 2 * notePadding) / (fontSize * letterWidth))
    if (lines.length * fontSize * noteLineHeight <= room) return { fontSize, height: h, lines }
  }
  const fontSize = 13
  const lines = wrapWords(words, (w - 2 * notePadding) / (fontSize * letterWidth))
  return {
    fontSize,
    height: Math.max(h, lines.length * fontSize * noteLineHeight + notePadding + noteFoot),
    lines,
  }
}
