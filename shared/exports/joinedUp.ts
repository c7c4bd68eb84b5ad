// What a cycle file says in two places, after something was laid over it: a group's sessions, a text's recommendations, a theme's count.
import type { CycleFile } from '#shared/cycle/cycleFile.ts'

type DraftStatus = 'kept' | 'merged' | 'split'

/** Records that agree already stay the very same ones. */
export function joinedUp(imported: CycleFile, laid: CycleFile): CycleFile {
  const file = withOwnSources(imported, laid)
  const [sessions, recommendations] = [
    news(imported, file, 'sessions'),
    news(imported, file, 'recommendations'),
  ]
  return {
    ...file,
    ...(sessions.length > 0 ? { groups: file.groups.map((one) => withSessions(one, sessions)) } : {}),
    ...(recommendations.length > 0
      ? {
          themes: file.themes.map((one) => withCount(one, file)),
          ...(file.drafts ? { drafts: file.drafts.map((one) => withBecome(one, recommendations)) } : {}),
        }
      : {}),
  }
}

type Recommendation = NonNullable<CycleFile['recommendations']>[number]
type Session = NonNullable<CycleFile['sessions']>[number]
type Draft = NonNullable<CycleFile['drafts']>[number]

function news(imported: CycleFile, file: CycleFile, kind: 'sessions'): Session[]
function news(imported: CycleFile, file: CycleFile, kind: 'recommendations'): Recommendation[]
function news(imported: CycleFile, file: CycleFile, kind: 'sessions' | 'recommendations') {
  const known = new Set((imported[kind] ?? []).map(({ id }) => id))
  return (file[kind] ?? []).filter(({ id }) => !known.has(id))
}

/** A text that groups adopted together is one text, of the group on whose list the file has it; the others stand in `groupIds`. */
function withOwnSources(imported: CycleFile, file: CycleFile): CycleFile {
  const made = new Set(news(imported, file, 'recommendations').map(({ id }) => id))
  if (made.size === 0) return file
  const groupOf = new Map((file.drafts ?? []).map(({ groupId, id }) => [id, groupId]))
  const recommendations = (file.recommendations ?? []).map((one) =>
    made.has(one.id)
      ? {
          ...one,
          provenance: (one.provenance ?? []).filter(
            ({ draftId, groupId }) => groupOf.get(draftId) === groupId,
          ),
        }
      : one,
  )
  return { ...file, recommendations }
}

function withSessions(group: CycleFile['groups'][number], sessions: readonly Session[]) {
  const own = sessions.filter(({ groupIds }) => groupIds?.includes(group.id)).map(({ id }) => id)
  return own.length > 0 ? { ...group, sessionIds: [...(group.sessionIds ?? []), ...own] } : group
}

/** Whoever did not count goes on not counting. */
function withCount(theme: CycleFile['themes'][number], { recommendations = [] }: CycleFile) {
  const count = recommendations.filter(({ themeId }) => themeId === theme.id).length
  return typeof theme.recommendationCount === 'number' && count > theme.recommendationCount
    ? { ...theme, recommendationCount: count }
    : theme
}

function withBecome(draft: Draft, recommendations: readonly Recommendation[]): Draft {
  const became = recommendations.flatMap(({ id, provenance = [] }) =>
    provenance.filter(({ draftId }) => draftId === draft.id).map(({ relation }) => ({ id, relation })),
  )
  const known = draft.recommendationIds ?? []
  const added = [...new Set(became.map(({ id }) => id))].filter((id) => !known.includes(id))
  if (added.length === 0) return draft
  const all = [...known, ...added]
  return {
    ...draft,
    recommendationIds: all,
    status: draft.status ?? statusOf(all.length, became[0]?.relation),
  }
}

const statusOf = (count: number, relation: string | undefined): DraftStatus =>
  count > 1 || relation?.startsWith('split') ? 'split' : relation === 'merged' ? 'merged' : 'kept'
