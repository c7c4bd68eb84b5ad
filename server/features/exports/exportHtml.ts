// A document as a page to be printed: words only, escaped; no script, no address but links that people wrote.

import { printStyle } from '#server/features/exports/printStyle.ts'
import { isSafeLink, withoutUnwantedCharacters } from '#shared/draft/plainText.ts'
import type { ExportPaper } from '#shared/exports/exportAsked.ts'
import type {
  ExportBlock,
  ExportDocument,
  ExportItem,
  ExportRuns,
  ExportTable,
} from '#shared/exports/exportDocument.ts'
import { exportWords } from '#shared/exports/exportWords.ts'

export interface HtmlOptions {
  readonly paper: ExportPaper
  /** The page of each heading by its id; left out of the first printing, which finds them. */
  readonly pages?: ReadonlyMap<string, number> | undefined
  /** Rules that bring letters with them. */
  readonly fonts?: string
}

/** A table of contents with fewer lines stands on the first page, and the text begins below it. */
const shortContents = 14

export function exportHtml(document: ExportDocument, options: HtmlOptions): string {
  const writer = new HtmlWriter(document)
  const body = document.blocks.map((block) => writer.block(block)).join('\n')
  const notes = writer.notes()
  return `<!doctype html>
<html lang="${document.language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
<title>${escaped(document.title)}</title><style>${options.fonts ?? ''}${printStyle(options.paper)}</style></head>
<body class="${options.paper}"><main>
<header class="cover"><h1>${escaped(document.title)}</h1>
<p class="sub">${escaped(document.subtitle)}</p>${writer.facts()}</header>
${writer.contents(options.pages)}
${body}
${notes}
</main></body></html>
`
}

interface Entry {
  readonly id: string
  readonly level: number
  readonly words: string
}

class HtmlWriter {
  readonly #document: ExportDocument
  readonly #entries: Entry[] = []

  constructor(document: ExportDocument) {
    this.#document = document
  }

  facts(): string {
    const { facts } = this.#document
    if (facts.length === 0) return ''
    const rows = facts.map(({ label, runs }) => `<dt>${escaped(label)}</dt><dd>${this.#runs(runs)}</dd>`)
    return `<dl>${rows.join('')}</dl>`
  }

  block(block: ExportBlock): string {
    switch (block.kind) {
      case 'heading':
        return this.#heading(block.level, this.#runs(block.runs), plainRuns(block.runs))
      case 'paragraph':
        return `<p${block.look === 'plain' ? '' : ` class="${block.look}"`}>${this.#runs(block.runs)}</p>`
      case 'list':
        return this.#list(block.items, block.ordered)
      case 'table':
        return tableHtml(block.caption, block.table)
      case 'frame':
        return `<section class="frame" aria-label="${escaped(block.title)}"><p class="frame-title">${escaped(block.title)}</p>${block.blocks
          .map((one) => this.block(one))
          .join('\n')}</section>`
      case 'page':
        return '<div class="page"></div>'
    }
  }

  notes(): string {
    const { language, notes } = this.#document
    if (notes.length === 0) return ''
    const words = exportWords[language]
    const lines = notes.map(
      (runs, at) =>
        `<li id="n${at + 1}">${this.#runs(runs)} <a href="#r${at + 1}" aria-label="${escaped(words.back(at + 1))}">↩</a></li>`,
    )
    return `${this.#heading(1, escaped(words.notes), words.notes)}<ol class="notes">${lines.join('')}</ol>`
  }

  contents(pages: ReadonlyMap<string, number> | undefined): string {
    if (!hasContents(this.#document)) return ''
    const words = exportWords[this.#document.language]
    const entries = this.#entries.filter(({ level }) => level <= this.#document.contents)
    const lines = entries.map(({ id, level, words: title }) => {
      // As wide on the first printing as on the second: the lines break alike.
      const page = pages?.get(id)
      const number = `<span class="pg">${page ?? '&#8199;&#8199;&#8199;'}</span>`
      return `<li class="l${level}"><a href="#${id}"><span class="t">${escaped(title)}</span><span class="dots"></span>${number}</a></li>`
    })
    return `<nav class="toc${entries.length < shortContents ? ' short' : ''}" aria-label="${escaped(words.contents)}"><h2>${escaped(words.contents)}</h2><ol>${lines.join('')}</ol></nav>`
  }

  #heading(level: 1 | 2 | 3, inner: string, words: string): string {
    const id = `h${this.#entries.length + 1}`
    this.#entries.push({ id, level, words })
    return `<h${level + 1} id="${id}">${inner}</h${level + 1}>`
  }

  #list(items: readonly ExportItem[], ordered: boolean): string {
    const tag = ordered ? 'ol' : 'ul'
    const points = items.map(
      ({ runs, items: deeper }) => `<li>${this.#runs(runs)}${deeper ? this.#list(deeper, ordered) : ''}</li>`,
    )
    return `<${tag}>${points.join('')}</${tag}>`
  }

  #runs(runs: ExportRuns): string {
    const foreign = foreignTag(this.#document)
    return runs
      .map(({ text, bold, italic, link, note, said }) => {
        let words = escaped(text)
        if (italic) words = `<em>${words}</em>`
        if (bold) words = `<strong>${words}</strong>`
        if (isSafeLink(link)) words = `<a href="${escaped(link)}">${words}</a>`
        if (said && foreign && text !== '') words = `<span lang="${foreign}" dir="auto">${words}</span>`
        return note === undefined
          ? words
          : `${words}<sup><a id="r${note}" href="#n${note}" role="doc-noteref">${note}</a></sup>`
      })
      .join('')
  }
}

export const hasContents = ({ blocks }: ExportDocument): boolean =>
  blocks.filter(({ kind }) => kind === 'heading').length > 2

/** The language of people's words, where it is another than that of the document and a well-formed one. */
export const foreignTag = ({ language, saidIn }: ExportDocument): string | undefined =>
  saidIn !== language && /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i.test(saidIn) ? saidIn : undefined

export const plainRuns = (runs: ExportRuns): string => runs.map(({ text }) => text).join('')

function tableHtml(caption: string, { columns, rows }: ExportTable): string {
  const counts = (at: number): boolean => rows.length > 0 && rows.every((row) => typeof row[at] === 'number')
  const head = columns
    .map((column, at) => `<th scope="col"${counts(at) ? ' class="n"' : ''}>${escaped(column)}</th>`)
    .join('')
  const body = rows.map((row) => {
    const cells = row.map((cell, at) => {
      if (at === 0) return `<th scope="row">${escaped(String(cell))}</th>`
      return typeof cell === 'number' ? `<td class="n">${cell}</td>` : `<td>${escaped(cell)}</td>`
    })
    return `<tr>${cells.join('')}</tr>`
  })
  return `<table>${caption === '' ? '' : `<caption>${escaped(caption)}</caption>`}<thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`
}

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string =>
  withoutUnwantedCharacters(text).replace(/[&<>"']/g, (sign) => signs[sign] ?? '')
