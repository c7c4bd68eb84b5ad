// What one slide has room for: a text of any length goes on on further slides, and is never cut. Pure, so that every screen has the same ones.
import type { DeckText } from '#shared/assembly/deck.ts'

/**
 * Lines of 24 pixels between the edges and the foot of the smallest screen that is projected on, 1024 by 768, and characters in each.
 * Larger screens show the same slides with larger letters.
 */
const screen = { lines: 20, line: 78, titleLine: 58, badge: 15 }
/** Verdicts that stand side by side; more boards go on on the next slide. */
const mostColumns = 3
/** A column's edge, in characters, and the verdict over it, in lines. */
const column = { edge: 3, head: 3 }
/** What people felt, told under the last slide of a text. */
const feltLines = 2

/** What one board said, as much of it as this slide holds. */
export interface SaidPart {
  readonly boardId: string
  readonly reason: string
  /** The board's own wording. */
  readonly wording: string
}

export interface TextPage {
  readonly summary: string
  readonly said: readonly SaidPart[]
  readonly felt: boolean
}

const linesOf = (text: string, line: number): number => Math.ceil(text.length / line)

export function textPages(text: DeckText, themeTitle: string): readonly TextPage[] {
  const eyebrow = Math.ceil((themeTitle.length + 8 + text.groupIds.length * screen.badge) / screen.line)
  const head = eyebrow * 1.5 + linesOf(text.title, screen.titleLine) * 1.2
  const room = Math.max(5, Math.floor(screen.lines - head - feltLines))
  const summaries = splitWords(text.summary, room * screen.line)
  const answers = saidPages(text, room)
  const last = summaries.at(-1) ?? ''
  const first = answers[0]
  const together = first === undefined || linesOf(last, screen.line) + first.lines <= room
  const pages: { summary: string; said: readonly SaidPart[] }[] = [
    ...(together ? summaries.slice(0, -1) : summaries).map((summary) => ({ summary, said: [] })),
    ...(together ? [{ summary: last, said: first?.said ?? [] }] : []),
    ...answers.slice(together ? 1 : 0).map(({ said }) => ({ summary: '', said })),
  ]
  return pages.map((page, at) => ({ ...page, felt: at === pages.length - 1 }))
}

interface Answers {
  readonly said: readonly SaidPart[]
  readonly lines: number
}

/** Boards side by side, each going on where it stopped. */
function saidPages(text: DeckText, room: number): readonly Answers[] {
  const concerned = text.verdicts.filter((one) => one.concerned)
  return rowsOf(concerned, mostColumns).flatMap((boards) => {
    const line = Math.floor(screen.line / boards.length) - column.edge
    const most = Math.max(1, room - column.head) * line
    const parts = boards.map(({ boardId, newWording, reason }) =>
      partsOf(boardId, { reason, wording: newWording ?? '' }, most),
    )
    const count = Math.max(1, ...parts.map((one) => one.length))
    return Array.from({ length: count }, (_, at): Answers => {
      const said = parts.map((one, n) => one[at] ?? { ...silent, boardId: boards[n]?.boardId ?? '' })
      const tallest = Math.max(
        ...said.map(
          (one) => linesOf(one.reason, line) + (one.wording === '' ? 0 : linesOf(one.wording, line) + 1.5),
        ),
      )
      return { said, lines: column.head + tallest }
    })
  })
}

const silent = { reason: '', wording: '' }

/** The reason first; the wording beside it where both fit. */
function partsOf(
  boardId: string,
  { reason, wording }: { readonly reason: string; readonly wording: string },
  most: number,
): readonly SaidPart[] {
  if (reason.length + wording.length * 1.1 + 40 <= most) return [{ boardId, reason, wording }]
  return [
    ...splitWords(reason, most).map((part) => ({ boardId, reason: part, wording: '' })),
    ...(wording === '' ? [] : splitWords(wording, most)).map((part) => ({
      ...{ boardId, reason: '', wording: part },
    })),
  ]
}

/** Pieces of at most so many characters, parted after a sentence where one ends in the second half, else between words. */
export function splitWords(text: string, most: number): readonly string[] {
  const pieces: string[] = []
  let rest = text.trim()
  while (rest.length > most) {
    const window = rest.slice(0, most + 1)
    const sentence = Math.max(...[...window.matchAll(/[.!?…]\s/gu)].map(({ index }) => index + 1), 0)
    const space = window.search(/\s\S*$/u)
    // A word as long as a slide is parted anywhere.
    const at = sentence > most / 2 ? sentence : space > 0 ? space : most
    pieces.push(rest.slice(0, at).trimEnd())
    rest = rest.slice(at).trimStart()
  }
  return [...pieces, rest]
}

export const openPages = (open: string, title: string): readonly string[] =>
  splitWords(open, (screen.lines - 8 - linesOf(title, screen.titleLine) * 1.5) * screen.line)

/** Lists go on where their lines are full. */
export function listPages<T>(
  list: readonly T[],
  { most, heightOf, lines }: { readonly most: number; readonly lines: number; heightOf(one: T): number },
): readonly (readonly T[])[] {
  // Nine rows are told as five and four, never as seven and two.
  for (let pages = Math.max(1, Math.ceil(list.length / most)); pages < list.length; pages++) {
    const split = rowsOf(list, Math.ceil(list.length / pages))
    const fits = (rows: readonly T[]): boolean => rows.reduce((sum, row) => sum + heightOf(row), 0) <= lines
    if (split.every(fits)) return split
  }
  return rowsOf(list, 1)
}

const rowsOf = <T>(list: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size))

/** Rows that are read from the last seat, whatever room is left. */
export const mostRows = 7

/** The texts of a theme, each on a row with the verdicts of the boards that are concerned. */
export function themePages(texts: readonly DeckText[], title: string): readonly (readonly DeckText[])[] {
  const boards = concernedBoards(texts).size
  const line = Math.max(12, 72 - 16 * boards)
  return listPages(texts, {
    ...{ most: mostRows, lines: 18 - Math.max(0, linesOf(title, 32) - 2) * 1.3 },
    heightOf: (text) => Math.max(2, linesOf(text.title, line)) + 0.25,
  })
}

export const concernedBoards = (texts: readonly DeckText[]): ReadonlySet<string> =>
  new Set(texts.flatMap(({ verdicts }) => verdicts.flatMap((one) => (one.concerned ? one.boardId : []))))

/** One slide at least: the plan is told also before it has axes. */
export const axisPages = (axes: readonly string[]): readonly (readonly string[])[] =>
  axes.length === 0
    ? [[]]
    : listPages(axes, { most: 12, lines: screen.lines - 7, heightOf: (axis) => linesOf(axis, 52) * 1.1 })
