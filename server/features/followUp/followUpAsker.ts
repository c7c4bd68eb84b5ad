// Who asks for the follow-up, and what they may see and add.
import type { FollowUpWorld } from '#server/features/followUp/followUpWorld.ts'
import type { Account } from '#server/ports/people.ts'
import type { StandingInitiative } from '#shared/followUp/standingInitiatives.ts'
import type { ShownItem } from '#shared/followUp/standingItem.ts'
import { runsEverything } from '#shared/people/access.ts'

export interface Asker {
  readonly account: Account | undefined
  readonly demo: boolean
}

/** [U1] Cooperative life and administrators add to every item, name axes and import past cycles. */
export const keeps = ({ account }: Asker): boolean => account !== undefined && runsEverything(account)

/**
 * [U2] Whoever carries an item adds to it: the people that the plan names, for as long as their name stands among its owners.
 *      A name that was only typed gives nobody a right.
 */
export function mayTend(asker: Asker, item: Pick<ShownItem, 'ownerMemberIds' | 'ownerTeamId'>): boolean {
  const { account } = asker
  if (keeps(asker)) return true
  if (!account) return false
  return item.ownerTeamId === account.personId || item.ownerMemberIds.includes(account.personId)
}

/** [U3] In the name of a group: its members; cooperative life and administrators in any group's. */
export const groupsOf = (asker: Asker, world: Pick<FollowUpWorld, 'groups'>): string[] =>
  world.groups
    .filter(({ id }) => keeps(asker) || (asker.account?.groupIds.includes(id) ?? false))
    .map(({ id }) => id)

/** [U4] News of an initiative: those of the groups that began or adopted it. */
export function mayTell(
  asker: Asker,
  { adopted, groupId }: StandingInitiative,
  world: Pick<FollowUpWorld, 'groups'>,
): boolean {
  const theirs = [groupId, ...adopted.map((one) => one.groupId)]
  return groupsOf(asker, world).some((id) => theirs.includes(id))
}

/** [U5] People's names are for the cooperative's own; the demo's are nobody's. */
export const seesNames = ({ account, demo }: Asker): boolean => demo || account !== undefined

/** [U6] What stands beside no public recommendation is told within the cooperative only. */
export const seesInitiative = (asker: Asker, { recommendationIds }: StandingInitiative): boolean =>
  seesNames(asker) || recommendationIds.length > 0
