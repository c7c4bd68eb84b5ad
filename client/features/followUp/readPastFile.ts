// Reads a file of past recommendations in the browser: what is hostile in it costs only the tab of whoever opened it.
import { readCsv } from '#shared/pastImport/csv.ts'
import { readMarkdown } from '#shared/pastImport/markdown.ts'
import { mostOfFile, type Table } from '#shared/pastImport/table.ts'
import { zipSizes } from '#shared/pastImport/zipSizes.ts'

/** Bytes of the file itself, and of a document once it is unpacked: a bomb is small before and huge after. */
const mostBytes = { file: 8_000_000, unpacked: 40_000_000, parts: 400 } as const

export class FileRefused extends Error {
  readonly why: 'too-big' | 'unreadable'
  constructor(why: 'too-big' | 'unreadable') {
    super(why)
    this.name = 'FileRefused'
    this.why = why
  }
}

/** @throws FileRefused */
export async function readPastFile(file: File): Promise<Table> {
  if (file.size > mostBytes.file) throw new FileRefused('too-big')
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readMarkdown(await docxText(bytes))
  const text = decoded(bytes)
  return readPastText(text, /\.(csv|tsv)$/iu.test(file.name) ? 'csv' : undefined)
}

/** @throws FileRefused */
export function readPastText(text: string, kind?: 'csv' | 'markdown'): Table {
  if (text.length > mostOfFile.characters) throw new FileRefused('too-big')
  if (text.includes('\u0000')) throw new FileRefused('unreadable')
  const isMarkdown = kind === undefined ? /^\s{0,3}#{1,6}\s|^\s*:{3}/mu.test(text) : kind === 'markdown'
  return isMarkdown ? readMarkdown(text) : readCsv(text)
}

/** Older spreadsheets write Windows-1252: what is no UTF-8 is read as that. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Sizes are looked at before anything is unpacked. @throws FileRefused */
function mustBeSmall(bytes: Uint8Array): void {
  const sizes = zipSizes(bytes)
  if (!sizes) throw new FileRefused('unreadable')
  if (sizes.parts > mostBytes.parts || sizes.unpacked > mostBytes.unpacked) throw new FileRefused('too-big')
}

/** A document's headings, paragraphs and lists as a pad has them; pictures and markup stay behind. */
async function docxText(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  mustBeSmall(bytes)
  try {
    const { convertToHtml, images } = await import('mammoth')
    // Pictures are not unpacked into the page.
    const convertImage = images.imgElement(async () => ({ src: '' }))
    const { value } = await convertToHtml({ arrayBuffer: bytes.buffer }, { convertImage })
    return htmlToPad(value)
  } catch {
    throw new FileRefused('unreadable')
  }
}

/** Read in a document of its own, in which nothing is fetched and nothing runs. */
export function htmlToPad(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const words = (element: Element): string => (element.textContent ?? '').replace(/\s+/gu, ' ').trim()
  return [...body.querySelectorAll('h1,h2,h3,h4,h5,h6,p,li')]
    .filter((element) => element.tagName !== 'P' || !element.closest('li'))
    .map((element) => {
      if (/^H\d$/u.test(element.tagName)) return `${'#'.repeat(Number(element.tagName[1]))} ${words(element)}`
      return element.tagName === 'LI' ? `- ${words(element)}` : `${words(element)}\n`
    })
    .join('\n')
}
