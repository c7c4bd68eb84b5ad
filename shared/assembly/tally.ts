// What a vote came to: counted at a distance and in the room, with its quorum and its majority. Pure, and only after it closed.
import {
  type Answer,
  answers,
  type Ballot,
  type HandCount,
  isRanking,
  orderOf,
} from '#shared/assembly/ballot.ts'

/** Papers that say the same: how many, and what they weigh together. */
export interface Counted {
  readonly paper: string
  readonly count: number
  readonly weight: number
}

export interface Tallied {
  /** People who voted: with an account, and counted in the room by hand. */
  readonly voters: { readonly account: number; readonly room: number }
  /** Null for a ranking. */
  readonly answers: Readonly<Record<Answer, { readonly votes: number; readonly room: number }>> | null
  /** Papers of a ranking with how many say the same; null for an answer, and where a secret vote is shown. */
  readonly orders: readonly { readonly order: readonly string[]; readonly count: number }[] | null
  /** Null where no quorum is asked for. */
  readonly quorum: { readonly needed: number; readonly reached: boolean } | null
  /** `void` where the quorum is missing: nothing is adopted nor refused. Null for a ranking that has its quorum. */
  readonly outcome: 'adopted' | 'refused' | 'void' | null
}

export const standingHands = (hand: readonly HandCount[]): readonly HandCount[] =>
  hand.filter(({ withdrawn }) => withdrawn === null)

/** [V7] People who vote by account count once; each hand or paper of the room counts as one, and is said apart. */
export function tally(ballot: Ballot, counted: readonly Counted[], accountVoters: number): Tallied {
  const hands = standingHands(ballot.hand)
  const room = hands.reduce((sum, { count }) => sum + count, 0)
  const voters = { account: accountVoters, room }
  const quorum = quorumOf(ballot, accountVoters + room)
  const missed = quorum?.reached === false
  if (isRanking(ballot))
    return {
      voters,
      answers: null,
      orders: ordersOf(counted, hands),
      quorum,
      outcome: missed ? 'void' : null,
    }
  const sums = Object.fromEntries(answers.map((answer) => [answer, sumOf(answer, counted, hands)])) as Record<
    Answer,
    { votes: number; room: number }
  > // one entry for each answer
  return {
    ...{ voters, answers: sums, orders: null, quorum },
    outcome: missed
      ? 'void'
      : isCarried(ballot.majority, sums.for.votes, sums.against.votes)
        ? 'adopted'
        : 'refused',
  }
}

/** [V8] The quorum counts people, whatever they weigh and answer. */
export function quorumOf(
  { eligible, quorum }: Pick<Ballot, 'eligible' | 'quorum'>,
  voters: number,
): Tallied['quorum'] {
  if (!quorum || eligible === null) return null
  const needed = Math.ceil((eligible * quorum.percent) / 100)
  return { needed, reached: voters >= needed }
}

/** [V9] Abstentions are no votes cast. A half must be passed, two thirds reached; without any vote nothing is carried. */
export const isCarried = (majority: Ballot['majority'], yes: number, no: number): boolean =>
  majority === 'half' ? yes > no : yes + no > 0 && 3 * yes >= 2 * (yes + no)

function sumOf(answer: Answer, counted: readonly Counted[], hands: readonly HandCount[]) {
  const votes = counted.filter(({ paper }) => paper === answer).reduce((sum, { weight }) => sum + weight, 0)
  const room = hands.filter(({ paper }) => paper === answer).reduce((sum, { count }) => sum + count, 0)
  return { votes: votes + room, room }
}

function ordersOf(counted: readonly Counted[], hands: readonly HandCount[]) {
  const sums = new Map<string, number>()
  for (const { count, paper } of [...counted, ...hands]) sums.set(paper, (sums.get(paper) ?? 0) + count)
  return [...sums]
    .filter(([, count]) => count > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([paper, count]) => ({ order: orderOf(paper), count }))
}
