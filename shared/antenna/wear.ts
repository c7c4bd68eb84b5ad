// How groups are worn (ink, pattern, line style, initials), so that groups seen side by side never look alike.
import type { RoomGroup, Wear } from '#shared/room/join.ts'
import { inks } from '#shared/room/people.ts'

export const patterns = [
  'lignes',
  'diag',
  'points',
  'grille',
  'vert',
  'damier',
  'contre',
  'croise',
  'bandes',
  'gros',
] as const
export const lines = ['solid', 'dashed', 'dotted', 'double'] as const

export interface WearGroup {
  readonly id: string
  /** The antenna's name, or the group's own when it is online only; initials come from it. */
  readonly place: string
  readonly themeId: string
  /** Groups it meets in joint sessions, in either direction. */
  readonly partnerGroupIds: readonly string[]
}

export type Wears = Readonly<Record<string, Wear>>

/** Used for a group that a cycle does not know (any more): recognisably nobody's. */
const unknownWear: Wear = { ink: 'ardoise', pattern: 'bandes', line: 'solid', initials: '??' }

export const wearOf = (wears: Wears, groupId: string): Wear => wears[groupId] ?? unknownWear

/** The group as rooms and pages show it. */
export const wornGroup = (
  wears: Wears,
  group: { readonly id: string; readonly code: string; readonly place: string; readonly theme: string },
): RoomGroup => ({
  id: group.id,
  code: group.code,
  place: group.place,
  theme: group.theme,
  wear: wearOf(wears, group.id),
})

/**
 * Gives every group its wear. Groups that share a theme or a joint session never share ink, pattern or line style as far
 * as twelve inks, ten patterns and four lines allow; beyond that, as few pairs as a greedy choice finds. Deterministic: the
 * order of `groups` alone decides ties. What `preferred` says is kept, attribute by attribute, wherever it makes no two
 * neighbours alike; pass the wears of an earlier assignment to keep them when a group is added.
 */
export function assignWear(
  groups: readonly WearGroup[],
  preferred: Readonly<Record<string, Partial<Wear>>> = {},
): Wears {
  const neighbours = neighboursOf(groups)
  const ink = colour(groups, neighbours, inks, (id) => preferred[id]?.ink)
  const pattern = colour(groups, neighbours, patterns, (id) => preferred[id]?.pattern)
  const line = colour(groups, neighbours, lines, (id) => preferred[id]?.line)
  const initials = initialsOf(groups, (id) => preferred[id]?.initials)
  return Object.fromEntries(
    groups.map(({ id }) => [
      id,
      {
        ink: ink.get(id) ?? unknownWear.ink,
        pattern: pattern.get(id) ?? unknownWear.pattern,
        line: line.get(id) ?? unknownWear.line,
        initials: initials.get(id) ?? unknownWear.initials,
      },
    ]),
  )
}

/** Which groups are seen side by side: same theme, or one joint session. */
export function neighboursOf(groups: readonly WearGroup[]): ReadonlyMap<string, ReadonlySet<string>> {
  const meets = (a: WearGroup, b: WearGroup): boolean =>
    a.themeId === b.themeId || a.partnerGroupIds.includes(b.id) || b.partnerGroupIds.includes(a.id)
  return new Map(
    groups.map((group) => [
      group.id,
      new Set(
        groups.filter((other) => other.id !== group.id && meets(group, other)).map((other) => other.id),
      ),
    ]),
  )
}

type Neighbours = ReadonlyMap<string, ReadonlySet<string>>

/** Tries of the search before it settles for the greedy answer; 20,000 take a few milliseconds. */
const searchBudget = 20_000

/** One attribute for all groups: first without any two neighbours alike (searched), else with as few as greed finds. */
function colour<Value extends string>(
  groups: readonly WearGroup[],
  neighbours: Neighbours,
  values: readonly Value[],
  wish: (id: string) => string | undefined,
): ReadonlyMap<string, Value> {
  const worn = wishesThatFit(groups, neighbours, values, wish)
  const searched = new Map(worn)
  const budget = { left: searchBudget }
  if (complete(groups, neighbours, values, searched, budget)) return searched
  // Wishes can make an otherwise possible answer impossible: try once more without them.
  const free = new Map<string, Value>()
  if (worn.size > 0 && complete(groups, neighbours, values, free, { left: searchBudget })) return free
  return greedy(groups, neighbours, values, worn)
}

