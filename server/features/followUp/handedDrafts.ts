// Texts of lists that were handed over here, in the shape of the cycle's short drafts.
import type { KeptHandover } from '#server/ports/handovers.ts'
import type { Recommendation, ShortDraft } from '#shared/cycle/cycleFile.ts'

export interface KnownTexts {
  readonly imported: readonly Pick<ShortDraft, 'id'>[]
  readonly recommendations: readonly Pick<Recommendation, 'id' | 'provenance'>[]
}

/** One that elaborates an imported short draft is that draft. */
export function handedDrafts(
  handovers: readonly KeptHandover[],
  { imported, recommendations }: KnownTexts,
): ShortDraft[] {
  const known = new Set(imported.map(({ id }) => id))
  const made = handovers.flatMap(({ body, date, groupId }) =>
    body.texts.flatMap(({ draft, draftId }): ShortDraft[] => {
      if (known.has(draftId) || known.has(draft.shortDraftId ?? '')) return []
      const became = recommendations.filter(({ provenance }) =>
        provenance.some((from) => from.draftId === draftId),
      )
      return [
        {
          ...{ id: draftId, groupId, sessionId: null, authorIds: [...draft.authorIds], date },
          ...{ title: draft.title, text: draft.summary, status: became.length > 0 ? 'kept' : null },
          recommendationIds: became.map(({ id }) => id),
        },
      ]
    }),
  )
  // Groups that adopted a text together hand over the same one.
  return [...new Map(made.map((one) => [one.id, one])).values()]
}

/** Whether a list holds this text, by its own id or by that of the short draft that it elaborates. */
export const holds = ({ body }: KeptHandover, id: string): boolean =>
  body.texts.some(({ draft, draftId }) => draftId === id || draft.shortDraftId === id)
