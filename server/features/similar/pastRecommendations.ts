// The recommendations that exist on the day that is looked from, with what was decided of them until then.
import type { Cycle } from '#server/ports/cycle.ts'
import { type Described, describeText } from '#shared/similar/describeText.ts'
import type { CloseRecommendation } from '#shared/similar/similarAnswer.ts'

export interface PastRecommendation extends Omit<CloseRecommendation, 'words' | 'fromThis'> {
  /** Short drafts that became this recommendation. */
  readonly draftIds: readonly string[]
  readonly described: Described
}

export interface Known {
  /** Another one whenever the recommendations or what was decided of them changed. */
  readonly version: string
  readonly recommendations: readonly PastRecommendation[]
  /** Texts of the same world that nobody looks for: they tell which words are rare. */
  readonly background: readonly Described[]
}

export async function knownOn(cycle: Cycle, day: string): Promise<Known> {
  const asOf = { before: day }
  const [recommendations, decisions, cards, themes, boards, entities] = await Promise.all([
    cycle.recommendations(asOf),
    cycle.decisions(asOf),
    cycle.contextCards(asOf),
    cycle.themes(asOf),
    cycle.boards(),
    cycle.entities(),
  ])
  const titleOf = new Map(themes.map(({ id, title }) => [id, title]))
  const boardOf = new Map(
    boards.map(({ id, name, entityId }) => [id, entities.find((one) => one.id === entityId)?.name ?? name]),
  )
  return {
    version: [
      day,
      ...recommendations.map(({ id, updatedAt }) => `${id}@${updatedAt}`),
      decisions.length,
    ].join(' '),
    recommendations: recommendations.map(({ id, code, title, summary, proposition, ...more }) => ({
      ...{ id, code, title, summary, proposition },
      theme: titleOf.get(more.themeId) ?? '',
      year: Number(more.updatedAt.slice(0, 4)),
      fates: decisions
        .filter(({ recommendationId }) => recommendationId === id)
        .map(({ boardId, decision, reason }) => ({
          ...{ board: boardOf.get(boardId) ?? '', decision, reason },
        })),
      draftIds: more.provenance.map(({ draftId }) => draftId),
      described: describeText({ id, title, body: `${summary}\n${proposition}` }),
    })),
    background: cards.map(({ id, title, text }) => describeText({ id, title, body: text })),
  }
}
