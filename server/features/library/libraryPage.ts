// The library as one answer for whoever asks, and the brief of one theme.
import { todayOf } from '#server/features/home/day.ts'
import { roomGroups } from '#server/features/home/roomGroups.ts'
import { glossaryTerms } from '#server/features/library/glossaryTerms.ts'
import { type LearnedDeps, learnedHere } from '#server/features/library/learnedHere.ts'
import { shownCards } from '#server/features/library/libraryCards.ts'
import { documentHeads } from '#server/features/library/libraryDocuments.ts'
import { shownQuestions } from '#server/features/library/libraryQuestions.ts'
import type { LibraryVisitor } from '#server/features/library/libraryVisitor.ts'
import type { Deps } from '#server/transport/deps.ts'
import type { Theme } from '#shared/cycle/cycleFile.ts'
import type { BriefAnswer, LibraryAnswer, LibraryTheme } from '#shared/library/libraryAnswers.ts'
import { mayKeepCards, mayKeepDocuments } from '#shared/library/libraryRights.ts'
import type { PastRecommendation } from '#shared/pastImport/pastRecommendation.ts'
import { runsEverything } from '#shared/people/access.ts'
import { describeText } from '#shared/similar/describeText.ts'
import { similarIndex } from '#shared/similar/similarIndex.ts'

type PageDeps = Pick<Deps, 'store' | 'demo' | 'now'>

const themeOf = ({ id, title, jurisdictions }: Theme): LibraryTheme => ({ id, title, jurisdictions })

export async function libraryPage(deps: LearnedDeps, visitor: LibraryVisitor): Promise<LibraryAnswer> {
  const { cycle, library } = deps.store
  const today = await todayOf(deps)
  const asOf = { before: today }
  const { account } = visitor
  const [about, themes, entities, cards, entries, learned, groups] = await Promise.all([
    cycle.about(asOf),
    cycle.themes(asOf),
    cycle.entities(),
    cycle.contextCards(asOf),
    library.entries('card'),
    learnedHere(deps, { by: visitor.by }),
    roomGroups(deps.store),
  ])
  const own = [...groups.values()].filter(
    ({ id }) => account && (account.groupIds.includes(id) || runsEverything(account)),
  )
  return {
    ...{ today, language: about?.language ?? 'fr' },
    you: {
      ...{
        signedIn: account !== undefined,
        keepsCards: mayKeepCards(account),
        answers: mayKeepCards(account),
      },
      ...{ keepsDocuments: mayKeepDocuments(account), groups: own },
    },
    themes: themes.map(themeOf),
    jurisdictions: entities.map(({ code, name }) => ({ code, name })),
    cards: newestFirst(shownCards(cards, entries)),
    documents: await documentHeads(deps),
    questions: await shownQuestions(deps, visitor, today),
    learned: learned.map((line) => ({
      ...line,
      // The report speaks for groups: who said it is told on the group's own page.
      byName: '',
    })),
    places: Object.fromEntries([...groups.values()].map(({ id, place }) => [id, place])),
    terms: (await glossaryTerms()).length,
  }
}

const newestFirst = <T extends { readonly date: string }>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))

/** Undefined for a theme that does not exist. */
export async function themeBrief(
  deps: PageDeps,
  visitor: LibraryVisitor,
  themeId: string,
): Promise<BriefAnswer | undefined> {
  const { cycle, followUp, library } = deps.store
  const today = await todayOf(deps)
  const asOf = { before: today }
  const theme = (await cycle.themes(asOf)).find(({ id }) => id === themeId)
  if (!theme) return undefined
  const [cards, entries, groups, past, questions] = await Promise.all([
    cycle.contextCards({ ...asOf, themeId }),
    library.entries('card'),
    roomGroups(deps.store),
    followUp.pastRecommendations(),
    shownQuestions(deps, visitor, today),
  ])
  return {
    theme: {
      ...themeOf(theme),
      ...{ question: theme.question ?? '', why: theme.whyPrioritised ?? '', by: theme.prioritisedBy ?? '' },
    },
    groups: theme.groupIds.flatMap((id) => groups.get(id) ?? []),
    cards: newestFirst(shownCards(cards, entries)),
    earlier: earlierOnes(
      theme,
      past.filter(({ year }) => year <= Number(today.slice(0, 4))),
    ),
    questions: questions.filter((one) => one.themeId === themeId),
  }
}

const [earlierShown, earlierFrom] = [6, 1.5]

/** What earlier cycles said in words near to the theme's own. */
function earlierOnes(theme: Theme, past: readonly PastRecommendation[]): BriefAnswer['earlier'] {
  const described = past.map(({ id, title, text }) => describeText({ id, title, body: text }))
  const asked = describeText({ id: theme.id, title: theme.title, body: theme.question ?? '' })
  const near = similarIndex(described).closeTo(asked, { most: earlierShown, from: earlierFrom })
  return near.flatMap(({ id }) => {
    const found = past.find((one) => one.id === id)
    if (!found) return []
    const { year, place, title, outcome, reason } = found
    return [{ id, year, place, title, outcome, reason }]
  })
}
