// The cycle's learning report as Markdown: what the groups learnt and what stays open, by theme.
import { todayOf } from '#server/features/home/day.ts'
import { roomGroups } from '#server/features/home/roomGroups.ts'
import { type LearnedDeps, learnedHere } from '#server/features/library/learnedHere.ts'
import type { LibraryVisitor } from '#server/features/library/libraryVisitor.ts'
import { learningMarkdown } from '#shared/library/learned.ts'

const words = {
  fr: {
    title: 'Ce que nous avons appris',
    empty: 'Aucun groupe n’a encore noté ce qu’il a appris.',
    learned: 'Ce que nous avons appris',
    open: 'Ce qui reste ouvert',
  },
  en: {
    title: 'What we have learned',
    empty: 'No group has yet noted what it learned.',
    learned: 'What we have learned',
    open: 'What stays open',
  },
  nl: {
    title: 'Wat we geleerd hebben',
    empty: 'Nog geen groep heeft genoteerd wat ze geleerd heeft.',
    learned: 'Wat we geleerd hebben',
    open: 'Wat open blijft',
  },
} as const

export async function learningReport(
  deps: LearnedDeps,
  { by }: LibraryVisitor,
  language: keyof typeof words,
): Promise<string> {
  const asOf = { before: await todayOf(deps) }
  const [about, themes, lines, groups] = await Promise.all([
    deps.store.cycle.about(asOf),
    deps.store.cycle.themes(asOf),
    learnedHere(deps, { by }),
    roomGroups(deps.store),
  ])
  const { title, ...said } = words[language]
  const days = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    timeZone: 'UTC',
  })
  return learningMarkdown(lines, {
    ...said,
    title: [title, about?.cycle.name].filter(Boolean).join(' — '),
    themes,
    placeOf: (groupId) => groups.get(groupId)?.place ?? '',
    dayOf: (day) => days.format(new Date(`${day}T12:00:00Z`)),
  })
}
