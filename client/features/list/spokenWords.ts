// Words of people inside the name of a control: short, on one line, and without the middle dot that screen readers stumble on.

/** Characters of an excerpt inside a name. */
const excerptLength = 60

/** « Chacun·e ouvre… » becomes « Chacun ouvre… »; the full words stand beside the control, untouched. */
export function spokenWords(words: string): string {
  const line = words
    .replace(/\s+/g, ' ')
    .replace(/[·•‧⋅]\p{L}*/gu, '')
    .trim()
  if (line.length <= excerptLength) return line
  const cut = line.slice(0, excerptLength)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), excerptLength / 2)).trimEnd()}…`
}

/** The first words of a text on one line, as they were written. */
export function excerpt(words: string, length: number): string {
  const line = words.replace(/\s+/g, ' ').trim()
  if (line.length <= length) return line
  const cut = line.slice(0, length)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2)).trimEnd()}…`
}
