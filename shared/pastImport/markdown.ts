// Markdown pads as HedgeDoc writes them, with headings and `:::` containers, read into the same table as a CSV file. Pure.
import { fieldOf, yearOf } from '#shared/pastImport/pastWords.ts'
import { mostOfFile, type PastField, pastFields, type Table } from '#shared/pastImport/table.ts'

interface Line {
  readonly line: number
  readonly text: string
}

interface Section {
  readonly line: number
  readonly level: number
  readonly title: string
  readonly body: Line[]
  /** Titles of the headings above, the nearest last. */
  readonly above: readonly string[]
  isLeaf: boolean
}

/** A container without a heading is deeper than any heading. */
const containerLevel = 9

/** Words without the signs of Markdown and without tags: what is kept is text. The bounds keep a hostile line from costing time. */
export const plainMarkdown = (text: string): string =>
  text
    .replace(/!\[([^\]\n]{0,300})\]\([^)\n]{0,600}\)/gu, '$1')
    .replace(/\[([^\]\n]{0,300})\]\([^)\n]{0,600}\)/gu, '$1')
    .replace(/<[a-z/!][^<>\n]{0,300}>/giu, '')
    .replace(/[*_~`]{1,3}/gu, '')
    .replace(/\\([\\#.[\]()!+-])/gu, '$1')
    .trim()

const firstLink = (text: string): string => /https?:\/\/[^\s)>\]"]{1,480}/iu.exec(text)?.[0] ?? ''

/** Without the front matter and the lines that only set the page: tags, tables of contents, rules. */
function linesOf(text: string): Line[] {
  const all = text.replace(/^\ufeff/u, '').split(/\r?\n/u)
  const end =
    all[0]?.trim() === '---' ? all.findIndex((line, at) => at > 0 && /^(---|\.\.\.)\s*$/u.test(line)) : -1
  return all
    .map((line, at) => ({ line: at + 1, text: line }))
    .slice(end + 1)
    .filter(({ text: line }) => !/^\s*(\[toc\]|-{3,}|\*{3,}|_{3,}|#{6,}\s*tags?:.*)\s*$/iu.test(line))
}

/**
 * [M1] A heading under which no other heading stands is a recommendation; the headings above say place and year.
 * [M2] A `:::` container is one too, where no heading stands in it: its name, or its first line, is the title.
 * [M3] A heading with nothing but a list under it is a place: each item of the list is a recommendation, whatever follows under further headings.
 * [M5] A heading that says its status is a recommendation, whatever headings follow under it: they are part of its text. Nor is a `#` in
 *      a piece of code a heading.
 * [M4] A line « Statut : reportée » says a field; in any of the three languages, bold or not, in a list or not.
 */
export function readMarkdown(text: string): Table {
  const sections = sectionsOf(linesOf(text))
  const rows = sections
    .flatMap((section) => {
      if (isList(section)) return itemsOf(section)
      return section.isLeaf ? [recommendationOf(section)] : []
    })
    .slice(0, mostOfFile.rows)
  return { header: [...pastFields], rows, problems: [] }
}

function sectionsOf(lines: readonly Line[]): Section[] {
  const sections: Section[] = []
  const above: Section[] = []
  const open = (line: number, level: number, title: string): void => {
    while ((above.at(-1)?.level ?? 0) >= level) above.pop()
    const parent = above.at(-1)
    if (parent) parent.isLeaf = false
    const section: Section = {
      line,
      level,
      title,
      body: [],
      above: above.map((one) => one.title),
      isLeaf: true,
    }
    sections.push(section)
    above.push(section)
  }
  let isCode = false
  for (const one of lines) {
    const isFence = /^\s{0,3}(```|~~~)/u.test(one.text)
    if (isFence) isCode = !isCode
    if (isFence || isCode) {
      above.at(-1)?.body.push(one)
      continue
    }
    const heading = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$/u.exec(one.text)
    const container = /^\s*:{3,}\s*(\w+)?\s*(.*)$/u.exec(one.text)
    const whole = above.find(saysOutcome)
    if (heading && whole && (heading[1]?.length ?? 1) > whole.level)
      above.at(-1)?.body.push({ line: one.line, text: heading[2] ?? '' })
    else if (heading) open(one.line, heading[1]?.length ?? 1, plainMarkdown(heading[2] ?? ''))
    else if (container?.[1]) open(one.line, containerLevel, plainMarkdown(container[2] ?? ''))
    else if (container) {
      if (above.at(-1)?.level === containerLevel) above.pop()
    } else above.at(-1)?.body.push(one)
  }
  return sections.filter((section) => !isEmptyContainer(section))
}

const saysOutcome = ({ body, level }: Section): boolean =>
  level !== containerLevel && body.some(({ text }) => fieldLine(text)?.field === 'outcome')

/** A container with headings in it is only a frame; one with nothing in it is nothing. */
const isEmptyContainer = ({ body, level, title }: Section): boolean =>
  level === containerLevel && title === '' && body.every(({ text }) => text.trim() === '')

const bullet = /^\s{0,3}(?:[-*+]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?(.*)$/u

function fieldLine(text: string): { field: PastField; value: string } | undefined {
  const found =
    /^\s*(?:[-*+>]\s+)?[*_]{0,3}([\p{L} ]{2,30}?)\s*[*_]{0,3}\s*[:：]\s*[*_]{0,3}\s*(.+?)\s*[*_]{0,3}\s*$/u.exec(
      text,
    )
  const field = found?.[1] === undefined ? undefined : fieldOf(found[1])
  return field && found?.[2] ? { field, value: found[2] } : undefined
}

/** Two items or more, and no other words than items and what continues them. */
function isList({ body }: Section): boolean {
  const said = body.filter(({ text }) => text.trim() !== '')
  const items = said.filter(({ text }) => bullet.test(text) && !fieldLine(text))
  return (
    items.length >= 2 &&
    said.every(({ text }) => bullet.test(text) || /^\s{2,}\S/u.test(text)) &&
    said.every(({ text }) => !fieldLine(text) || !bullet.test(text))
  )
}

function itemsOf({ above, body, title }: Section): Table['rows'] {
  const items: { line: number; words: string; more: string[] }[] = []
  for (const { line, text } of body) {
    const item = bullet.exec(text)
    if (item) items.push({ line, words: item[1] ?? '', more: [] })
    else if (text.trim() !== '') items.at(-1)?.more.push(text)
  }
  const headings = [...above, title]
  return items.map(({ line, more, words }) => {
    const status = /^(.*?)\s*[([]([^()[\]]{3,60})[)\]]\s*$/u.exec(words)
    return {
      line,
      cells: cellsOf({
        ...{ title: plainMarkdown(status?.[1] ?? words), text: plainMarkdown(more.join('\n')) },
        ...{ outcome: status?.[2] ?? '', link: firstLink(words) },
        ...placeAndYear(headings),
      }),
    }
  })
}

function recommendationOf({ above, body, line, title }: Section): Table['rows'][number] {
  const fields: Partial<Record<PastField, string>> = {}
  const words: string[] = []
  for (const { text } of body) {
    const found = fieldLine(text)
    if (found && fields[found.field] === undefined && found.field !== 'text')
      fields[found.field] = plainMarkdown(found.value)
    else words.push(found?.field === 'text' ? found.value : text.replace(/^\s*>\s?/u, ''))
  }
  const first = words.findIndex((one) => one.trim() !== '')
  const named = title !== '' || fields.title !== undefined
  const link = fields.link ?? firstLink(words.join('\n'))
  return {
    line,
    cells: cellsOf({
      ...placeAndYear(above),
      ...fields,
      title: title || (fields.title ?? plainMarkdown((words[first] ?? '').replace(bullet, '$1'))),
      text: words
        .slice(named ? 0 : first + 1)
        .map(plainMarkdown)
        .join('\n')
        .replace(/\n{3,}/gu, '\n\n')
        .trim(),
      ...(link === '' ? {} : { link: firstLink(link) || link }),
    }),
  }
}

/** The nearest heading that says a year; the nearest that says more than a year is the place. */
function placeAndYear(headings: readonly string[]): { year: string; place: string } {
  const nearest = headings.toReversed()
  const year = nearest.find((one) => yearOf(one) !== undefined) ?? ''
  const place = nearest.find((one) => one.replace(/[\d\s–/-]/gu, '') !== '' && one !== headings[0]) ?? ''
  return { year, place }
}

const cellsOf = (said: Partial<Record<PastField, string>>): string[] =>
  pastFields.map((field) => said[field] ?? '')
