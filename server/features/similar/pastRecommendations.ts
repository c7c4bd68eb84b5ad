// The recommendations that exist on the day that is looked from, of this cycle and of earlier ones, with what became of them until then.
import type { Cycle } from '#server/ports/cycle.ts'
import type { PastRecommendation as EarlierOne } from '#shared/pastImport/pastRecommendation.ts'
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

/** Where the recommendations of earlier cycles are read, as many cycles as were imported. */
export interface EarlierCycles {
  pastRecommendations(): Promise<readonly EarlierOne[]>
}

export async function knownOn(cycle: Cycle, earlier: EarlierCycles, day: string): Promise<Known> {
  const asOf = { before: day }
  const [recommendations, decisions, cards, themes, boards, entities, past] = await Promise.all([
    cycle.recommendations(asOf),
    cycle.decisions(asOf),
    cycle.contextCards(asOf),
    cycle.themes(asOf),
    cycle.boards(),
    cycle.entities(),
    earlier.pastRecommendations(),
  ])
  const year = Number(day.slice(0, 4))
  const before = past.filter((one) => one.year <= year)
  const titleOf = new Map(themes.map(({ id, title }) => [id, title]))
  const boardOf = new Map(
    boards.map(({ id, name, entityId }) => [id, entities.find((one) => one.id === entityId)?.name ?? name]),
  )
  return {
    version: [
      day,
      ...recommendations.map(({ id, updatedAt }) => `${id}@${updatedAt}`),
      decisions.length,
      ...before.map(({ id }) => id),
    ].join(' '),
    recommendations: [
      ...recommendations.map(({ id, code, title, summary, proposition, ...more }) => ({
        ...{ id, code, title, summary, proposition },
        theme: titleOf.get(more.themeId) ?? '',
        year: Number(more.updatedAt.slice(0, 4)),
        fates: decisions
          .filter(({ recommendationId }) => recommendationId === id)
          .map(({ boardId, decision, reason }) => ({
            ...{ board: boardOf.get(boardId) ?? '', decision, reason },
          })),
        draftIds: more.provenance.map(({ draftId }) => draftId),
        ending: null,
        described: describeText({ id, title, body: `${summary}\n${proposition}` }),
      })),
      ...before.map(ofEarlierCycle),
    ],
    background: cards.map(({ id, title, text }) => describeText({ id, title, body: text })),
  }
}

function ofEarlierCycle({ id, title, text, place, year, outcome, reason }: EarlierOne): PastRecommendation {
  return {
    ...{ id, code: null, title, summary: '', proposition: text, theme: place, year },
    fates: [],
    ending: { outcome, reason },
    draftIds: [],
    described: describeText({ id, title, body: text }),
  }
}
