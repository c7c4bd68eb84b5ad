// Making, opening, counting by hand and closing a vote: what the rules allow, kept against whoever acts at the same instant.
import type { KeptBallot } from '#server/ports/assembly.ts'
import type { Account } from '#server/ports/people.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import {
  type Ballot,
  type BallotInput,
  countedPaper,
  faultOf,
  isRanking,
  maySettleStatutes,
  type Paper,
} from '#shared/assembly/ballot.ts'
import type { Deck } from '#shared/assembly/deck.ts'
import { standingHands } from '#shared/assembly/tally.ts'
import { randomId } from '#shared/contract/ids.ts'
import { standingProposals } from '#shared/themes/proposal.ts'

export type HoldDeps = Pick<Deps, 'store' | 'now'>

/** Proposals that a ranking may hold: more than this nobody compares. */
const mostItems = 24

export async function makeBallot(
  deps: HoldDeps,
  account: Account,
  {
    input,
    assemblyId,
    deck,
  }: { readonly input: BallotInput; readonly assemblyId: string; readonly deck: Deck },
): Promise<Ballot> {
  if ((input.weights || input.proxies) && !maySettleStatutes(account)) throw new HttpProblem('not-allowed')
  const fault = faultOf(input)
  if (fault) throw new HttpProblem('bad-input', { fields: [fault] })
  const items = isRanking(input) ? await rankedItems(deps, assemblyId) : []
  if (isRanking(input) && (items.length < 2 || items.length > mostItems)) throw new HttpProblem('conflict')
  const ballot: Ballot = {
    ...input,
    ...{ id: `vote-${randomId()}`, items, hand: [], state: 'prepared', openedAt: null, closedAt: null },
    ...{ day: null, presidedBy: '', most: Math.min(input.most, Math.max(1, items.length)) },
    // What was voted on, as it read when the vote was made.
    plan: input.purpose === 'plan' ? { axes: deck.axes, items: deck.planItems } : null,
  }
  await keep(deps, account, { assemblyId, kept: { ballot, version: 0 }, act: 'made' })
  return ballot
}

async function rankedItems({ store }: HoldDeps, cycleId: string): Promise<Ballot['items']> {
  const { standing } = standingProposals(await store.themes.themeActs(cycleId))
  return standing.map(({ id, question, title }) => ({ id, title, question }))
}

export async function foundBallot({ store }: HoldDeps, id: string, assemblyId: string): Promise<KeptBallot> {
  const kept = await store.assembly.ballot(id)
  const isOurs = (await store.assembly.ballots(assemblyId)).some(({ ballot }) => ballot.id === id)
  if (!kept || !isOurs) throw new HttpProblem('not-found')
  return kept
}

export interface Holding {
  readonly assemblyId: string
  readonly kept: KeptBallot
  readonly today: string
}

export function openBallot(deps: HoldDeps, account: Account, { assemblyId, kept }: Holding): Promise<void> {
  if (kept.ballot.state !== 'prepared') throw new HttpProblem('conflict')
  const ballot: Ballot = { ...kept.ballot, state: 'open', openedAt: deps.now() }
  return keep(deps, account, { assemblyId, kept: { ...kept, ballot }, act: 'opened' })
}

export function closeBallot(
  deps: HoldDeps,
  account: Account,
  { assemblyId, kept, presidedBy, today }: Holding & { readonly presidedBy: string },
): Promise<void> {
  if (kept.ballot.state !== 'open') throw new HttpProblem('conflict')
  const ballot: Ballot = { ...kept.ballot, state: 'closed', closedAt: deps.now(), day: today, presidedBy }
  return keep(deps, account, { assemblyId, kept: { ...kept, ballot }, act: 'closed' })
}

/** Before anybody voted: once papers are in, a vote is closed and said, never made away with. */
export function withdrawBallot(
  deps: HoldDeps,
  account: Account,
  { assemblyId, kept }: Holding,
): Promise<void> {
  if (kept.ballot.state !== 'prepared') throw new HttpProblem('conflict')
  const ballot: Ballot = { ...kept.ballot, state: 'withdrawn' }
  return keep(deps, account, { assemblyId, kept: { ...kept, ballot }, act: 'withdrawn' })
}

export async function countHands(
  deps: HoldDeps,
  account: Account,
  holding: Holding & {
    readonly hand: { readonly paper: Paper; readonly count: number } | { readonly withdraw: string }
  },
): Promise<void> {
  const { assemblyId, hand, kept } = holding
  // Papers of the room are opened and counted while the vote is open: after its result was told nothing is added.
  if (kept.ballot.state !== 'open') throw new HttpProblem('conflict')
  if ('count' in hand && (await isTooMany(deps, holding, hand.count)))
    throw new HttpProblem('bad-input', { fields: ['count'] })
  const by = { byName: account.displayName, at: deps.now() }
  const before = kept.ballot.hand
  const added =
    'withdraw' in hand
      ? before.map((one) =>
          one.id === hand.withdraw && one.withdrawn === null ? { ...one, withdrawn: by } : one,
        )
      : [
          ...before,
          {
            id: randomId(),
            paper: paperOf(kept.ballot, hand.paper),
            count: hand.count,
            ...by,
            withdrawn: null,
          },
        ]
  const ballot: Ballot = { ...kept.ballot, hand: added }
  return keep(deps, account, {
    assemblyId,
    kept: { ...kept, ballot },
    act: 'withdraw' in hand ? 'hand-withdrawn' : 'hand-counted',
  })
}

/** [V10] One member, one vote on a screen and in the room together: hands that would make more voters than are called are counted again. */
async function isTooMany(
  { store }: HoldDeps,
  { assemblyId, kept: { ballot } }: Holding,
  count: number,
): Promise<boolean> {
  if (ballot.eligible === null) return false
  const voters = (await store.assembly.voterCounts(assemblyId)).get(ballot.id) ?? 0
  const room = standingHands(ballot.hand).reduce((sum, hand) => sum + hand.count, 0)
  return voters + room + count > ballot.eligible
}

export function paperOf(ballot: Ballot, paper: Paper): string {
  const counted = countedPaper(ballot, paper)
  if (counted === undefined) throw new HttpProblem('bad-input', { fields: ['paper'] })
  return counted
}

async function keep(
  { now, store }: HoldDeps,
  account: Account,
  { act, assemblyId, kept }: { readonly assemblyId: string; readonly kept: KeptBallot; readonly act: string },
): Promise<void> {
  const about = { act, by: `account:${account.id}`, at: now() }
  if ((await store.assembly.saveBallot(assemblyId, kept, about)) === 'stale')
    throw new HttpProblem('conflict')
}
