// Finding one's way in the follow-up: filters, search within, and the shares that the bars show. Pure.
import { type Fate, fates } from '#shared/followUp/fate.ts'
import type { FollowUpAnswer, FollowUpLine } from '#shared/followUp/followUpAnswers.ts'
import type { PastRecommendation } from '#shared/pastImport/pastRecommendation.ts'
import { plainWords } from '#shared/pastImport/plainWords.ts'

export interface FollowUpFilter {
  readonly words: string
  readonly themeId: string
  readonly boardId: string
  readonly fate: Fate | ''
  readonly groupId: string
  readonly axisId: string
  readonly mine: boolean
  readonly late: boolean
}

export const noFilter: FollowUpFilter = {
  ...{ words: '', themeId: '', boardId: '', fate: '', groupId: '', axisId: '', mine: false, late: false },
}

/** Every word must be there, as the beginning of one or inside it. */
const saysAll = (text: string, words: string): boolean => {
  const plain = plainWords(text)
  return plainWords(words)
    .split(/\s+/u)
    .every((word) => plain.includes(word))
}

const wordsOf = (line: FollowUpLine): string =>
  [
    ...[line.code, line.title, line.summary, ...line.boards.map(({ reason }) => reason)],
    ...line.items.flatMap(({ news, owners, title }) => [title, ...owners, ...news.map(({ text }) => text)]),
    ...line.news.map(({ text }) => text),
  ].join(' ')

/** A word of any board counts, and so does the one for the whole: nothing that one board refused is lost from sight. */
const hasFate = ({ boards, fate }: FollowUpLine, wanted: Fate, boardId: string): boolean => {
  const theirs = boardId === '' ? boards : boards.filter((board) => board.boardId === boardId)
  return theirs.some((board) => board.fate === wanted) || (boardId === '' && fate === wanted)
}

export function filteredLines(
  { lines, you }: Pick<FollowUpAnswer, 'lines' | 'you'>,
  filter: FollowUpFilter,
  myGroupIds: readonly string[] = you.groupIds,
): FollowUpLine[] {
  const { axisId, boardId, fate, groupId, late, mine, themeId, words } = filter
  return lines.filter(
    (line) =>
      (themeId === '' || line.themeId === themeId) &&
      (boardId === '' || line.boards.some((board) => board.boardId === boardId)) &&
      (fate === '' || hasFate(line, fate, boardId)) &&
      (groupId === '' || line.groupIds.includes(groupId)) &&
      (axisId === '' || line.items.some((item) => item.axisId === axisId)) &&
      (!mine || line.groupIds.some((id) => myGroupIds.includes(id))) &&
      (!late || line.late) &&
      saysAll(wordsOf(line), words),
  )
}

/** Of earlier cycles, what words and status can say of them; filters that they know nothing of leave them out. */
export function filteredPast(
  past: readonly PastRecommendation[],
  filter: FollowUpFilter,
): PastRecommendation[] {
  const { axisId, boardId, fate, groupId, late, mine, themeId, words } = filter
  if (axisId !== '' || boardId !== '' || groupId !== '' || themeId !== '' || late || mine) return []
  return past.filter(
    (one) =>
      (fate === '' || one.outcome === fate) &&
      saysAll([one.year, one.place, one.title, one.text, one.reason].join(' '), words),
  )
}

export interface Share {
  readonly id: string
  readonly title: string
  readonly total: number
  /** By fate, in the order in which fates are listed; only those that occur. */
  readonly parts: readonly { readonly fate: Fate; readonly count: number }[]
}

const shareOf = (id: string, title: string, found: readonly (Fate | 'unknown')[]): Share => ({
  ...{ id, title, total: found.length },
  parts: fates.flatMap((fate) => {
    const count = found.filter((one) => one === fate).length
    return count > 0 ? [{ fate, count }] : []
  }),
})

export const sharesByTheme = ({ lines, themes }: Pick<FollowUpAnswer, 'lines' | 'themes'>): Share[] =>
  themes.flatMap(({ id, title }) => {
    const own = lines.filter(({ themeId }) => themeId === id)
    return own.length > 0
      ? [
          shareOf(
            id,
            title,
            own.map(({ fate }) => fate),
          ),
        ]
      : []
  })

/** This cycle, then the years of imported ones, the latest first. */
export function sharesByCycle({
  cycle,
  lines,
  past,
}: Pick<FollowUpAnswer, 'cycle' | 'lines' | 'past'>): Share[] {
  const years = [...new Set(past.map(({ year }) => year))].sort((a, b) => b - a)
  return [
    ...(cycle && lines.length > 0
      ? [
          shareOf(
            cycle.id,
            cycle.name,
            lines.map(({ fate }) => fate),
          ),
        ]
      : []),
    ...years.map((year) =>
      shareOf(
        String(year),
        String(year),
        past.filter((one) => one.year === year).map(({ outcome }) => outcome),
      ),
    ),
  ]
}
