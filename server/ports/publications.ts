// Recommendations that were published or changed here, version by version. Nothing is ever changed or removed.
import type { PublishedVersion } from '#shared/publication/publishedVersion.ts'

/** `stale`: somebody else added a version since the one that was seen. */
export type AddOutcome = 'kept' | 'stale'

export interface Publications {
  /**
   * Keeps all of them or none. Each must be the version after the newest one of its recommendation, 1 where none is kept; the same
   * version with the same fingerprint again is kept already.
   */
  addVersions(versions: readonly PublishedVersion[]): Promise<AddOutcome>
  /** The newest version of each, in the order of their first publication. */
  newestVersions(): Promise<readonly PublishedVersion[]>
  /** Oldest first; empty where nothing was published or changed here. */
  versionsKept(recommendationId: string): Promise<readonly PublishedVersion[]>
}
