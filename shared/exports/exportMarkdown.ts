// A document as Markdown, in the manner of the pads that groups have known: headings, lists, tables, frames as containers, footnotes.

import { isSafeLink, withoutUnwantedCharacters } from '#shared/draft/plainText.ts'
import type { ExportBlock, ExportDocument, ExportItem, ExportRuns } from '#shared/exports/exportDocument.ts'

export function exportMarkdown(document: ExportDocument): string {
  const { title, subtitle, facts, blocks, notes, language } = document
  const parts = [
    // The head that HedgeDoc and its like read the title and the language of a pad from.
    `---\ntitle: ${JSON.stringify(oneLine(title))}\nlang: ${language}\n---`,
    `# ${escaped(title)}`,
    ...(subtitle === '' ? [] : [escaped(subtitle)]),
    facts.map(({ label, runs }) => `**${escaped(label)}** ${runsOf(runs)}`).join('  \n'),
    ...(blocks.some(({ kind }) => kind === 'heading') ? ['[TOC]'] : []),
    ...blocks.map(blockOf),
    notes.map((runs, at) => `[^${at + 1}]: ${runsOf(runs)}`).join('\n'),
  ]
  return `${parts.filter((part) => part.trim() !== '').join('\n\n')}\n`
}

function blockOf(block: ExportBlock): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${runsOf(block.runs)}`
    case 'paragraph': {
      const words = startEscaped(runsOf(block.runs))
      return block.look === 'lead' ? `> ${words}` : words
    }
    case 'list':
      return itemsOf(block.items, block.ordered, 0)
    case 'table':
      return tableOf(block)
    case 'frame':
      return `:::info\n**${escaped(block.title)}**\n\n${block.blocks.map(blockOf).join('\n\n')}\n:::`
    case 'page':
      return ''
  }
}

const itemsOf = (items: readonly ExportItem[], ordered: boolean, depth: number): string =>
  items
    .map(({ runs, items: deeper }, at) => {
      const own = `${'    '.repeat(depth)}${ordered ? `${at + 1}.` : '-'} ${startEscaped(runsOf(runs))}`
      return deeper ? `${own}\n${itemsOf(deeper, ordered, depth + 1)}` : own
    })
    .join('\n')

function tableOf({ caption, table }: Extract<ExportBlock, { kind: 'table' }>): string {
  const line = (cells: readonly (string | number)[]): string =>
    `| ${cells.map((cell) => escaped(String(cell)) || ' ').join(' | ')} |`
  return [
    ...(caption === '' ? [] : [`*${escaped(caption)}*`, '']),
    line(table.columns),
    `|${table.columns.map(() => ' --- |').join('')}`,
    ...table.rows.map(line),
  ].join('\n')
}

/** Spaces stand outside the marks: inside they would keep Markdown from seeing them. */
const runsOf = (runs: ExportRuns): string =>
  runs
    .map(({ text, bold, italic, link, note }) => {
      const behind = note === undefined ? '' : `[^${note}]`
      const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(oneLine(text)) ?? []
      if (words === '') return `${before}${behind}`
      let marked = escaped(words)
      if (italic) marked = `*${marked}*`
      if (bold) marked = `**${marked}**`
      // An address between angle brackets may hold anything but these, which safe ones do not.
      if (isSafeLink(link)) marked = `[${marked}](<${link}>)`
      return `${before}${marked}${behind}${after}`
    })
    .join('')

const oneLine = (text: string): string => withoutUnwantedCharacters(text).replace(/[\s\p{Zl}\p{Zp}]+/gu, ' ')

/** Everything that Markdown, HTML in it, or a reader's formulas and containers could take for a sign of their own. */
const escaped = (text: string): string =>
  oneLine(text)
    .replace(/[\\`*_{}[\]<>&~|$#^]/g, '\\$&')
    .replace(/:(?=[:\w+-]*:)/g, '\\:')

/** At the start of a line some more: lists, quotes, rules, numbers. */
const startEscaped = (words: string): string =>
  words.replace(/^\s*([-+=>:])/, '\\$1').replace(/^\s*(\d{1,9})([.)])/, '$1\\$2')
