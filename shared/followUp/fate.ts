// What became of a recommendation: how one word per board, and one for the whole, follow from verdicts and plan items on a day.
import type { Board, Decision, Entity } from '#shared/cycle/cycleFile.ts'

/** In the order in which they are listed. `waiting`: a board has not ruled yet. */
export const fates = ['done', 'under-way', 'not-done', 'postponed', 'refused', 'waiting'] as const
export type Fate = (typeof fates)[number]

export const itemStates = ['not_started', 'in_progress', 'blocked', 'done', 'abandoned'] as const
export type ItemState = (typeof itemStates)[number]

/** A plan item as it stands on the day that is looked from. */
export interface StandingItem {
  readonly id: string
  readonly recommendationId: string
  readonly decisionIds: readonly string[]
  readonly entityIds: readonly string[]
  readonly state: ItemState
  /** Percent. */
  readonly progress: number
  /** `YYYY-MM-DD`. */
  readonly start: string
  readonly end: string
}

export interface BoardFate {
  readonly boardId: string
  /** The verdict that counts; null while the board has not ruled. */
  readonly decision: Decision | null
  /** Earlier verdicts of the same board, oldest first: a corrected verdict keeps its line. */
  readonly earlier: readonly Decision[]
  readonly fate: Fate
  /** A postponed one whose day of review lies behind, or an item whose end does. */
  readonly late: boolean
}

/** A plan item is late from the day after its end, unless it was done or given up. */
export const itemIsLate = ({ state, end }: Pick<StandingItem, 'state' | 'end'>, today: string): boolean =>
  state !== 'done' && state !== 'abandoned' && end < today

/** Of a board, the latest verdict counts; of two of one day the later in the file. */
const inOrder = (decisions: readonly Decision[]): Decision[] =>
  decisions
    .map((decision, place) => ({ decision, place }))
    .sort((a, b) =>
      a.decision.date < b.decision.date ? -1 : a.decision.date > b.decision.date ? 1 : a.place - b.place,
    )
    .map(({ decision }) => decision)

/**
 * [F1] Every board whose entity is among the recommendation's jurisdictions has a line, and so has every board that ruled all the same.
 *      Without jurisdictions every board has one. Any number of boards; none speaks for another.
 * [F2] Before its verdict a board's line is `waiting`. The latest verdict counts, earlier ones stay beside it.
 * [F3] Refused is `refused`; postponed is `postponed`, and late once its day of review has come.
 * [F4] Accepted or reformulated follows the plan items of that board: those that rest on one of its verdicts, and where an item
 *      names none, those of its entity or of no entity. Items that were given up do not count.
 * [F5] All items done: `done`. One begun (in progress, blocked, done or with progress): `under-way`. Else `not-done`, as without any item.
 */
export function boardFates(about: {
  readonly recommendation: { readonly id: string; readonly jurisdictions: readonly string[] }
  readonly boards: readonly Board[]
  readonly entities: readonly Entity[]
  readonly decisions: readonly Decision[]
  readonly items: readonly StandingItem[]
  readonly today: string
}): BoardFate[] {
  const { boards, decisions, entities, items, recommendation, today } = about
  const { id, jurisdictions } = recommendation
  const codeOf = new Map(entities.map((entity) => [entity.id, entity.code]))
  const verdictsOf = (boardId: string): Decision[] =>
    inOrder(decisions.filter((one) => one.recommendationId === id && one.boardId === boardId))
  return boards.flatMap((board): BoardFate[] => {
    const verdicts = verdictsOf(board.id)
    const rules = jurisdictions.length === 0 || jurisdictions.includes(codeOf.get(board.entityId) ?? '')
    if (!rules && verdicts.length === 0) return []
    const theirs = items.filter((item) => item.recommendationId === id && concerns(item, board, verdicts))
    const decision = verdicts.at(-1) ?? null
    return [
      {
        ...{ boardId: board.id, decision, earlier: verdicts.slice(0, -1) },
        fate: fateOf(decision, theirs),
        late: isLate(decision, theirs, today),
      },
    ]
  })
}

function concerns(item: StandingItem, board: Board, verdicts: readonly Decision[]): boolean {
  if (item.decisionIds.length > 0) return verdicts.some(({ id }) => item.decisionIds.includes(id))
  return item.entityIds.length === 0 || item.entityIds.includes(board.entityId)
}

const hasBegun = ({ state, progress }: StandingItem): boolean => state !== 'not_started' || progress > 0

function fateOf(decision: Decision | null, items: readonly StandingItem[]): Fate {
  if (decision === null) return 'waiting'
  if (decision.decision === 'refuse') return 'refused'
  if (decision.decision === 'postpone') return 'postponed'
  const standing = items.filter(({ state }) => state !== 'abandoned')
  if (standing.length > 0 && standing.every(({ state }) => state === 'done')) return 'done'
  return standing.some(hasBegun) ? 'under-way' : 'not-done'
}

function isLate(decision: Decision | null, items: readonly StandingItem[], today: string): boolean {
  if (decision?.decision === 'postpone') return (decision.postponedUntil ?? '9999') <= today
  if (decision === null || decision.decision === 'refuse') return false
  return items.some((item) => itemIsLate(item, today))
}

/**
 * [F6] Where one word must stand for all boards (shares, colours), the furthest does: under way, done, not done, postponed, refused,
 *      waiting. Done in one place and not begun in another that accepted it is under way: nobody is told that it is finished.
 * [F7] The word of one board never hides another's: a recommendation is found under each of its boards' words, refused ones too.
 */
export function wholeFate(boards: readonly Pick<BoardFate, 'fate'>[]): Fate {
  const found = new Set(boards.map(({ fate }) => fate))
  if (found.has('done') && found.has('not-done')) return 'under-way'
  const furthest = ['under-way', 'done', 'not-done', 'postponed', 'refused'] as const
  return furthest.find((fate) => found.has(fate)) ?? 'waiting'
}

/** Boards that ruled, and not alike. */
export function boardsDiffer(boards: readonly Pick<BoardFate, 'decision'>[]): boolean {
  return new Set(boards.flatMap(({ decision }) => decision?.decision ?? [])).size > 1
}
