// What was felt, as it may be told: the whole always, its parts only where nobody can be found in them.
import { type Counts, countsOf, type Felt } from '#shared/consultation/feelings.ts'
import {
  fewest,
  isTellable,
  type KeyOf,
  partsOf,
  stepsOf,
  toldBatches,
} from '#shared/consultation/toldInSteps.ts'

export interface Part {
  /** Id of an entity or a group; `in` or `out` of a group; null for whoever did not say. */
  readonly key: string | null
  readonly count: number
  /** By feeling, where no feeling of any part is of a few; null elsewhere. */
  readonly feelings: Counts | null
}

export interface Split {
  readonly parts: readonly Part[]
  /** People of the parts that are not told, together. */
  readonly withheld: number
  /** People who answered since: they are told of later, together with others. */
  readonly later: number
}

export interface Results {
  readonly total: number
  readonly feelings: Counts
  /** Null where nothing of it may be told. */
  readonly byEntity: Split | null
  readonly byMembership: Split | null
  readonly byGroup: Split | null
}

type Batches = readonly (readonly Felt[])[]
const splits = ['byEntity', 'byMembership', 'byGroup'] as const
type SplitName = (typeof splits)[number]

const keys: Readonly<Record<SplitName, KeyOf>> = {
  byEntity: ({ entityId }) => entityId ?? null,
  byMembership: ({ inGroup }) => (inGroup ? 'in' : 'out'),
  byGroup: ({ groupId }) => groupId ?? null,
}
const inGroups = (batches: Batches): Batches => batches.map((one) => one.filter(({ inGroup }) => inGroup))

/**
 * [S1] The whole is told as it is: it says nothing of anybody's place. Comments are told without a place for the same reason.
 * [S2] Of a split only parts of five and more are told.
 * [S3] The total being public, what is left is known together. It is told only if each part in it could still be of three
 *      sizes; otherwise nothing of the split is told. No larger part is hidden to cover a small one: knowing the rule, one
 *      could find it out.
 * [S4] A split is crossed with feelings only if every one of its cells is empty or of five and more, and nothing is withheld.
 * [S5] Groups are told only where it is told how many belong to one, and of the same people.
 * [S7] All of it in steps: `toldBatches`. `before` is the first day that is not over.
 */
export function resultsOf(felt: readonly Felt[], before: string): Results {
  const told = allTold(stepsOf(felt, before))
  const split = (name: SplitName, all: number): Split | null => splitOf(told[name], keys[name], all)
  const byMembership = split('byMembership', felt.length)
  return {
    total: felt.length,
    feelings: countsOf(felt),
    byEntity: split('byEntity', felt.length),
    byMembership,
    // How many of a group are still to be told would tell how many of no group are.
    byGroup: byMembership ? split('byGroup', inGroups(told.byMembership).flat().length) : null,
  }
}

function allTold(steps: Batches): Readonly<Record<SplitName, Batches>> {
  const byMembership = toldBatches(steps, keys.byMembership)
  return {
    byEntity: toldBatches(steps, keys.byEntity),
    byMembership,
    byGroup: toldBatches(inGroups(byMembership), keys.byGroup),
  }
}

function splitOf(batches: Batches, keyOf: KeyOf, all: number): Split | null {
  const felt = batches.flat()
  if (felt.length === 0 || !isTellable(felt, keyOf)) return null
  const parts = [...partsOf(felt, keyOf)]
  const told = parts.filter(([, people]) => people.length >= fewest)
  const withheld = felt.length - told.reduce((sum, [, people]) => sum + people.length, 0)
  const crossed = withheld === 0 && batches.every((batch) => isCrossable(batch, keyOf))
  return {
    ...{ withheld, later: all - felt.length },
    parts: told
      .map(([key, people]) => ({ key, count: people.length, feelings: crossed ? countsOf(people) : null }))
      .sort((a, b) => b.count - a.count || (String(a.key) < String(b.key) ? -1 : 1)),
  }
}

/** [S4] Of every telling: whoever looked before and after knows each. */
const isCrossable = (batch: readonly Felt[], keyOf: KeyOf): boolean =>
  [...partsOf(batch, keyOf).values()]
    .flatMap((people) => Object.values(countsOf(people)))
    .every((count) => count === 0 || count >= fewest)

/**
 * [S6] A split of all texts together is told only if no text's own split can be reckoned from it: the texts whose split is not
 * told are none, or several, and what they hold of each part is nothing, or five and more. It holds what its texts tell, and
 * what a file brought.
 */
export function resultsOfAll(texts: ReadonlyMap<string, readonly Felt[]>, before: string): Results {
  const all = [...texts.values()].flat()
  const each = [...texts.values()].filter((felt) => felt.length > 0).map((felt) => stepsOf(felt, before))
  const kept = (name: SplitName): Split | null => {
    const held = each.map((steps) => heldOf(steps, name)).filter((batches) => batches.flat().length > 0)
    const [first = [], ...later] = [
      held.flatMap(([file = []]) => file),
      ...held.flatMap((one) => one.slice(1)),
    ]
    const split = splitOf([first, ...later], keys[name], all.length)
    const own = held.map((batches) => splitOf(batches, keys[name], 0))
    const untold = own.filter((one) => one === null || one.withheld > 0)
    if (!split || untold.length === 1) return null
    const open = split.parts.every(({ count, key }) => {
      const told = own.reduce(
        (sum, one) => sum + (one?.parts.find((part) => part.key === key)?.count ?? 0),
        0,
      )
      return count - told === 0 || count - told >= fewest
    })
    return open ? { ...split, later: name === 'byGroup' ? 0 : split.later } : null
  }
  const byMembership = kept('byMembership')
  return {
    ...{ total: all.length, feelings: countsOf(all) },
    byEntity: kept('byEntity'),
    byMembership,
    byGroup: byMembership ? kept('byGroup') : null,
  }
}

/** What came with a file and is not told alone stays here alone: with what came later, it could be reckoned from the text's own telling. */
function heldOf(steps: Batches, name: SplitName): Batches {
  const [file = []] = steps
  const told = allTold(steps)[name]
  const own = name === 'byGroup' ? file.filter(({ inGroup }) => inGroup) : file
  if (own.length === 0) return [[], ...told]
  return told[0]?.length === own.length ? told : [own]
}
