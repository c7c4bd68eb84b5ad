// Reads pasted text or Markdown into lines that say what they are: headings, list items, paragraphs, with bold, italic and links.
import type { ReadRun } from '#shared/draft/draftModel.ts'
import { isSafeLink, withoutUnwantedCharacters } from '#shared/draft/plainText.ts'

/** One line or block of a pasted document, wherever it came from. */
export interface ImportLine {
  readonly kind: 'heading' | 'bullet' | 'numbered' | 'text' | 'blank'
  /** Of headings 1–6, of lists 1–4; 0 otherwise. */
  readonly level: number
  readonly runs: readonly ReadRun[]
  /** With `numbered`: the number as written. */
  readonly number?: number
}

export const lineText = (line: ImportLine): string => line.runs.map((run) => run.text).join('')

/** Characters of pasted text that are read; a whole cycle's texts are a tenth of it. */
export const importLimit = 1_000_000

export function linesOfText(pasted: string): ImportLine[] {
  const raw = withoutUnwantedCharacters(pasted.slice(0, importLimit)).replace(/\r\n?/g, '\n').split('\n')
  const lines: ImportLine[] = []
  for (let at = 0; at < raw.length; at++) {
    const line = raw[at] ?? ''
    const underline = /^\s{0,3}(=+|-+)\s*$/.exec(raw[at + 1] ?? '')
    if (underline && line.trim() !== '' && !/^\s*[-*•#>]/.test(line) && (underline[1]?.length ?? 0) >= 3) {
      lines.push({
        kind: 'heading',
        level: underline[1]?.startsWith('=') ? 1 : 2,
        runs: runsOfMarkdown(line.trim()),
      })
      at++
    } else lines.push(lineOf(line))
  }
  return joined(lines)
}

function lineOf(line: string): ImportLine {
  const indent = /^[\t ]*/.exec(line)?.[0].replace(/\t/g, '    ').length ?? 0
  const level = Math.min(4, 1 + Math.floor(indent / 2))
  const text = line.trim()
  if (text === '' || /^([-*_]\s*){3,}$/.test(text)) return { kind: 'blank', level: 0, runs: [] }
  const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(text)
  if (heading)
    return { kind: 'heading', level: heading[1]?.length ?? 1, runs: runsOfMarkdown(heading[2] ?? '') }
  const bullet = /^[-*+•–◦▪]\s+(?:\[[ xX]\]\s+)?(.*)$/.exec(text)
  if (bullet) return { kind: 'bullet', level, runs: runsOfMarkdown(bullet[1] ?? '') }
  const numbered = /^(\d{1,3})[.)°]\s+(.*)$/.exec(text)
  if (numbered)
    return { kind: 'numbered', level, runs: runsOfMarkdown(numbered[2] ?? ''), number: Number(numbered[1]) }
  return { kind: 'text', level: 0, runs: runsOfMarkdown(text.replace(/^>\s?/, '')) }
}

/** In Markdown, and in most mails, one paragraph runs over several lines; a short line stays alone, it may be a title. */
function joined(lines: readonly ImportLine[]): ImportLine[] {
  const done: ImportLine[] = []
  for (const line of lines) {
    const last = done.at(-1)
    const flows =
      last?.kind === 'text' &&
      line.kind === 'text' &&
      lineText(last).length > 60 &&
      /[^.!?…:;»"]$/.test(lineText(last))
    if (last && flows) done[done.length - 1] = { ...last, runs: [...last.runs, { text: ' ' }, ...line.runs] }
    else done.push(line)
  }
  return done
}

const marks =
  /\*\*(?<bold>[^*]+)\*\*|__(?<bold2>[^_]+)__|(?<![\w*])\*(?<it>[^*\s][^*]*)\*(?!\w)|(?<![\w_])_(?<it2>[^_\s][^_]*)_(?!\w)|\[(?<words>[^\]]{1,300})\]\((?<href>(?:[^()\s]|\([^()\s]{0,100}\)){1,2048})\)/g

/** Bold, italic and links of Markdown; anything else is words. */
export function runsOfMarkdown(text: string): ReadRun[] {
  const runs: ReadRun[] = []
  let from = 0
  for (const match of text.matchAll(marks)) {
    if (match.index > from) runs.push({ text: text.slice(from, match.index) })
    const { bold, bold2, it, it2, words, href } = match.groups ?? {}
    if (words !== undefined) runs.push(isSafeLink(href) ? { text: words, link: href } : { text: words })
    else if (bold ?? bold2) runs.push({ text: bold ?? bold2 ?? '', bold: true })
    else runs.push({ text: it ?? it2 ?? '', italic: true })
    from = match.index + match[0].length
  }
  if (from < text.length) runs.push({ text: text.slice(from) })
  return runs
}
