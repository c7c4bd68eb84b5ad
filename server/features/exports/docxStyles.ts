// How a word processor's file looks, and the language that its spelling is checked in.
import type { IStylesOptions } from 'docx'
import type { ExportLanguage } from '#shared/exports/exportDocument.ts'

const tags: Readonly<Record<ExportLanguage, string>> = { fr: 'fr-FR', en: 'en-GB', nl: 'nl-BE' }
const grey = '55534C'

/** Sizes in half-points, distances in twentieths of a point. */
export const docxStyles = (language: ExportLanguage): IStylesOptions => ({
  default: {
    document: {
      run: { font: 'Calibri', size: 21, language: { value: tags[language] } },
      paragraph: { spacing: { after: 90, line: 264, lineRule: 'auto' } },
    },
    title: { run: { size: 44, bold: true }, paragraph: { spacing: { after: 100 } } },
    heading1: {
      run: { size: 30, bold: true },
      paragraph: { spacing: { before: 320, after: 110 }, keepNext: true },
    },
    heading2: {
      run: { size: 25, bold: true },
      paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
    },
    heading3: {
      run: { size: 21, bold: true, color: '3D3B35' },
      paragraph: { spacing: { before: 140, after: 40 }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      ...{ id: 'Lead', name: 'Lead', basedOn: 'Normal', quickFormat: true },
      run: { size: 23 },
      paragraph: {
        indent: { left: 200 },
        border: { left: { style: 'single', size: 18, space: 8, color: '1D1D1B' } },
      },
    },
    { id: 'Remark', name: 'Remark', basedOn: 'Normal', run: { italics: true, color: grey } },
    {
      ...{ id: 'NamedText', name: 'Name of a text', basedOn: 'Normal', run: { bold: true } },
      paragraph: { keepNext: true },
    },
    {
      ...{ id: 'FrameTitle', name: 'Frame title', basedOn: 'Normal', run: { bold: true } },
      paragraph: {
        keepNext: true,
        spacing: { before: 120 },
        border: { top: { style: 'single', size: 6, space: 4, color: '8D897D' } },
      },
    },
    {
      ...{ id: 'ContentsTitle', name: 'Contents title', basedOn: 'Normal', run: { size: 30, bold: true } },
      paragraph: { spacing: { before: 320, after: 110 }, keepNext: true },
    },
    ...[1, 2].map((level) => ({
      ...{ id: `TOC${level}`, name: `toc ${level}`, basedOn: 'Normal' },
      paragraph: { spacing: { after: 30 }, indent: { left: (level - 1) * 240 } },
      ...(level === 1 ? { run: { bold: true } } : {}),
    })),
  ],
})
