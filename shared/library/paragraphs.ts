// A document as numbered paragraphs: what `#p12` points at, and the words of a reference to it.

export type DocumentBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly number: number; readonly text: string }
  | { readonly kind: 'list'; readonly number: number; readonly items: readonly string[] }

const heading = /^(#{1,6})\s+(.*?)\s*#*$/u
const item = /^\s*(?:[-*•–]|\d{1,3}[.)])\s+(.*)$/u

/**
 * [D1] Blank lines part paragraphs; headings carry no number; a list is one paragraph with the number of its place.
 * [D2] Numbers run through the whole document from 1, so that one number names one place of one version.
 * [D3] Plain pasted text and Markdown are read alike; emphasis is dropped, words never.
 */
export function documentBlocks(text: string): DocumentBlock[] {
  const blocks: DocumentBlock[] = []
  let number = 0
  for (const part of text
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n/u)
    .flatMap(apartFromHeadings)) {
    const lines = part.split('\n').filter((line) => line.trim() !== '')
    const [first] = lines
    if (first === undefined) continue
    const title = heading.exec(first.trim())
    if (title) {
      const level = Math.min(3, title[1]?.length ?? 1) as 1 | 2 | 3 // one to three by `min`, the pattern has one at least
      blocks.push({ kind: 'heading', level, text: plain(title[2] ?? '') })
      continue
    }
    blocks.push(...numbered(lines, () => ++number))
  }
  return blocks
}

/** A sentence that introduces a list and the list itself are two places. */
function numbered(lines: readonly string[], next: () => number): DocumentBlock[] {
  const begins = lines.findIndex((line) => item.test(line))
  if (begins < 0) return [{ kind: 'paragraph', number: next(), text: plain(lines.join(' ')) }]
  const before = lines.slice(0, begins)
  const items: string[] = []
  for (const line of lines.slice(begins)) {
    const found = item.exec(line)
    if (found) items.push(plain(found[1] ?? ''))
    else items.push(plain(`${items.pop() ?? ''} ${line}`))
  }
  return [
    ...(before.length > 0
      ? [{ kind: 'paragraph', number: next(), text: plain(before.join(' ')) } as const]
      : []),
    { kind: 'list', number: next(), items },
  ]
}

/** A heading may stand directly over its paragraph. */
function apartFromHeadings(part: string): string[] {
  const parts: string[] = ['']
  for (const line of part.split('\n')) {
    if (heading.test(line.trim())) parts.push(line, '')
    else parts[parts.length - 1] += `${line}\n`
  }
  return parts
}

const plain = (text: string): string =>
  text
    .replace(/(\*\*|__)(.+?)\1/gu, '$2')
    .replace(/(?<![\p{L}\p{N}*_])([*_])(?!\s)(.+?)(?<!\s)\1(?![\p{L}\p{N}*_])/gu, '$2')
    .replace(/\s+/gu, ' ')
    .trim()

export const countParagraphs = (text: string): number =>
  documentBlocks(text).filter(({ kind }) => kind !== 'heading').length

/** `/library/statuts?version=2#p12`: with its version, because a later one may count otherwise. */
export const paragraphAddress = (documentId: string, version: number, number: number): string =>
  `/library/${encodeURIComponent(documentId)}?version=${version}#p${number}`

/** The address of a document, from its title: `statuts`, `projet-politique`. */
export const documentIdOf = (title: string): string =>
  title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 60)
    .replace(/-+$/u, '') || 'document'
