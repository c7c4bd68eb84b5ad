// A member's queue as a page to be printed: words only, escaped; each text begins a page, and the contents lead to it.
import { queueWords } from '#server/features/instruction/queueWords.ts'
import type { Language } from '#server/transport/httpProblemTexts.ts'
import { feelings } from '#shared/consultation/feelings.ts'
import type { DeskAnswer, DeskItem } from '#shared/instruction/instructionAnswers.ts'

const style = `
@page { size: A4; margin: 14mm 16mm 13mm; }
html { font: 9.6pt/1.34 "Source Sans 3", "Liberation Sans", Arial, sans-serif; color: #1d1d1b; }
h1 { font-size: 19pt; line-height: 1.2; margin: 0 0 6pt; }
h2 { font-size: 15pt; line-height: 1.25; margin: 0 0 5pt; break-after: avoid; }
h3 { font-size: 10.2pt; margin: 6pt 0 1pt; break-after: avoid; }
p { margin: 0 0 3pt; white-space: pre-line; }
.short { font-size: 11pt; }
ul, ol { margin: 0 0 4pt; padding-left: 16pt; }
article { break-before: page; }
p, li { orphans: 2; widows: 2; overflow-wrap: anywhere; }
a { color: inherit; }
.space { border: 0.5pt solid #777; min-height: 14mm; padding: 4pt; }
`

export function queueHtml(desk: DeskAnswer, language: Language): string {
  const words = queueWords[language]
  const items = desk.items.filter(({ state }) => state !== 'ruled')
  const minutes = items.reduce((sum, one) => sum + one.minutes, 0)
  const heading = `${words.title}, ${desk.board.name}`
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(heading)}</title><style>${style}</style></head>
<body><main><h1>${escaped(heading)}</h1><p>${escaped(words.texts(items.length, minutes))}</p>
<h2>${words.contents}</h2><ol>${items
    .map(
      ({ code, title, minutes: long }, n) =>
        `<li><a href="#t${n}"><span lang="${escaped(desk.language)}">${escaped(`${code} ${title}`)}</span>, ${escaped(words.minutes(long))}</a></li>`,
    )
    .join('')}</ol>
${items.map((item, n) => article(desk, { item, n, language })).join('\n')}
</main></body></html>
`
}

interface Printed {
  readonly item: DeskItem
  readonly n: number
  readonly language: Language
}

function article(desk: DeskAnswer, { item, language, n }: Printed): string {
  const words = queueWords[language]
  const own = (text: string): string => `<p lang="${escaped(desk.language)}">${escaped(text)}</p>`
  const part = (title: string, text: string): string => (text ? `<h3>${escaped(title)}</h3>${own(text)}` : '')
  const list = (title: string, lines: readonly string[]): string =>
    lines.length > 0
      ? `<h3>${escaped(title)}</h3><ul lang="${escaped(desk.language)}">${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`
      : ''
  const { constat, moyens, proposition } = item.parts
  return `<article id="t${n}"><h2>${escaped(`${item.code} `)}<span lang="${escaped(desk.language)}">${escaped(item.title)}</span></h2>
<p class="short" lang="${escaped(desk.language)}">${escaped(item.short)}</p>
${part(words.proposition, proposition)}${part(words.constat, constat)}${part(words.moyens, moyens)}
${list(
  words.nuances,
  item.nuances.map(({ text }) => text),
)}
${list(
  words.context,
  item.cards.map(
    ({ date, source, text, title }) => `${title}. ${text} (${[source, date].filter(Boolean).join(', ')})`,
  ),
)}
${list(words.felt(item.felt.total), item.felt.total > 0 ? [feltLine(item, words.feelings), ...item.felt.comments] : [])}
${list(
  words.votes,
  item.votes.map((one) => `${placeIn(desk, one.groupId)}, ${one.date}, ${words.vote(one)}`),
)}
${list(
  words.initiatives,
  item.initiatives.map(({ since, title }) => `${title} (${since})`),
)}
${list(
  words.notes,
  item.rulings.notes.map(({ byName, text }) => `${text} (${byName})`),
)}
${list(words.others, verdictLines(desk, item, words.verdict))}
<h3>${escaped(words.own)}</h3><p class="space">${escaped(item.mine?.note ?? '')}</p></article>`
}

const feltLine = ({ felt }: DeskItem, names: readonly string[]): string =>
  feelings.map((feeling, n) => `${names[n] ?? ''} ${felt.feelings[feeling]}`).join(', ')

const placeIn = ({ groups }: DeskAnswer, groupId: string): string =>
  groups.find(({ id }) => id === groupId)?.place ?? ''

const verdictLines = (
  { boards }: DeskAnswer,
  { rulings }: DeskItem,
  names: Readonly<Record<string, string>>,
): string[] =>
  rulings.boards.flatMap(({ boardId, verdicts }) =>
    verdicts.map(
      ({ date, decision, reason }) =>
        `${boards.find(({ id }) => id === boardId)?.name ?? ''}, ${date}, ${names[decision] ?? ''}. ${reason}`,
    ),
  )

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? '')
