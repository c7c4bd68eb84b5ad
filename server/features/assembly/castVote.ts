// One person's vote, in their own name or by proxy.
import { paperOf } from '#server/features/assembly/holdBallot.ts'
import type { CastOutcome, KeptBallot } from '#server/ports/assembly.ts'
import type { Account } from '#server/ports/people.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { isVoter, type Paper, speaksFor, weightOf } from '#shared/assembly/ballot.ts'

/** By account, the person whom it belongs to: somebody with two accounts is one member, and votes once. Accounts that are gone have none. */
export async function personsOf(
  { people }: Pick<Deps['store'], 'people'>,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await Promise.all(
    accountIds.map(
      async (id): Promise<[string, string | undefined]> => [id, memberOf(await people.account(id))],
    ),
  )
  return new Map(found.flatMap(([id, personId]) => (personId === undefined ? [] : [[id, personId]])))
}

/** An erased account keeps its row, and is nobody any more. */
const memberOf = (account: Account | undefined): string | undefined =>
  account && account.personId !== `erased-${account.id}` ? account.personId : undefined

/** [V1] [V6] One member, one vote: whoever votes for somebody else holds their proxy, and neither votes twice. */
export async function castVote(
  { store }: Pick<Deps, 'store'>,
  account: Account,
  {
    kept: { ballot },
    paper,
    voiceOf,
  }: { readonly kept: KeptBallot; readonly paper: Paper; readonly voiceOf: string },
): Promise<CastOutcome> {
  if (!isVoter(account)) throw new HttpProblem('not-allowed')
  const voice = speaksFor(ballot, account.id).find(({ accountId }) => accountId === voiceOf)
  if (!voice) throw new HttpProblem('not-allowed')
  if (ballot.state !== 'open') return 'closed'
  // Whoever erased their account may have voted: their proxy is worth nothing more.
  const voterId = (await personsOf(store, [voiceOf])).get(voiceOf)
  if (voterId === undefined) throw new HttpProblem('not-allowed')
  return store.assembly.cast({
    ...{
      ballotId: ballot.id,
      voterId,
      paper: paperOf(ballot, paper),
      weight: weightOf(ballot, voiceOf),
    },
    name: ballot.secret ? undefined : (voice.name ?? account.displayName),
  })
}
