// Whether the context stands where people write: in the free phase of their group no card leaves the server.
import type { Account, Participant } from '#server/ports/people.ts'
import type { Deps } from '#server/transport/deps.ts'
import { cardsAreTold, phaseOf } from '#shared/library/frame.ts'
import { bySubject } from '#shared/library/libraryEntries.ts'
import { mayKeepCards } from '#shared/library/libraryRights.ts'

type ToldDeps = { readonly store: Pick<Deps['store'], 'rooms' | 'library'> }

export interface CardAsker {
  readonly account: Account | undefined
  /** The room in which the cards would stand. */
  readonly roomId: string | undefined
  readonly participant: Participant | undefined
}

/** [F6] In a room: for everybody alike, whoever prepares it included. Outside one: for members; whoever leads reads ahead. */
export async function mayBeTold({ store }: ToldDeps, asker: CardAsker): Promise<boolean> {
  const groupIds = await groupsAsked({ store }, asker)
  const phases = bySubject(await store.library.entries('phase'))
  return cardsAreTold(groupIds, new Set(groupIds.filter((id) => phaseOf(phases.get(id) ?? []) === 'framed')))
}

async function groupsAsked(
  { store }: ToldDeps,
  { account, participant, roomId }: CardAsker,
): Promise<readonly string[]> {
  if (roomId === undefined) {
    const leads = !account || mayKeepCards(account) || account.facilitatesGroupIds.length > 0
    return leads ? [] : account.groupIds
  }
  const room = (await store.rooms.all()).find(({ id }) => id === roomId)
  const inRoom = room?.groupIds ?? []
  const own = (participant?.groupIds ?? account?.groupIds ?? []).filter((id) => inRoom.includes(id))
  return own.length > 0 ? own : inRoom
}
