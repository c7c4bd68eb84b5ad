// What the cooperative's year holds to be searched, drawn from what the follow-up reads: one entry for each text.
import { placeName } from '#server/features/followUp/followUpList.ts'
import type { FollowUpWorld } from '#server/features/followUp/followUpWorld.ts'
import type { RecommendationAsOf } from '#shared/cycle/moment.ts'
import type { StandingInitiative } from '#shared/followUp/standingInitiatives.ts'
import type { PastRecommendation } from '#shared/pastImport/pastRecommendation.ts'
import type { SearchEntry } from '#shared/search/searchEntry.ts'

const lines = (...parts: readonly (string | null | undefined)[]): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join('\n')

const threadOf = ({ code, id }: Pick<RecommendationAsOf, 'code' | 'id'>): string =>
  `/follow-up/${encodeURIComponent(code ?? id)}`

export function recommendationEntries({ recommendations, themes }: FollowUpWorld): SearchEntry[] {
  const themeOf = new Map(themes.map(({ id, title }) => [id, title]))
  return recommendations.map((one) => ({
    ...{ id: one.id, kind: 'recommendation', title: one.title, names: one.code ?? '', state: null },
    body: lines(
      one.summary,
      one.constat,
      one.proposition,
      one.moyens,
      ...one.nuances.map(({ text }) => text),
    ),
    ...{ note: [one.code, themeOf.get(one.themeId)].filter(Boolean).join(' · '), groupIds: one.groupIds },
    ...{ page: threadOf(one), date: one.updatedAt },
  }))
}

/** A verdict is read on the thread of the text that it ruled on. */
export function decisionEntries({ boards, decisions, recommendations }: FollowUpWorld): SearchEntry[] {
  const boardOf = new Map(boards.map(({ id, name }) => [id, name]))
  return decisions.flatMap((one): SearchEntry[] => {
    const ruled = recommendations.find(({ id }) => id === one.recommendationId)
    if (!ruled) return []
    return [
      {
        ...{ id: one.id, kind: 'decision', title: ruled.title, body: lines(one.reason, one.newWording) },
        names: [ruled.code, boardOf.get(one.boardId)].filter(Boolean).join(' '),
        note: [ruled.code, boardOf.get(one.boardId)].filter(Boolean).join(' · '),
        ...{ state: one.decision, groupIds: ruled.groupIds, page: threadOf(ruled), date: one.date },
      },
    ]
  })
}

export function planEntries({ axes, items, recommendations }: FollowUpWorld): SearchEntry[] {
  const axisOf = new Map(axes.map(({ id, title }) => [id, title]))
  return items.flatMap((one): SearchEntry[] => {
    const from = recommendations.find(({ id }) => id === one.recommendationId)
    if (!from) return []
    const axis = one.axisId === null ? undefined : axisOf.get(one.axisId)
    return [
      {
        ...{ id: one.id, kind: 'plan', title: one.title, body: lines(...one.news.map(({ text }) => text)) },
        ...{ names: from.code ?? '', note: [from.code, axis].filter(Boolean).join(' · ') },
        ...{ state: one.state, groupIds: from.groupIds, page: threadOf(from), date: one.end },
      },
    ]
  })
}

export const initiativeEntries = (
  world: FollowUpWorld,
  which: (one: StandingInitiative) => boolean,
): SearchEntry[] =>
  world.initiatives.filter(which).map((one) => {
    const [recommendationId] = one.recommendationIds
    const from = world.recommendations.find(({ id }) => id === recommendationId)
    return {
      ...{ id: one.id, kind: 'initiative', title: one.title, names: placeName(world, one) },
      body: lines(one.text, ...one.news.map(({ text }) => text)),
      ...{ note: placeName(world, one), state: null, groupIds: one.groupId === null ? [] : [one.groupId] },
      ...{ page: from ? threadOf(from) : '/follow-up', date: one.since },
    }
  })

/** Short texts of the lists, as their groups handed them over. `which`: by id. */
export const listEntries = (
  { drafts, shown }: FollowUpWorld,
  which: (draft: FollowUpWorld['drafts'][number]) => boolean,
): SearchEntry[] =>
  drafts.filter(which).map(({ date, groupId, id, text, title }) => ({
    ...{ id, kind: 'handed-over', title, body: text, names: '', note: shown.get(groupId)?.place ?? '' },
    ...{ state: null, groupIds: [groupId], page: `/follow-up/${encodeURIComponent(id)}`, date },
  }))

export function placeEntries({ groups, shown, themes }: FollowUpWorld): SearchEntry[] {
  const themeOf = new Map(themes.map(({ id, title }) => [id, title]))
  return [
    ...groups.map(({ code, id, name, note, themeId }): SearchEntry => {
      const place = shown.get(id)?.place ?? ''
      return {
        ...{ id, kind: 'group', title: name, body: lines(themeOf.get(themeId), note) },
        ...{ names: `${code} ${place}`, note: themeOf.get(themeId) ?? '', state: null, groupIds: [id] },
        ...{ page: `/g/${encodeURIComponent(code)}`, date: null },
      }
    }),
    ...themes.map(
      ({ id, outcomeNote, question, title, whyPrioritised }): SearchEntry => ({
        ...{ id, kind: 'theme', title, body: lines(question, whyPrioritised, outcomeNote), names: '' },
        ...{ note: '', state: null, groupIds: [] },
        ...{ page: `/follow-up?theme=${encodeURIComponent(id)}`, date: null },
      }),
    ),
  ]
}

export const pastEntries = (past: readonly PastRecommendation[]): SearchEntry[] =>
  past.map(({ id, outcome, place, reason, text, title, year }) => ({
    ...{ id, kind: 'past', title, body: lines(text, reason), names: `${place} ${year}` },
    ...{ note: [place, year].filter(Boolean).join(' · '), state: outcome, groupIds: [] },
    ...{ page: `/follow-up?q=${encodeURIComponent(title.slice(0, 80))}`, date: `${year}-12-31` },
  }))
