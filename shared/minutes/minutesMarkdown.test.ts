import { expect, test } from 'vitest'
import type { ReadBlock } from '#shared/draft/draftModel.ts'
import { attachment, minutesFileName } from '#shared/minutes/minutesFile.ts'
import { minutesMarkdown } from '#shared/minutes/minutesMarkdown.ts'

const paragraph = (text: string): ReadBlock => ({ type: 'paragraph', level: 0, runs: [{ text }] })
const told = (...blocks: ReadBlock[]): string => minutesMarkdown({ title: 'Nantes', blocks })

test('headings, lists, marks and links are those of Markdown', () => {
  const listed = (type: 'bullet' | 'numbered', text: string, level = 1): ReadBlock => ({
    type,
    level,
    runs: [{ text }],
  })
  expect(
    told(
      { type: 'heading', level: 2, runs: [{ text: 'Déroulé' }] },
      listed('bullet', 'un'),
      listed('bullet', 'dessous', 2),
      listed('bullet', 'deux'),
      listed('numbered', 'premier'),
      listed('numbered', 'second'),
      {
        type: 'paragraph',
        level: 0,
        runs: [
          { text: 'très ' },
          { text: 'gras ', bold: true },
          { text: 'lien', link: 'https://a.example/b' },
        ],
      },
    ),
  ).toBe(
    '# Nantes\n\n## Déroulé\n\n- un\n   - dessous\n- deux\n\n1. premier\n2. second\n\ntrès **gras** [lien](<https://a.example/b>)\n',
  )
})

test.each([
  ['<script>alert(1)</script>', '\\<script\\>alert(1)\\</script\\>'],
  ['![x](https://evil.example/p.png)', '!\\[x\\](https://evil.example/p.png)'],
  ['[clic](javascript:alert(1))', '\\[clic\\](javascript:alert(1))'],
  ['# pas un titre', '\\# pas un titre'],
  ['- pas un point', '\\- pas un point'],
  ['+ pas un point', '\\+ pas un point'],
  ['1. pas une liste', '1\\. pas une liste'],
  ['--- ', '\\---'],
  ['=== ', '\\==='],
  ['> pas une citation', '\\> pas une citation'],
  ['`code` et *gras* et _bas_', '\\`code\\` et \\*gras\\* et \\_bas\\_'],
  ['| a | b |', '\\| a \\| b \\|'],
  ['&lt;b&gt;', '\\&lt;b\\&gt;'],
  ['un\n\n# deux', 'un \\# deux'],
  ['~~barré~~ $x$', '\\~\\~barré\\~\\~ \\$x\\$'],
])('%s says what it says', (words, markdown) => {
  expect(told(paragraph(words))).toBe(`# Nantes\n\n${markdown}\n`)
})

test('an address that is not plainly one is no link', () => {
  const block: ReadBlock = {
    type: 'paragraph',
    level: 0,
    runs: [{ text: 'ici', link: 'javascript:alert(1)' }],
  }
  expect(told(block)).toBe('# Nantes\n\nici\n')
})

test('a file is called after its place and its day, without a sign that could lead elsewhere', () => {
  const minutes = { day: '2020-01-23', language: 'fr' } as const
  expect(minutesFileName(minutes, 'Nantes', 'docx')).toBe('Compte rendu - Nantes - 2020-01-23.docx')
  expect(minutesFileName(minutes, '../../etc/passwd\r\nX: "y"\u202e', 'md')).toBe(
    'Compte rendu - etc passwd X y - 2020-01-23.md',
  )
  expect(attachment('Compte rendu - Liège - 2020-01-23.docx')).toBe(
    'attachment; filename="Compte rendu - Liege - 2020-01-23.docx"; filename*=UTF-8\'\'Compte%20rendu%20-%20Li%C3%A8ge%20-%202020-01-23.docx',
  )
})
