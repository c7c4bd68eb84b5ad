// The rule of moments.json for what the store's cycle does not hold: workshops, full texts, handed-over lists. Pure; days are
// `YYYY-MM-DD`. For the records of the cycle the same rule stands in shared/cycle/moment.ts.
import type { CycleFile, DemoData } from '#server/features/demo/demoData.ts'

/** [M1] A thing exists when its date is strictly earlier than the moment's day; what is dated that day happens live. */
export const existsBefore = (date: string, today: string): boolean => date < today

/** [M2] A workshop's whiteboard stands as at its session's end; on the day it has its question only; before, not even that. */
export const boardStateAt = (sessionDate: string, today: string): 'finished' | 'today' | 'blank' =>
  sessionDate < today ? 'finished' : sessionDate === today ? 'today' : 'blank'

/** [M3] Every group hands over at once, at a milestone of the cycle. */
export function listsAreHandedOver(cycle: CycleFile['cycle'], today: string): boolean {
  const milestone = cycle.milestones.find(({ label }) => label === 'Remise des listes des groupes')
  return milestone !== undefined && existsBefore(milestone.date, today)
}

/** [M4] The short draft that a full text elaborates is shown only once the group has put it on its list. */
export function shortDraftShown(data: DemoData, draftId: string | null, today: string): string | null {
  const short = data.cycle.drafts.find(({ id }) => id === draftId)
  return short && existsBefore(short.date, today) ? short.id : null
}

export interface HandedOver {
  readonly groupId: string
  readonly drafts: number
  /** The theme's note that stands in the place of a list. */
  readonly instead: 'outcomeNote' | null
}

/** [M5] What each group has handed over: its short drafts, or a note in their place. Empty before the milestone. */
export function handedOver(data: CycleFile, today: string): HandedOver[] {
  if (!listsAreHandedOver(data.cycle, today)) return []
  return data.groups.map(({ id, deliveredRecommendations }) => ({
    groupId: id,
    drafts: data.drafts.filter((draft) => draft.groupId === id && existsBefore(draft.date, today)).length,
    instead: deliveredRecommendations ? null : 'outcomeNote',
  }))
}

/** [M6] Whiteboards of workshops that are over, and full texts written so far. */
export const workshopsAt = (data: DemoData, today: string): { boards: number; drafts: number } => ({
  boards: data.boards.filter(({ sessionId }) => {
    const session = data.cycle.sessions.find(({ id }) => id === sessionId)
    return session !== undefined && boardStateAt(session.date, today) === 'finished'
  }).length,
  drafts: data.drafts.filter(({ updatedAt }) => existsBefore(updatedAt, today)).length,
})
