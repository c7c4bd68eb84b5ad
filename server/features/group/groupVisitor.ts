// Who asks for a group's page, and what they may do with it.
import type { Request } from 'express'
import type { NamedGroup } from '#server/features/group/namedGroup.ts'
import { shapeOf } from '#server/live/gate.ts'
import type { Account, Participant } from '#server/ports/people.ts'
import type { AuthorKey, KeptLink } from '#server/ports/sessionRecords.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { hashOf } from '#server/transport/identity.ts'
import type { FailureLimit } from '#server/transport/rateLimit.ts'
import { type GroupStanding, personalLinkHeader } from '#shared/group/groupPage.ts'
import { documentAccess, mayFacilitate, type Person, runsEverything } from '#shared/people/access.ts'

export interface GroupVisitor {
  readonly standing: GroupStanding
  readonly name: string | null
  readonly byLink: boolean
  /** Whose contributions and answers these are; undefined for whoever has none. */
  readonly author: AuthorKey | undefined
  readonly account: Account | undefined
}

export interface VisitorDeps extends Pick<Deps, 'store' | 'identify' | 'participantOf' | 'now'> {
  readonly failures: FailureLimit
  readonly addressOf: (request: Request) => string
}

const stranger: GroupVisitor = {
  ...{ standing: 'stranger', name: null, byLink: false, author: undefined, account: undefined },
}

/**
 * [V1] Facilitators: of the group, of its room by a role that was given there, cooperative life, administrators.
 * [V2] Members: of the group; by a personal link; a guest's device that has been in the group's own room, or that named the group
 *      in a room of several.
 * [V3] Readers: other accounts and other guests, where the room's own rule lets them read its drafts: behind a closed door nothing.
 * [V4] A link makes nobody less than they are: who leads or belongs to the group by their account stays that person.
 */
export async function groupVisitor(
  deps: VisitorDeps,
  request: Request,
  named: NamedGroup,
): Promise<GroupVisitor> {
  const identity = await deps.identify(request)
  const { account } = identity
  const participants = await participantsOf(deps, request, named)
  const device = identity.device ? `device:${identity.device.hash}` : undefined
  const author = account ? `account:${account.id}` : device
  const standing = account
    ? accountStanding(account, participants, named)
    : guestStanding(participants, named)
  const name = account?.displayName ?? participants[0]?.name ?? null
  if (standing === 'member' || standing === 'facilitator')
    return { standing, name, byLink: false, author, account }
  const link = await linkOf(deps, request, named)
  if (link)
    return {
      standing: 'member',
      name: link.name,
      byLink: true,
      author: `link:${link.id}`,
      account: undefined,
    }
  return standing === 'stranger'
    ? { ...stranger, author, account }
    : { standing, name, byLink: false, author, account }
}

function accountStanding(
  account: Account,
  participants: readonly Participant[],
  named: NamedGroup,
): GroupStanding {
  const { group, room } = named
  const led = participants.some((one) => one.roomId === room?.id && leads(one))
  if (runsEverything(account) || account.facilitatesGroupIds.includes(group.id) || led) return 'facilitator'
  if (account.groupIds.includes(group.id)) return 'member'
  return mayRead({ ...account, role: 'participant' }, named) ? 'reader' : 'stranger'
}

function guestStanding(participants: readonly Participant[], named: NamedGroup): GroupStanding {
  const { group, room, rooms } = named
  if (participants.some((one) => one.roomId === room?.id && leads(one))) return 'facilitator'
  const insiders = participants.filter(({ role }) => role !== 'observer')
  if (insiders.some((one) => one.roomId === room?.id || namedItsGroup(one, named))) return 'member'
  const reads = participants.some((one) => {
    const theirs = rooms.find(({ id }) => id === one.roomId)
    return theirs !== undefined && mayRead(one, { ...named, room: theirs })
  })
  return reads ? 'reader' : 'stranger'
}

/** [A8] What a guest said at the door of a joint session is over with it. */
function namedItsGroup({ roomId, groupIds }: Participant, { group, rooms }: NamedGroup): boolean {
  const theirs = rooms.find(({ id }) => id === roomId)
  const rights = theirs && shapeOf(theirs).session
  return groupIds.includes(group.id) && (rights?.over !== true || rights.renewedBy.includes(group.id))
}

const leads = (one: Participant): boolean => one.role !== 'observer' && mayFacilitate(one)

/** A group without a room has no door: its drafts are the cooperative's. */
function mayRead(person: Person, { group, room, spaceId }: NamedGroup): boolean {
  if (person.readsGroupIds && !person.readsGroupIds.includes(group.id)) return false
  if (!room || spaceId === undefined) return true
  return documentAccess(person, shapeOf(room), { kind: 'drafts', id: spaceId }) !== undefined
}

/** Whom this browser is in the group's rooms, its own first; those who were removed are nobody. */
async function participantsOf(
  { participantOf }: VisitorDeps,
  request: Request,
  { group, rooms, room }: NamedGroup,
): Promise<Participant[]> {
  const theirs = rooms.filter(({ kind, groupIds }) => kind !== 'convergence' && groupIds.includes(group.id))
  const ordered = [...theirs].sort((a, b) => Number(b.id === room?.id) - Number(a.id === room?.id))
  const found = await Promise.all(ordered.map(({ id }) => participantOf(request, id)))
  return found.flatMap((one) => one ?? [])
}

/** Milliseconds between two notes of a link's use. */
const usePause = 60_000

/** Guesses are counted by address; a token opens the page of its own group only. @throws HttpProblem 429 */
async function linkOf(
  deps: VisitorDeps,
  request: Request,
  { group }: NamedGroup,
): Promise<KeptLink | undefined> {
  const token = request.get(personalLinkHeader)
  if (token === undefined || token === '') return undefined
  const [now, address] = [deps.now(), deps.addressOf(request)]
  const { sessionRecords: records } = deps.store
  const link = await records.linkByHash(hashOf(token), now)
  if (link?.groupId !== group.id) {
    // Only what opens nothing is counted: whoever shares an address with somebody who guesses is not shut out.
    const wait = deps.failures.wait(address, now)
    if (wait > 0) throw new HttpProblem('too-many', { retryAfter: wait })
    deps.failures.failed(address, now)
    return undefined
  }
  if (link.lastUsedAt === null || now - link.lastUsedAt > usePause) await records.linkUsed(link.id, now)
  return link
}
