// Ranking by Schulze's method, with everything that is needed to explain it: duels, strongest ways, places and ties.

/** One paper's order, best first. What it leaves out stands together behind all that it names. */
export type Order = readonly string[]

/** Papers that say the same, and how many there are. */
export interface Orders {
  readonly order: Order
  readonly count: number
}

export interface Duel {
  readonly one: string
  readonly other: string
  /** Papers that put `one` before `other`, and the contrary. */
  readonly forOne: number
  readonly forOther: number
}

export interface Placed {
  readonly id: string
  /** 1 and how many pass it: what is equal shares a place, and the next one counts them: 1, 2, 2, 4. */
  readonly rank: number
  /** How many it passes, by a duel or by a way of duels. */
  readonly passes: number
}

/** Why one stands before the next: by their own duel, or by a way through others where the duel says otherwise or nothing. */
export interface Step {
  readonly before: string
  readonly after: string
  readonly kind: 'duel' | 'way' | 'tie'
  /** Papers for each in their own duel. */
  readonly forBefore: number
  readonly forAfter: number
  /** The strongest way each has to the other: as many papers as its weakest duel. */
  readonly wayBefore: number
  readonly wayAfter: number
  /** The items of the way, from `before` to `after`; only where it leads through others. */
  readonly through: readonly string[]
}

export interface Ranking {
  readonly papers: number
  readonly placed: readonly Placed[]
  readonly duels: readonly Duel[]
  /** One for each pair of neighbours in the result. */
  readonly steps: readonly Step[]
  /** Somebody beats somebody who beats somebody who beats them: the duels alone give no order. */
  readonly hasCircle: boolean
}

/**
 * [S1] d(a, b) is the number of papers that put a before b. A duel is won by more papers, and is as strong as the papers of its winner.
 * [S2] A way leads over won duels; it is as strong as its weakest duel. a passes b when the strongest way from a to b is stronger
 *      than the strongest one back.
 * [S3] What neither passes is tied: that is said, and never decided by chance or by the order of the list.
 *
 * Markus Schulze, « A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner election method »,
 * Social Choice and Welfare 36 (2011), pages 267 to 303, with "winning votes" as the strength of a duel.
 */
export function schulze(ids: readonly string[], orders: readonly Orders[]): Ranking {
  const wins = duelTable(ids, orders)
  const { strength, next } = strongestWays(ids, wins)
  const passes = (a: number, b: number): boolean => cell(strength, a, b) > cell(strength, b, a)
  const all = ids.map((_, at) => at)
  const scored = all.map((at) => ({
    at,
    passes: all.filter((other) => other !== at && passes(at, other)).length,
    passedBy: all.filter((other) => other !== at && passes(other, at)).length,
  }))
  // The relation is transitive: whoever passes more stands before; equal ones are said to be equal.
  const sorted = scored.sort((a, b) => a.passedBy - b.passedBy || b.passes - a.passes || a.at - b.at)
  const placed = sorted.map((one) => ({
    id: ids[one.at] ?? '',
    rank: one.passedBy + 1,
    passes: one.passes,
  }))
  const steps = sorted.slice(1).map((after, n) => {
    const before = sorted[n]?.at ?? 0
    return stepOf({ ids, wins, strength, next }, before, after.at)
  })
  return {
    papers: orders.reduce((sum, { count }) => sum + count, 0),
    ...{ placed, steps, duels: duelsOf(ids, wins), hasCircle: hasCircle(ids.length, wins) },
  }
}

type Table = readonly (readonly number[])[]
const cell = (table: Table, row: number, column: number): number => table[row]?.[column] ?? 0

function duelTable(ids: readonly string[], orders: readonly Orders[]): Table {
  const table = ids.map(() => ids.map(() => 0))
  for (const { order, count } of orders) {
    const place = ids.map((id) => (order.includes(id) ? order.indexOf(id) : Number.POSITIVE_INFINITY))
    for (const [a, row] of table.entries())
      for (const [b, had] of row.entries()) if ((place[a] ?? 0) < (place[b] ?? 0)) row[b] = had + count
  }
  return table
}

interface Ways {
  readonly strength: Table
  /** The first item on the strongest way; -1 where there is none. */
  readonly next: Table
}

/** As Floyd and Warshall, with the weakest link in place of the sum. */
function strongestWays(ids: readonly string[], wins: Table): Ways {
  const all = ids.map((_, at) => at)
  const won = (a: number, b: number): boolean => a !== b && cell(wins, a, b) > cell(wins, b, a)
  const strength = all.map((a) => all.map((b) => (won(a, b) ? cell(wins, a, b) : 0)))
  const next = all.map((a) => all.map((b) => (won(a, b) ? b : -1)))
  for (const middle of all)
    for (const from of all)
      for (const to of all) {
        if (from === to || middle === from || middle === to) continue
        const through = Math.min(cell(strength, from, middle), cell(strength, middle, to))
        const [row, way] = [strength[from], next[from]]
        if (!row || !way || through <= (row[to] ?? 0)) continue
        row[to] = through
        way[to] = way[middle] ?? -1
      }
  return { strength, next }
}

function stepOf(
  { ids, next, strength, wins }: Ways & { readonly ids: readonly string[]; readonly wins: Table },
  before: number,
  after: number,
): Step {
  const [forBefore, forAfter] = [cell(wins, before, after), cell(wins, after, before)]
  const [wayBefore, wayAfter] = [cell(strength, before, after), cell(strength, after, before)]
  const through: string[] = []
  for (let at = before; at !== after && at >= 0 && through.length <= ids.length; at = cell(next, at, after))
    through.push(ids[at] ?? '')
  const kind = wayBefore === wayAfter ? 'tie' : through.length <= 1 && forBefore > forAfter ? 'duel' : 'way'
  return {
    ...{ before: ids[before] ?? '', after: ids[after] ?? '', kind },
    ...{ forBefore, forAfter, wayBefore, wayAfter },
    through: kind === 'way' ? [...through, ids[after] ?? ''] : [],
  }
}

const duelsOf = (ids: readonly string[], wins: Table): Duel[] =>
  ids.flatMap((one, a) =>
    ids.slice(a + 1).map((other, n) => ({
      ...{ one, other, forOne: cell(wins, a, a + 1 + n), forOther: cell(wins, a + 1 + n, a) },
    })),
  )

/** Whether won duels lead from somebody back to them. */
function hasCircle(size: number, wins: Table): boolean {
  const all = Array.from({ length: size }, (_, at) => at)
  const beats = (a: number, b: number): boolean => cell(wins, a, b) > cell(wins, b, a)
  let left = all
  for (;;) {
    const beaten = left.filter((b) => left.some((a) => beats(a, b)))
    if (beaten.length === left.length) return left.length > 0
    left = beaten
  }
}
