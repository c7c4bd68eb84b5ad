// Reads formatted documents (DOCX files, pasted web or Word text) as import lines: headings, lists, bold, italic and links, no more.

import type { ReadRun } from '#shared/draft/draftModel.ts'
import type { ImportLine } from '#shared/draft/importLines.ts'
import { isSafeLink, withoutUnwantedCharacters } from '#shared/draft/plainText.ts'

/** Bytes of a file that is read; a cycle's texts with pictures are a tenth of it. */
export const fileLimit = 15_000_000

/** Lines of a DOCX file. Rejects when it is none. Pictures are left out before anything is made of them. */
export async function linesOfDocx(file: ArrayBuffer): Promise<ImportLine[]> {
  const mammoth = await import('mammoth')
  const { value } = await mammoth.convertToHtml(
    { arrayBuffer: file },
    { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })) },
  )
  return linesOfHtml(value)
}

/** Lines of HTML. It is parsed in a document of its own that runs and loads nothing, and only words leave it. */
export function linesOfHtml(html: string): ImportLine[] {
  const lines: ImportLine[] = []
  read(new DOMParser().parseFromString(html, 'text/html').body, 0, lines)
  return lines
}

const skipped = 'script,style,template,noscript,head,title,meta,iframe,svg,math'
const blocks = 'p,div,li,h1,h2,h3,h4,h5,h6,ul,ol,table,tr,blockquote,section,article,header,footer,pre'

function read(node: Element, depth: number, lines: ImportLine[]): void {
  let loose: ReadRun[] = []
  const flush = (): void => {
    push(lines, { kind: 'text', level: 0, runs: loose })
    loose = []
  }
  for (const child of node.childNodes) {
    if (child instanceof Element && child.matches(skipped)) continue
    if (child instanceof Element && (child.matches(blocks) || child.querySelector(blocks))) {
      flush()
      readBlock(child, depth, lines)
    } else loose.push(...runsOf(child, {}))
  }
  flush()
}

function readBlock(element: Element, depth: number, lines: ImportLine[]): void {
  const name = element.localName
  if (/^h[1-6]$/.test(name))
    push(lines, { kind: 'heading', level: Number(name[1]), runs: runsOf(element, {}) })
  else if (name === 'ul' || name === 'ol')
    for (const item of element.children) readItem(item, name === 'ol', depth + 1, lines)
  else read(element, depth, lines)
}

function readItem(item: Element, numbered: boolean, depth: number, lines: ImportLine[]): void {
  if (item.matches('ul,ol')) return readBlock(item, depth, lines)
  const own = item.cloneNode(true) as Element // a clone of an element is one
  for (const list of own.querySelectorAll('ul,ol')) list.remove()
  const number = numbered ? [...(item.parentElement?.children ?? [])].indexOf(item) + 1 : 0
  push(lines, {
    kind: numbered ? 'numbered' : 'bullet',
    level: Math.min(4, depth),
    runs: runsOf(own, {}),
    ...(numbered ? { number } : {}),
  })
  for (const list of item.children) if (list.matches('ul,ol')) readBlock(list, depth, lines)
}

function push(lines: ImportLine[], line: ImportLine): void {
  if (line.runs.some(({ text }) => text.trim() !== '')) lines.push(line)
}

function runsOf(node: Node, marks: Omit<ReadRun, 'text'>): ReadRun[] {
  if (node.nodeType === Node.TEXT_NODE) {
    const text = withoutUnwantedCharacters(node.textContent ?? '').replace(/\s+/g, ' ')
    return text === '' ? [] : [{ ...marks, text }]
  }
  if (!(node instanceof Element) || node.matches(skipped)) return []
  if (node.localName === 'br') return [{ text: ' ' }]
  const href = node.localName === 'a' ? (node.getAttribute('href') ?? '') : ''
  const inner = {
    ...marks,
    ...(node.matches('b,strong') ? { bold: true as const } : {}),
    ...(node.matches('i,em') ? { italic: true as const } : {}),
    ...(isSafeLink(href) ? { link: href } : {}),
  }
  return [...node.childNodes].flatMap((child) => runsOf(child, inner))
}
