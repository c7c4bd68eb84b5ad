// Minutes as a page to be printed: words only, escaped; no script, no address but links that people wrote.
import type { ReadBlock, ReadRun } from '#shared/draft/draftModel.ts'
import { isSafeLink } from '#shared/draft/plainText.ts'
import type { ReadMinutes } from '#shared/minutes/minutesModel.ts'

const style = `
@page { size: A4; margin: 18mm 20mm 16mm; }
html { font: 10.5pt/1.42 "Source Sans 3", "Liberation Sans", Arial, sans-serif; color: #1d1d1b; }
h1 { font-size: 18pt; line-height: 1.2; margin: 0 0 6pt; }
h2 { font-size: 12.5pt; margin: 11pt 0 3pt; break-after: avoid; }
h3 { font-size: 11pt; margin: 8pt 0 2pt; break-after: avoid; }
p { margin: 0 0 4pt; }
ul, ol { margin: 0 0 4pt; padding-left: 16pt; }
li { margin: 0 0 2pt; }
li > p { margin: 0; }
p, li { orphans: 2; widows: 2; overflow-wrap: anywhere; }
a { color: inherit; }
`

export const minutesHtml = ({ title, blocks, language }: ReadMinutes): string =>
  `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title><style>${style}</style></head>
<body><main><h1>${escaped(title)}</h1>
${blocksHtml(blocks)}
</main></body></html>
`

function blocksHtml(blocks: readonly ReadBlock[]): string {
  const parts: string[] = []
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at]
    if (!block) break
    const end = isListed(block) ? listEnd(blocks, at) : at + 1
    parts.push(isListed(block) ? listHtml(blocks.slice(at, end), block.level) : textHtml(block))
    at = end
  }
  return parts.join('\n')
}

const isListed = ({ type }: ReadBlock): boolean => type === 'bullet' || type === 'numbered'

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

function listHtml(blocks: readonly ReadBlock[], level: number): string {
  const tag = blocks[0]?.type === 'numbered' ? 'ol' : 'ul'
  const points: string[] = []
  for (let at = 0; at < blocks.length; ) {
    let end = at + 1
    while (end < blocks.length && (blocks[end]?.level ?? 0) > level) end += 1
    const [own, ...deeper] = blocks.slice(at, end)
    points.push(`<li>${own ? runsHtml(own.runs) : ''}${deeper.length > 0 ? blocksHtml(deeper) : ''}</li>`)
    at = end
  }
  return `<${tag}>${points.join('')}</${tag}>`
}

function textHtml(block: ReadBlock): string {
  const tag = block.type === 'heading' ? (block.level === 3 ? 'h3' : 'h2') : 'p'
  const words = runsHtml(block.runs)
  return words.trim() === '' ? '' : `<${tag}>${words}</${tag}>`
}

const runsHtml = (runs: readonly ReadRun[]): string =>
  runs
    .map(({ text, bold, italic, link }) => {
      let said = escaped(text)
      if (italic) said = `<em>${said}</em>`
      if (bold) said = `<strong>${said}</strong>`
      return isSafeLink(link) ? `<a href="${escaped(link)}">${said}</a>` : said
    })
    .join('')

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? '')
