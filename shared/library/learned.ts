// « Ce que nous avons appris »: the lines of groups, session by session, and the cycle's learning report made of them.
import { bySubject, type LibraryEntry } from '#shared/library/libraryEntries.ts'

export interface LearnedLine {
  readonly id: string
  readonly groupId: string
  /** More than one where a joint session learnt it. */
  readonly groupIds: readonly string[]
  readonly kind: 'learned' | 'open'
  readonly text: string
  readonly sessionId: string
  readonly sessionDate: string
  readonly themeId: string
  readonly byName: string
  /** Its author's own: it may be taken back. */
  readonly own: boolean
  /** Gathered from the minutes of the session: it is corrected there. */
  readonly fromMinutes: boolean
}

/** Lines that stand, in the order of their sessions. */
export function learnedLines(
  entries: readonly LibraryEntry<'learned'>[],
  by: string | undefined,
): LearnedLine[] {
  const lines = [...bySubject(entries).values()].flatMap((list): LearnedLine[] => {
    const [said] = list
    if (said?.body.step !== 'said' || said.groupId === null) return []
    if (list.some(({ body }) => body.step === 'withdrawn')) return []
    const { step: _, ...about } = said.body
    const whose = { groupId: said.groupId, groupIds: [said.groupId], byName: said.byName }
    return [{ id: said.subject, ...whose, own: said.by === by, fromMinutes: false, ...about }]
  })
  return lines.sort((a, b) => (a.sessionDate < b.sessionDate ? -1 : a.sessionDate > b.sessionDate ? 1 : 0))
}

export interface LearningReport {
  readonly title: string
  readonly empty: string
  readonly learned: string
  readonly open: string
  readonly themes: readonly { readonly id: string; readonly title: string }[]
  readonly placeOf: (groupId: string) => string
  readonly dayOf: (day: string) => string
}

/** Nobody is named in the report: it is the groups' learning. Lines are text, never markup. */
export function learningMarkdown(lines: readonly LearnedLine[], words: LearningReport): string {
  const parts = words.themes.flatMap(({ id, title }) => {
    const own = lines.filter(({ themeId }) => themeId === id)
    if (own.length === 0) return []
    const list = (kind: LearnedLine['kind'], name: string): string[] => {
      const said = own.filter((line) => line.kind === kind)
      if (said.length === 0) return []
      const rows = said.map(
        ({ text, groupIds, sessionDate }) =>
          `- ${escaped(text)} (${escaped(groupIds.map(words.placeOf).join(', '))}, ${words.dayOf(sessionDate)})`,
      )
      return [`### ${name}`, '', ...rows, '']
    }
    return [`## ${escaped(title)}`, '', ...list('learned', words.learned), ...list('open', words.open)]
  })
  return [`# ${escaped(words.title)}`, '', ...(parts.length > 0 ? parts : [words.empty, ''])].join('\n')
}

const escaped = (text: string): string =>
  text.replace(/\s+/gu, ' ').replace(/[\\`*_{}[\]<>#|]/gu, (sign) => `\\${sign}`)
