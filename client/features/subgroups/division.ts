// Numbers of the sub-groups: how many are made of what somebody typed, how long is given at one click.
import { mostGroups } from '#shared/subgroups/subgroupsState.ts'

/** Minutes given at one click. */
export const given = 5

export type DivideBy = 'count' | 'size'

/** The number of sub-groups; undefined for a number that makes no sense. At least two, or nobody would be divided. */
export function divided(typed: number, by: DivideBy, people: number): number | undefined {
  if (!Number.isInteger(typed) || typed < 2 || typed > mostGroups) return undefined
  if (by === 'count') return typed
  return Math.min(mostGroups, Math.max(2, Math.round(people / typed)))
}

/** What people dealt out one by one make: the smallest and the largest sub-group. */
export const sizesOf = (
  people: number,
  count: number,
): { readonly least: number; readonly most: number } => ({
  least: Math.floor(people / count),
  most: Math.ceil(people / count),
})
