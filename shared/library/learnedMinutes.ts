// What minutes tell of what was learnt: the lines under that heading, as they stand after everybody's corrections.
import type { ReadBlock } from '#shared/draft/draftModel.ts'
import type { LearnedLine } from '#shared/library/learned.ts'
import { longest } from '#shared/library/libraryEntries.ts'
import type { ReadMinutes } from '#shared/minutes/minutesModel.ts'
import { minutesWords } from '#shared/minutes/minutesWords.ts'

/** Lines that one session gives at most: a wall of notes is no learning. */
const mostOfSession = 30

export interface MinutesOf {
  readonly minutes: Pick<ReadMinutes, 'sessionId' | 'closedAt' | 'day' | 'blocks'>
  /** Of the room in which the session was held: one, or those of a joint one. */
  readonly groupIds: readonly string[]
  readonly themeId: string
}

const wordsOf = ({ runs }: ReadBlock): string =>
  runs
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/gu, ' ')
    .trim()
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s.…]+$/u, '')
const headings = new Set(Object.values(minutesWords).map(({ learnt }) => plain(learnt)))

/** [R1] Once the session is closed, and in any of the languages in which minutes are written. */
export function learnedInMinutes({ groupIds, minutes, themeId }: MinutesOf): LearnedLine[] {
  const [groupId] = groupIds
  if (minutes.closedAt === null || groupId === undefined) return []
  const from = minutes.blocks.findIndex((one) => one.type === 'heading' && headings.has(plain(wordsOf(one))))
  if (from < 0) return []
  const rest = minutes.blocks.slice(from + 1)
  const until = rest.findIndex(({ type }) => type === 'heading')
  const texts = rest
    .slice(0, until < 0 ? undefined : until)
    .map((one) => wordsOf(one).slice(0, longest.learned))
    .filter(Boolean)
  return [...new Map(texts.map((text) => [plain(text), text])).values()]
    .slice(0, mostOfSession)
    .map((text, n) => ({
      ...{ id: `${minutes.sessionId}/${n}`, kind: 'learned', text, groupId, groupIds, themeId },
      ...{ sessionId: minutes.sessionId, sessionDate: minutes.day },
      ...{ byName: '', own: false, fromMinutes: true },
    }))
}

/** [R2] A line that somebody also said by hand is told once, as it was said; in the order of their sessions. */
export function gathered(said: readonly LearnedLine[], minutes: readonly LearnedLine[]): LearnedLine[] {
  const key = (sessionId: string, text: string): string => `${sessionId} ${plain(text)}`
  const known = new Set(said.map(({ sessionId, text }) => key(sessionId, text)))
  return [...said, ...minutes.filter(({ sessionId, text }) => !known.has(key(sessionId, text)))].sort(
    (a, b) => (a.sessionDate < b.sessionDate ? -1 : a.sessionDate > b.sessionDate ? 1 : 0),
  )
}
