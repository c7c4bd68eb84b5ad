// Votes as everybody may see them: who votes what is never told, and no figure of the answers before the closing.
import type { AssemblyRecords, KeptBallot } from '#server/ports/assembly.ts'
import type { PlanVoteAnswer, ShownBallot } from '#shared/assembly/assemblyAnswers.ts'
import { type Ballot, isRanking } from '#shared/assembly/ballot.ts'
import { standingHands, type Tallied, tally } from '#shared/assembly/tally.ts'
import { type Ranking, schulze } from '#shared/themes/schulze.ts'

export async function shownBallots(
  assembly: AssemblyRecords,
  assemblyId: string,
): Promise<readonly ShownBallot[]> {
  const [kept, counts] = await Promise.all([assembly.ballots(assemblyId), assembly.voterCounts(assemblyId)])
  const shown = kept.filter(({ ballot: { state } }) => state === 'open' || state === 'closed')
  return Promise.all(shown.map((one) => shownBallot(assembly, one, counts.get(one.ballot.id) ?? 0)))
}

async function shownBallot(
  assembly: AssemblyRecords,
  { ballot }: KeptBallot,
  voters: number,
): Promise<ShownBallot> {
  const { eligible, id, items, majority, most, plan, purpose, secret, state, text, title } = ballot
  const { day, presidedBy, proxies, quorum, weights } = ballot
  const result = state === 'closed' ? tally(ballot, await assembly.counted(id), voters) : null
  return {
    ...{
      id,
      purpose,
      title,
      text,
      secret,
      majority,
      eligible,
      state,
      most,
      day,
      presidedBy,
      plan,
      items,
      quorum,
    },
    weights: weights && { statute: weights.statute, count: weights.of.length },
    proxies: proxies && { statute: proxies.statute, most: proxies.most, count: proxies.given.length },
    voted: {
      account: voters,
      room: standingHands(ballot.hand).reduce((sum, { count }) => sum + count, 0),
    },
    // A secret paper that ranks five of twenty is hardly ever another's: told, it would prove to a buyer what was voted. The duels explain enough.
    result: result && { ...result, orders: secret ? null : result.orders },
    ranking: result && rankingOf(ballot, result),
  }
}

/** [S1] to [S3] of shared/themes/schulze.ts, over every paper that was counted. */
export const rankingOf = (ballot: Ballot, { orders }: Tallied): Ranking | null =>
  isRanking(ballot) && orders !== null
    ? schulze(
        ballot.items.map(({ id }) => id),
        orders,
      )
    : null

/** What the assembly said of the strategic plan, the last one first. */
export async function planVotes(assembly: AssemblyRecords, assemblyId: string): Promise<PlanVoteAnswer> {
  const votes = (await shownBallots(assembly, assemblyId)).flatMap(({ result, ...one }) =>
    one.purpose === 'plan' && result
      ? [
          {
            ...{ id: one.id, title: one.title, day: one.day, presidedBy: one.presidedBy, plan: one.plan },
            ...{ secret: one.secret, quorum: one.quorum, majority: one.majority, result },
          },
        ]
      : [],
  )
  return { votes: votes.reverse() }
}
