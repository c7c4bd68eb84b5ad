// What became of every recommendation: shares, one chapter per theme, plan items and news, local initiatives.
import {
  type ExportBlock,
  type ExportDocument,
  type ExportTable,
  heading,
  lead,
  list,
  paragraph,
  remark,
  said,
  told,
} from '#shared/exports/exportDocument.ts'
import { type ExportFrame, fact, labelled, subtitleOf } from '#shared/exports/exportFrame.ts'
import { dayIn, exportWords } from '#shared/exports/exportWords.ts'
import { fates } from '#shared/followUp/fate.ts'
import type { FollowUpAnswer, FollowUpItem, FollowUpLine } from '#shared/followUp/followUpAnswers.ts'

export interface FollowUpFacts {
  readonly frame: ExportFrame
  /** As the page shows it to whoever asks. */
  readonly page: FollowUpAnswer
}

export function followUpDocument(facts: FollowUpFacts): ExportDocument {
  const { frame, page } = facts
  const words = exportWords[frame.language]
  return {
    title: words.followUp,
    subtitle: subtitleOf(frame),
    ...{ language: frame.language, saidIn: frame.saidIn, contents: 2, notes: [] },
    facts: [...fact(frame, words.document, words.recommendations(page.lines.length))],
    blocks: [
      heading(1, told(words.shares)),
      { kind: 'table', caption: '', table: shares(facts) },
      ...chapters(page).flatMap(({ lines, title }) =>
        lines.length === 0
          ? []
          : [heading(1, said(title)), ...lines.flatMap((line) => lineBlocks(facts, line))],
      ),
      ...initiatives(facts),
    ],
    sheet: sheetOf(facts),
  }
}

/** Those of no theme that stands come last. */
function chapters({ lines, themes }: FollowUpAnswer): { title: string; lines: readonly FollowUpLine[] }[] {
  const known = new Set(themes.map(({ id }) => id))
  return [
    ...themes.map(({ id, title }) => ({ title, lines: lines.filter(({ themeId }) => themeId === id) })),
    { title: '…', lines: lines.filter(({ themeId }) => !known.has(themeId)) },
  ]
}

/** By one word for all boards, and by each board's own. */
function shares({ frame, page }: FollowUpFacts): ExportTable {
  const words = exportWords[frame.language]
  return {
    columns: [words.status, words.total, ...page.boards.map(({ entity }) => entity)],
    rows: fates.map((fate) => [
      ...[words.fate[fate], page.lines.filter((line) => line.fate === fate).length],
      ...page.boards.map(
        ({ id }) =>
          page.lines.filter(({ boards }) => boards.some((one) => one.boardId === id && one.fate === fate))
            .length,
      ),
    ]),
  }
}

function lineBlocks(facts: FollowUpFacts, line: FollowUpLine): ExportBlock[] {
  const { frame, page } = facts
  const words = exportWords[frame.language]
  return [
    heading(2, told(`${line.code}. `), said(line.title)),
    ...(line.summary === '' ? [] : [lead(said(line.summary))]),
    ...line.boards.map((one) => {
      const board = page.boards.find(({ id }) => id === one.boardId)?.entity ?? one.boardId
      const about = [words.fate[one.fate], ...(one.late ? [words.late] : [])].join(', ')
      const review = one.postponedUntil
        ? ` ${words.reviewOn} ${dayIn(frame.language, one.postponedUntil)}.`
        : ''
      return paragraph(
        said(board, { bold: true }),
        told(`${words.colon} ${about}. `),
        said(one.reason),
        told(review),
      )
    }),
    ...line.items.flatMap((item) => itemBlocks(facts, item)),
    ...newsBlocks(frame, line.news),
    ...labelled(frame, words.places, said(line.places.join(', '))),
  ]
}

function itemBlocks({ frame, page }: FollowUpFacts, item: FollowUpItem): ExportBlock[] {
  const words = exportWords[frame.language]
  const axis = page.axes.find(({ id }) => id === item.axisId)?.title ?? ''
  const about = [
    `${words.state[item.state]}${item.late ? `, ${words.late}` : ''}`,
    `${item.progress} %`,
    `${dayIn(frame.language, item.start)} – ${dayIn(frame.language, item.end)}`,
    ...(item.owners.length > 0 ? [`${words.owners}${words.colon} ${item.owners.join(', ')}`] : []),
    ...(axis === '' ? [] : [`${words.axis}${words.colon} ${axis}`]),
  ]
  return [
    heading(3, told(`${words.item}${words.colon} `), said(item.title)),
    remark(told(`${about.join(' · ')}.`)),
    ...newsBlocks(frame, item.news),
  ]
}

const newsBlocks = ({ language }: ExportFrame, news: FollowUpItem['news']): ExportBlock[] =>
  news.length === 0
    ? []
    : [
        list(
          news.map(({ byName, date, text }) => [
            told(`${dayIn(language, date)}${exportWords[language].colon} `),
            said(text),
            ...(byName === '' ? [] : [told(` (${byName})`)]),
          ]),
        ),
      ]

function initiatives({ frame, page }: FollowUpFacts): ExportBlock[] {
  const words = exportWords[frame.language]
  if (page.initiatives.length === 0) return []
  return [
    heading(1, told(words.initiatives)),
    list(
      page.initiatives.map(({ adopted, place, since, text, title }) => [
        said(title, { bold: true }),
        told(` (${words.initiativeIn(place, dayIn(frame.language, since))})`),
        ...(text === '' ? [] : [told(`${words.colon} `), said(text)]),
        ...(adopted.length === 0
          ? []
          : [told(` ${words.alsoIn} ${adopted.map((one) => one.place).join(', ')}.`)]),
      ]),
    ),
  ]
}

/** One row for each board's word on each recommendation; what is under way stands beside it. */
function sheetOf({ frame, page }: FollowUpFacts): ExportTable {
  const words = exportWords[frame.language]
  return {
    columns: [
      ...[words.code, words.title, words.theme, words.board, words.status, words.late],
      ...[words.verdictLabel, words.date, words.reason, words.reviewOn],
      ...[words.items, words.stateLabel, words.progress, words.end, words.owners, words.news],
    ],
    rows: page.lines.flatMap((line) =>
      line.boards.map((one) => {
        const items = line.items
        const progress =
          items.length === 0
            ? ''
            : Math.round(items.reduce((sum, item) => sum + item.progress, 0) / items.length)
        const news = [...line.news, ...items.flatMap((item) => item.news)]
        return [
          ...[line.code, line.title, page.themes.find(({ id }) => id === line.themeId)?.title ?? ''],
          page.boards.find(({ id }) => id === one.boardId)?.entity ?? one.boardId,
          ...[words.fate[one.fate], one.late ? words.yes : words.no],
          ...[one.decision ? words.verdict[one.decision] : words.noVerdict, one.date ?? '', one.reason],
          ...[one.postponedUntil ?? '', items.map(({ title }) => title).join('\n')],
          ...[items.map(({ state }) => words.state[state]).join('\n'), progress],
          items
            .map(({ end }) => end)
            .sort()
            .at(-1) ?? '',
          [...new Set(items.flatMap(({ owners }) => owners))].join(', '),
          news.map(({ date, text }) => `${date} ${text}`).join('\n'),
        ]
      }),
    ),
  }
}
