// Whose words the joint text may hold: for each frozen passage the group's colours, initials and name.
import type { Party } from '#client/features/merge/mergeNames.ts'
import type { FrozenParent } from '#shared/merge/frozenParent.ts'
import type { Wear } from '#shared/room/join.ts'

export interface MergeSource {
  readonly wear: Wear
  readonly initials: string
  readonly name: string
}

/** By passage id: what a `src` mark names. Also of what a parent said before and says no longer. */
export type MergeSources = ReadonlyMap<string, MergeSource>

/** Parents and parties are in the same order. */
export const sourcesOf = (parents: readonly FrozenParent[], parties: readonly Party[]): MergeSources =>
  new Map(
    parents.flatMap(({ passages, former }, at) => {
      const party = parties[at]
      if (!party) return []
      const source = { wear: party.wear, initials: party.wear.initials, name: party.name }
      return [...passages, ...former].map(({ id }): [string, MergeSource] => [id, source])
    }),
  )
