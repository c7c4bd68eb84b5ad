// A document that leaves the product, as plain data: four writers turn it into files, and none of them knows what it is about.
import type { ReadBlock } from '#shared/draft/draftModel.ts'
import { isSafeLink, withoutUnwantedCharacters } from '#shared/draft/plainText.ts'

export interface ExportRun {
  readonly text: string
  readonly bold?: true
  readonly italic?: true
  /** Written only where it is a safe one. */
  readonly link?: string
  /** People's own words, in the cooperative's language and not in that of the headings around them. */
  readonly said?: true
  /** Stands behind the run: the number of one of the document's notes. */
  readonly note?: number
}
export type ExportRuns = readonly ExportRun[]

export interface ExportItem {
  readonly runs: ExportRuns
  readonly items?: readonly ExportItem[]
}

export type ExportBlock =
  /** 1 for a chapter; the title of the document stands above. */
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly runs: ExportRuns }
  /** `lead`: what a volunteer reads in a minute. `remark`: said about the text, not in it. */
  /** `name` stands over what it names, on the same page. */
  | {
      readonly kind: 'paragraph'
      readonly runs: ExportRuns
      readonly look: 'plain' | 'lead' | 'remark' | 'name'
    }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly ExportItem[] }
  /** The first column names the row. */
  | { readonly kind: 'table'; readonly caption: string; readonly table: ExportTable }
  /** A frame with a title: nuances, what a reader must know first. */
  | { readonly kind: 'frame'; readonly title: string; readonly blocks: readonly ExportBlock[] }
  /** What follows begins on a new page, where there are pages. */
  | { readonly kind: 'page' }

export interface ExportTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly ExportCell[])[]
}
/** Numbers are told from words: a spreadsheet counts with the first and never reads the second as a formula. */
export type ExportCell = string | number

export const exportLanguages = ['fr', 'en', 'nl'] as const
export type ExportLanguage = (typeof exportLanguages)[number]

export interface ExportDocument {
  readonly title: string
  readonly subtitle: string
  /** Of the headings and of everything that the product says. */
  readonly language: ExportLanguage
  /** Of what people wrote, as the cooperative's file names it. */
  readonly saidIn: string
  /** Label and value, below the title: groups, secretaries, languages. */
  readonly facts: readonly { readonly label: string; readonly runs: ExportRuns }[]
  readonly blocks: readonly ExportBlock[]
  /** Headings down to this level stand in the table of contents. */
  readonly contents: 1 | 2
  /** Footnotes, from 1. */
  readonly notes: readonly ExportRuns[]
  /** The same as rows, for a spreadsheet. */
  readonly sheet: ExportTable
}

/** The product's own words. */
export const told = (text: string, marks: Omit<ExportRun, 'text' | 'said'> = {}): ExportRun => ({
  text,
  ...marks,
})

/** Somebody's words. Line ends become spaces: a paragraph is a block of its own. */
export const said = (text: string, marks: Omit<ExportRun, 'text' | 'said'> = {}): ExportRun => ({
  text: withoutUnwantedCharacters(text).replace(/\s+/g, ' '),
  said: true,
  ...marks,
})

export const heading = (level: 1 | 2 | 3, ...runs: ExportRun[]): ExportBlock => ({
  kind: 'heading',
  level,
  runs,
})

export const paragraph = (...runs: ExportRun[]): ExportBlock => ({ kind: 'paragraph', runs, look: 'plain' })
export const lead = (...runs: ExportRun[]): ExportBlock => ({ kind: 'paragraph', runs, look: 'lead' })
export const name = (...runs: ExportRun[]): ExportBlock => ({
  ...{ kind: 'paragraph', look: 'name' },
  runs: runs.map((run) => ({ ...run, bold: true })),
})
export const remark = (...runs: ExportRun[]): ExportBlock => ({ kind: 'paragraph', runs, look: 'remark' })

export const list = (items: readonly ExportRuns[], ordered = false): ExportBlock => ({
  kind: 'list',
  ordered,
  items: items.map((runs) => ({ runs })),
})

/** One paragraph for each line that somebody wrote. */
export const saidParagraphs = (text: string): ExportBlock[] =>
  text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph(said(line.trim())))

/** What stands in an editor: paragraphs, lists that nest, and headings one level below `under`. */
export function saidBlocks(blocks: readonly ReadBlock[], under: 1 | 2 | 3): ExportBlock[] {
  const made: ExportBlock[] = []
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at]
    if (!block) break
    if (!isListed(block)) {
      if (runsOf(block).some(({ text }) => text.trim() !== '')) made.push(textBlock(block, under))
      at += 1
      continue
    }
    const end = listEnd(blocks, at)
    made.push({
      ...{ kind: 'list', ordered: block.type === 'numbered' },
      items: itemsOf(blocks.slice(at, end), block.level),
    })
    at = end
  }
  return made
}

const isListed = ({ type }: ReadBlock): boolean => type === 'bullet' || type === 'numbered'

const runsOf = (block: ReadBlock): ExportRun[] =>
  block.runs.map(({ text, bold, italic, link }) =>
    said(text, {
      ...(bold ? { bold } : {}),
      ...(italic ? { italic } : {}),
      ...(isSafeLink(link) ? { link } : {}),
    }),
  )

const textBlock = (block: ReadBlock, under: 1 | 2 | 3): ExportBlock =>
  block.type === 'heading' && under < 3
    ? heading(under === 1 ? 2 : 3, ...runsOf(block))
    : paragraph(...runsOf(block))

/** Where a list ends: points of the same kind, and whatever is deeper. */
function listEnd(blocks: readonly ReadBlock[], start: number): number {
  const first = blocks[start]
  let end = start + 1
  for (let block = blocks[end]; first && block && isListed(block); block = blocks[end]) {
    if (block.level < first.level || (block.level === first.level && block.type !== first.type)) break
    end += 1
  }
  return end
}

function itemsOf(blocks: readonly ReadBlock[], level: number): ExportItem[] {
  const items: ExportItem[] = []
  for (let at = 0; at < blocks.length; ) {
    let end = at + 1
    while (end < blocks.length && (blocks[end]?.level ?? 0) > level) end += 1
    const [own, ...deeper] = blocks.slice(at, end)
    const below = deeper[0] ? itemsOf(deeper, deeper[0].level) : []
    if (own) items.push({ runs: runsOf(own), ...(below.length > 0 ? { items: below } : {}) })
    at = end
  }
  return items
}
