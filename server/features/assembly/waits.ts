// What the assembly asks of a person, said by the home page: a vote that is open, and which they have not cast.
import { todayOf } from '#server/features/home/day.ts'
import type { Account } from '#server/ports/people.ts'
import type { Deps } from '#server/transport/deps.ts'
import { isRanking, isVoter } from '#shared/assembly/ballot.ts'
import type { Waits } from '#shared/home/waits.ts'

export async function assemblyWaits(
  deps: Pick<Deps, 'demo' | 'now' | 'store'>,
  account: Account,
): Promise<readonly Waits[]> {
  if (!isVoter(account)) return []
  const { assembly, cycle } = deps.store
  const about = await cycle.about({ before: await todayOf(deps) })
  if (!about) return []
  const kept = await assembly.ballots(about.cycle.id)
  const open = kept.flatMap(({ ballot }) => (ballot.state === 'open' ? ballot : []))
  const voted = await Promise.all(open.map(({ id }) => assembly.votedOf(id, [account.personId])))
  return open.flatMap((ballot, n) =>
    voted[n]?.includes(account.id)
      ? []
      : {
          text: `assembly:waits.${isRanking(ballot) ? 'rank' : 'vote'}`,
          ...{ count: 1, subject: ballot.title, day: null },
          page: isRanking(ballot) ? '/assembly/themes' : '/assembly',
        },
  )
}
