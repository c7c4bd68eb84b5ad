// Minutes as a word processor's file: true headings, true lists, a title, and the language that its spelling is checked in.
import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  type IParagraphOptions,
  LevelFormat,
  Packer,
  Paragraph,
  TextRun,
} from 'docx'
import type { ReadBlock, ReadRun } from '#shared/draft/draftModel.ts'
import { isSafeLink } from '#shared/draft/plainText.ts'
import type { ReadMinutes } from '#shared/minutes/minutesModel.ts'
import type { MinutesLanguage } from '#shared/minutes/minutesWords.ts'

const tags: Readonly<Record<MinutesLanguage, string>> = { fr: 'fr-FR', en: 'en-GB', nl: 'nl-BE' }
const levels = [0, 1, 2, 3] as const
/** Twentieths of a point, on A4. */
const page = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1_000, bottom: 900, left: 1_130, right: 1_130 },
}
const indent = (level: number) => ({ left: 360 * (level + 1), hanging: 260 })

export async function minutesDocx({ title, blocks, language }: ReadMinutes): Promise<Buffer> {
  const document = new Document({
    title,
    creator: 'Faire Ensemble',
    styles: {
      default: {
        document: {
          run: { font: 'Calibri', size: 21, language: { value: tags[language] } },
          paragraph: { spacing: { after: 70 } },
        },
        title: { run: { size: 36, bold: true }, paragraph: { spacing: { after: 120 } } },
        heading1: {
          run: { size: 26, bold: true },
          paragraph: { spacing: { before: 200, after: 60 }, keepNext: true },
        },
        heading2: {
          run: { size: 23, bold: true },
          paragraph: { spacing: { before: 140, after: 50 }, keepNext: true },
        },
      },
    },
    numbering: { config: [points(), ...numberedLists(blocks)] },
    sections: [
      {
        properties: { page },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
          ...paragraphs(blocks),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

const points = () => ({
  reference: 'points',
  levels: levels.map((level) => ({
    level,
    format: LevelFormat.BULLET,
    text: '•',
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: indent(level) } },
  })),
})

/** Each numbered list counts anew from one. */
const numberedLists = (blocks: readonly ReadBlock[]) =>
  [...new Set(listNumbers(blocks))].map((list) => ({
    reference: `numbered-${list}`,
    levels: levels.map((level) => ({
      level,
      format: LevelFormat.DECIMAL,
      text: `%${level + 1}.`,
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: indent(level) } },
    })),
  }))

/** For each block the list it counts in: a heading or a paragraph ends a list. */
function listNumbers(blocks: readonly ReadBlock[]): number[] {
  let list = 0
  return blocks.map(({ type }) => (type === 'paragraph' || type === 'heading' ? ++list : list))
}

function paragraphs(blocks: readonly ReadBlock[]): Paragraph[] {
  const lists = listNumbers(blocks)
  return blocks.flatMap((block, at) => {
    if (block.runs.every(({ text }) => text.trim() === '')) return []
    return [new Paragraph({ ...kindOf(block, lists[at] ?? 0), children: block.runs.map(run) })]
  })
}

function kindOf({ type, level }: ReadBlock, list: number): IParagraphOptions {
  const depth = Math.min(levels.length, Math.max(1, level)) - 1
  switch (type) {
    case 'heading':
      return { heading: level === 3 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_1 }
    case 'bullet':
      return { numbering: { reference: 'points', level: depth } }
    case 'numbered':
      return { numbering: { reference: `numbered-${list}`, level: depth } }
    case 'paragraph':
      return {}
  }
}

function run({ text, bold, italic, link }: ReadRun): TextRun | ExternalHyperlink {
  const marks = { text, ...(bold ? { bold } : {}), ...(italic ? { italics: true } : {}) }
  return isSafeLink(link)
    ? new ExternalHyperlink({ link, children: [new TextRun({ ...marks, style: 'Hyperlink' })] })
    : new TextRun(marks)
}
