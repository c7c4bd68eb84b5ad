// What people wrote says the same in every file, and runs in none.
import { expect, test } from 'vitest'
import { exportCsv } from '#shared/exports/exportCsv.ts'
import { type ExportDocument, heading, list, paragraph, said, told } from '#shared/exports/exportDocument.ts'
import { attachmentOf, exportFileName } from '#shared/exports/exportFileName.ts'
import { exportMarkdown } from '#shared/exports/exportMarkdown.ts'
import { readMarkdown } from '#shared/pastImport/markdown.ts'

const of = (more: Partial<ExportDocument>): ExportDocument => ({
  ...{
    title: 'Un titre',
    subtitle: '',
    language: 'fr',
    saidIn: 'fr',
    facts: [],
    blocks: [],
    contents: 1,
    notes: [],
  },
  sheet: { columns: [], rows: [] },
  ...more,
})

const lines = (csv: string): string[] => csv.replace(/^\ufeff/, '').split('\r\n')

test.each([
  '=1+1',
  '+1',
  '-1+2',
  '@SUM(A1)',
  '\tx',
  '\rx',
  '＝1',
  '  =cmd|1',
  '\u200b=1',
  '\u0001=1',
  '\u0000\u007f@SUM(A1)',
  '\ufeff=1',
  '\u202e+1',
  '－1',
  '|calc',
  '%0A',
])('a cell of words never counts: %j', (cell) => {
  const [, row = ''] = lines(exportCsv({ columns: ['a'], rows: [[cell]] }, 'fr'))
  expect(row).toMatch(/^"'/)
})

test('numbers stay numbers, also below nought, with the decimal sign of the language', () => {
  const table = { columns: ['a', 'b'], rows: [[-3, 1.5]] }
  expect(lines(exportCsv(table, 'fr'))[1]).toBe('-3;1,5')
  expect(lines(exportCsv(table, 'en'))[1]).toBe('-3,1.5')
})

test('RFC 4180: quotes double, lines and separators are quoted, every line ends with CR LF', () => {
  const rows = [['dit « oui »', 'a;b,c', 'il dit "non"', 'deux\nlignes', 'fin']]
  const csv = exportCsv({ columns: ['un', 'deux', 'trois', 'quatre', 'cinq'], rows }, 'fr')
  expect(csv.startsWith('\ufeff')).toBe(true)
  expect(csv.endsWith('\r\n')).toBe(true)
  expect(csv).toContain('"il dit ""non"""')
  expect(csv).toContain('"deux\nlignes"')
  expect(csv).not.toMatch(/[^\r]\n[^l]/)
})

test('Markdown: what people wrote is text, links that are not safe are words, notes and containers are what they are in a pad', () => {
  const hostile = '# titre <img src=x onerror=alert(1)> [x](javascript:alert(1)) *gras* | $a$ `code`'
  const markdown = exportMarkdown(
    of({
      blocks: [
        heading(1, said('Un\u0000\u202e\n# faux chapitre')),
        paragraph(said(hostile)),
        paragraph(said(':::danger'), told('', { note: 1 })),
        paragraph(
          said('sûr', { link: 'https://exemple.be/a' }),
          said('non', { link: 'javascript:alert(1)' }),
        ),
        list([[said('- un tiret')], [said('1. un nombre')]]),
        { kind: 'frame', title: 'Nuances', blocks: [paragraph(said('dedans'))] },
        { kind: 'table', caption: '', table: { columns: ['a|b', 'n'], rows: [['x|y\nz', 3]] } },
      ],
      notes: [[said('d’où')]],
    }),
  )
  expect(markdown).toContain('## Un \\# faux chapitre')
  expect(markdown).not.toMatch(/[\u0000\u202e]/)
  expect(markdown).toContain('\\<img')
  expect(markdown).not.toMatch(/(^|[^\\])\]\(javascript:/)
  expect(markdown).toContain('\\[x\\]')
  expect(markdown).toContain('[sûr](<https://exemple.be/a>)non')
  expect(markdown).toMatch(/^\\:/m)
  expect(markdown).toContain('danger[^1]')
  expect(markdown).toContain('[^1]: d’où')
  expect(markdown).toContain('- \\- un tiret\n- 1\\. un nombre')
  expect(markdown).toContain(':::info\n**Nuances**\n\ndedans\n:::')
  expect(markdown).toContain('| a\\|b | n |\n| --- | --- |\n| x\\|y z | 3 |')
})

test('a list as Markdown is read back by the import of former pads, by its titles', () => {
  const markdown = exportMarkdown(
    of({ blocks: [heading(1, told('R1. '), said('Un comité')), paragraph(said('Des mots.'))] }),
  )
  expect(JSON.stringify(readMarkdown(markdown).rows)).toContain('Un comité')
})

test.each([
  [['../../etc/passwd'], 'etc passwd.md'],
  [['a/b\\c:d*e?f"g<h>i|j'], 'a b c d e f g h i j.md'],
  [['\u202egnp.exe', 'Nantes'], 'gnp.exe - Nantes.md'],
  [['...', '  '], 'export.md'],
  [['CON'], '_CON.md'],
  [['nul.tar', ''], '_nul.tar.md'],
  [['-rf', 'x'.repeat(300)], `rf - ${'x'.repeat(85)}.md`],
])('a file’s name leads nowhere: %j', (words, name) => {
  expect(exportFileName(words, 'md')).toBe(name)
})

test('RFC 6266: a name in two writings, no line and no quote of its own', () => {
  const header = attachmentOf(exportFileName(['Liste « été »\r\nX-Evil: 1'], 'pdf'))
  expect(header).toMatch(/^attachment; filename="[\x20-\x21\x23-\x7e]+"; filename\*=UTF-8''[\w.%!-]+$/)
  expect(header).not.toMatch(/[\r\n]/)
  expect(header).toContain('%C3%A9t%C3%A9')
})
