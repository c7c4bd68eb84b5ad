// The recommendations' texts in their versions: which one stands, which ones there were, and how a new one is added.

import type { AsOf, Cycle } from '#server/ports/cycle.ts'
import type { AddOutcome, Publications } from '#server/ports/publications.ts'
import type { Recommendation } from '#shared/cycle/cycleFile.ts'
import {
  importedVersion,
  type PublishedVersion,
  recommendationFingerprint,
} from '#shared/publication/publishedVersion.ts'

export interface TextsDeps {
  readonly store: {
    /** The living cycle: what was imported and what was made here. */
    readonly cycle: Pick<Cycle, 'recommendations'>
    readonly publications: Publications
  }
  now(): number
}

/** Every recommendation that exists on the day, in its newest version, in the document's order. */
export async function standingTexts({ store }: TextsDeps, asOf: AsOf): Promise<readonly PublishedVersion[]> {
  const [recommendations, newest] = await Promise.all([
    store.cycle.recommendations(asOf),
    store.publications.newestVersions(),
  ])
  const kept = new Map(newest.map((version) => [version.recommendation.id, version]))
  return recommendations.map((one) => kept.get(one.id) ?? importedVersion(one))
}

/** All versions of a recommendation that exists, oldest first. */
export async function versionsOf(
  { store }: TextsDeps,
  standing: Recommendation,
): Promise<readonly PublishedVersion[]> {
  const kept = await store.publications.versionsKept(standing.id)
  return kept.length > 0 ? kept : [importedVersion(standing)]
}

/** What changes: the words; ids, sources, theme and groups of a recommendation stay. */
export type NewWords = Partial<
  Pick<Recommendation, 'title' | 'summary' | 'constat' | 'proposition' | 'moyens' | 'nuances'>
>

export interface Change {
  readonly words: NewWords
  readonly cause: 'amendment' | 'reformulation'
  readonly why: string
  readonly byName: string
  /** `YYYY-MM-DD` */
  readonly date: string
}

/** Adds the version after the one that was seen; `stale` when there is a newer one. */
export async function changeText(
  { store, now }: TextsDeps,
  seen: PublishedVersion,
  { words, cause, why, byName, date }: Change,
): Promise<AddOutcome> {
  const recommendation = { ...seen.recommendation, ...words, updatedAt: date }
  return store.publications.addVersions([
    // An imported text is kept beside its first change: what it read like before can still be shown.
    ...(seen.cause === 'import' ? [seen] : []),
    {
      ...{ recommendation, cause, why, byName, date, at: now(), about: seen.about },
      version: seen.version + 1,
      fingerprint: recommendationFingerprint(recommendation),
    },
  ])
}
