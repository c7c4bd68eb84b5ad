// A document as a word processor's file: true headings, a table of contents, footnotes, header rows that repeat, and its languages.

import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  LeaderType,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TableOfContents,
  TextRun,
} from 'docx'
import { deepestLevel, docxLists, numberedList, pointsList } from '#server/features/exports/docxLists.ts'
import { cleanWords, docxRuns } from '#server/features/exports/docxRuns.ts'
import { docxStyles } from '#server/features/exports/docxStyles.ts'
import { docxTable } from '#server/features/exports/docxTable.ts'
import { hasContents } from '#server/features/exports/exportHtml.ts'
import type { ExportPaper } from '#shared/exports/exportAsked.ts'
import type { ExportBlock, ExportDocument, ExportItem } from '#shared/exports/exportDocument.ts'
import { exportWords } from '#shared/exports/exportWords.ts'

/** Twentieths of a point. */
const pages = {
  a4: {
    size: { width: 11_906, height: 16_838 },
    margin: { top: 1_130, bottom: 1_130, left: 1_240, right: 1_240 },
  },
  a5: { size: { width: 8_391, height: 11_906 }, margin: { top: 800, bottom: 800, left: 850, right: 850 } },
} as const
const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const
const styles = { lead: 'Lead', remark: 'Remark', name: 'NamedText' } as const

export async function exportDocx(document: ExportDocument, paper: ExportPaper): Promise<Buffer> {
  const writer = new DocxWriter(document, paper)
  const children = [...writer.head(), ...document.blocks.flatMap((block) => writer.block(block))]
  const made = new Document({
    ...{
      title: cleanWords(document.title),
      creator: 'Faire Ensemble',
      subject: cleanWords(document.subtitle),
    },
    footnotes: Object.fromEntries(
      document.notes.map((runs, at) => [
        at + 1,
        { children: [new Paragraph({ children: docxRuns(document, runs) })] },
      ]),
    ),
    styles: docxStyles(document.language),
    numbering: { config: docxLists(writer.numberedLists) },
    sections: [
      { properties: { page: pages[paper], titlePage: true }, footers: { default: pageFooter() }, children },
    ],
  })
  return Packer.toBuffer(made)
}

const pageFooter = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 17 })],
      }),
    ],
  })

class DocxWriter {
  readonly #document: ExportDocument
  readonly #width: number
  #numberedLists = 0
  #breakBefore = false

  constructor(document: ExportDocument, paper: ExportPaper) {
    this.#document = document
    const { margin, size } = pages[paper]
    this.#width = size.width - margin.left - margin.right
  }

  get numberedLists(): number {
    return this.#numberedLists
  }

  head(): (Paragraph | TableOfContents)[] {
    const { facts, subtitle, title } = this.#document
    return [
      new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(cleanWords(title))] }),
      new Paragraph({ style: 'Remark', children: [new TextRun(cleanWords(subtitle))] }),
      ...facts.map(
        ({ label, runs }) =>
          new Paragraph({
            children: [
              new TextRun({ text: `${cleanWords(label)} `, bold: true }),
              ...docxRuns(this.#document, runs),
            ],
          }),
      ),
      ...this.#contents(),
    ]
  }

  block(block: ExportBlock): (Paragraph | Table)[] {
    switch (block.kind) {
      case 'heading':
        return [
          new Paragraph({
            heading: headings[block.level - 1] ?? HeadingLevel.HEADING_3,
            ...{ ...this.#break(), children: docxRuns(this.#document, block.runs) },
          }),
        ]
      case 'paragraph':
        return [
          new Paragraph({
            ...(block.look === 'plain' ? {} : { style: styles[block.look] }),
            ...{ ...this.#break(), children: docxRuns(this.#document, block.runs) },
          }),
        ]
      case 'list':
        if (block.ordered) this.#numberedLists += 1
        return this.#items(block.items, block.ordered ? numberedList(this.#numberedLists) : pointsList, 0)
      case 'table':
        return docxTable(block, this.#width)
      case 'frame':
        return [
          new Paragraph({ style: 'FrameTitle', children: [new TextRun(cleanWords(block.title))] }),
          ...block.blocks.flatMap((one) => this.block(one)),
        ]
      case 'page':
        this.#breakBefore = true
        return []
    }
  }

  /** A word processor alone knows its pages: their numbers come when it updates the field, which Word offers on opening. */
  #contents(): (Paragraph | TableOfContents)[] {
    if (!hasContents(this.#document)) return []
    const { contents: title } = exportWords[this.#document.language]
    return [
      new Paragraph({ style: 'ContentsTitle', children: [new TextRun(title)] }),
      new TableOfContents(title, {
        ...{ hyperlink: true, headingStyleRange: `1-${this.#document.contents}`, tabLeader: LeaderType.NONE },
      }),
    ]
  }

  #break(): { pageBreakBefore?: true } {
    const wanted = this.#breakBefore
    this.#breakBefore = false
    return wanted ? { pageBreakBefore: true } : {}
  }

  #items(items: readonly ExportItem[], reference: string, level: number): Paragraph[] {
    return items.flatMap(({ items: deeper, runs }) => [
      new Paragraph({ numbering: { reference, level }, children: docxRuns(this.#document, runs) }),
      ...(deeper ? this.#items(deeper, reference, Math.min(deepestLevel, level + 1)) : []),
    ])
  }
}