function wishesThatFit<Value extends string>(
  groups: readonly WearGroup[],
  neighbours: Neighbours,
  values: readonly Value[],
  wish: (id: string) => string | undefined,
): Map<string, Value> {
  const worn = new Map<string, Value>()
  for (const { id } of groups) {
    const wished = values.find((value) => value === wish(id))
    if (wished && takenAround(id, neighbours, worn).every((taken) => taken !== wished)) worn.set(id, wished)
  }
  return worn
}

const takenAround = <Value>(id: string, neighbours: Neighbours, worn: ReadonlyMap<string, Value>): Value[] =>
  [...(neighbours.get(id) ?? [])].flatMap((other) => {
    const value = worn.get(other)
    return value === undefined ? [] : [value]
  })

/** The bare group with the most different values around it: the one with the least choice left. */
function mostConstrained<Value>(
  groups: readonly WearGroup[],
  neighbours: Neighbours,
  worn: ReadonlyMap<string, Value>,
): string | undefined {
  let best: { id: string; rank: number } | undefined
  for (const { id } of groups) {
    if (worn.has(id)) continue
    const rank = new Set(takenAround(id, neighbours, worn)).size * 1000 + (neighbours.get(id)?.size ?? 0)
    if (!best || rank > best.rank) best = { id, rank }
  }
  return best?.id
}

/** Values in the order of least use so far, so that a cycle of many groups uses all of them. */
function byUse<Value>(values: readonly Value[], worn: ReadonlyMap<string, Value>): Value[] {
  const uses = new Map<Value, number>(values.map((value) => [value, 0]))
  for (const value of worn.values()) uses.set(value, (uses.get(value) ?? 0) + 1)
  return [...values].sort((a, b) => (uses.get(a) ?? 0) - (uses.get(b) ?? 0))
}

/** Fills `worn` without two neighbours alike; false when that cannot be done, or not within the budget. */
function complete<Value>(
  groups: readonly WearGroup[],
  neighbours: Neighbours,
  values: readonly Value[],
  worn: Map<string, Value>,
  budget: { left: number },
): boolean {
  const id = mostConstrained(groups, neighbours, worn)
  if (id === undefined) return true
  const taken = new Set(takenAround(id, neighbours, worn))
  for (const value of byUse(values, worn)) {
    if (taken.has(value)) continue
    if (budget.left-- <= 0) return false
    worn.set(id, value)
    if (complete(groups, neighbours, values, worn, budget)) return true
    worn.delete(id)
  }
  return false
}

function greedy<Value>(
  groups: readonly WearGroup[],
  neighbours: Neighbours,
  values: readonly Value[],
  start: ReadonlyMap<string, Value>,
): ReadonlyMap<string, Value> {
  const worn = new Map(start)
  for (
    let id = mostConstrained(groups, neighbours, worn);
    id !== undefined;
    id = mostConstrained(groups, neighbours, worn)
  ) {
    const around = takenAround(id, neighbours, worn)
    const clashes = (value: Value): number => around.filter((taken) => taken === value).length
    const [least] = byUse(values, worn).sort((a, b) => clashes(a) - clashes(b))
    if (least === undefined) return worn
    worn.set(id, least)
  }
  return worn
}

/** Two letters of the place where they are free, else others of its letters, else a letter and a number: unique in a cycle. */
function initialsOf(
  groups: readonly WearGroup[],
  wish: (id: string) => string | undefined,
): ReadonlyMap<string, string> {
  const given = new Map<string, string>()
  const taken = new Set<string>()
  const give = (id: string, initials: string): void => {
    given.set(id, initials)
    taken.add(initials)
  }
  for (const { id } of groups) {
    const wished = wish(id)
    if (wished && !taken.has(wished)) give(id, wished)
  }
  for (const { id, place } of groups) {
    if (given.has(id)) continue
    for (const initials of candidates(place)) {
      if (taken.has(initials)) continue
      give(id, initials)
      break
    }
  }
  return given
}

/** Without end: some candidate is always free. */
function* candidates(place: string): Generator<string> {
  // Marks go only where the letter stands without them (Liège → LIEGE); letters of any script are letters.
  const words = place
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toUpperCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  const letters = [...words.join('')]
  const first = letters[0] ?? 'G'
  const ofWords = words.map((word) => [...word][0] ?? '')
  if (ofWords.length > 1) yield ofWords.slice(0, 2).join('')
  for (const second of letters.slice(1)) yield first + second
  for (let i = 1; i < letters.length; i++) {
    for (let k = i + 1; k < letters.length; k++) yield first + letters[i] + letters[k]
  }
  for (let n = 1; n < 100; n++) yield first + n
  for (let n = 100; ; n++) yield String(n)
}
