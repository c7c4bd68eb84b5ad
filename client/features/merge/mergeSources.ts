// Whose words the joint text may hold: for each frozen passage the group's colours, initials and name.
import type { PassageName } from '#client/features/merge/mergeNames.ts'
import type { Wear } from '#shared/room/join.ts'

export interface MergeSource {
  readonly wear: Wear
  readonly initials: string
  readonly name: string
}

/** By passage id: what a `src` mark names. */
export type MergeSources = ReadonlyMap<string, MergeSource>

export const sourcesOf = (names: ReadonlyMap<string, PassageName>): MergeSources =>
  new Map(
    [...names].map(([id, { party }]) => [
      id,
      { wear: party.wear, initials: party.wear.initials, name: party.name },
    ]),
  )
