// What a thread is of: found by any of its names, and read by whoever may.
import type { Asker } from '#server/features/followUp/followUpAsker.ts'
import type { FollowUpWorld } from '#server/features/followUp/followUpWorld.ts'
import type { ShortDraft } from '#shared/cycle/cycleFile.ts'
import type { RecommendationAsOf } from '#shared/cycle/moment.ts'

/** A thread is of a recommendation, of a draft, or of both: a recommendation has the drafts that it came from. */
export interface ThreadSubject {
  readonly recommendation: RecommendationAsOf | undefined
  readonly drafts: readonly ShortDraft[]
}

/** Spaces whose texts the asker may read, by group. */
export type ReadableGroups = ReadonlyMap<string, string>

/** By code in any case, by id, or by the id of a short draft, which leads on to what it has become. */
export function subjectOf(world: FollowUpWorld, key: string): ThreadSubject | undefined {
  const plain = key.trim().toLocaleLowerCase('fr')
  const recommendation = world.recommendations.find(
    ({ code, id }) => code?.toLocaleLowerCase('fr') === plain || id.toLocaleLowerCase('fr') === plain,
  )
  if (recommendation) {
    const from = new Set(recommendation.provenance.map(({ draftId }) => draftId))
    return { recommendation, drafts: world.drafts.filter(({ id }) => from.has(id)) }
  }
  const draft = world.drafts.find(({ id }) => id.toLocaleLowerCase('fr') === plain)
  if (!draft) return undefined
  const became = world.recommendations.filter(({ provenance }) =>
    provenance.some(({ draftId }) => draftId === draft.id),
  )
  // Of several that it fed, the thread names the first and links the others.
  return became[0] ? subjectOf(world, became[0].id) : { recommendation: undefined, drafts: [draft] }
}

/**
 * [T1] Public once the recommendation is. Before that, and of what a group wrote for itself (its notes), to whoever may read
 *      that group's texts now.
 */
export const mayReadThread = (subject: ThreadSubject, readable: ReadableGroups): boolean =>
  subject.recommendation !== undefined || subject.drafts.every(({ groupId }) => readable.has(groupId))

export interface ThreadAbout {
  readonly world: FollowUpWorld
  readonly asker: Asker
  readonly subject: ThreadSubject
  readonly readable: ReadableGroups
}
