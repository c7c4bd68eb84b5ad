// Who speaks next, and why: order of arrival, alternation between sides and antennas, and words for whoever wonders.
import type { Side } from '#shared/people/actor.ts'
import { otherSide, type QueueEntry, type QueueMemory, type QueueState } from '#shared/queue/queueState.ts'

/** Why somebody stands where they stand. */
export type QueueWhy =
  | { readonly kind: 'arrival' }
  | { readonly kind: 'back' }
  | { readonly kind: 'passed' }
  /** Passes before others because it is their side's turn; `turns` is how many that side has waited. */
  | { readonly kind: 'side'; readonly side: Side; readonly turns: number }
  | { readonly kind: 'antenna'; readonly groupId: string | null }
  /** Lets somebody pass who came later. */
  | { readonly kind: 'yields' }
  /** Is not in the room just now and keeps their place. */
  | { readonly kind: 'absent' }

export interface QueuePlace {
  readonly entry: QueueEntry
  readonly why: QueueWhy
}

type Alternate = QueueState['alternate']
export type QueueLists = Pick<QueueState, 'waiting' | 'round' | 'alternate' | 'memory'>

/** Turns after which alternation is proposed to facilitators. */
export const turnsBeforeProposal = 3

const lanesOf = (entry: QueueEntry): readonly string[] => [
  entry.side,
  `/${entry.groupId ?? ''}`,
  `${entry.side}/${entry.groupId ?? ''}`,
]

/**
 * [Q5] Among those who wait, the side that has had the floor least recently; within it, where antennas alternate too, the
 * antenna that has had it least recently on that side; within it, who came first.
 */
function pick(
  candidates: readonly QueueEntry[],
  memory: QueueMemory,
  alternate: Alternate,
): QueueEntry | undefined {
  const leastRecent = (from: readonly QueueEntry[], lane: 0 | 1 | 2): readonly QueueEntry[] => {
    const servedAt = (entry: QueueEntry): number => memory.served[lanesOf(entry)[lane] ?? ''] ?? 0
    const longest = Math.min(...from.map(servedAt))
    return from.filter((entry) => servedAt(entry) === longest)
  }
  if (candidates.length === 0) return undefined
  const ofSide = alternate.sides ? leastRecent(candidates, 0) : candidates
  return (alternate.antennas ? leastRecent(ofSide, alternate.sides ? 2 : 1) : ofSide)[0]
}

/** The memory once this entry has been given the floor while `rest` waits. */
export function served(memory: QueueMemory, entry: QueueEntry, rest: readonly QueueEntry[]): QueueMemory {
  const turn = memory.turn + 1
  const other = otherSide(entry.side)
  const waitedByOther = rest.some(({ side }) => side === other) ? memory.waited[other] + 1 : 0
  const waited =
    entry.side === 'room' ? { room: 0, remote: waitedByOther } : { room: waitedByOther, remote: 0 }
  return {
    turn,
    served: { ...memory.served, ...Object.fromEntries(lanesOf(entry).map((lane) => [lane, turn])) },
    waited,
  }
}

/**
 * Everybody in the order in which they will speak if nothing changes. In a round it is the round's.
 *
 * [Q4] Without alternation it is the order of arrival. [Q5] With it, see `pick`; within a side nobody overtakes.
 * [Q6] Who is put back comes first, who passed in a round comes last, who is away keeps their place and is not called.
 */
export function queueOrder(queue: QueueLists, isHere: (seatId: string) => boolean): readonly QueuePlace[] {
  const list = queue.round?.left ?? queue.waiting
  const here = list.filter(({ seatId }) => seatId === null || isHere(seatId))
  const absent = list.filter((entry) => !here.includes(entry))
  const places: QueuePlace[] = []
  let memory = queue.memory
  for (const mark of ['back', 'none', 'passed'] as const) {
    const left = here.filter((entry) => entry.mark === mark)
    const overtaken = new Set<string>()
    while (left.length > 0) {
      const entry = pick(left, memory, mark === 'back' ? { sides: false, antennas: false } : queue.alternate)
      if (!entry) break
      const at = left.indexOf(entry)
      const before = left.slice(0, at)
      places.push({ entry, why: why(entry, { before, memory, overtaken, alternate: queue.alternate }) })
      for (const { id } of before) overtaken.add(id)
      left.splice(at, 1)
      memory = served(memory, entry, left)
    }
  }
  return [...places, ...absent.map((entry) => ({ entry, why: { kind: 'absent' as const } }))]
}

interface Around {
  /** Those who came before and still wait. */
  readonly before: readonly QueueEntry[]
  readonly memory: QueueMemory
  readonly overtaken: ReadonlySet<string>
  readonly alternate: Alternate
}

function why(entry: QueueEntry, { before, memory, overtaken, alternate }: Around): QueueWhy {
  if (entry.mark === 'back' || entry.mark === 'passed') return { kind: entry.mark }
  if (alternate.sides && before.some(({ side }) => side !== entry.side))
    return { kind: 'side', side: entry.side, turns: memory.waited[entry.side] }
  if (before.length > 0) return { kind: 'antenna', groupId: entry.groupId }
  return { kind: overtaken.has(entry.id) ? 'yields' : 'arrival' }
}

/** [Q7] The side that has waited three turns without alternation: alternating is then proposed, never switched on by itself. */
export function proposedFor(queue: QueueLists & Pick<QueueState, 'isPutOff'>): Side | undefined {
  if (queue.alternate.sides || queue.isPutOff || queue.round) return undefined
  const waits = (side: Side): boolean =>
    queue.memory.waited[side] >= turnsBeforeProposal && queue.waiting.some((entry) => entry.side === side)
  return (['remote', 'room'] as const).find(waits)
}
